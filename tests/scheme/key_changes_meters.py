"""Changes of single keys of meters; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_meters import METERS

_BANK, _ARCADE, _PURSE = (f'[[meter]]\nid = "{name}"' for name in ("bank", "arcade", "purse"))

_UNASKED = METERS.replace(" + 3 * gauge.wallet-spend", "").replace(" or known.wallet-spend", "")
"""No formula asks for what the purse reads, so that it can read something else."""

METER_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (METERS, "meter", _BANK, "id", 'id = "bank"', 'id = "other-bank"'),
    (METERS, "meter", _BANK, "title", 'title = "A bank"', 'title = "Another bank"'),
    (_UNASKED, "meter", _PURSE, "gauge", 'gauge = "wallet-spend"', 'gauge = "nights-away"'),
    (METERS, "meter", _BANK, "share", "share = 0.9", "share = 0.8"),
    (METERS, "meter", _ARCADE, "error", "error = 0.1", "error = 0.2"),
    (METERS, "meter", _BANK, "missing", "missing = 0.3", "missing = 0.5"),
    (METERS, "meter", _BANK, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (METERS, "meter", _BANK, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)
