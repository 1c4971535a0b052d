"""Every fault of the catalogue: a text that has it, and that it is told with place, reason and cure."""

from __future__ import annotations

import re

import pytest

from glasstown.scheme.faults import FAULTS
from glasstown.scheme.read import parse_scheme, parse_scheme_bytes, read_scheme
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.names import name_digest
from scheme.dense import DENSE, FULL
from scheme.fault_cases import MORE_CASES
from scheme.fault_cases_acts import ACT_CASES
from scheme.fault_cases_slots import SLOT_FAULTS
from scheme.faults_politics import POLITICS_FAULTS


def faults_of(data: str | bytes) -> tuple[Diagnostic, ...]:
    """All faults and warnings of a text."""
    raw = data.encode() if isinstance(data, str) else data
    try:
        return parse_scheme_bytes(raw, "test.toml").warnings
    except InputFaultsError as error:
        return error.diagnostics


def swap(old: str, new: str) -> str:
    """The dense scheme, with lists where `old` stands among them, with its first `old` replaced."""
    text = DENSE if old in DENSE else FULL
    assert old in text, old
    return text.replace(old, new, 1)


def clashing_names() -> tuple[str, str]:
    """Two names with one digest: found in a few thousand tries, as birthdays are."""
    seen: dict[int, str] = {}
    for number in range(100_000):
        name = f"name-{number}"
        other = seen.setdefault(name_digest(name), name)
        if other != name:
            return other, name
    raise AssertionError


def many(table: str, number: int, body: str) -> str:
    """So many tables of one name."""
    return "".join(f'\n[[{table}]]\nid = "{table}-{n}"\n{body}\n' for n in range(number))


FIRST, SECOND = clashing_names()
SOURCE = (
    'context = "credit"\nsees = ["petition"]\ndetection = 0.1\nfalse_per_year = 0\nwrong_person = 0\n'
    'match = "name"\ndelay_days = 1\ndelay = "fixed"'
)
ACT = 'title = "x"\nby = "adult"\nvictim = "nobody"\nlawful = true\nrate = 1'
CONSEQUENCE = 'grade = "top"\ndeny = ["public-job"]\nnotice = "none"'
LOOKS = 'list = "blacklist"\ndeny = ["private-job"]\nthrough = "look-up"'
GROUND = 'list = "blacklist"\nacts = ["late-bill"]'
REPEAT = "repeat = { count = 2, within_days = 30 }"
CLASH = f'{DENSE}\n[[act]]\nid = "{FIRST}"\n{ACT}\n[[act]]\nid = "{SECOND}"\n{ACT}\n'
AWARENESS = DENSE[DENSE.index("[awareness]") : DENSE.index("[score]")]
NO_SCORE = DENSE[: DENSE.index("[score]")] + DENSE[DENSE.index("[[reference]]") :]

HELD = 'grade = "spare"\nlist = "watchlist"\nmark = "fiction"'
TIED = 'tie = "kin"\ncarries = "both"\nshare = 0.1\nmark = "fiction"'
NO_RULES_TIED = re.sub(r"\[\[rule\]\]\n(?:.+\n)+", "", DENSE) + many("association", 1, TIED)

TAKES_OVER = '[scheme]\nid = "mine"\ntitle = "Mine"\nevidence = "constructed"\nbase = "empty"\nwithout = ["source:*"]\n'

CASES: dict[str, tuple[str | bytes, str]] = {
    **POLITICS_FAULTS,
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
    "SCH332": (TAKES_OVER + "\n[awareness]\nstart = 0.2\n", "awareness"),
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


def test_every_fault_has_a_case():
    assert {*CASES, "SCH001"} == {fault.code for fault in FAULTS}


@pytest.mark.parametrize("code", CASES)
def test_a_fault_is_told_with_place_reason_and_cure(code: str):
    text, pointed_at = CASES[code]
    found = [one for one in faults_of(text) if one.code == code]
    assert found, [one.code for one in faults_of(text)]
    told = found[0]
    assert told.message
    assert told.why
    assert told.fix
    assert told.span is not None
    assert told.span.file == "test.toml"
    marked = told.span.source_line[told.span.column - 1 : told.span.end_column - 1]
    if pointed_at:
        assert marked == pointed_at


def test_the_dense_scheme_has_no_fault_and_no_warning():
    assert faults_of(DENSE) == ()
    assert faults_of(FULL) == ()


@pytest.mark.parametrize(
    ("kind", "message"), [("missing", "No such file"), ("folder", "it is a folder, not a file"), ("nul", "null")]
)
def test_a_file_that_cannot_be_read_is_told(tmp_path, kind: str, message: str):
    path = {"missing": tmp_path / "no.toml", "folder": tmp_path, "nul": tmp_path / "a\0b.toml"}[kind]
    with pytest.raises(InputFaultsError) as caught:
        read_scheme(path)
    (told,) = caught.value.diagnostics
    assert told.code == "SCH001"
    assert message in told.message
    assert told.fix
    assert told.span is not None


def test_all_faults_are_told_at_once_in_the_order_of_the_text():
    text = (
        swap("coverage = 0.9", "coverage = 2")
        .replace('cap = "each-entry"', 'cap = "no"')
        .replace("at_least = 55", "at_leats = 55")
    )
    told = faults_of(text)
    assert [one.code for one in told] == ["SCH202", "SCH109", "SCH306", "SCH101"]
    lines = [one.span.line for one in told if one.span]
    assert lines == sorted(lines)


def test_the_nearest_name_is_offered():
    (told,) = faults_of(swap('title = "Registry"', 'tittle = "Registry"'))
    assert 'did you mean "title"?' in told.fix


def test_a_warning_does_not_refuse_a_scheme():
    scheme = parse_scheme(swap("points = 35", "points = 0"))
    assert [one.severity for one in scheme.warnings] == ["warning"]


def test_a_byte_order_mark_is_told():
    (told,) = faults_of(b"\xef\xbb\xbf" + DENSE.encode())
    assert told.code == "SCH003"
    assert "byte order mark" in told.message


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a = 1\n  a = 2\n", 2, 3),
        (b"[scheme]\n\xe7\x9d\xa2\xff = 1\n", 2, 2),
        (b"a = [1,\n2\n", 3, 1),
        ("t = '睢宁县' x\n".encode(), 1, 11),
        (b"a = \0\n", 1, 5),
    ],
)
def test_a_syntax_fault_points_at_characters_not_bytes(data: bytes, line: int, column: int):
    places = [(told.span.line, told.span.column) for told in faults_of(data) if told.span]
    assert (line, column) in places


def test_two_broken_lines_are_both_told():
    told = faults_of('[scheme]\nid = \ntitle = "x"\nplace = = 3\n')
    assert [one.span.line for one in told if one.span] == [2, 4]


def test_a_number_of_very_many_digits_is_told():
    (told,) = faults_of(swap("coverage = 0.9", "coverage = " + "9" * 3900))
    assert told.code == "SCH208"


def test_dotted_keys_and_sub_tables_mean_the_same():
    inline = "repeat = { count = 2, within_days = 180 }"
    dotted = DENSE.replace(inline, "repeat.count = 2\nrepeat.within_days = 180")
    header = DENSE.replace(
        f'{inline}\nmark = "fiction"\ncite = ["test-book"]',
        'mark = "fiction"\ncite = ["test-book"]\n[rule.repeat]\ncount = 2\nwithin_days = 180',
    )
    for text in (dotted, header):
        scheme = parse_scheme(text)
        assert scheme.settings == parse_scheme(DENSE).settings
        assert scheme.place_of("rule", "queues", "repeat.count") is not None
        line = next(n for n, one in enumerate(text.splitlines(), 1) if "count = 2" in one)
        assert scheme.place_of("rule", "queues", "repeat.count").line == line


@pytest.mark.parametrize("comment", ["", "   # a comment", " # 7 # [0, 1]"])
@pytest.mark.parametrize(
    ("figure", "bad"),
    [
        ("{ value = nan, band = [0.75, 1] }", "nan"),
        ("{ value = 0.9, band = [0.75, inf] }", "inf"),
        ("{ value = 0.9, band = [0.75, -inf] }", "-inf"),
        ("nan", "nan"),
    ],
)
def test_a_number_that_is_none_is_pointed_at_and_not_the_comment_behind_it(figure: str, bad: str, comment: str):
    told = [one for one in faults_of(swap("coverage = 0.9", f"coverage = {figure}{comment}")) if one.code == "SCH208"]
    assert len(told) == 1
    span = told[0].span
    assert span is not None
    assert span.source_line[span.column - 1 : span.end_column - 1] == bad
    assert f"is {bad}, which" in told[0].message
    assert "comment" not in told[0].message
