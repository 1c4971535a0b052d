"""The part of the dense scheme about whom and where a source watches more closely, and what it mistakes."""

from __future__ import annotations

WATCHERS = """\
[[source]]
id = "wardens"
title = "Wardens"
context = "public-order"
sees = ["queue-jumping", "late-bill", "elder-neglect"]
detection = 0.6
false_per_year = 0.1
wrong_person = 0.1
match = "description"
delay_days = 2
delay = "fixed"
wrong_act = { acts = ["queue-jumping"], taken_for = "elder-neglect", chance = 0.3 }
patrol = { gain = 0.4, half_life_days = 60, most = 3 }
watch.official = 1
watch.lawyer = 1
watch.journalist = 1
watch.petitioner = 1
watch.doctor = 1
watch.teacher = 1
watch.entrepreneur = 1
watch.police = 1
watch.offline = 0.8
watch.online = 1
watch.online_much = 1.2
mark = "fiction"
cite = ["test-book"]

"""
"""A source that tells roles and digital use apart, writes down other acts, and goes where it found something."""
