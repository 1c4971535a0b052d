"""The part of the dense scheme in which rules go together, and records decide grades beside points."""

from __future__ import annotations

POINTS = """\
[[rule]]
id = "charges"
act = "late-bill"
points = -10
per_days = 20
group = "money"
group_days = 60
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "quarrels"
act = "civil-dispute"
points = -15
expires_days = 50
group = "money"
group_days = 60
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "arrears"
act = "late-bill"
points = -5
group = "arrears"
group_days = 40
mark = "fiction"
cite = ["test-book"]

[[override]]
id = "careless"
title = "Whoever is careless twice is low"
grade = "bottom"
acts = ["elder-neglect", "late-bill"]
sources = ["neighbours"]
count = 2
within_days = 90
mark = "fiction"
cite = ["test-book"]

[[override]]
id = "critics"
grade = "middle"
acts = ["critical-post"]
mark = "fiction"
cite = ["test-book"]

"""
"""Rules that move points once in a while, or with a group; overrides by records, for a time and for good."""
