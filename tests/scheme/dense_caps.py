"""A dense scheme of limits on points, and of points that rise from record to record."""

from __future__ import annotations

from scheme.dense import RULES
from scheme.dense_process import PROCESS
from scheme.dense_ties import TIES

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

CAPS = f"""\
[[rule]]
id = "quarrels"
act = "civil-dispute"
points = -6
repeat = {{ count = 1, within_days = 150 }}
escalate = {{ factor = 1.5, most = 18 }}
group = "money"
group_days = 60
{MARK}
[[rule]]
id = "charges"
act = "late-bill"
points = -4
repeat = {{ count = 2, within_days = 200 }}
escalate = {{ factor = 1.37 }}
group = "money"
group_days = 60
{MARK}
[[rule]]
id = "more-gifts"
act = "charity-gift"
points = 12.5
expires_days = 40
per_days = 5
{MARK}
[[cap]]
id = "some-kindness"
title = "Kindness counts once in a while"
rules = ["gifts", "more-gifts"]
points = 50
days = 100
{MARK}
[[cap]]
id = "not-more-than-that"
rules = ["bills", "charges", "quarrels"]
points = -70
days = 90
{MARK}
"""

_APPEALS = PROCESS.replace("filed = 0.7\nfiled_if_right = 0.3", "filed = 1\nfiled_if_right = 0.8").replace(
    "days = 20\nsuspends = true", "days = 2\nsuspends = false"
)

CAPPED = (
    (RULES + CAPS + TIES + _APPEALS)
    .replace('stack = "act"', 'stack = "record"')
    .replace('sources = ["registry", "neighbours"]\nexpires_days = 200', "expires_days = 200")
)
"""Gains and losses are limited, alone and in a group; some are shared, some appealed against."""
