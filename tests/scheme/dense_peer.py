"""A scheme of stars for tests: no rule moves the score, only whom one meets."""

from __future__ import annotations

PEER = """\
[scheme]
id = "stars"
title = "Stars for tests"
evidence = "fiction"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[[reference]]
id = "other-book"
text = "Another book for tests"

[subjects]
min_age_years = 12
coverage = 0.95

[awareness]
start = 0.5
learned_per_year = 0.5

[score]
start = 4
lowest = 0
highest = 5
cap = "each-entry"
stack = "act"

[encounters]
with_ties_per_day = 0.6
with_strangers_per_day = 0.4
base = 3.9
noise = 1.2
by_standing = 0.5
weight = "own"
memory = 16
mark = "fiction"
cite = ["test-book"]

[[impression]]
id = "posts"
act = "critical-post"
stars = -1.5
mark = "fiction"
cite = ["test-book"]

[[impression]]
id = "help"
act = "help-for-the-poor"
stars = 0.5
mark = "fiction"
cite = ["test-book"]

[[impression]]
id = "bills"
act = "late-bill"
stars = -1
penalty = 1
doubles = true
mark = "fiction"
cite = ["test-book"]

[[impression]]
id = "manners"
act = "rudeness"
stars = -2
penalty = 1
doubles = true
mark = "fiction"
cite = ["test-book"]

[[act]]
id = "rudeness"
title = "Being rude"
by = "adult"
victim = "nobody"
lawful = true
rate = 6

[[grade]]
id = "high"
at_least = 3.9

[[grade]]
id = "middle"
at_least = 3.3

[[grade]]
id = "low"

[[consequence]]
id = "shut-out"
grade = "low"
deny = ["private-job", "loan"]
notice = "given"

[publicity]
published = true
"""
"""Every key of stars is given."""
