"""For every fault of the catalogue a text that has it, and what the place that is told must point at."""

from __future__ import annotations

import re

from scheme.dense import DENSE, FULL
from scheme.fault_cases import MORE_CASES
from scheme.fault_cases_acts import ACT_CASES
from scheme.fault_cases_slots import SLOT_FAULTS
from scheme.fault_texts import ACT, GROUND, REPEAT, SOURCE, clashing_names, many, swap
from scheme.faults_politics import POLITICS_FAULTS
from scheme.faults_quantities import QUANTITY_FAULTS
from scheme.faults_without_effect import WITHOUT_EFFECT

FIRST, SECOND = clashing_names()
CONSEQUENCE = 'grade = "top"\ndeny = ["public-job"]\nnotice = "none"'
LOOKS = 'list = "blacklist"\ndeny = ["private-job"]\nthrough = "look-up"'
CLASH = f'{DENSE}\n[[act]]\nid = "{FIRST}"\n{ACT}\n[[act]]\nid = "{SECOND}"\n{ACT}\n'
AWARENESS = DENSE[DENSE.index("[awareness]") : DENSE.index("[score]")]
NO_SCORE = DENSE[: DENSE.index("[score]")] + DENSE[DENSE.index("[[reference]]") :]

HELD = 'grade = "spare"\nlist = "watchlist"\nmark = "fiction"'
TIED = 'tie = "kin"\ncarries = "both"\nshare = 0.1\nmark = "fiction"'
NO_RULES_TIED = re.sub(r"\[\[rule\]\]\n(?:.+\n)+", "", DENSE) + many("association", 1, TIED)

TAKES_OVER = '[scheme]\nid = "mine"\ntitle = "Mine"\nevidence = "constructed"\nbase = "empty"\nwithout = ["source:*"]\n'

CASES: dict[str, tuple[str | bytes, str]] = {
    **POLITICS_FAULTS,
    **QUANTITY_FAULTS,
    **WITHOUT_EFFECT,
    # code: (text, the source text that the place must point at; "" where the fault is of a whole table or file)
    "SCH002": (b"#\n" * (1 << 19) + b"\n", ""),
    "SCH003": (b'[scheme]\nid = "\xff"\n', ""),
    "SCH004": ("[scheme\n", ""),
    "SCH005": ("a = " + "[\n" * 20_000, ""),
    "SCH006": ("# " + "x" * 4_000 + "\n", ""),
    "SCH007": ("\n".join(f"key-{n} = 1" for n in range(1_100)), ""),
    "SCH101": (swap('title = "Registry"', 'tittle = "Registry"'), "tittle"),
    "SCH102": (swap("[operator]", "[operater]"), "operater"),
    "SCH103": (swap('act = "late-bill"', 'act = "late-bil"'), '"late-bil"'),
    "SCH104": (swap('sources = ["registry", "neighbours"]', 'sources = ["registry", "neighbors"]'), '"neighbors"'),
    "SCH105": (swap('grade = "middle"', 'grade = "midle"'), '"midle"'),
    "SCH106": (swap('favour = ["public-job"]', 'favour = ["public-jobs"]'), '"public-jobs"'),
    "SCH107": (swap('2], mark = "fiction"', '2], mark = "fictional"'), '"fictional"'),
    "SCH108": (swap('cite = ["test-book"] }', 'cite = ["tets-book"] }'), '"tets-book"'),
    "SCH109": (swap('cap = "each-entry"', 'cap = "every-entry"'), '"every-entry"'),
    "SCH110": (swap('id = "queues"', 'id = "bills"'), '"bills"'),
    "SCH111": (swap('id = "queues"', 'id = "the queues"'), '"the queues"'),
    "SCH112": (swap('id = "loud-music"', 'id = "petition"'), '"petition"'),
    "SCH113": (swap("[awareness]", "[[awareness]]"), "awareness"),
    "SCH114": (swap('list = "blacklist"\nacts', 'list = "black-list"\nacts'), '"black-list"'),
    "SCH115": (swap('drop_rules = ["neglect"]', 'drop_rules = ["neglected"]'), '"neglected"'),
    "SCH116": (swap('act = "late-bill"', 'act = "volunteer-hours"'), '"volunteer-hours"'),
    "SCH117": (swap('same_case_as = "criticism"', 'same_case_as = "criticisms"'), '"criticisms"'),
    "SCH118": (swap('rules = ["queues", "neglect", "posts"]', 'rules = ["queue"]'), '"queue"'),
    "SCH119": (swap('rules = ["queues", "neglect", "posts"]', 'rules = ["families"]'), '"families"'),
    "SCH201": (swap("coverage = 0.9", 'coverage = "most"'), '"most"'),
    "SCH202": (swap("detection = 0.9", "detection = 1.5"), "1.5"),
    "SCH203": (swap("band = [1, 2]", "band = [2, 1]"), "[2, 1]"),
    "SCH204": (swap("band = [1, 2]", "band = [1.6, 2]"), "[1.6, 2]"),
    "SCH205": (swap('2], mark = "fiction"', '2], mark = "assumed"').replace("band = [1, 2], ", "", 1), ""),
    "SCH206": (DENSE.replace('mark = "fiction"\n', ""), ""),
    "SCH207": (DENSE.replace('cite = ["test-book"]\n', "").replace('mark = "fiction"\n', 'mark = "reported"\n'), ""),
    "SCH208": (swap("coverage = 0.9", "coverage = nan"), "nan"),
    "SCH209": (swap("min_age_years = 18", "min_age_years = 17.5"), "17.5"),
    "SCH210": (swap("start = 100", "start = 100.0001"), "100.0001"),
    "SCH211": (swap('deny = ["public-job"]', 'deny = ["public-job", "public-job"]'), '"public-job"'),
    "SCH212": (swap("points = [-60, -20]", "points = [-20, -60]"), "[-20, -60]"),
    "SCH213": (swap('title = "A dense scheme for tests"', 'title = ""'), '""'),
    "SCH214": (swap('years = "never"', 'years = "\\u001b[2J"'), '"\\u001b[2J"'),
    "SCH301": (swap("coverage = 0.9\n", ""), "subjects"),
    "SCH302": (
        swap('[awareness]\nstart = 0.3\nlearned_per_year = 0.4\nmark = "fiction"\ncite = ["test-book"]\n', ""),
        "",
    ),
    "SCH303": (swap("at_least = 55", "at_least = 95"), "95"),
    "SCH304": (swap("at_least = 90", "at_least = 151"), "151"),
    "SCH305": (swap("start = 100", "start = 200"), "200"),
    "SCH306": (swap("at_least = 55\n", ""), "grade"),
    "SCH307": (NO_SCORE, "rule"),
    "SCH308": (swap('favour = ["public-job"]', 'favour = ["public-job"]\ndeny = ["public-job"]'), '["public-job"]'),
    "SCH309": (swap('favour = ["public-job"]\n', ""), "consequence"),
    "SCH310": (swap('act = "critical-post"', 'act = "critical-post"\nsources = ["registry"]'), '["registry"]'),
    "SCH311": (swap("rural = 1 }", "rural = 3 }"), ""),
    "SCH312": (swap('list = "watchlist"\ndeny', 'list = "watchlist"\ngrade = "top"\ndeny'), '"watchlist"'),
    "SCH313": (swap("term_days = 100\n", ""), "60"),
    "SCH314": (swap('through = "look-up"\n', ""), "0.5"),
    "SCH315": (FULL + '\n[[version]]\nid = "idle"\nfrom_day = 3\n', "version"),
    "SCH316": (swap('exit_acts = ["charity-gift"]\n', ""), '["registry"]'),
    "SCH317": (FULL + many("consequence", 1, f'{LOOKS}\nlook_up = 0.25\nnotice = "none"'), "0.25"),
    "SCH318": (swap("quoted = false", "quoted = true"), "true"),
    "SCH319": (swap('"rental", "loan", "dating"]', '"flight"]'), '["private-job", "flight"]'),
    "SCH320": (swap('same_case_as = "criticism"', 'same_case_as = "spare-ground"'), '"spare-ground"'),
    "SCH321": (NO_RULES_TIED, "association"),
    "SCH330": (TAKES_OVER.replace('"empty"', '"emptier"'), '"emptier"'),
    "SCH331": (TAKES_OVER.replace('"source:*"', '"source:sonar"'), '"source:sonar"'),
    "SCH335": (TAKES_OVER.replace('"empty"', '"court-list"').replace("source:*", "list:*"), '["list:*"]'),
    "SCH332": (TAKES_OVER + "\n[awareness]\nstart = 0.2\n", "awareness"),
    "SCH325": (
        FULL
        + many("ground", 1, f'{GROUND}\nwhen = "listed.ring"').replace(
            'blacklist"\nacts = ["late-bill"]\nwhen', 'ring"\nacts = ["late-bill"]\nwhen'
        )
        + '\n[[list]]\nid = "ring"\n',
        "listed.ring",
    ),
    "SCH401": (swap('act = "critical-post"', 'act = "drunk-driving"'), '"drunk-driving"'),
    "SCH402": (DENSE + many("source", 1, f'{SOURCE}\nmark = "fiction"'), "source"),
    "SCH403": (swap("points = 35", "points = 0"), "0"),
    "SCH404": (FULL + '\n[[list]]\nid = "unfilled"\n', "list"),
    "SCH405": (FULL + '\n[[list]]\nid = "idle"\n', "list"),
    "SCH406": (FULL.replace("published = true\n", ""), "consequence"),
    "SCH322": (swap('list = "watchlist"\nmark', 'list = "watchlist"\ncount = 2\nmark'), "2"),
    "SCH323": (swap("group_days = 60\nmark", "group_days = 61\nmark"), "60"),
    "SCH324": (swap("points = -5\n", "points = [-6, -5]\n"), "[-6, -5]"),
    "SCH408": (swap('grade = "bottom"\nacts', 'grade = "top"\nacts'), '"top"'),
    "SCH409": (swap("start = 100", "start = 89.999"), "89.999"),
    "SCH426": (swap('scope = "self"', 'scope = "children"'), '"children"'),
    "SCH407": (swap('carries = "losses"\nshare = 0.4', 'carries = "gains"\nshare = 0.4'), '"gains"'),
    "NAME-clash": (
        DENSE + many("act", 0, "") + f'\n[[act]]\nid = "{FIRST}"\n{ACT}\n[[act]]\nid = "{SECOND}"\n{ACT}\n',
        f'"{SECOND}"',
    ),
    "LIM-sources": (DENSE + many("source", 62, SOURCE), "source"),
    "LIM-sources-per-act": (DENSE + many("source", 9, SOURCE), '["petition"]'),
    "LIM-rules": (DENSE + many("rule", 1019, 'act = "late-bill"\npoints = 1'), "rule"),
    "LIM-grades": (DENSE + many("grade", 60, ""), "grade"),
    "LIM-consequences": (
        DENSE + many("consequence", 62, 'grade = "top"\ndeny = ["public-job"]\nnotice = "none"'),
        "consequence",
    ),
    "LIM-acts": (DENSE + many("act", 15, ACT), "act"),
    "LIM-lists": (FULL + many("list", 14, ""), "list"),
    "LIM-grounds": (FULL + many("ground", 62, GROUND), "ground"),
    "LIM-associations": (FULL + many("association", 12, TIED), "association"),
    "LIM-overrides": (FULL + many("override", 14, HELD), "override"),
    "LIM-tallies": (FULL + many("ground", 15, f"{GROUND}\n{REPEAT}"), REPEAT.removeprefix("repeat = ")),
    **MORE_CASES,
    **ACT_CASES,
    **SLOT_FAULTS,
    "LIM-points": (swap("points = 35", "points = 2_000_001"), "2_000_001"),
}
