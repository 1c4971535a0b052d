"""What the dense scheme says of itself and the law."""

from __future__ import annotations

LEGAL = """\
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
rectifies = false
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

[explanation]
logic = false
own_score = false
mark = "fiction"
cite = ["test-book"]

[[relatedness]]
id = "claim"
contexts = ["credit", "traffic"]
reason = "so it is said"

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
"""Every legal table and every key of them."""
