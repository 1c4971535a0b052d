"""Schemes for the twin: the dense one, and changes of it that put every mechanism under strain."""

from __future__ import annotations

from glasstown.vocab.capacities import CAPACITY_IDS
from scheme.dense import DENSE, FULL
from scheme.dense_acts import OWN_ACTS
from scheme.key_changes import _LINES as LINES
from scheme.key_changes import _change as change_line
from scheme.key_changes import _kind as kind_of

RUNNING_LINES = tuple(line for line in LINES if kind_of(line[0], line[2]) == "running")
"""(table, anchor, key, line as it stands, line as it becomes) of every key that the engine can feel."""


def with_lines(lines):
    """The dense scheme with some lines changed; a line that another change took away stays as it is."""
    text = DENSE
    for _, anchor, _, old, new in lines:
        head = anchor if anchor in text else anchor.replace(old, new)
        if text.count(head) == 1 and old in text[text.index(head) :].split("\n\n", 1)[0]:
            text = change_line(text, head, old, new)
    return text


def replaced(*pairs):
    """The dense scheme with pieces of text put in place of others, each of which must be there."""
    return edited_text(DENSE, *pairs)


def edited_text(text, *pairs):
    """Any text with pieces put in place of others."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


HEAVY = replaced(
    ('cap = "each-entry"', 'cap = "on-reading"'),
    ('stack = "act"', 'stack = "record"'),
    ("min_age_years = 18", "min_age_years = 8"),
    ("false_per_year = 0.2", "false_per_year = 0.3"),
    ("wrong_person = 0.2", "wrong_person = 0.6"),
    ('match = "description"', 'match = "id-code"'),
    ("delay_days = 5", "delay_days = 0"),
    ("expires_days = 90", "expires_days = 3"),
    ("within_days = 180", "within_days = 40"),
    ("rate = { value = 1.5, band = [1, 2]", "rate = { value = 6, band = [1, 8]"),
    ("learned_per_year = 0.4", "learned_per_year = 1"),
    ('deny = ["public-job"]', 'deny = ["public-job", "private-job"]'),
    ("points = -40", "points = [-40.5, -12.25]"),
)
"""Caps on reading, records that stack, expiry shorter than a step, wrong persons, children who become subjects."""

GENEROUS = replaced(
    ("highest = 150", "highest = 110"),
    ("points = 35", "points = [20, 60]"),
    ('match = "name"', 'match = "description"'),
    ('match = "description"\ndelay_days = 5', 'match = "name"\ndelay_days = 5'),
    ("wrong_person = 0.1", "wrong_person = 1"),
    ("detection = 0.9", "detection = 1"),
    ("minority_a = 1.05, minority_b = 1.1, urban = 0.9", "minority_a = 0.2, minority_b = 1, urban = 1"),
    ("expires_days = 200", "expires_days = 45"),
    ("coverage = 0.9", "coverage = 1"),
    ("start = 0.3", "start = 0"),
    ('by = "resident"', 'by = "reference"'),
    ('"queue-jumping", "late-bill"', '"queue-jumping", "loud-music", "late-bill"'),
)
"""A cap on each entry that bonuses run into, with expiry behind it; every look certain, every second record astray."""

EVERY_MATCH = (
    HEAVY
    + """
[[source]]
id = "passers-by"
context = "public-order"
sees = ["charity-gift", "elder-neglect"]
detection = 0.9
wrong_person = 0.5
false_per_year = 0
match = "description"
delay_days = 2
delay = "exponential"
mark = "fiction"
cite = ["test-book"]
"""
)
"""The heavy scheme with a source more: one goes by name, one by identity code, one by description."""

WIDE = replaced(
    ("lowest = 0", "lowest = -2000000"),
    ("highest = 150", "highest = 2000000"),
    ("points = [-60, -20]", "points = [-2000000, 1999999.5]"),
    ('cap = "each-entry"', 'cap = "on-reading"'),
)
"""The widest discretion in the finest grain: four thousand million choices, at the ends of the score."""

TAKEN = ", ".join(f'"{name}"' for name in CAPACITY_IDS)
PLACED = '"public-job", "hospital", "private-school", "prestige-job", "promotion", "dating", "top-school"'

WORSE = "degree = { loan-terms = -2, deposit = -3, internet-speed = -3, dating-visibility = -1, airport-lane = -3 }"
BETTER = "degree = { loan-terms = 3, deposit = 2, internet-speed = 3, airport-lane = 3, fare = 3 }"

HARSH = replaced(
    ("coverage = 0.9", "coverage = 1"),
    ("start = 0.3", "start = 0.6"),
    ("start = 100\n", "start = 85\n"),
    ("min_age_years = 18", "min_age_years = 0"),
    ("points = 35", "points = 25"),
    ("points = -40", "points = -12"),
    ("detection = 0.8", "detection = 1"),
    ('favour = ["public-job"]', f"favour = [{PLACED}]\n{BETTER}"),
    (
        'deny = ["public-job"]\ndegree = { airport-lane = -2, fare = -1 }',
        f'deny = ["hospital", "flight", "high-speed-rail", "loan"]\n{WORSE}',
    ),
    ('deny = ["government-support", "private-job", "public-job"]', f"deny = [{TAKEN}]"),
)
"""Half of the town is denied journeys, loans and care, the rest are served first; the worst are denied everything."""

CONTESTED = edited_text(
    FULL,
    ("filed = 0.7\nfiled_if_right = 0.3", "filed = 1\nfiled_if_right = 0.8"),
    ("upheld = 0.8\nupheld_if_right = 0.2", "upheld = 0.9\nupheld_if_right = 0.7"),
    ("days = 20\nsuspends = true", "days = 2\nsuspends = false"),
    ("slots_per_thousand_year = 600\n", ""),
    ('grade = "middle"\ndeny = ["public-job"]', 'grade = "middle"\ndeny = ["public-job", "flight", "loan"]'),
    ('notice = "none"\ndomain', 'notice = "given"\ndomain'),
    ("detection = 0.8", "detection = 1"),
    ("learned_per_year = 0.4", "learned_per_year = 1"),
    ("at_least = 55", "at_least = 85"),
    ("rate = { value = 1.5, band = [1, 2]", "rate = { value = 6, band = [1, 8]"),
)
"""Nearly everybody appeals against everything, soon and with success; nothing waits for the decision."""

CONTESTED_OPEN = edited_text(
    CONTESTED,
    ('cap = "each-entry"', 'cap = "on-reading"'),
    ("suspends = false", "suspends = true"),
    ('first = "oldest"', 'first = "keyed"\nslots_per_thousand_year = 900'),
    ('drop = ["grades"]', 'drop = ["scheme"]'),
    ("expires_days = 200", "expires_days = 40"),
    ("highest = 150", "highest = 101"),
)
"""The same with an open sum, few who decide, consequences that wait for them, and a scheme that ends."""

OWN = (
    HARSH.replace('sees = ["late-bill", ', 'sees = ["round-of-drinks", "fair", "late-bill", ', 1)
    + OWN_ACTS.replace('act = "red-light", chance = 0.5', 'act = "fare-evasion", chance = 0.9')
    .replace('capacity = ["public-job"]\nplace = "match"', 'capacity = ["flight"]\nplace = "match"')
    .replace("rate = 2\n", "rate = 6\n")
    + """
[[rule]]
id = "drinks"
act = "round-of-drinks"
points = -3
mark = "fiction"
cite = ["test-book"]
"""
)
"""The same with acts of its own that need, do, harm, follow and are brought; one of them is seen and judged."""
