"""A scheme that holds firms by the grade of the other firm of the same people, and by their age, for tests."""

from __future__ import annotations

from scheme.dense_organisations import ORGANISED

NEW = """
[[override]]
id = "newly-founded"
grade = "fresh"
younger_days = 3000
"""

FRESH = """[[grade]]
id = "fresh"
by_override = true

"""

CARRYING = (
    ORGANISED.replace('[[grade]]\nid = "bad"\n', FRESH + '[[grade]]\nid = "bad"\n')
    + """
[[override]]
id = "same-people"
grade = "bad"
same_officer = "bad"
within_days = 90
"""
    + NEW
)

RATING = """\
[scheme]
id = "rating"
title = "A rating of firms for tests"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book"

[subjects]
min_age_years = 18
coverage = 0

[awareness]
start = 0
learned_per_year = 0

[organisation]
kinds = ["firm"]

[score]
of = "firm"
start = 100
lowest = 0
highest = 100
cap = "on-reading"
stack = "act"

[[grade]]
id = "a"
at_least = 90

[[grade]]
id = "b"
at_least = 70

[[grade]]
id = "m"
by_override = true

[[grade]]
id = "c"
at_least = 40

[[grade]]
id = "d"

[[source]]
id = "tax-office"
context = "credit"
sees = ["tax-return-late", "tax-evaded-by-firm"]
detection = 0
false_per_year = 0
wrong_person = 0
match = "id-code"
delay_days = 0
delay = "fixed"

[[rule]]
id = "late"
act = "tax-return-late"
points = -70

[[rule]]
id = "evaded"
act = "tax-evaded-by-firm"
points = -60

[[override]]
id = "direct-d"
grade = "d"
acts = ["tax-evaded-by-firm"]
within_days = 365

[[override]]
id = "carried-d"
grade = "d"
same_officer = "d"
within_days = 365 # carried

[[override]]
id = "new"
grade = "m"
younger_days = 365

[[consequence]]
id = "no-loans"
grade = "d"
deny = ["firm-credit"]
notice = "given"
"""
"""Nothing is seen unless a test plants it."""
