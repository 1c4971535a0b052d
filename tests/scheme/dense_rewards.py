"""A small scheme of rewards: a better grade gives something, and some good deeds lead there."""

from __future__ import annotations

REWARDS = """\
[scheme]
id = "rewards"
title = "A scheme of rewards, for tests"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[subjects]
min_age_years = 18
coverage = 1

[awareness]
start = 0.9
learned_per_year = 0.5

[score]
start = 95
lowest = 0
highest = 150
cap = "each-entry"
stack = "record"

[[source]]
id = "diary"
context = "public-order"
sees = ["charity-gift", "help-for-the-poor", "blood-donation", "late-bill"]
detection = 0.8
own_word = true
false_per_year = 0.2
wrong_person = 0
match = "id-code"
delay_days = 3
delay = "fixed"

[[rule]]
id = "gifts"
act = "charity-gift"
points = 2

[[rule]]
id = "help"
act = "help-for-the-poor"
points = 1
expires_days = 90

[[rule]]
id = "blood"
act = "blood-donation"
points = 4

[[rule]]
id = "bills"
act = "late-bill"
points = -20

[[grade]]
id = "high"
at_least = 100

[[grade]]
id = "middle"
at_least = 75

[[grade]]
id = "low"

[[consequence]]
id = "first-served"
grade = "high"
favour = ["loan"]
degree = { deposit = 2 }
notice = "given"

[[consequence]]
id = "not-last"
grade = "middle"
degree = { deposit = 1 }
notice = "none"

[[consequence]]
id = "waits"
grade = "low"
deny = ["public-job"]
notice = "given"
"""
"""Everybody starts in the upper third of the middle grade."""

PUBLIC = (
    REWARDS.replace("lowest = 0", "lowest = 70").replace("highest = 150", "highest = 100")
    + """
[publicity]
published = true
from_day = 60

[[association]]
id = "friends"
tie = "friend"
carries = "both"
share = 0.5

[[state_rule]]
id = "lower"
when = "woman"
points = -24
"""
)
"""The same with scores that anybody can look up after a while, far apart, and felt by friends."""
