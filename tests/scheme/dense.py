"""A dense scheme for tests: high rates, so that a change of any running key shows in a small town."""

from __future__ import annotations

from scheme.dense_acts import OWN_ACTS
from scheme.dense_legal import LEGAL
from scheme.dense_lists import LISTS
from scheme.dense_points import POINTS
from scheme.dense_politics import POLITICS
from scheme.dense_process import PROCESS
from scheme.dense_states import STATES
from scheme.dense_ties import TIES
from scheme.dense_watch import WATCHERS

RULES = """\
[scheme]
id = "dense"
title = "A dense scheme for tests"
title_zh = "测试"
place = "nowhere"
years = "never"
status = "made up"
evidence = "constructed"
consent = "compulsory"
gallery = "constructed"
lead = "Made to be dense."
purposes = ["to test"]
uncertain = ["nothing"]
not_modelled = ["weather", "no appeal is filed"]
quoted = false
mark = "fiction"
cite = ["test-book"]

[subjects]
min_age_years = 18
coverage = 0.9
mark = "fiction"
cite = ["test-book"]

[awareness]
start = 0.3
learned_per_year = 0.4
mark = "fiction"
cite = ["test-book"]

[score]
start = 100
lowest = 0
highest = 150
cap = "each-entry"
stack = "act"
mark = "fiction"
cite = ["test-book"]

[[reference]]
id = "test-book"
text = "The book of tests"

[[reference]]
id = "other-book"
text = "The other book of tests"

[[reference]]
id = "unread-book"
text = "A book that nobody cites"

[[act]]
id = "queue-jumping"
title = "Jumping a queue"
by = "resident"
victim = "public"
lawful = true
rate = { value = 1.5, band = [1, 2], mark = "fiction", cite = ["test-book"] }
mark = "fiction"
cite = ["test-book"]

[[act]]
id = "loud-music"
title = "Loud music at night"
by = "adult"
victim = "neighbour"
lawful = false
rate = 0.8
mark = "fiction"
cite = ["test-book"]

[[source]]
id = "registry"
title = "Registry"
context = "credit"
sees = ["late-bill", "charity-gift", "civil-dispute", "elder-care"]
detection = 0.9
false_per_year = 0.2
wrong_person = 0.2
match = "name"
delay_days = 20
delay = "exponential"
watch = { majority = 1, minority_a = 1.05, minority_b = 1.1, urban = 0.9, rural = 1 }
categories = ["bills"]
special = false
inferred = false
origin = "utilities"
verified_by = "agency"
id_match = "name"
retention_days = 3650
register_days = 1825
continuous = false
mark = "fiction"
cite = ["test-book"]

[[source]]
id = "neighbours"
title = "Neighbours"
context = "neighbourhood"
sees = ["queue-jumping", "late-bill", "elder-neglect", "critical-post", "charity-gift"]
detection = 0.8
false_per_year = 0.1
wrong_person = 0.1
match = "description"
delay_days = 5
delay = "fixed"
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "bills"
title = "Late bills"
act = "late-bill"
points = [-60, -20]
sources = ["registry", "neighbours"]
expires_days = 200
context = "credit"
gravity = 1
actor = "self"
test = "a reminder"
earlier_acts = false
free_path = false
protected_conduct = ["family-life"]
breaches_law = false
also_punished_elsewhere = true
published_on = 2020-01-01
effective_on = 2020-02-01
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "queues"
title = "Queues"
act = "queue-jumping"
points = -30
repeat = { count = 2, within_days = 180 }
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "posts"
act = "critical-post"
points = -40
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "neglect"
act = "elder-neglect"
points = -25
expires_days = 90
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "gifts"
title = "Gifts"
act = "charity-gift"
points = 35
mark = "fiction"
cite = ["test-book"]

[[grade]]
id = "top"
at_least = 90
label = "best"
label_zh = "上"
mark = "fiction"
cite = ["test-book"]

[[grade]]
id = "middle"
at_least = 55
label = "middling"
mark = "fiction"
cite = ["test-book"]

[[grade]]
id = "spare"
at_least = 15
label = "low"
mark = "fiction"
cite = ["test-book"]

[[grade]]
id = "bottom"
label = "lowest"
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "precedence"
title = "Precedence"
grade = "top"
favour = ["public-job"]
notice = "none"
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "no-jobs"
title = "No jobs"
grade = "middle"
deny = ["public-job"]
degree = { airport-lane = -2, fare = -1 }
notice = "none"
domain = "employment"
severity = 4
reversible = true
automatic = true
scope = "self"
duration_days = 365
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "no-support"
title = "No support"
grade = "bottom"
deny = ["government-support", "private-job", "public-job"]
notice = "given"
mark = "fiction"
cite = ["test-book"]

"""
DENSE = f"{RULES}{LEGAL}"
"""The text of the scheme: a score, rules, grades and what follows from them."""

TAKEN = RULES.replace("quoted = false\n", 'quoted = false\ntaken_from = "sparse"\n')

FULL = f"{TAKEN}{TIES}{WATCHERS}{STATES}{POINTS}{POLITICS}{OWN_ACTS}{LISTS}{PROCESS}"
"""The same with lists, officials and a version: every key of the grammar is given."""
