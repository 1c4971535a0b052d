"""Changes of single keys of points for quantities; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_quantities import QUANTITIES
from scheme.dense_slots import slotted

_SERVICE, _PLAY = (f'[[quantity_rule]]\nid = "{name}"' for name in ("service", "play"))

QUANTITY_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (QUANTITIES, "quantity_rule", _SERVICE, "id", 'id = "service"', 'id = "help"'),
    (QUANTITIES, "quantity_rule", _SERVICE, "title", 'title = "Hours of service"', 'title = "Service"'),
    (QUANTITIES, "quantity_rule", _SERVICE, "quantity", 'quantity = "roster"', 'quantity = "till"'),
    (slotted(QUANTITIES), "quantity_rule", _SERVICE, "score", 'score = "points"', 'score = "standing"'),
    (QUANTITIES, "quantity_rule", _SERVICE, "points", "value = 2.5", "value = 2.4"),
    (QUANTITIES, "quantity_rule", _SERVICE, "per", "per = 3", "per = 4"),
    (QUANTITIES, "quantity_rule", _PLAY, "above", "above = 12", "above = 5"),
    (QUANTITIES, "quantity_rule", _PLAY, "at_most_points_per_month", "per_month = 4", "per_month = 2"),
    (QUANTITIES, "quantity_rule", _PLAY, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (QUANTITIES, "quantity_rule", _PLAY, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
    (QUANTITIES, "version", '[[version]]\nid = "lenient"', "drop_quantity_rules", '["play"]', '["spending"]'),
)
