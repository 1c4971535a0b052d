"""A scheme for tests whose rules ask several sources to agree, and trust some more than others."""

from __future__ import annotations

_SOURCE = """\
[[source]]
id = "{id}"
context = "neighbourhood"
sees = ["loud-music", "queue-jumping"]
detection = {detection}
false_per_year = {false}
wrong_person = 0.05
match = "description"
delay_days = 4
delay = "exponential"
trust = {trust}

"""

_SOURCES = "".join(
    _SOURCE.format(id=name, detection=detection, false=false, trust=trust)
    for name, detection, false, trust in (("block", 0.7, 1.5, 0.9), ("street", 0.6, 2, 0.5), ("school", 0.4, 1, 0.4))
)

AGREED = f"""\
[scheme]
id = "agreed"
title = "Points where several say so"
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
rate = 3

[[act]]
id = "queue-jumping"
title = "Jumping a queue"
by = "adult"
victim = "public"
lawful = true
rate = 3

{_SOURCES}[[rule]]
id = "music"
act = "loud-music"
points = -10
expires_days = 150
agree = {{ count = 2, within_days = 60 }}

[[rule]]
id = "queues"
act = "queue-jumping"
points = -8
agree = {{ within_days = 90, trust = 1.2 }}
repeat = {{ count = 2, within_days = 200 }}

[[grade]]
id = "fine"
at_least = 80

[[grade]]
id = "poor"

[[consequence]]
id = "no-loans"
grade = "poor"
deny = ["loan", "private-job"]
notice = "given"
"""
"""Two sources of three within 60 days; or more trust than any one has."""

APPEALED = f"""{AGREED}
[appeal]
filed = 0.9
filed_if_right = 0.5
upheld = 0.9
upheld_if_right = 0.5
days = 5
"""
"""The same, where what two sources say is appealed against."""
