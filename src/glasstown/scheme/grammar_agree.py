"""Grammar of agreement: rules that bite where several sources say so, and how much each of them counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key, Table
from glasstown.vocab.limits import MAX_DAYS, MAX_SOURCES_PER_ACT

AGREE_TABLES: Final = (
    Table("rule.agree", "How many different sources must have recorded the act before the rule bites.",
          evidence=False),
)  # fmt: skip
"""The table of agreement."""

AGREE_KEYS: Final = (
    Key("rule", "agree", RUNNING, "table", "bites only where several sources have recorded the act"),
    Key("rule.agree", "count", RUNNING, "figure", "different sources that must have recorded it, this one included",
        unit="sources", default=Decimal(1), low=Decimal(1), high=Decimal(MAX_SOURCES_PER_ACT), whole=True),
    Key("rule.agree", "within_days", RUNNING, "figure", "time for which a record of a source counts", unit="days",
        required=True, low=Decimal(1), high=MAX_DAYS, whole=True),
    Key("rule.agree", "trust", RUNNING, "figure", "least sum of the trust in these sources", unit="sources",
        default=Decimal(0), low=Decimal(0), high=Decimal(MAX_SOURCES_PER_ACT)),
    Key("source", "trust", RUNNING, "figure", "how much it counts where a rule asks for trust",
        unit="share of a source", default=Decimal(1), low=Decimal(0), high=Decimal(1)),
)  # fmt: skip
"""Keys of agreement."""
