"""Points for quantities: hours that are credited, hours and purchases that are charged for, in part with an error."""

from __future__ import annotations

from scheme.dense import DENSE

MARK = 'mark = "fiction"\ncite = ["test-book"]\n'

QUANTITY_TABLES = f"""
[[meter]]
id = "arcade"
gauge = "gaming-hours"
error = 0.6
{MARK}
[[meter]]
id = "roster"
gauge = "volunteer-hours"
share = 0.7
error = 0.5
missing = 0.1
{MARK}
[[meter]]
id = "till"
gauge = "wallet-spend"
error = 0.3
{MARK}
[[quantity_rule]]
id = "service"
title = "Hours of service"
quantity = "roster"
points = {{ value = 2.5, band = [1, 4], mark = "assumed" }}
per = 3
{MARK}
[[quantity_rule]]
id = "play"
quantity = "arcade"
points = -7
per = 10
above = 12
at_most_points_per_month = 4
{MARK}
[[quantity_rule]]
id = "spending"
quantity = "till"
points = -0.125
per = 40.5
{MARK}
[[version]]
id = "lenient"
from_day = 60
drop_quantity_rules = ["play"]
{MARK}"""

QUANTITIES = DENSE + QUANTITY_TABLES
"""The dense scheme, with points for three quantities, one of which ends."""

QUANTITIES_OPEN = QUANTITIES.replace('cap = "each-entry"', 'cap = "on-reading"')
"""The same with an open sum behind the score."""
