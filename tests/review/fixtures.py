"""For every rule: a change of the clean scheme on which it fails, and one on which it cannot tell.

A row is (code, lines changed before, the one line that makes it fail, the change on which it cannot tell). Each change
is a pair (old line, new line) with the header after which it is looked for. The minimal pair is the scheme after the
first changes, and the same with one line more changed: one field.
"""

from __future__ import annotations

from dataclasses import dataclass

from review.clean import CLEAN

Change = tuple[str, str, str]
"""Header (or the beginning of a table), line, and the line in its place."""


def changed(text: str, *changes: Change) -> str:
    """A text after changes, each of one line, behind a header."""
    for header, old, new in changes:
        start = text.index(header)
        place = text.index(old, start)
        text = text[:place] + new + text[place + len(old) :]
    return text


@dataclass(frozen=True)
class Fixture:
    """What a rule passes, what it fails (one field otherwise), and where it cannot tell."""

    code: str
    fires: Change
    cannot_tell: tuple[Change, ...]
    before: tuple[Change, ...] = ()
    verdict: str = "missing-field"
    has_edit: bool = True

    @property
    def passing(self) -> str:
        """The scheme that passes."""
        return changed(CLEAN, *self.before)

    @property
    def failing(self) -> str:
        """The same scheme with one field otherwise."""
        return changed(CLEAN, *self.before, self.fires)

    @property
    def silent(self) -> str:
        """The scheme of which the rule cannot tell."""
        return changed(CLEAN, *self.cannot_tell)


SOURCE, DRINK, FLAG, COURSE = "[[source]]", 'id = "drink"', 'id = "flag"', 'id = "course"'
LOST, APPEAL = 'id = "licence-lost"', "[appeal]"
JOB: Change = (LOST, 'deny = ["driving"]', 'deny = ["public-job"]')


def gone(header: str, line: str) -> tuple[Change, ...]:
    """A line left out."""
    return ((header, line + "\n", ""),)


UNUSED = """
[[source]]
id = "library"
context = "education"
sees = ["litter-dropped"]
detection = 0.1
false_per_year = 0
wrong_person = 0
match = "id-code"
delay_days = 1
delay = "fixed"

[[holder]]
id = "archive"
keeps = ["library"]

[[sharing]]
id = "passed-on"
from = "archive"
to = "scorer"
what = "all"
"""
LISTED = """
[[list]]
id = "debtors"

[[ground]]
id = "owes"
list = "debtors"
acts = ["judgment-default"]
exit_acts = ["judgment-performed"]

[[consequence]]
id = "no-posts"
list = "debtors"
deny = ["public-job"]
notice = "given"
"""

FIXTURES: tuple[Fixture, ...] = (
    Fixture("SS101", JOB, ((LOST, '"driving"', '"visa"'),), verdict="needs-outcome"),
    Fixture("SS102", (LOST, "severity = 3", "severity = 5"), gone(DRINK, "gravity = 3")),
    Fixture("SS103", (COURSE, 'context = "traffic"', 'context = "neighbourhood"'),
            ((COURSE, 'context = "traffic"', 'context = "public-order"'),),
            before=((LOST, '"driving"', '"visa"'), (SOURCE, 'context = "traffic"', 'context = "public-order"')),
            verdict="needs-outcome"),
    Fixture("SS104", (SOURCE, "inferred = false", "inferred = true"), gone(SOURCE, "inferred = false")),
    Fixture("SS105", ("[scheme]", "keep drivers who drink off the roads", "raise the morals of residents"),
            gone("[scheme]", 'purposes = ["to keep drivers who drink off the roads"]')),
    Fixture("SS106", JOB, (JOB, *gone("[automation]", "ai = false")), has_edit=False),
    Fixture("SS107", ("[automation]", "override_power = true", "override_power = false"),
            (JOB, ("[automation]", "ai = false", "ai = true"), *gone("[automation]", "override_power = true")),
            before=(JOB, ("[automation]", "ai = false", "ai = true"))),
    Fixture("DP201", ("[legal_basis]", '"statute"', '"policy"'), (("[legal_basis]", '"statute"', '"unknown"'),)),
    Fixture("DP202", (SOURCE, 'context = "traffic"', 'context = "health"'),
            ((SOURCE, 'context = "traffic"', 'context = "public-order"'),), verdict="needs-outcome"),
    Fixture("DP203", (SOURCE, '"driving-course"]', '"driving-course", "jaywalking"]'),
            (("[score]", 'stack = "act"', 'stack = "record"'),
             ("[impact_assessment]", "done = true\n", "done = true\n" + UNUSED)), verdict="needs-outcome"),
    Fixture("DP204", (SOURCE, "special = false", "special = true"),
            (*gone(SOURCE, "special = false"), *gone(SOURCE, 'categories = ["offences", "courses"]'))),
    Fixture("DP205", (SOURCE, 'verified_by = "court"', 'verified_by = "none"'),
            gone(SOURCE, 'verified_by = "court"')),
    Fixture("DP206", (SOURCE, 'id_match = "id-code"', 'id_match = "name"'),
            ((SOURCE, 'match = "id-code"', 'match = "name"'),), verdict="needs-outcome"),
    Fixture("DP207", ("[automation]", 'decision = "human"', 'decision = "machine"'),
            (("[automation]", 'decision = "human"', 'decision = "machine"'),),
            before=(("[legal_basis]", '"statute"', '"local-measure"'),), verdict="needs-outcome"),
    Fixture("DP208", ("[explanation]", "logic = true", "logic = false"), gone("[explanation]", "logic = true")),
    Fixture("DP209", (SOURCE, "retention_days = 1095", "retention_days = 2000"),
            gone(SOURCE, "retention_days = 1095")),
    Fixture("DP210", ("[impact_assessment]", "done = true", "done = false"),
            gone("[impact_assessment]", "done = true")),
    Fixture("EX301", (DRINK, "protected_conduct = []", 'protected_conduct = ["opinion"]'),
            ((DRINK, "protected_conduct = []", 'protected_conduct = ["speech"]'),), verdict="needs-outcome"),
    Fixture("EX302", (DRINK, "protected_conduct = []", 'protected_conduct = ["religion"]'),
            gone(FLAG, "protected_conduct = []")),
    Fixture("EX303", (DRINK, '"Driving after drinking"', '"Improper driving"'),
            ((DRINK, '"Driving after drinking"', '"Improper driving"\ntest = "0.5 per mille"'),),
            verdict="needs-outcome"),
    Fixture("EX304", (SOURCE, "continuous = false", "continuous = true"),
            ((SOURCE, '"courses"]', '"location"]'), *gone(SOURCE, "continuous = false"))),
    Fixture("EQ401", (COURSE, "points = 2", 'points = 2\nwhen = "woman"'),
            ((COURSE, "points = 2", 'points = 2\nwhen = "age < 30"'),), verdict="needs-outcome"),
    Fixture("EQ402", (SOURCE, '"courses"]', '"courses", "home address"]'),
            gone(SOURCE, 'categories = ["offences", "courses"]')),
    Fixture("EQ403", (COURSE, "free_path = true", "free_path = false"), gone(COURSE, "free_path = true")),
    Fixture("DU501", (LOST, 'notice = "given"', 'notice = "none"'),
            ((LOST, 'notice = "given"', 'notice = "none"'), *gone(LOST, "severity = 3"))),
    Fixture("DU502", (APPEAL, "independent = true", "independent = false"), gone(APPEAL, "independent = true")),
    Fixture("DU503", (LOST, "duration_days = 365", "duration_days = 60"),
            ((APPEAL, "suspensive = true", "suspensive = false"), *gone(LOST, "duration_days = 365")),
            before=((APPEAL, "suspensive = true", "suspensive = false"),), verdict="needs-outcome"),
    Fixture("DU504", (APPEAL, "propagates = true", "propagates = false"), gone(APPEAL, "rectifies = true")),
    Fixture("DU505", (APPEAL, "redress = true", "redress = false"), gone(APPEAL, "redress = true")),
    Fixture("RL601", (DRINK, "effective_on = 2014-05-01", "effective_on = 2013-05-01"),
            gone(DRINK, "effective_on = 2014-05-01")),
    Fixture("RL602", (FLAG, 'act = "flag-ignored"', 'act = "drunk-driving"'),
            ((DRINK, "also_punished_elsewhere = false", "also_punished_elsewhere = true"),), verdict="needs-outcome"),
    Fixture("RL603", (LOST, 'scope = "self"', 'scope = "household"'), gone(DRINK, 'actor = "self"')),
    Fixture("RL604", (DRINK, "breaches_law = true", "breaches_law = false"), gone(DRINK, "breaches_law = true")),
    Fixture("RL605", (DRINK, "expires_days = 1095\n", ""),
            (("[impact_assessment]", "done = true\n", "done = true\n" + LISTED),),
            before=gone(LOST, "duration_days = 365"), verdict="needs-outcome"),
    Fixture("PB701", ("[publicity]", "published = false", "published = true"),
            gone("[publicity]", "published = false")),
    Fixture("SC801", ("[log]", '"tamper-evident"', '"plain"'), gone("[log]", 'kind = "tamper-evident"')),
    Fixture("XX001", (APPEAL, "redress = true\n", ""), (), has_edit=False),
)  # fmt: skip
"""One row for each rule. `XX001` is about silence itself, and so can always tell; a test holds it to that."""
