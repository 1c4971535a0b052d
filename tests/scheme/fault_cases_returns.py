"""Texts with faults of scores that go back; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_caps import CAPPED
from scheme.dense_index import CLASS
from scheme.dense_returns import RETURNING

RETURN_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH440": (RETURNING.replace("decay_points = 1.5", "decay_points = 1.5\ndecay_share = 0.25"), "1.5"),
    "SCH441": (CLASS.replace('kind = "class"', 'kind = "class"\nreset_days = 365'), "365"),
    "SCH442": (RETURNING.replace("points = -19\n", "points = -19\nexpires_days = 71\n"), "71"),
    "SCH443": (CAPPED.replace("points = -70", "points = 70"), "70"),
    "SCH444": (CAPPED.replace("most = 18", "most = 5"), "5"),
}
"""By code: a text that has the fault, and what it points at."""
