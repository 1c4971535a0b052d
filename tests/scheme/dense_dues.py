"""A scheme of loans for tests: two kinds that fall due, one of them with acts of the file at its end."""

from __future__ import annotations

DUES = """\
[scheme]
id = "dues"
title = "Loans for tests"
evidence = "fiction"
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
start = 0.5
learned_per_year = 0.5

[score]
start = 50
lowest = 0
highest = 100
cap = "each-entry"
stack = "act"

[[act]]
id = "pledge"
title = "A thing given in pledge"
by = "adult"
victim = "nobody"
lawful = true
rate = 6
effect = { what = "income-down" }

[act.due]
days = 40
fails = "loan-default"
chance = 0.4
out_of_work = 2.5
in_need = 0
earns_less = 0.2
short_of_money = 2

[[act]]
id = "promise"
title = "A promise to a neighbour"
by = "resident"
victim = "nobody"
lawful = true
rate = 4
effect = { what = "asset-gained", asset = "short-of-money" }

[act.due]
days = 31
fails = "broken-word"
chance = 0.5
paid = "kept-word"
settled_by = ["critical-post", "worship"]

[[act]]
id = "broken-word"
title = "A promise broken"
by = "adult"
victim = "another"
lawful = false
effect = { what = "income-down", chance = 0.5 }
harm = { tie = "neighbour", what = "asset-gained", asset = "short-of-money" }
due = { days = 35, fails = "fine", chance = 0.7, out_of_work = 2 }

[[act]]
id = "kept-word"
title = "A promise kept"
by = "adult"
victim = "nobody"
lawful = true
capacity = ["loan"]
denied = { what = "income-down" }

[[act]]
id = "fine"
title = "A fine"
by = "adult"
victim = "nobody"
lawful = true

[[act]]
id = "misfortune"
title = "A misfortune"
by = "adult"
victim = "nobody"
lawful = true
rate = 2
effect = { what = "need-begins" }

[[source]]
id = "lender"
context = "credit"
sees = ["loan-default", "broken-word", "kept-word", "fine", "pledge"]
detection = 0.8
false_per_year = 0.1
wrong_person = 0.1
match = "name"
delay_days = 3
delay = "exponential"

[[rule]]
id = "default"
act = "loan-default"
points = -20

[[rule]]
id = "breach"
act = "broken-word"
points = -15

[[rule]]
id = "kept"
act = "kept-word"
points = 5

[[grade]]
id = "high"
at_least = 40

[[grade]]
id = "low"

[[consequence]]
id = "no-loans"
grade = "low"
deny = ["loan", "private-job"]
notice = "given"
"""
"""Every key of what falls due is given; a shipped act and acts of the file fail, and one leaves something owing."""
