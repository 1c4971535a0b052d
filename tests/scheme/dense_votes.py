"""A scheme for tests whose points are set by residents: by the median of what they wish, and by rank."""

from __future__ import annotations

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

RULED = f"""\
[scheme]
id = "voted"
title = "Points by vote"
evidence = "constructed"
consent = "compulsory"

[[reference]]
id = "test-book"
text = "A book for tests"

[[reference]]
id = "other-book"
text = "Another book for tests"

[subjects]
min_age_years = 16
coverage = 0.95
{MARK}
[awareness]
start = 0.5
learned_per_year = 0.4
{MARK}
[score]
start = 100
lowest = 0
highest = 130
cap = "each-entry"
stack = "record"
{MARK}
[[act]]
id = "loud-music"
title = "Loud music"
by = "adult"
victim = "another"
lawful = false
rate = 4
harm = {{ tie = "neighbour", what = "need-begins" }}
{MARK}
[[act]]
id = "help-out"
title = "Helping out"
by = "adult"
victim = "nobody"
lawful = true
rate = 5
{MARK}
[[source]]
id = "block"
context = "neighbourhood"
sees = ["loud-music", "help-out", "critical-post"]
detection = 0.7
false_per_year = 1.5
wrong_person = 0.1
match = "description"
delay_days = 4
delay = "exponential"
{MARK}
[[rule]]
id = "music"
act = "loud-music"
points = -10
expires_days = 120
{MARK}
[[rule]]
id = "posts"
act = "critical-post"
points = -4
repeat = {{ count = 2, within_days = 200 }}
{MARK}
[[rule]]
id = "help"
act = "help-out"
points = 3.001
per_days = 20
{MARK}
[[grade]]
id = "fine"
at_least = 90
{MARK}
[[grade]]
id = "poor"
{MARK}
[[consequence]]
id = "no-loans"
grade = "poor"
deny = ["loan", "private-job"]
notice = "given"
{MARK}
"""
"""The scheme before anybody votes."""

VOTES = f"""\
[[vote]]
id = "council"
title = "Is it right as it is?"
rules = ["posts", "music"]
day = 30
every_days = 56
eligible = "age >= 20 and not official and count(loud-music, 90) < 4"
turnout = 0.8
scope = "county"
lowest = 0.1
highest = 3
spread = 0.4
{MARK}
[[wish]]
id = "sufferers"
title = "Who was kept awake"
vote = "council"
rules = ["music"]
of = "harmed"
most = 2
add = 0.4
{MARK}
[[wish]]
id = "poor"
vote = "council"
when = "income-fifth <= 2 or score < 80"
add = -0.5
{MARK}
[[wish]]
id = "minorities"
vote = "council"
rules = ["posts"]
when = "group > 0"
add = -0.45
{MARK}
[[wish]]
id = "wronged"
vote = "council"
of = "debited-wrongly"
add = -0.3
{MARK}
[[vote]]
id = "assembly"
rules = ["help", "posts"]
day = 50
method = "borda"
scope = "nation"
{MARK}
[[wish]]
id = "praised"
vote = "assembly"
rules = ["help"]
of = "rewarded"
most = 3
add = 0.3
{MARK}
[[wish]]
id = "fined"
vote = "assembly"
rules = ["posts"]
of = "debited"
add = -0.6
{MARK}
[[wish]]
id = "teachers"
vote = "assembly"
when = "urban"
add = -0.5
{MARK}
[[option]]
id = "none"
vote = "assembly"
share = 0
{MARK}
[[option]]
id = "half"
vote = "assembly"
share = 0.5
{MARK}
[[option]]
id = "as-it-is"
vote = "assembly"
share = 1
{MARK}
[[option]]
id = "more"
vote = "assembly"
share = 1.5
{MARK}
"""
"""Two votes: one held again and again by the median, one held once by rank."""

VOTED = RULED + VOTES
"""A scheme that is voted on."""
