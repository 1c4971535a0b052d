"""A dense scheme of quantities that are read once a month: in part, with an error, and not of everybody."""

from __future__ import annotations

from scheme.dense_index import INDEX

METER_TABLES = """\
[[meter]]
id = "bank"
title = "A bank"
gauge = "savings"
share = 0.9
error = 0.4
missing = 0.3
mark = "fiction"
cite = ["test-book"]

[[meter]]
id = "arcade"
title = "A service of games"
gauge = "gaming-hours"
error = 0.1
mark = "fiction"
cite = ["test-book"]

[[meter]]
id = "purse"
gauge = "wallet-spend"
share = 0.5
missing = 0.05
mark = "fiction"
cite = ["test-book"]

"""

OF_METERS = """\
[[category]]
id = "thrift"
value = "step(gauge.savings, 1000, 2000, 10000, 5000, 50000, 8000) + gauge.savings / 100"
weight = 40
needs = "known.savings"
default = 3000
mark = "fiction"
cite = ["test-book"]

[[category]]
id = "leisure"
value = "9000 - 80 * gauge.gaming-hours + 3 * gauge.wallet-spend"
weight = 30
needs = "known.gaming-hours or known.wallet-spend"
mark = "fiction"
cite = ["test-book"]

"""

METERS = INDEX + METER_TABLES + OF_METERS
"""An index of five categories, two of them of what is read."""

ENDING = """
[[version]]
id = "blind"
from_day = 200
drop = ["sources"]
mark = "fiction"
cite = ["test-book"]
"""
"""From some day on nothing is read or seen any more."""
