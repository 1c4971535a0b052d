"""Changes of single keys of firms and governments; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_business import UNSEEN
from scheme.dense_organisations import HEAD, ORGANISED

ORGANISATION_CHANGES: tuple[tuple[str, str, str, str, str], ...] = (
    ("organisation", "kinds", ORGANISED, 'kinds = ["firm", "government"]', 'kinds = ["firm"]'),
    ("score", "of", HEAD, 'of = "firm"', 'of = "government"'),
    ("source", "inspects", ORGANISED, "inspects = true", "inspects = false"),
    ("source", "sensors", ORGANISED, "sensors = true", "sensors = false"),
    ("consequence", "terms", ORGANISED, "credit_terms = -3\ntax_rate = -2\n", ""),
    ("consequence.terms", "credit_terms", ORGANISED, "credit_terms = -3", "credit_terms = -1"),
    ("consequence.terms", "tax_rate", ORGANISED, "tax_rate = -2", "tax_rate = 1"),
    ("consequence.terms", "inspection", ORGANISED, "inspection = -1", "inspection = 2"),
    ("consequence.terms", "permit_wait", ORGANISED, "permit_wait = -2", "permit_wait = -1"),
    ("consequence.terms", "tender_rank", ORGANISED, "tender_rank = -1", "tender_rank = 2"),
    ("act", "by", UNSEEN, 'by = "firm"\nvictim = "nobody"', 'by = "government"\nvictim = "nobody"'),
    ("act", "rate", UNSEEN, "rate = 6", "rate = 7"),
    ("act", "lawful", UNSEEN, "lawful = false\nrate = 6", "lawful = true\nrate = 6"),
    ("act", "harm", UNSEEN, 'asset = "sick", chance = 0.5 }', 'asset = "debt" }'),
    ("act.harm", "tie", UNSEEN, 'tie = "neighbour"', 'tie = "customer"'),
)
"""Table, key, text in which it stands, line as it stands, line as it becomes."""
