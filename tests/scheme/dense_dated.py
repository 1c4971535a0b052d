"""A small scheme whose parts begin and end while it runs."""

from __future__ import annotations

DATED = """\
[scheme]
id = "dated"
title = "A scheme that changes, for tests"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "A book for tests"

[subjects]
min_age_years = 18
coverage = 0.95

[awareness]
start = 0.5
learned_per_year = 0.5

[score]
start = 100
lowest = 0
highest = 150
cap = "each-entry"
stack = "record"

[[act]]
id = "littering"
title = "Dropping litter"
by = "adult"
victim = "nobody"
lawful = true
rate = 9

[[source]]
id = "wardens"
context = "public-order"
sees = ["littering", "civil-dispute"]
detection = 0.6
false_per_year = 0.5
wrong_person = 0.1
match = "name"
delay_days = 3
delay = "fixed"

[[source]]
id = "utility"
context = "credit"
sees = ["late-bill", "civil-dispute"]
detection = 0.8
false_per_year = 0.5
wrong_person = 0
match = "id-code"
delay_days = 5
delay = "fixed"

[[rule]]
id = "litter"
act = "littering"
points = -5
until_day = 100

[[rule]]
id = "dear-litter"
act = "littering"
points = -11
from_date = 2020-04-10
until_date = 2020-06-20

[[rule]]
id = "bills"
act = "late-bill"
points = -8
expires_days = 50

[[association]]
id = "homes"
tie = "household"
carries = "losses"
share = 0.4

[[override]]
id = "quarrels"
grade = "low"
acts = ["civil-dispute"]
within_days = 80

[[override]]
id = "shamed"
grade = "low"
list = "shame"

[[state_rule]]
id = "grown"
when = "age > 40"
points = 4

[[meter]]
id = "arcade"
gauge = "gaming-hours"
error = 0.5

[[quantity_rule]]
id = "games"
quantity = "arcade"
points = -3
per = 20

[[grade]]
id = "high"
at_least = 100

[[grade]]
id = "middle"
at_least = 80

[[grade]]
id = "low"

[[list]]
id = "shame"

[[ground]]
id = "owing"
list = "shame"
acts = ["late-bill"]
sources = ["utility"]
repeat = { count = 2, within_days = 60 }
term_days = 40

[[ground]]
id = "quarrelling"
list = "shame"
acts = ["civil-dispute"]
entry_delay_days = 10
term_days = 60

[[consequence]]
id = "stays-home"
list = "shame"
deny = ["flight", "high-speed-rail", "loan"]
notice = "given"

[[consequence]]
id = "waits"
grade = "low"
deny = ["public-job", "private-job"]
notice = "given"
"""
"""Points change twice, and one rule begins when another has ended."""

HURRIED = (
    DATED.replace('id = "homes"\n', 'id = "homes"\nfrom_day = 31\nuntil_day = 90\n')
    .replace('id = "quarrels"\ngrade', 'id = "quarrels"\nfrom_day = 20\nuntil_date = 2020-05-01\ngrade')
    .replace('id = "shamed"\n', 'id = "shamed"\nfrom_date = 2020-02-20\nuntil_day = 77\n')
    .replace('id = "grown"\n', 'id = "grown"\nfrom_day = 45\nuntil_day = 100\n')
    .replace('id = "games"\n', 'id = "games"\nfrom_day = 40\nuntil_day = 85\n')
    .replace('id = "utility"\n', 'id = "utility"\nfrom_day = 15\n')
    .replace('id = "wardens"\n', 'id = "wardens"\nuntil_day = 110\n')
    .replace('id = "shame"\n', 'id = "shame"\nfrom_day = 25\nuntil_day = 115\n', 1)
    .replace('id = "owing"\n', 'id = "owing"\nfrom_day = 33\n')
    .replace('id = "quarrelling"\n', 'id = "quarrelling"\nuntil_day = 66\n')
    .replace('id = "waits"\n', 'id = "waits"\nfrom_day = 40\nuntil_day = 105\n')
    .replace('id = "stays-home"\n', 'id = "stays-home"\nfrom_day = 50\n')
    .replace("points = -8", "points = -30")
)
"""The same with a beginning or an end for nearly everything."""
