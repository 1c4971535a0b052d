"""A text for every fault of firms and governments; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_business import UNSEEN
from scheme.dense_organisations import ORGANISED
from scheme.fault_texts import many

ORGANISATION_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH390": (ORGANISED.replace('kinds = ["firm", "government"]', 'kinds = ["government"]'), '"firm"'),
    "SCH419": (ORGANISED.replace("credit_terms = -3", "credit_terms = 2"), "consequence.terms"),
    "SCH392": (UNSEEN.replace("rate = 5\n", 'rate = 5\nneeds = ["home"]\n', 1), '["home"]'),
    "SCH393": (UNSEEN.replace('tie = "customer"', 'tie = "employee"'), '"employee"'),
    "LIM-acts-of-organisations": (
        UNSEEN + many("act", 7, 'title = "x"\nby = "firm"\nvictim = "nobody"\nlawful = true\nrate = 1'),
        "act",
    ),
    "SCH391": (ORGANISED.replace('act = "tax-return-late"', 'act = "late-bill"'), '"late-bill"'),
}
"""By code: a text that has the fault, and what of it the place must point at."""
