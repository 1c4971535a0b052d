"""The part of the dense scheme in which a county has an opinion, and two versions wait for it."""

from __future__ import annotations

POLITICS = """\
[legitimacy]
scope = "county"
start = 0.6
lowest = 0.2
highest = 0.62
learned = -0.2
debited = -0.02
debited_wrongly = -0.1
speech_debited = -0.05
punished = -0.5
rewarded = 3
drift_per_year = 0.2
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "gossip"
act = "late-bill"
points = -1
mark = "fiction"
cite = ["test-book"]

[[rule]]
id = "slander"
act = "civil-dispute"
points = -1
mark = "fiction"
cite = ["test-book"]

[[version]]
id = "mellow"
title = "Nobody minds gossip any more"
drop_rules = ["gossip"]
mark = "fiction"
cite = ["test-book"]

[[version]]
id = "meek"
drop_rules = ["slander"]
mark = "fiction"
cite = ["test-book"]

[[trigger]]
id = "weary"
title = "The county is weary"
version = "mellow"
legitimacy_below = 0.55
for_days = 40
mark = "fiction"
cite = ["test-book"]

[[trigger]]
id = "loud"
version = "meek"
protests_above = 10
mark = "fiction"
cite = ["test-book"]

[[trigger]]
id = "early"
version = "meek"
legitimacy_below = 0.58
mark = "fiction"
cite = ["test-book"]

"""
"""Legitimacy that rises and falls within its ends; a trigger that waits for it, and one that waits for protests."""
