"""A scheme of firms and governments for tests: much is seen, much is taken, and every part of the grammar is used."""

from __future__ import annotations

HEAD = """\
[scheme]
id = "organised"
title = "Firms and governments for tests"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book"

[subjects]
min_age_years = 18
coverage = 0.5

[awareness]
start = 0.5
learned_per_year = 0.5

[organisation]
kinds = ["firm", "government"]

[score]
of = "firm"
start = 100
lowest = 0
highest = 120
cap = "each-entry"
stack = "act"

[[grade]]
id = "good"
at_least = 105

[[grade]]
id = "usual"
at_least = 80

[[grade]]
id = "bad"

[[consequence]]
id = "watched-more"
grade = "usual"
notice = "given"

[consequence.terms]
credit_terms = -3
tax_rate = -2
inspection = -1
permit_wait = -2
tender_rank = -1

[[consequence]]
id = "shut-out"
grade = "bad"
deny = ["tender", "firm-credit", "investment"]
notice = "given"
"""
"""Firms start in a grade that makes things worse for them."""

SEEN = """
[[source]]
id = "tax-office"
context = "credit"
sees = ["tax-return-late", "tax-evaded-by-firm", "complaint-published", "cause-supported", "contract-broken"]
detection = 0.4
false_per_year = 0.2
wrong_person = 0.2
match = "id-code"
delay_days = 10
delay = "exponential"
inspects = true

[[source]]
id = "meters"
context = "public-order"
sees = ["emission-above-limit"]
detection = 0.9
false_per_year = 0.3
wrong_person = 0
match = "name"
delay_days = 0
delay = "fixed"
sensors = true

[[rule]]
id = "late"
act = "tax-return-late"
points = [-40, -10]
expires_days = 200

[[rule]]
id = "complaints"
act = "complaint-published"
points = -30

[[rule]]
id = "causes"
act = "cause-supported"
points = 15

[[rule]]
id = "dirt"
act = "emission-above-limit"
points = -5

[[override]]
id = "evaders"
grade = "bad"
acts = ["tax-evaded-by-firm"]
within_days = 365

[[list]]
id = "black"
title = "Black list"

[[ground]]
id = "broken"
list = "black"
acts = ["contract-broken"]
term_days = 90

[[consequence]]
id = "carried"
list = "black"
deny = ["permit", "export"]
scope = "firms"
notice = "given"

[[consequence]]
id = "representatives"
list = "black"
deny = ["high-speed-rail", "flight"]
scope = "officers"
notice = "given"
"""
"""What is seen of firms, and what follows."""

OF_GOVERNMENTS = """
[[source]]
id = "court"
context = "public-office"
sees = ["payment-withheld", "government-judgment-default", "promise-broken", "illegal-fee", "data-falsified"]
detection = 0.9
false_per_year = 0.4
wrong_person = 0
match = "description"
delay_days = 3
delay = "fixed"

[[ground]]
id = "unpaid"
list = "black"
acts = ["payment-withheld", "government-judgment-default", "promise-broken", "illegal-fee", "data-falsified"]
exit_acts = ["government-judgment-performed"]
term_days = 60

[[consequence]]
id = "leaders"
list = "black"
deny = ["promotion", "high-speed-rail"]
scope = "officials"
notice = "given"
"""
"""What is seen of governments, and what follows for those who lead them."""

ORGANISED = HEAD + SEEN
GOVERNED = HEAD + SEEN + OF_GOVERNMENTS
