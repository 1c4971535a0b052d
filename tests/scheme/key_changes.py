"""For every key of the grammar, one pair of schemes that differ in this key alone.

`KEY_CHANGES` is what tests of the engine iterate over: a `running` key must change a town's digest, no other may.
"""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.grammar import KEYS
from scheme.dense import DENSE, FULL
from scheme.dense_politics import POLITICS
from scheme.key_changes_acts import ACT_LINES
from scheme.key_changes_agree import AGREE_CHANGES
from scheme.key_changes_caps import CAP_LINES
from scheme.key_changes_consent import CONSENT_CHANGES, CONSENT_LINES
from scheme.key_changes_dated import DATED_CHANGES
from scheme.key_changes_dues import DUE_LINES
from scheme.key_changes_favour import FAVOUR_CHANGES
from scheme.key_changes_firms_held import FIRMS_HELD_CHANGES
from scheme.key_changes_holders import HOLDER_CHANGES, HOLDER_PAIRS
from scheme.key_changes_index import INDEX_LINES
from scheme.key_changes_inferences import INFERENCE_LINES
from scheme.key_changes_legal import LEGAL_LINES
from scheme.key_changes_lists import LIST_LINES
from scheme.key_changes_meters import METER_LINES
from scheme.key_changes_numbers import NUMBER_LINES
from scheme.key_changes_organisations import ORGANISATION_CHANGES
from scheme.key_changes_points import POINT_LINES
from scheme.key_changes_politics import OF_STARS, POLITICS_LINES
from scheme.key_changes_process import PROCESS_LINES
from scheme.key_changes_public import PUBLIC_LINES
from scheme.key_changes_quantities import QUANTITY_LINES
from scheme.key_changes_ranks import RANK_CHANGES
from scheme.key_changes_recipients import RECIPIENT_CHANGES
from scheme.key_changes_refit import REFIT_LINES
from scheme.key_changes_repairs import REPAIR_LINES
from scheme.key_changes_returns import RETURN_CHANGES
from scheme.key_changes_slots import SLOT_CHANGES
from scheme.key_changes_sources import SOURCE_CHANGES, SOURCE_LINES
from scheme.key_changes_states import STATE_LINES
from scheme.key_changes_ties import TIE_LINES
from scheme.key_changes_votes import VOTE_CHANGES, VOTE_LINES
from scheme.key_changes_watch import WATCH_LINES


@dataclass(frozen=True)
class KeyChange:
    """Two texts that differ in one key."""

    table: str
    key: str
    kind: str
    base: str
    changed: str

    @property
    def name(self) -> str:
        """The key as tests print it."""
        return f"{self.table}.{self.key}"


_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    *LIST_LINES,
    *(*TIE_LINES, *ACT_LINES),
    *POINT_LINES,
    *WATCH_LINES,
    *STATE_LINES,
    *PROCESS_LINES,
    *POLITICS_LINES,
    *SOURCE_LINES,
    *LEGAL_LINES,
    ("scheme", "[scheme]", "id", 'id = "dense"', 'id = "denser"'),
    ("scheme", "[scheme]", "title", 'title = "A dense scheme for tests"', 'title = "Another title"'),
    ("scheme", "[scheme]", "title_zh", 'title_zh = "测试"', 'title_zh = "考试"'),
    ("scheme", "[scheme]", "place", 'place = "nowhere"', 'place = "elsewhere"'),
    ("scheme", "[scheme]", "years", 'years = "never"', 'years = "always"'),
    ("scheme", "[scheme]", "status", 'status = "made up"', 'status = "invented"'),
    ("scheme", "[scheme]", "evidence", 'evidence = "constructed"', 'evidence = "fiction"'),
    ("scheme", "[scheme]", "consent", 'consent = "compulsory"', 'consent = "opt-in"'),
    ("scheme", "[scheme]", "gallery", 'gallery = "constructed"', 'gallery = "fiction"'),
    ("scheme", "[scheme]", "lead", 'lead = "Made to be dense."', 'lead = "Made up."'),
    ("scheme", "[scheme]", "purposes", 'purposes = ["to test"]', 'purposes = ["harmony"]'),
    ("scheme", "[scheme]", "uncertain", 'uncertain = ["nothing"]', 'uncertain = ["everything"]'),
    ("scheme", "[scheme]", "not_modelled", 'not_modelled = ["weather"', 'not_modelled = ["climate"'),
    ("scheme", "[scheme]", "mark", 'mark = "fiction"', 'mark = "reported"'),
    ("scheme", "[scheme]", "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
    ("subjects", "[subjects]", "min_age_years", "min_age_years = 18", "min_age_years = 40"),
    ("subjects", "[subjects]", "coverage", "coverage = 0.9", "coverage = 0.5"),
    ("awareness", "[awareness]", "start", "start = 0.3", "start = 0.9"),
    ("awareness", "[awareness]", "learned_per_year", "learned_per_year = 0.4", "learned_per_year = 0.95"),
    ("score", "[score]", "start", "start = 100", "start = 80"),
    ("score", "[score]", "lowest", "lowest = 0", "lowest = -100"),
    ("score", "[score]", "highest", "highest = 150", "highest = 110"),
    ("score", "[score]", "cap", 'cap = "each-entry"', 'cap = "on-reading"'),
    ("score", "[score]", "stack", 'stack = "act"', 'stack = "record"'),
    ("reference", '[[reference]]\nid = "unread-book"', "id", 'id = "unread-book"', 'id = "lost-book"'),
    (
        "reference",
        '[[reference]]\nid = "unread-book"',
        "text",
        'text = "A book that nobody cites"',
        'text = "A book that somebody lost"',
    ),
    ("act", '[[act]]\nid = "loud-music"', "id", 'id = "loud-music"', 'id = "quiet-music"'),
    ("act", '[[act]]\nid = "queue-jumping"', "title", 'title = "Jumping a queue"', 'title = "Jumping the line"'),
    ("act", '[[act]]\nid = "queue-jumping"', "by", 'by = "resident"', 'by = "online"'),
    ("act", '[[act]]\nid = "queue-jumping"', "victim", 'victim = "public"', 'victim = "another"'),
    ("act", '[[act]]\nid = "loud-music"', "rate", "rate = 0.8", "rate = 1.9"),
    ("rule", '[[rule]]\nid = "bills"', "id", 'id = "bills"', 'id = "invoices"'),
    ("rule", '[[rule]]\nid = "bills"', "title", 'title = "Late bills"', 'title = "Bills that are late"'),
    ("rule", '[[rule]]\nid = "gifts"', "act", 'act = "charity-gift"', 'act = "elder-care"'),
    ("rule", '[[rule]]\nid = "gifts"', "points", "points = 35", "points = 10"),
    ("rule", '[[rule]]\nid = "bills"', "sources", 'sources = ["registry", "neighbours"]', 'sources = ["registry"]'),
    ("rule", '[[rule]]\nid = "bills"', "expires_days", "expires_days = 200", "expires_days = 60"),
    (
        "rule",
        '[[rule]]\nid = "queues"',
        "repeat",
        "repeat = { count = 2, within_days = 180 }",
        "repeat = { count = 4, within_days = 365 }",
    ),
    ("rule", '[[rule]]\nid = "bills"', "context", 'context = "credit"', 'context = "consumption"'),
    ("rule", '[[rule]]\nid = "bills"', "gravity", "gravity = 1", "gravity = 3"),
    ("rule", '[[rule]]\nid = "bills"', "actor", 'actor = "self"', 'actor = "kin"'),
    (
        "rule",
        '[[rule]]\nid = "bills"',
        "protected_conduct",
        'protected_conduct = ["family-life"]',
        'protected_conduct = ["speech"]',
    ),
    ("rule", '[[rule]]\nid = "bills"', "breaches_law", "breaches_law = false", "breaches_law = true"),
    (
        "rule",
        '[[rule]]\nid = "bills"',
        "also_punished_elsewhere",
        "also_punished_elsewhere = true",
        "also_punished_elsewhere = false",
    ),
    ("rule", '[[rule]]\nid = "bills"', "published_on", "published_on = 2020-01-01", "published_on = 2021-01-01"),
    ("rule", '[[rule]]\nid = "bills"', "effective_on", "effective_on = 2020-02-01", "effective_on = 2019-02-01"),
    ("rule.repeat", '[[rule]]\nid = "queues"', "count", "count = 2", "count = 3"),
    ("rule.repeat", '[[rule]]\nid = "queues"', "within_days", "within_days = 180", "within_days = 30"),
    ("grade", '[[grade]]\nid = "spare"', "id", 'id = "spare"', 'id = "third"'),
    ("grade", '[[grade]]\nid = "middle"', "at_least", "at_least = 55", "at_least = 70"),
    ("grade", '[[grade]]\nid = "top"', "label", 'label = "best"', 'label = "first"'),
    ("grade", '[[grade]]\nid = "top"', "label_zh", 'label_zh = "上"', 'label_zh = "优"'),
    ("publicity", "[publicity]", "published", "published = true", "published = false"),
    ("figure", '[[act]]\nid = "queue-jumping"', "value", "value = 1.5", "value = 1.2"),
    ("figure", '[[act]]\nid = "queue-jumping"', "band", "band = [1, 2]", "band = [0, 3]"),
    ("figure", '[[act]]\nid = "queue-jumping"', "mark", '2], mark = "fiction"', '2], mark = "reported"'),
    ("figure", '[[act]]\nid = "queue-jumping"', "cite", 'cite = ["test-book"] }', 'cite = ["other-book"] }'),
)

_EVIDENCE_TABLES = (
    ("subjects", "[subjects]"),
    ("awareness", "[awareness]"),
    ("score", "[score]"),
    ("act", '[[act]]\nid = "loud-music"'),
    ("source", '[[source]]\nid = "registry"'),
    ("rule", '[[rule]]\nid = "bills"'),
    ("grade", '[[grade]]\nid = "top"'),
    ("consequence", '[[consequence]]\nid = "no-jobs"'),
    ("list", '[[list]]\nid = "blacklist"'),
    ("ground", '[[ground]]\nid = "criticism"'),
    ("association", '[[association]]\nid = "families"'),
    ("override", '[[override]]\nid = "careless"'),
    ("state_rule", '[[state_rule]]\nid = "schooling"'),
    ("version", '[[version]]\nid = "tired"'),
    ("legitimacy", "[legitimacy]"),
    ("trigger", '[[trigger]]\nid = "loud"'),
    ("operator", "[operator]"),
    ("legal_basis", "[legal_basis]"),
    ("automation", "[automation]"),
    ("recipient", "[[recipient]]"),
    ("appeal", "[appeal]"),
    ("explanation", "[explanation]"),
    ("restoration", "[restoration]"),
    ("publicity", "[publicity]"),
    ("security", "[security]"),
    ("log", "[log]"),
    ("impact_assessment", "[impact_assessment]"),
)

# A source named by a rule or ground, or a list by its ground, cannot be renamed alone: here none is named.
_UNNAMED = (
    FULL.replace('sources = ["registry", "neighbours"]\n', "")
    .replace('exit_seen_by = ["registry"]\n', "")
    .replace('drop_sources = ["neighbours"]\n', "")
)


TAKES_OVER = """\
[scheme]
id = "mine"
title = "Mine"
evidence = "constructed"
base = "suining-2010"
without = ["rule:red-light"]
"""
WHOLE = TAKES_OVER.replace('without = ["rule:red-light"]\n', "")


def _change(text: str, anchor: str, old: str, new: str) -> str:
    """The text with one line changed inside the table that starts at `anchor`."""
    assert text.count(anchor) == 1, anchor
    start = text.index(anchor)
    end = text.find("\n\n", start)
    block = text[start : end if end >= 0 else len(text)]
    assert block.count(old) == 1 or block.startswith(anchor), (anchor, old)
    position = block.index(old)
    return text[:start] + block[:position] + new + block[position + len(old) :] + text[start + len(block) :]


def _kind(table: str, key: str) -> str:
    return next(one.kind for one in KEYS if (one.table, one.name) == (table, key))


CALM = FULL.replace(POLITICS, "")
"""Nobody has an opinion: versions that triggers begin are worked out anew in every town, and take their time."""

PROMPT = CALM.replace("suspends = true", "suspends = false")
"""Consequences begin at once: where appeals hold them off, nobody on the list ever meets this one."""


def _base(table: str, anchor: str) -> str:
    """The text in which a line is changed."""
    if "struck-off" in anchor:
        return PROMPT
    return FULL if table in {"legitimacy", "trigger"} else CALM


_MORE = (*HOLDER_CHANGES, *AGREE_CHANGES, *RECIPIENT_CHANGES, *FAVOUR_CHANGES, *RANK_CHANGES, *RETURN_CHANGES,
         *VOTE_CHANGES, *FIRMS_HELD_CHANGES)  # fmt: skip
_OF_OTHERS = (*INDEX_LINES, *METER_LINES, *HOLDER_PAIRS, *INFERENCE_LINES, *DUE_LINES, *OF_STARS, *CONSENT_LINES,
              *VOTE_LINES, *REFIT_LINES, *NUMBER_LINES, *QUANTITY_LINES)  # fmt: skip
"""Changes of a base of their own."""


def _pairs() -> tuple[KeyChange, ...]:
    pairs = [
        KeyChange(table, key, _kind(table, key), base, _change(base, anchor, old, new))
        for table, anchor, key, old, new in _LINES
        for base in [_base(table, anchor)]
    ]
    # where appeals run, it cannot be said that there are none
    pairs.append(KeyChange("appeal", "exists", "declared", DENSE, DENSE.replace("exists = true", "exists = false")))
    renamed = _change(_UNNAMED, '[[source]]\nid = "registry"', 'id = "registry"', 'id = "register"')
    pairs.append(KeyChange("source", "id", "running", _UNNAMED, renamed))
    told = FULL.replace('evidence = "constructed"', 'evidence = "as-told"')
    pairs.append(KeyChange("scheme", "quoted", "declared", told, told.replace("quoted = false", "quoted = true")))
    unread = FULL + '\n[[list]]\nid = "empty-list"\nmark = "fiction"\ncite = ["test-book"]\n'
    renamed = _change(unread, '[[list]]\nid = "empty-list"', 'id = "empty-list"', 'id = "bare-list"')
    pairs.append(KeyChange("list", "id", "declared", unread, renamed))
    pairs += [
        KeyChange(
            "scheme", "taken_from", "declared", FULL, FULL.replace('taken_from = "sparse"', 'taken_from = "thin"')
        ),
        KeyChange("scheme", "base", "running", WHOLE, WHOLE.replace("suining-2010", "rongcheng-2016")),
        KeyChange(
            "scheme", "without", "running", TAKES_OVER, TAKES_OVER.replace("rule:red-light", "rule:loan-default")
        ),
    ]
    pairs += [
        KeyChange(table, key, _kind(table, key), base, _change(base, anchor, old, new))
        for base, table, anchor, key, old, new in (*_OF_OTHERS, *CAP_LINES, *REPAIR_LINES, *PUBLIC_LINES)
    ]
    pairs += [KeyChange(*pair[:2], "running", pair[2], pair[2].replace(*pair[3:])) for pair in ORGANISATION_CHANGES]
    pairs += [
        KeyChange(table, key, _kind(table, key), old, new)
        for table, key, old, new in (
            *SLOT_CHANGES,
            *SOURCE_CHANGES,
            *HOLDER_CHANGES,
            *DATED_CHANGES,
            *CONSENT_CHANGES,
            *_MORE,
        )
    ]
    for table, anchor in _EVIDENCE_TABLES:
        marked = _change(FULL, anchor, '\nmark = "fiction"', '\nmark = "reported"')
        pairs.append(KeyChange(table, "mark", "declared", FULL, marked))
        cited = _change(FULL, anchor, '\ncite = ["test-book"]', '\ncite = ["other-book"]')
        pairs.append(KeyChange(table, "cite", "declared", FULL, cited))
    return tuple(pairs)


KEY_CHANGES = _pairs()
"""One pair for every key of the grammar."""
