"""A dense scheme with ranks by its score, among those of a district and among all."""

from __future__ import annotations

import re

from scheme.dense import RULES

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

RANKS = f"""\
[[score]]
id = "rank"
title = "Rank in the district"
kind = "rank"
rank_of = "points"
rank_scope = "district"
refresh_days = 30
refresh_offset = 5
start = 50
lowest = 0
highest = 100
cap = "each-entry"
stack = "act"
{MARK}
[[score]]
id = "place"
kind = "rank"
rank_of = "points"
rank_scope = "nation"
refresh_days = 14
start = 0
lowest = 0
highest = 100
cap = "each-entry"
stack = "act"
{MARK}
[[grade]]
id = "elite"
score = "rank"
top_share = 0.2
{MARK}
[[grade]]
id = "many"
score = "rank"
at_least = 20
{MARK}
[[grade]]
id = "second-class"
score = "rank"
{MARK}
[[consequence]]
id = "first-in-all"
grade = "elite"
favour = ["promotion", "hospital"]
notice = "none"
{MARK}
[[consequence]]
id = "last-in-all"
grade = "second-class"
deny = ["loan", "private-job"]
notice = "given"
{MARK}
"""

_NAMED = RULES.replace("[score]\n", '[[score]]\nid = "points"\n', 1)
RANKED = re.sub(r'(\[\[(?:rule|grade)\]\]\nid = "[^"]+"\n)', r'\1score = "points"\n', _NAMED) + RANKS
"""Everybody is ranked in their district each month, and in the town each fortnight."""
