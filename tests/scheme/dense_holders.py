"""A scheme of holders for tests: an office that sells and loses files, a bank that is told late, and a broker."""

from __future__ import annotations

_SOURCE = """
[[source]]
id = "{id}"
context = "credit"
sees = ["late-bill", "charity-gift", "critical-post"]
detection = {detection}
false_per_year = {false}
wrong_person = 0.1
match = "name"
delay_days = 3
delay = "fixed"
"""

HOLDERS = (
    """\
[scheme]
id = "holders"
title = "Holders for tests"
evidence = "constructed"
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
coverage = 0.9

[awareness]
start = 0.5
learned_per_year = 0.5

[score]
start = 100
lowest = 0
highest = 200
cap = "each-entry"
stack = "record"
"""
    + _SOURCE.format(id="register", detection=0.9, false=0.4)
    + _SOURCE.format(id="clerk", detection=0.6, false=0.5)
    + _SOURCE.format(id="street", detection=0.3, false=0.2)
    + """
[[holder]]
id = "office"
title = "The office"
keeps = ["register"]
foreign = false
breach_per_year = 1
exposes = 0.4
altered = 0.3
mark = "fiction"
cite = ["test-book"]

[[holder]]
id = "bank"
keeps = ["clerk"]
altered = 0.1

[[holder]]
id = "broker"

[[sharing]]
id = "office-to-scorer"
title = "What the office lets the scorer know"
from = "office"
to = "scorer"
what = "some"
share = 0.6
delay_days = 9
way = "given"
mark = "fiction"
cite = ["test-book"]

[[sharing]]
id = "office-sells"
from = "office"
to = "broker"
what = "some"
share = 0.5
delay_days = 2
way = "sold"

[[sharing]]
id = "broker-to-bank"
from = "broker"
to = "bank"
what = "all"
delay_days = 4

[[sharing]]
id = "bank-to-scorer"
from = "bank"
to = "scorer"
what = "all"
delay_days = 1

[[rule]]
id = "bills"
act = "late-bill"
points = -10

[[rule]]
id = "gifts"
act = "charity-gift"
points = [3, 8]
expires_days = 40

[[rule]]
id = "bank-bills"
holder = "bank"
act = "late-bill"
points = -7
repeat = { count = 2, within_days = 200 }

[[rule]]
id = "posts"
act = "critical-post"
points = -5

[[grade]]
id = "high"
at_least = 90

[[grade]]
id = "low"

[[override]]
id = "careless"
grade = "low"
acts = ["late-bill"]
count = 2
within_days = 100

[[list]]
id = "debtors"
holder = "bank"

[[ground]]
id = "two-bills"
list = "debtors"
acts = ["late-bill"]
term_days = 60
extend_acts = ["late-bill"]
extend_by_days = 20

[[consequence]]
id = "no-loan"
list = "debtors"
deny = ["loan"]
notice = "given"

[[consequence]]
id = "no-flight"
grade = "low"
deny = ["flight"]
notice = "given"
"""
)
"""Every key of holders is given."""
