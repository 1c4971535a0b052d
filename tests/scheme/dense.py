"""A dense scheme for tests: high rates, detections near one, every mechanism on, every key of the grammar given.

Made so that a change of any running key shows in a town of about 3,000 residents within two years.
"""

from __future__ import annotations

DENSE = """\
[scheme]
id = "dense"
title = "A dense scheme for tests"
title_zh = "测试"
place = "nowhere"
years = "never"
status = "made up"
evidence = "constructed"
consent = "compulsory"
purposes = ["to test"]
uncertain = ["nothing"]
not_modelled = ["weather"]
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

[[consequence]]
id = "struck-off"
title = "Struck off"
list = "blacklist"
deny = ["private-job", "government-support"]
favour = ["public-job"]
degree = { loan-terms = -2, deposit = -1, hospital-queue = -3, internet-speed = -1, dating-visibility = 2 }
scope = "household"
notice = "given"
decision.by = "officer"
decision.delay_days = 9
decision.override = 0.3
decision.per_thousand_year = 400
decision.mark = "fiction"
decision.cite = ["test-book"]
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "looked-up"
title = "Looked up"
list = "watchlist"
deny = ["private-job"]
through = "look-up"
look_up = 0.5
notice = "none"
mark = "fiction"
cite = ["test-book"]

[[list]]
id = "blacklist"
title = "Black list"
keeper = "the registry"
legal_basis = "Order 2"
mark = "fiction"
cite = ["test-book"]

[[list]]
id = "watchlist"
title = "Watch list"
mark = "fiction"
cite = ["test-book"]

[[list]]
id = "spare-list"
title = "Spare list"
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "unpaid"
title = "Unpaid again and again"
list = "blacklist"
acts = ["late-bill", "civil-dispute"]
sources = ["registry", "neighbours"]
repeat = { count = 2, within_days = 300 }
min_age_years = 20
entry_delay_days = 10
entry_clock = "working-days"
term_days = 100
extend_by_days = 60
extend_acts = ["civil-dispute"]
longest_days = 150
exit_acts = ["charity-gift"]
exit_seen_by = ["registry"]
exit_delay_days = 9
exit_clock = "working-days"
decision.by = "officer"
decision.delay_days = 5
decision.override = 0.2
decision.per_thousand_year = 600
decision.mark = "fiction"
decision.cite = ["test-book"]
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "criticism"
list = "watchlist"
acts = ["critical-post"]
exit_acts = ["help-for-the-poor"]
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "spare-ground"
list = "spare-list"
acts = ["queue-jumping"]
term_days = 30
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "spare"
list = "spare-list"
favour = ["private-job"]
notice = "none"
mark = "fiction"
cite = ["test-book"]

[[version]]
id = "tired"
title = "The office tires"
from_day = 280
drop = ["grades"]
drop_rules = ["neglect"]
drop_sources = ["neighbours"]
drop_lists = ["spare-list"]
drop_consequences = ["looked-up"]
mark = "fiction"
cite = ["test-book"]

[operator]
kind = "local-government"
jurisdictions = ["nowhere"]
mark = "fiction"
cite = ["test-book"]

[legal_basis]
kind = "policy"
title = "Order 1"
public_on = 2019-01-01
mark = "fiction"
cite = ["test-book"]

[automation]
ai = false
decision = "machine"
human_step = "a stamp"
override_power = false
mark = "fiction"
cite = ["test-book"]

[[recipient]]
id = "employers"
relies = "decisive"
onward = false
mark = "fiction"
cite = ["test-book"]

[appeal]
exists = true
independent = false
reasons = false
evidence_access = false
decision_days = 60
suspensive = false
fee = true
redress = false
propagates = false
mark = "fiction"
cite = ["test-book"]

[restoration]
steps = ["wait"]
mark = "fiction"
cite = ["test-book"]

[publicity]
published = true
fields = ["number"]
days = 100
searchable = false
mark = "fiction"
cite = ["test-book"]

[security]
access_control = true
encrypted = true
breach_notice = false
mark = "fiction"
cite = ["test-book"]

[log]
kind = "plain"
audit_rate = 0.01
mark = "fiction"
cite = ["test-book"]

[impact_assessment]
done = false
public = false
done_on = 2019-06-01
mark = "fiction"
cite = ["test-book"]
"""
"""The text of the scheme."""
