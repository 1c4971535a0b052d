"""A scheme that declares acts of firms and of governments, and uses them wherever an act of theirs can stand."""

from __future__ import annotations

from scheme.dense_organisations import GOVERNED

OWN_BUSINESS = """
[[act]]
id = "night-work"
title = "Work at night beyond what was agreed"
by = "firm"
victim = "another"
lawful = false
rate = 6
harm = { tie = "neighbour", what = "asset-gained", asset = "sick", chance = 0.5 }

[[act]]
id = "open-day"
title = "A day on which anybody may look around"
by = "firm"
victim = "nobody"
lawful = true
rate = 5

[[act]]
id = "square-fenced"
title = "A square fenced in without a decision"
by = "government"
victim = "public"
lawful = false
rate = 5
harm = { tie = "customer", what = "income-down" }

[[act]]
id = "fence-removed"
title = "A fence taken down again"
by = "government"
victim = "nobody"
lawful = true
rate = 3
"""

SEEN_BUSINESS = """
[[source]]
id = "walkers"
context = "neighbourhood"
sees = ["night-work", "open-day", "square-fenced", "fence-removed"]
detection = 0.7
false_per_year = 1
wrong_person = 0.2
match = "name"
delay_days = 4
delay = "exponential"
inspects = true

[[rule]]
id = "nights"
act = "night-work"
points = [-30, -10]
expires_days = 60

[[rule]]
id = "days"
act = "open-day"
points = -4

[[override]]
id = "every-night"
grade = "bad"
acts = ["night-work"]
count = 3
within_days = 90

[[ground]]
id = "fenced"
list = "black"
acts = ["square-fenced"]
exit_acts = ["fence-removed"]
exit_seen_by = ["walkers"]
term_days = 60
"""

BUSINESS = GOVERNED + OWN_BUSINESS + SEEN_BUSINESS
"""Records of them move scores and grades, list, and end a listing."""

UNSEEN = GOVERNED + OWN_BUSINESS
"""The same acts, and nothing that sees them."""
