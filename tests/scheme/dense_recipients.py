"""A scheme for tests of which some hear late, and some never forget."""

from __future__ import annotations

HEARD = """\
[scheme]
id = "heard"
title = "What others were told"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[subjects]
min_age_years = 16
coverage = 0.95

[awareness]
start = 0.3
learned_per_year = 0.4

[score]
start = 100
lowest = 0
highest = 120
cap = "each-entry"
stack = "record"

[[act]]
id = "loud-music"
title = "Loud music"
by = "adult"
victim = "nobody"
lawful = false
rate = 4

[[source]]
id = "block"
context = "neighbourhood"
sees = ["loud-music"]
detection = 0.8
false_per_year = 0.8
wrong_person = 0.1
match = "description"
delay_days = 4
delay = "exponential"

[[rule]]
id = "music"
act = "loud-music"
points = -30
expires_days = 40

[[grade]]
id = "fine"
at_least = 80

[[grade]]
id = "poor"

[[list]]
id = "loud"

[[ground]]
id = "louder"
list = "loud"
acts = ["loud-music"]
repeat = { count = 2, within_days = 100 }
term_days = 50

[[recipient]]
id = "lenders"
hears_days = 20
forgets = true

[[recipient]]
id = "landlords"
hears_days = 12
forgets = false

[[consequence]]
id = "no-loans"
grade = "poor"
recipient = "lenders"
deny = ["loan", "private-job"]
notice = "given"

[[consequence]]
id = "no-homes"
grade = "poor"
recipient = "landlords"
deny = ["rental"]
scope = "household"
notice = "none"

[[consequence]]
id = "no-flights"
list = "loud"
recipient = "landlords"
deny = ["flight"]
notice = "on-refusal"

[[consequence]]
id = "at-once"
grade = "poor"
deny = ["property"]
notice = "given"

[appeal]
filed = 0.9
filed_if_right = 0.3
upheld = 0.9
upheld_if_right = 0.3
days = 10
suspends = true
reaches = true
"""
"""Every key of recipients is given."""
