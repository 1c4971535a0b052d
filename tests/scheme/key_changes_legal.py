"""Keys that say how a scheme stands in law: table, where it starts, key, line and changed line."""

from __future__ import annotations

_REGISTRY, _BILLS, _UNPAID = (f'[[{table}]]\nid = "{name}"' for table, name in (
    ("source", "registry"), ("rule", "bills"), ("ground", "unpaid"),
))  # fmt: skip

REVIEW_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    ("source", _REGISTRY, "continuous", "continuous = false", "continuous = true"),
    ("source", _REGISTRY, "register_days", "register_days = 1825", "register_days = 30"),
    ("rule", _BILLS, "test", 'test = "a reminder"', 'test = "two reminders"'),
    ("rule", _BILLS, "earlier_acts", "earlier_acts = false", "earlier_acts = true"),
    ("rule", _BILLS, "free_path", "free_path = false", "free_path = true"),
    ("ground", _UNPAID, "context", 'context = "credit"', 'context = "family"'),
    ("ground", _UNPAID, "gravity", "gravity = 1", "gravity = 2"),
    ("ground", _UNPAID, "actor", 'actor = "self"', 'actor = "kin"'),
    ("ground", _UNPAID, "protected_conduct", '["complaint"]', '["speech"]'),
    ("ground", _UNPAID, "breaches_law", "breaches_law = false", "breaches_law = true"),
    ("ground", _UNPAID, "also_punished_elsewhere", "elsewhere = false", "elsewhere = true"),
)
"""What only the review reads of sources, rules and grounds."""

LEGAL_LINES: tuple[tuple[str, str, str, str, str], ...] = (
    *REVIEW_LINES,
    ("operator", "[operator]", "kind", 'kind = "local-government"', 'kind = "firm"'),
    ("operator", "[operator]", "jurisdictions", 'jurisdictions = ["nowhere"]', 'jurisdictions = ["elsewhere"]'),
    ("legal_basis", "[legal_basis]", "kind", 'kind = "policy"', 'kind = "statute"'),
    ("legal_basis", "[legal_basis]", "title", 'title = "Order 1"', 'title = "Order 2"'),
    ("legal_basis", "[legal_basis]", "public_on", "public_on = 2019-01-01", "public_on = 2021-01-01"),
    ("automation", "[automation]", "ai", "ai = false", "ai = true"),
    ("automation", "[automation]", "decision", 'decision = "machine"', 'decision = "human"'),
    ("automation", "[automation]", "human_step", 'human_step = "a stamp"', 'human_step = "a look"'),
    ("automation", "[automation]", "override_power", "override_power = false", "override_power = true"),
    ("recipient", "[[recipient]]", "id", 'id = "employers"', 'id = "landlords"'),
    ("recipient", "[[recipient]]", "relies", 'relies = "decisive"', 'relies = "partly"'),
    ("recipient", "[[recipient]]", "onward", "onward = false", "onward = true"),
    ("appeal", "[appeal]", "independent", "independent = false", "independent = true"),
    ("appeal", "[appeal]", "reasons", "reasons = false", "reasons = true"),
    ("appeal", "[appeal]", "evidence_access", "evidence_access = false", "evidence_access = true"),
    ("appeal", "[appeal]", "decision_days", "decision_days = 60", "decision_days = 15"),
    ("appeal", "[appeal]", "suspensive", "suspensive = false", "suspensive = true"),
    ("appeal", "[appeal]", "fee", "fee = true", "fee = false"),
    ("appeal", "[appeal]", "redress", "redress = false", "redress = true"),
    ("appeal", "[appeal]", "propagates", "propagates = false", "propagates = true"),
    ("restoration", "[restoration]", "steps", 'steps = ["wait"]', 'steps = ["wait", "ask"]'),
    ("publicity", "[publicity]", "fields", 'fields = ["number"]', 'fields = ["number", "grade"]'),
    ("publicity", "[publicity]", "days", "days = 100", "days = 10"),
    ("publicity", "[publicity]", "searchable", "searchable = false", "searchable = true"),
    ("appeal", "[appeal]", "rectifies", "rectifies = false", "rectifies = true"),
    ("explanation", "[explanation]", "logic", "logic = false", "logic = true"),
    ("explanation", "[explanation]", "own_score", "own_score = false", "own_score = true"),
    ("relatedness", "[[relatedness]]", "id", 'id = "claim"', 'id = "another-claim"'),
    ("relatedness", "[[relatedness]]", "contexts", '"credit", "traffic"', '"credit", "family"'),
    ("relatedness", "[[relatedness]]", "reason", 'reason = "so it is said"', 'reason = "so it is told"'),
    ("security", "[security]", "access_control", "access_control = true", "access_control = false"),
    ("security", "[security]", "encrypted", "encrypted = true", "encrypted = false"),
    ("security", "[security]", "breach_notice", "breach_notice = false", "breach_notice = true"),
    ("log", "[log]", "kind", 'kind = "plain"', 'kind = "tamper-evident"'),
    ("log", "[log]", "audit_rate", "audit_rate = 0.01", "audit_rate = 0.2"),
    ("impact_assessment", "[impact_assessment]", "done", "done = false", "done = true"),
    ("impact_assessment", "[impact_assessment]", "public", "public = false", "public = true"),
    ("impact_assessment", "[impact_assessment]", "done_on", "done_on = 2019-06-01", "done_on = 2020-06-01"),
)
