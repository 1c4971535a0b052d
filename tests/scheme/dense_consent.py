"""A scheme for tests that residents can join and leave: every key of consent is given."""

from __future__ import annotations

CHOSEN = """\
[scheme]
id = "chosen"
title = "Points for who wants them"
evidence = "constructed"
consent = "opt-in"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[[reference]]
id = "other-book"
text = "Another book for tests"

[subjects]
min_age_years = 16
coverage = 0.95

[awareness]
start = 0.2
learned_per_year = 0.3

[score]
start = 100
lowest = 0
highest = 150
cap = "each-entry"
stack = "record"

[consent]
kind = "opt-in"
start = 0.4
join_per_year = 0.6
leave_per_year = 0.5
joins = { minority_a = 3, minority_b = 0.2, young = 2, old = 0.5 }
leaves = { minority_a = 2, minority_b = 3, young = 0.5, old = 2, punished = 6, favoured = 0.3 }
pre_ticked = 0.4
back_days = 60
compelled = 0.25
shares = 0.5
mark = "fiction"
cite = ["test-book"]

[[act]]
id = "loud-music"
title = "Loud music"
by = "adult"
victim = "nobody"
lawful = false
rate = 6

[[act]]
id = "sweeping"
title = "Sweeping the street"
by = "adult"
victim = "public"
lawful = true
rate = 4

[[source]]
id = "block"
context = "neighbourhood"
sees = ["loud-music", "sweeping", "critical-post"]
detection = 0.8
false_per_year = 0.3
wrong_person = 0.1
match = "description"
delay_days = 5
delay = "exponential"

[[rule]]
id = "music"
act = "loud-music"
points = [-12, -4]
expires_days = 120
repeat = { count = 2, within_days = 90 }

[[rule]]
id = "street"
act = "sweeping"
points = 6
expires_days = 90

[[rule]]
id = "posts"
act = "critical-post"
points = -20

[[grade]]
id = "high"
at_least = 103

[[grade]]
id = "middle"
at_least = 90

[[grade]]
id = "low"

[[list]]
id = "loud"

[[ground]]
id = "louder"
list = "loud"
acts = ["loud-music"]
repeat = { count = 3, within_days = 120 }
term_days = 200
decision = { by = "officer", override = 0.2, delay_days = 10 }

[[ground]]
id = "loudest"
list = "loud"
acts = ["loud-music"]
repeat = { count = 5, within_days = 200 }

[[consequence]]
id = "no-loans"
grade = "low"
deny = ["loan", "private-job"]
notice = "given"

[[consequence]]
id = "no-flights"
list = "loud"
deny = ["flight"]
scope = "household"
notice = "none"

[[consequence]]
id = "shown-off"
grade = "high"
favour = ["rental", "dating"]
degree = { deposit = 1 }
through = "shown"
notice = "none"

[[consequence]]
id = "shown-up"
grade = "low"
degree = { loan-terms = -1 }
through = "shown"
notice = "given"
"""
"""Asked first."""

LEFT = (
    CHOSEN.replace('consent = "opt-in"', 'consent = "opt-out"')
    .replace('kind = "opt-in"', 'kind = "opt-out"')
    .replace("start = 0.4\n", "")
    .replace("pre_ticked = 0.4\n", "")
    .replace("leave_per_year = 0.5", "leave_per_year = 0.9")
    .replace("learned_per_year = 0.3", "learned_per_year = 0.9")
)
"""Everybody who does not leave."""
