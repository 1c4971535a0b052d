"""Changes of single keys of fits; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_refit import REFITTED

_FIT = "[refit]"
_ALL = REFITTED.replace('categories = ["history", "means", "place"]\n', "")

REFIT_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (REFITTED, "refit", _FIT, "acts", 'acts = ["loan-missed"]', 'acts = ["loan-missed", "late-bill"]'),
    (REFITTED, "refit", _FIT, "categories", '"means", "place"]', '"means"]'),
    (REFITTED, "refit", _FIT, "every_days", "every_days = 60", "every_days = 50"),
    (REFITTED, "refit", _FIT, "within_days", "within_days = 45", "within_days = 31"),
    (REFITTED, "refit", _FIT, "cut", "cut = 6000", "cut = 7500"),
    (REFITTED, "refit", _FIT, "least", "least = 5", "least = 1000"),
    (REFITTED, "refit", _FIT, "scope", 'scope = "county"', 'scope = "nation"'),
    (REFITTED, "refit", _FIT, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (REFITTED, "refit", _FIT, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)
