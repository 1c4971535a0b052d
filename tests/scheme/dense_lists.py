"""The part of the dense scheme that keeps lists, has officials decide, and changes over time."""

from __future__ import annotations

LISTS = """\
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
deny = ["private-job", "rental", "loan", "dating"]
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
context = "credit"
gravity = 1
actor = "self"
protected_conduct = ["complaint"]
breaches_law = false
also_punished_elsewhere = false
repeat = { count = 2, within_days = 300 }
min_age_years = 20
entry_delay_days = 10
entry_clock = "working-days"
term_days = 100
extend_by_days = 60
extend_acts = ["late-bill"]
longest_days = 150
exit_acts = ["charity-gift"]
exit_seen_by = ["registry"]
exit_delay_days = 9
exit_clock = "working-days"
exit_decision.by = "officer"
exit_decision.override = 0.5
exit_decision.mark = "fiction"
exit_decision.cite = ["test-book"]
decision.by = "officer"
decision.delay_days = 5
decision.override = 0.2
decision.same_case_as = "criticism"
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
exit_decision = { by = "judge", override = 0.4, mark = "fiction", cite = ["test-book"] }
decision.by = "judge"
decision.override = 0.1
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "spare-ground"
list = "spare-list"
acts = ["queue-jumping", "charity-gift", "late-bill"]
mark = "fiction"
cite = ["test-book"]

[[ground]]
id = "town-quarrels"
list = "spare-list"
acts = ["civil-dispute"]
when = "urban and not listed.blacklist and score > 20"
term_days = 40
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "spare"
list = "spare-list"
favour = ["private-job"]
notice = "none"
mark = "fiction"
cite = ["test-book"]

[[override]]
id = "watched"
grade = "middle"
list = "watchlist"
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
drop_associations = ["next-door"]
drop_overrides = ["critics"]
drop_state_rules = ["work"]
mark = "fiction"
cite = ["test-book"]

"""
"""Lists, grounds, what follows from them, and a version."""
