"""A dense scheme of repairs: of points, old and new, own and of others, and of what lists somebody."""

from __future__ import annotations

from scheme.dense import RULES
from scheme.dense_process import PROCESS
from scheme.dense_ties import TIES

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

REPAIRS = f"""\
[[rule]]
id = "quarrels"
act = "civil-dispute"
points = -6.5
{MARK}
[[list]]
id = "notices"
title = "Notices"
{MARK}
[[ground]]
id = "quarrelsome"
list = "notices"
acts = ["civil-dispute", "late-bill"]
entry_delay_days = 3
term_days = 120
exit_delay_days = 2
{MARK}
[[consequence]]
id = "no-loans"
list = "notices"
deny = ["loan"]
notice = "given"
{MARK}
[[repair]]
id = "care"
title = "Caring for the old"
act = "elder-care"
sources = ["registry"]
points = 9
rules = ["bills", "queues", "quarrels"]
largest = 50
after_days = 9
within_days = 110
most = 2
per_days = 60
when = "score < 95"
{MARK}
[[repair]]
id = "giving"
act = "charity-gift"
points = 4.5
rules = ["bills", "posts", "neglect"]
sources = ["registry", "neighbours"]
most = 1
per_days = 45
{MARK}
[[repair]]
id = "peace"
act = "charity-gift"
ground = "quarrelsome"
after_days = 5
most = 1
per_days = 40
{MARK}
"""

_APPEALS = PROCESS.replace("filed = 0.7\nfiled_if_right = 0.3", "filed = 1\nfiled_if_right = 0.8").replace(
    "days = 20\nsuspends = true", "days = 2\nsuspends = false"
)

REPAIRED = RULES + REPAIRS + TIES + _APPEALS
"""Gifts and care bring back what was lost, also through others, and end a listing; much of it is appealed against."""

REPAIRED_OPEN = REPAIRED.replace('cap = "each-entry"', 'cap = "on-reading"\nreset_days = 120').replace(
    'stack = "act"', 'stack = "record"'
)
"""The sum stays open, and is set to its start three times a year."""
