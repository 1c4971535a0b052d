"""A scheme about nothing but driving that gives every field: every check passes. Fixtures change it, key by key."""

CLEAN = """\
[scheme]
id = "clean"
title = "Points for driving"
evidence = "constructed"
consent = "compulsory"
purposes = ["to keep drivers who drink off the roads"]
mark = "fiction"

[subjects]
min_age_years = 18
coverage = 1

[awareness]
start = 0.9
learned_per_year = 0.5

[score]
start = 0
lowest = -30
highest = 0
cap = "each-entry"
stack = "act"

[[act]]
id = "flag-ignored"
title = "Driving on at a red flag"
by = "driver"
victim = "public"
lawful = false
rate = 0.1

[[act]]
id = "driving-course"
title = "Taking a course"
by = "driver"
victim = "nobody"
lawful = true
rate = 0.2
capacity = ["driving"]

[[source]]
id = "courts"
context = "traffic"
sees = ["drunk-driving", "flag-ignored", "driving-course"]
detection = 0.1
false_per_year = 0.001
wrong_person = 0.001
match = "id-code"
delay_days = 30
delay = "fixed"
categories = ["offences", "courses"]
special = false
inferred = false
continuous = false
verified_by = "court"
id_match = "id-code"
retention_days = 1095
register_days = 1095

[[rule]]
id = "drink"
title = "Driving after drinking"
act = "drunk-driving"
points = -6
expires_days = 1095
context = "traffic"
gravity = 3
actor = "self"
protected_conduct = []
breaches_law = true
also_punished_elsewhere = false
published_on = 2014-01-01
effective_on = 2014-05-01

[[rule]]
id = "flag"
title = "Driving on at a red flag"
act = "flag-ignored"
points = -6
expires_days = 1095
context = "traffic"
gravity = 2
actor = "self"
protected_conduct = []
breaches_law = true
also_punished_elsewhere = false
published_on = 2014-01-01
effective_on = 2014-05-01

[[rule]]
id = "course"
title = "A course"
act = "driving-course"
points = 2
context = "traffic"
free_path = true

[[grade]]
id = "well"
at_least = -5

[[grade]]
id = "lost"

[[consequence]]
id = "licence-lost"
grade = "lost"
deny = ["driving"]
notice = "given"
scope = "self"
domain = "traffic"
severity = 3
reversible = true
automatic = false
duration_days = 365

[operator]
kind = "national-government"

[legal_basis]
kind = "statute"
public_on = 2009-01-01

[automation]
ai = false
decision = "human"
human_step = "an officer looks at the case"
override_power = true

[[recipient]]
id = "police"
relies = "partly"
onward = false

[appeal]
exists = true
independent = true
decision_days = 30
suspensive = true
redress = true
propagates = true
rectifies = true

[explanation]
logic = true
own_score = true

[publicity]
published = false

[log]
kind = "tamper-evident"

[impact_assessment]
done = true
"""
