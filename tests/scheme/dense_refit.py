"""A scheme for tests whose index learns from its own records what each category weighs; its source looks again."""

from __future__ import annotations

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

FITTED = f"""\
[scheme]
id = "fitted"
title = "An index that is fitted anew"
evidence = "constructed"
consent = "compulsory"

[[reference]]
id = "test-book"
text = "A book for tests"

[[reference]]
id = "other-book"
text = "Another book for tests"

[subjects]
min_age_years = 16
coverage = 0.95
{MARK}
[awareness]
start = 0.5
learned_per_year = 0.4
{MARK}
[score]
kind = "index"
start = 60
lowest = 0
highest = 100
cap = "each-entry"
stack = "record"
refresh_days = 10
refresh_offset = 3
{MARK}
[[act]]
id = "loan-missed"
title = "A loan is missed"
by = "adult"
victim = "nobody"
lawful = false
rate = 1.5
{MARK}
[[act]]
id = "stall-debt"
title = "A debt at a stall"
by = "adult"
victim = "nobody"
lawful = false
rate = 2
{MARK}
[[source]]
id = "lender"
context = "credit"
sees = ["loan-missed", "stall-debt", "late-bill"]
detection = 0.4
false_per_year = 0.1
wrong_person = 0.1
match = "description"
delay_days = 4
delay = "exponential"
patrol = {{ gain = 0.2, half_life_days = 60 }}
{MARK}
[[category]]
id = "history"
value = "9000 - 3000 * count(stall-debt, 90) - 2000 * count(late-bill, 200)"
weight = 30
{MARK}
[[category]]
id = "means"
value = "1000 * income-fifth + 3000 * home + 1500 * employed"
weight = 20.5
needs = "age < 70"
default = 4000
{MARK}
[[category]]
id = "place"
value = "4000 + 3000 * urban + 20 * age"
weight = 10
{MARK}
[[category]]
id = "kinship"
value = "100 * kin.mean"
needs = "kin.number > 0"
weight = 0
{MARK}
[[grade]]
id = "fine"
at_least = 60
{MARK}
[[grade]]
id = "poor"
{MARK}
[[consequence]]
id = "no-loans"
grade = "poor"
deny = ["loan", "private-job"]
notice = "given"
{MARK}
"""
"""The index before anything is fitted."""

FIT = f"""\
[refit]
acts = ["loan-missed"]
categories = ["history", "means", "place"]
every_days = 60
within_days = 45
cut = 6000
least = 5
scope = "county"
{MARK}
"""

REFITTED = FITTED + FIT
"""The same with weights that follow its records."""
