"""Schemes for tests in which half have refused: a platform that is compelled, and one that sells what it has."""

from __future__ import annotations

from typing import Final

WAYS: Final = """\
[scheme]
id = "ways"
title = "Ways of sharing for tests"
consent = "opt-in"
evidence = "constructed"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[subjects]
min_age_years = 12
coverage = 1

[consent]
kind = "opt-in"
start = 0.5
join_per_year = 0.3
leave_per_year = 0.3

[awareness]
start = 1
learned_per_year = 0.5

[score]
start = 100
lowest = 0
highest = 200
cap = "each-entry"
stack = "record"

[[source]]
id = "clicks"
context = "online"
sees = ["late-bill", "charity-gift"]
detection = 0.9
false_per_year = 0.6
wrong_person = 0.1
match = "name"
delay_days = 2
delay = "fixed"

[[holder]]
id = "platform"
keeps = ["clicks"]
foreign = false

[[holder]]
id = "buyer"

[[sharing]]
id = "demanded"
from = "platform"
to = "scorer"
what = "all"
delay_days = 5
way = "compelled"

[[sharing]]
id = "bought"
from = "platform"
to = "buyer"
what = "some"
share = 0.7
delay_days = 3
way = "sold"

[[rule]]
id = "bills"
act = "late-bill"
points = -20

[[rule]]
id = "gifts"
act = "charity-gift"
points = 10

[[rule]]
id = "bought-bills"
holder = "buyer"
act = "late-bill"
points = -15

[[grade]]
id = "high"
at_least = 90

[[grade]]
id = "low"

[[list]]
id = "bought-list"
holder = "buyer"

[[ground]]
id = "bought-gifts"
list = "bought-list"
acts = ["charity-gift"]
term_days = 90

[[consequence]]
id = "no-loan"
list = "bought-list"
deny = ["loan", "flight"]
notice = "given"

[[consequence]]
id = "no-flight"
grade = "low"
deny = ["flight", "restaurant"]
notice = "given"

[appeal]
exists = true
filed = 0.9
filed_if_right = 0.9
upheld = 0.8
upheld_if_right = 0.5
days = 7
"""
"""Half have refused, and the platform lies in the country."""

OBEYED: Final = WAYS.replace("foreign = false", "foreign = true").replace(
    'way = "compelled"', 'way = "compelled"\nabroad = 0.8'
)
"""The platform sits in another country, and does what it is compelled to in eight of ten cases."""
