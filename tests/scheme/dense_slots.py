"""The dense schemes with two scores more: one that is capped on reading and hidden, and one without grades."""

from __future__ import annotations

import re

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

FURTHER = f"""\
[[score]]
id = "standing"
title = "Standing in the street"
hidden = true
start = 60
lowest = 0
highest = 100
cap = "on-reading"
stack = "act"
{MARK}
[[score]]
id = "quarrelling"
start = 0
lowest = -40
highest = 40
cap = "each-entry"
stack = "act"
{MARK}
[[rule]]
id = "standing-bills"
score = "standing"
act = "late-bill"
points = -19
expires_days = 70
{MARK}
[[rule]]
id = "standing-neglect"
score = "standing"
act = "elder-neglect"
points = [-30, -10]
{MARK}
[[rule]]
id = "standing-gifts"
score = "standing"
act = "charity-gift"
points = 12
repeat = {{ count = 2, within_days = 150 }}
{MARK}
[[rule]]
id = "quarrels-counted"
score = "quarrelling"
act = "civil-dispute"
points = -8
per_days = 20
{MARK}
[[grade]]
id = "known"
score = "standing"
at_least = 45
{MARK}
[[grade]]
id = "shunned"
score = "standing"
{MARK}
[[consequence]]
id = "no-credit"
grade = "shunned"
deny = ["loan", "flight"]
notice = "given"
{MARK}
[[consequence]]
id = "well-treated"
grade = "trusted"
favour = ["hospital"]
notice = "none"
{MARK}
[[override]]
id = "shunned-critics"
grade = "shunned"
acts = ["critical-post", "elder-neglect"]
within_days = 60
{MARK}
"""

SCHOOLED = f"""
[[state_rule]]
id = "standing-schooling"
score = "standing"
when = "education >= 2 and not out-of-work"
points = 6
refresh_days = 60
{MARK}
"""
"""Points of a further score that stand while something is so."""

TRUSTED = f'[[grade]]\nid = "trusted"\nscore = "standing"\nat_least = 70\n{MARK}\n'
"""Stands among the grades of the first score: only their order within a score means something."""


def slotted(text: str) -> str:
    """A dense scheme with its one score named, and two more beside it."""
    named = text.replace("[score]\n", '[[score]]\nid = "points"\n', 1)
    for table in ("rule", "state_rule", "quantity_rule", "grade"):
        named = re.sub(rf'(\[\[{table}\]\]\nid = "[^"]+"\n)', r'\1score = "points"\n', named)
    stack = 'stack = "record"' if 'stack = "record"' in text else 'stack = "act"'
    middle = named.index('[[grade]]\nid = "middle"')
    return named[:middle] + TRUSTED + named[middle:] + "\n" + FURTHER.replace('stack = "act"', stack)
