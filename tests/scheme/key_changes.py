"""For every key of the grammar, one pair of schemes that differ in this key alone.

`KEY_CHANGES` is what tests of the engine iterate over: a `running` key must change the digest of a town
of about 3,000 residents over two years, a `declared` key must not.
"""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.scheme.grammar import KEYS
from scheme.dense import DENSE


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


# table, first lines of the table that is changed (to find it), key, line as it stands, line as it becomes
_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("scheme", "[scheme]", "id", 'id = "dense"', 'id = "denser"'),
    ("scheme", "[scheme]", "title", 'title = "A dense scheme for tests"', 'title = "Another title"'),
    ("scheme", "[scheme]", "title_zh", 'title_zh = "测试"', 'title_zh = "考试"'),
    ("scheme", "[scheme]", "place", 'place = "nowhere"', 'place = "elsewhere"'),
    ("scheme", "[scheme]", "years", 'years = "never"', 'years = "always"'),
    ("scheme", "[scheme]", "status", 'status = "made up"', 'status = "invented"'),
    ("scheme", "[scheme]", "evidence", 'evidence = "constructed"', 'evidence = "fiction"'),
    ("scheme", "[scheme]", "consent", 'consent = "compulsory"', 'consent = "opt-in"'),
    ("scheme", "[scheme]", "purposes", 'purposes = ["to test"]', 'purposes = ["harmony"]'),
    ("scheme", "[scheme]", "uncertain", 'uncertain = ["nothing"]', 'uncertain = ["everything"]'),
    ("scheme", "[scheme]", "not_modelled", 'not_modelled = ["weather"]', 'not_modelled = ["climate"]'),
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
    ("act", '[[act]]\nid = "queue-jumping"', "lawful", "lawful = true", "lawful = false"),
    ("act", '[[act]]\nid = "loud-music"', "rate", "rate = 0.8", "rate = 1.9"),
    ("source", '[[source]]\nid = "neighbours"', "title", 'title = "Neighbours"', 'title = "Passers-by"'),
    ("source", '[[source]]\nid = "registry"', "context", 'context = "credit"', 'context = "consumption"'),
    (
        "source",
        '[[source]]\nid = "registry"',
        "sees",
        'sees = ["late-bill", "charity-gift", "civil-dispute", "elder-care"]',
        'sees = ["late-bill", "charity-gift", "civil-dispute"]',
    ),
    ("source", '[[source]]\nid = "registry"', "detection", "detection = 0.9", "detection = 0.4"),
    ("source", '[[source]]\nid = "registry"', "false_per_year", "false_per_year = 0.2", "false_per_year = 1.5"),
    ("source", '[[source]]\nid = "registry"', "wrong_person", "wrong_person = 0.2", "wrong_person = 0.8"),
    ("source", '[[source]]\nid = "registry"', "match", 'match = "name"', 'match = "id-code"'),
    ("source", '[[source]]\nid = "registry"', "delay_days", "delay_days = 20", "delay_days = 90"),
    ("source", '[[source]]\nid = "registry"', "delay", 'delay = "exponential"', 'delay = "fixed"'),
    (
        "source",
        '[[source]]\nid = "registry"',
        "watch",
        "watch = { majority = 1, minority_a = 1.05, minority_b = 1.1, urban = 0.9, rural = 1 }",
        "watch = { majority = 0.2, minority_a = 0.2, minority_b = 0.2, urban = 0.2, rural = 0.2 }",
    ),
    ("source", '[[source]]\nid = "registry"', "categories", 'categories = ["bills"]', 'categories = ["debts"]'),
    ("source", '[[source]]\nid = "registry"', "special", "special = false", "special = true"),
    ("source", '[[source]]\nid = "registry"', "inferred", "inferred = false", "inferred = true"),
    ("source", '[[source]]\nid = "registry"', "origin", 'origin = "utilities"', 'origin = "shops"'),
    ("source", '[[source]]\nid = "registry"', "verified_by", 'verified_by = "agency"', 'verified_by = "none"'),
    ("source", '[[source]]\nid = "registry"', "id_match", 'id_match = "name"', 'id_match = "name+dob"'),
    ("source", '[[source]]\nid = "registry"', "retention_days", "retention_days = 3650", "retention_days = 30"),
    ("source.watch", '[[source]]\nid = "registry"', "majority", "majority = 1,", "majority = 0.3,"),
    ("source.watch", '[[source]]\nid = "registry"', "minority_a", "minority_a = 1.05", "minority_a = 0.1"),
    ("source.watch", '[[source]]\nid = "registry"', "minority_b", "minority_b = 1.1", "minority_b = 0.1"),
    ("source.watch", '[[source]]\nid = "registry"', "urban", "urban = 0.9", "urban = 0.3"),
    ("source.watch", '[[source]]\nid = "registry"', "rural", "rural = 1 }", "rural = 0.3 }"),
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
    ("consequence", '[[consequence]]\nid = "struck-off"', "id", 'id = "struck-off"', 'id = "stricken-off"'),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "title", 'title = "No jobs"', 'title = "Jobs denied"'),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "grade", 'grade = "middle"', 'grade = "spare"'),
    ("consequence", '[[consequence]]\nid = "struck-off"', "list", 'list = "blacklist"', 'list = "watchlist"'),
    (
        "consequence",
        '[[consequence]]\nid = "no-jobs"',
        "deny",
        'deny = ["public-job"]',
        'deny = ["public-job", "private-job", "government-support"]',
    ),
    (
        "consequence",
        '[[consequence]]\nid = "precedence"',
        "favour",
        'favour = ["public-job"]',
        'favour = ["private-job"]',
    ),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "notice", 'notice = "none"', 'notice = "given"'),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "domain", 'domain = "employment"', 'domain = "welfare"'),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "severity", "severity = 4", "severity = 2"),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "reversible", "reversible = true", "reversible = false"),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "automatic", "automatic = true", "automatic = false"),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "scope", 'scope = "self"', 'scope = "children"'),
    ("consequence", '[[consequence]]\nid = "no-jobs"', "duration_days", "duration_days = 365", "duration_days = 30"),
    (
        "consequence",
        '[[consequence]]\nid = "struck-off"',
        "degree",
        "degree = { loan-terms = -2, deposit = -1, hospital-queue = -3, internet-speed = -1, dating-visibility = 2 }",
        "degree = { loan-terms = 2, deposit = 1, hospital-queue = 3, internet-speed = 1, dating-visibility = -2 }",
    ),
    ("consequence.degree", '[[consequence]]\nid = "struck-off"', "loan-terms", "loan-terms = -2", "loan-terms = 3"),
    ("consequence.degree", '[[consequence]]\nid = "struck-off"', "deposit", "deposit = -1", "deposit = 3"),
    (
        "consequence.degree",
        '[[consequence]]\nid = "struck-off"',
        "hospital-queue",
        "hospital-queue = -3",
        "hospital-queue = 3",
    ),
    (
        "consequence.degree",
        '[[consequence]]\nid = "struck-off"',
        "internet-speed",
        "internet-speed = -1",
        "internet-speed = 3",
    ),
    (
        "consequence.degree",
        '[[consequence]]\nid = "struck-off"',
        "dating-visibility",
        "dating-visibility = 2",
        "dating-visibility = -3",
    ),
    (
        "consequence",
        '[[consequence]]\nid = "looked-up"',
        "through",
        'through = "look-up"\nlook_up = 0.5',
        'through = "direct"',
    ),
    ("consequence", '[[consequence]]\nid = "looked-up"', "look_up", "look_up = 0.5", "look_up = 0.95"),
    ("list", '[[list]]\nid = "blacklist"', "title", 'title = "Black list"', 'title = "Black book"'),
    ("list", '[[list]]\nid = "blacklist"', "keeper", 'keeper = "the registry"', 'keeper = "the court"'),
    ("list", '[[list]]\nid = "blacklist"', "legal_basis", 'legal_basis = "Order 2"', 'legal_basis = "Order 3"'),
    ("ground", '[[ground]]\nid = "unpaid"', "title", 'title = "Unpaid again and again"', 'title = "Unpaid"'),
    ("ground", '[[ground]]\nid = "unpaid"', "list", 'list = "blacklist"', 'list = "watchlist"'),
    (
        "ground",
        '[[ground]]\nid = "unpaid"',
        "acts",
        'acts = ["late-bill", "civil-dispute"]\nsources',
        'acts = ["late-bill"]\nsources',
    ),
    (
        "ground",
        '[[ground]]\nid = "unpaid"',
        "sources",
        'sources = ["registry", "neighbours"]',
        'sources = ["neighbours"]',
    ),
    (
        "ground",
        '[[ground]]\nid = "unpaid"',
        "repeat",
        "repeat = { count = 2, within_days = 300 }",
        "repeat = { count = 3, within_days = 200 }",
    ),
    ("ground", '[[ground]]\nid = "unpaid"', "min_age_years", "min_age_years = 20", "min_age_years = 50"),
    ("ground", '[[ground]]\nid = "unpaid"', "entry_delay_days", "entry_delay_days = 10", "entry_delay_days = 40"),
    ("ground", '[[ground]]\nid = "unpaid"', "entry_clock", 'entry_clock = "working-days"', 'entry_clock = "calendar"'),
    ("ground", '[[ground]]\nid = "unpaid"', "term_days", "term_days = 100", "term_days = 20"),
    ("ground", '[[ground]]\nid = "unpaid"', "extend_by_days", "extend_by_days = 60", "extend_by_days = 10"),
    (
        "ground",
        '[[ground]]\nid = "unpaid"',
        "extend_acts",
        'extend_acts = ["civil-dispute"]',
        'extend_acts = ["charity-gift"]',
    ),
    ("ground", '[[ground]]\nid = "unpaid"', "longest_days", "longest_days = 150", "longest_days = 110"),
    ("ground", '[[ground]]\nid = "unpaid"', "exit_acts", 'exit_acts = ["charity-gift"]', 'exit_acts = ["elder-care"]'),
    ("ground", '[[ground]]\nid = "unpaid"', "exit_seen_by", 'exit_seen_by = ["registry"]\n', ""),
    ("ground", '[[ground]]\nid = "unpaid"', "exit_delay_days", "exit_delay_days = 9", "exit_delay_days = 60"),
    ("ground", '[[ground]]\nid = "unpaid"', "exit_clock", 'exit_clock = "working-days"', 'exit_clock = "calendar"'),
    ("ground.repeat", '[[ground]]\nid = "unpaid"', "count", "count = 2", "count = 3"),
    ("ground.repeat", '[[ground]]\nid = "unpaid"', "within_days", "within_days = 300", "within_days = 30"),
    ("ground", '[[ground]]\nid = "unpaid"', "id", 'id = "unpaid"', 'id = "unpaid-again"'),
    ("version", '[[version]]\nid = "tired"', "id", 'id = "tired"', 'id = "weary"'),
    ("version", '[[version]]\nid = "tired"', "title", 'title = "The office tires"', 'title = "The office rests"'),
    ("version", '[[version]]\nid = "tired"', "from_day", "from_day = 280", "from_day = 150"),
    ("version", '[[version]]\nid = "tired"', "drop", 'drop = ["grades"]', 'drop = ["rules"]'),
    ("version", '[[version]]\nid = "tired"', "drop_rules", 'drop_rules = ["neglect"]', 'drop_rules = ["bills"]'),
    (
        "version",
        '[[version]]\nid = "tired"',
        "drop_sources",
        'drop_sources = ["neighbours"]',
        'drop_sources = ["registry"]',
    ),
    ("version", '[[version]]\nid = "tired"', "drop_lists", 'drop_lists = ["spare-list"]', 'drop_lists = ["watchlist"]'),
    (
        "version",
        '[[version]]\nid = "tired"',
        "drop_consequences",
        'drop_consequences = ["looked-up"]',
        'drop_consequences = ["struck-off"]',
    ),
    ("publicity", "[publicity]", "published", "published = true", "published = false"),
    ("figure", '[[act]]\nid = "queue-jumping"', "value", "value = 1.5", "value = 1.2"),
    ("figure", '[[act]]\nid = "queue-jumping"', "band", "band = [1, 2]", "band = [0, 3]"),
    ("figure", '[[act]]\nid = "queue-jumping"', "mark", '2], mark = "fiction"', '2], mark = "reported"'),
    ("figure", '[[act]]\nid = "queue-jumping"', "cite", 'cite = ["test-book"] }', 'cite = ["other-book"] }'),
    ("operator", "[operator]", "kind", 'kind = "local-government"', 'kind = "firm"'),
    ("operator", "[operator]", "jurisdictions", 'jurisdictions = ["nowhere"]', 'jurisdictions = ["elsewhere"]'),
    ("legal_basis", "[legal_basis]", "kind", 'kind = "policy"', 'kind = "statute"'),
    ("legal_basis", "[legal_basis]", "title", 'title = "Order 1"', 'title = "Order 2"'),
    ("legal_basis", "[legal_basis]", "public_on", "public_on = 2019-01-01", "public_on = 2021-01-01"),
    ("automation", "[automation]", "ai", "ai = false", "ai = true"),
    ("automation", "[automation]", "decision", 'decision = "machine"', 'decision = "human"'),
    ("automation", "[automation]", "human_step", 'human_step = "a stamp"', 'human_step = "a look"'),
    ("automation", "[automation]", "override_power", "override_power = false", "override_power = true"),
    ("recipient", "[[recipient]]", "id", 'id = "employers"', 'id = "landlords"'),
    ("recipient", "[[recipient]]", "relies", 'relies = "decisive"', 'relies = "partly"'),
    ("recipient", "[[recipient]]", "onward", "onward = false", "onward = true"),
    ("appeal", "[appeal]", "exists", "exists = true", "exists = false"),
    ("appeal", "[appeal]", "independent", "independent = false", "independent = true"),
    ("appeal", "[appeal]", "reasons", "reasons = false", "reasons = true"),
    ("appeal", "[appeal]", "evidence_access", "evidence_access = false", "evidence_access = true"),
    ("appeal", "[appeal]", "decision_days", "decision_days = 60", "decision_days = 15"),
    ("appeal", "[appeal]", "suspensive", "suspensive = false", "suspensive = true"),
    ("appeal", "[appeal]", "fee", "fee = true", "fee = false"),
    ("appeal", "[appeal]", "redress", "redress = false", "redress = true"),
    ("appeal", "[appeal]", "propagates", "propagates = false", "propagates = true"),
    ("restoration", "[restoration]", "steps", 'steps = ["wait"]', 'steps = ["wait", "ask"]'),
    ("publicity", "[publicity]", "fields", 'fields = ["number"]', 'fields = ["number", "grade"]'),
    ("publicity", "[publicity]", "days", "days = 100", "days = 10"),
    ("publicity", "[publicity]", "searchable", "searchable = false", "searchable = true"),
    ("security", "[security]", "access_control", "access_control = true", "access_control = false"),
    ("security", "[security]", "encrypted", "encrypted = true", "encrypted = false"),
    ("security", "[security]", "breach_notice", "breach_notice = false", "breach_notice = true"),
    ("log", "[log]", "kind", 'kind = "plain"', 'kind = "tamper-evident"'),
    ("log", "[log]", "audit_rate", "audit_rate = 0.01", "audit_rate = 0.2"),
    ("impact_assessment", "[impact_assessment]", "done", "done = false", "done = true"),
    ("impact_assessment", "[impact_assessment]", "public", "public = false", "public = true"),
    ("impact_assessment", "[impact_assessment]", "done_on", "done_on = 2019-06-01", "done_on = 2020-06-01"),
    (
        "consequence",
        '[[consequence]]\nid = "struck-off"',
        "decision",
        "delay_days = 9\ndecision.override = 0.3",
        "delay_days = 49\ndecision.override = 0.8",
    ),
    ("consequence.decision", '[[consequence]]\nid = "struck-off"', "by", 'by = "officer"', 'by = "judge"'),
    (
        "consequence.decision",
        '[[consequence]]\nid = "struck-off"',
        "delay_days",
        "decision.delay_days = 9",
        "decision.delay_days = 39",
    ),
    ("consequence.decision", '[[consequence]]\nid = "struck-off"', "override", "override = 0.3", "override = 0.9"),
    ("consequence.decision", '[[consequence]]\nid = "struck-off"', "per_thousand_year", "year = 400", "year = 30"),
    (
        "consequence.decision",
        '[[consequence]]\nid = "struck-off"',
        "mark",
        'decision.mark = "fiction"',
        'decision.mark = "reported"',
    ),
    (
        "consequence.decision",
        '[[consequence]]\nid = "struck-off"',
        "cite",
        'decision.cite = ["test-book"]',
        'decision.cite = ["other-book"]',
    ),
    (
        "ground",
        '[[ground]]\nid = "unpaid"',
        "decision",
        "delay_days = 5\ndecision.override = 0.2",
        "delay_days = 45\ndecision.override = 0.8",
    ),
    ("ground.decision", '[[ground]]\nid = "unpaid"', "by", 'by = "officer"', 'by = "judge"'),
    (
        "ground.decision",
        '[[ground]]\nid = "unpaid"',
        "delay_days",
        "decision.delay_days = 5",
        "decision.delay_days = 35",
    ),
    ("ground.decision", '[[ground]]\nid = "unpaid"', "override", "override = 0.2", "override = 0.9"),
    ("ground.decision", '[[ground]]\nid = "unpaid"', "per_thousand_year", "year = 600", "year = 30"),
    ("ground.decision", '[[ground]]\nid = "unpaid"', "mark", 'decision.mark = "fiction"', 'decision.mark = "reported"'),
    (
        "ground.decision",
        '[[ground]]\nid = "unpaid"',
        "cite",
        'decision.cite = ["test-book"]',
        'decision.cite = ["other-book"]',
    ),
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
    ("version", '[[version]]\nid = "tired"'),
    ("operator", "[operator]"),
    ("legal_basis", "[legal_basis]"),
    ("automation", "[automation]"),
    ("recipient", "[[recipient]]"),
    ("appeal", "[appeal]"),
    ("restoration", "[restoration]"),
    ("publicity", "[publicity]"),
    ("security", "[security]"),
    ("log", "[log]"),
    ("impact_assessment", "[impact_assessment]"),
)

# A source named by a rule or ground, or a list by its ground, cannot be renamed alone: here none is named.
_UNNAMED = (
    DENSE.replace('sources = ["registry", "neighbours"]\n', "")
    .replace('exit_seen_by = ["registry"]\n', "")
    .replace('drop_sources = ["neighbours"]\n', "")
)


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


def _pairs() -> tuple[KeyChange, ...]:
    pairs = [
        KeyChange(table, key, _kind(table, key), DENSE, _change(DENSE, anchor, old, new))
        for table, anchor, key, old, new in _LINES
    ]
    renamed = _change(_UNNAMED, '[[source]]\nid = "registry"', 'id = "registry"', 'id = "register"')
    pairs.append(KeyChange("source", "id", "running", _UNNAMED, renamed))
    unread = DENSE + '\n[[list]]\nid = "empty-list"\nmark = "fiction"\ncite = ["test-book"]\n'
    renamed = _change(unread, '[[list]]\nid = "empty-list"', 'id = "empty-list"', 'id = "bare-list"')
    pairs.append(KeyChange("list", "id", "declared", unread, renamed))
    for table, anchor in _EVIDENCE_TABLES:
        marked = _change(DENSE, anchor, '\nmark = "fiction"', '\nmark = "reported"')
        pairs.append(KeyChange(table, "mark", "declared", DENSE, marked))
        cited = _change(DENSE, anchor, '\ncite = ["test-book"]', '\ncite = ["other-book"]')
        pairs.append(KeyChange(table, "cite", "declared", DENSE, cited))
    return tuple(pairs)


KEY_CHANGES = _pairs()
"""One pair for every key of the grammar."""
