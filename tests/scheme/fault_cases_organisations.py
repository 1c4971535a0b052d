"""A text for every fault of firms and governments; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_organisations import ORGANISED

ORGANISATION_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH390": (ORGANISED.replace('kinds = ["firm", "government"]', 'kinds = ["government"]'), '"firm"'),
    "SCH419": (ORGANISED.replace("credit_terms = -3", "credit_terms = 2"), "consequence.terms"),
    "SCH391": (ORGANISED.replace('act = "tax-return-late"', 'act = "late-bill"'), '"late-bill"'),
}
"""By code: a text that has the fault, and what of it the place must point at."""
