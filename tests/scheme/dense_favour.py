"""A dense scheme whose officials are kinder to those tied to one: points, listings, what is taken and what is given."""

from __future__ import annotations

from scheme.dense import RULES
from scheme.dense_organisations import GOVERNED

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

_TIES = "self = 0.9\nhousehold = 0.8\nkin = 0.75\ncolleague = 0.5\nneighbour = 0.4\nfriend = 0.6\n"

OFFICIALS = f"""\
[[list]]
id = "blacklist"
title = "Black list"
{MARK}
[[ground]]
id = "unpaid"
list = "blacklist"
acts = ["late-bill", "queue-jumping"]
term_days = 100
decision.by = "officer"
decision.delay_days = 3
decision.override = 0.2
decision.mark = "fiction"
decision.cite = ["test-book"]
{MARK}
[ground.decision.favour]
{_TIES}
[[consequence]]
id = "no-loans"
grade = "middle"
deny = ["private-job", "loan"]
notice = "given"
decision.by = "judge"
decision.override = 0
decision.mark = "fiction"
decision.cite = ["test-book"]
{MARK}
[consequence.decision.favour]
{_TIES}
[[consequence]]
id = "promoted"
grade = "middle"
favour = ["promotion"]
notice = "none"
decision.by = "officer"
decision.override = 0.8
decision.favour = {{ self = 0.9, kin = 0.5 }}
decision.mark = "fiction"
decision.cite = ["test-book"]
{MARK}
"""

_OF_RULE = "favour = { " + ", ".join(_TIES.strip().split("\n")) + " }\n"

SHOVES = f"""\
[[rule]]
id = "shoves"
act = "queue-jumping"
points = [-20, -1]
{_OF_RULE}{MARK}
"""

FAVOURED = RULES + SHOVES + OFFICIALS
"""Jumping a queue costs up to 20 points, as an official likes."""

ORGANISED_AND_FAVOURED = GOVERNED.replace(
    "points = [-40, -10]\n", "points = [-40, -10]\nfavour = { household = 1, kin = 0.5, neighbour = 0.7 }\n"
).replace(
    'list = "black"\nacts = ["contract-broken"]\n',
    """\
list = "black"
acts = ["contract-broken"]
decision = { by = "officer", override = 0.1, favour = { household = 0.6, friend = 0.9 } }
""",
)
"""Firms whose representatives know officials do better."""
