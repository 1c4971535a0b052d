"""The cost of good deeds: a gift or a day of unpaid work can leave its doer short of money."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "deed-cost"

MONTHLY_INCOME: Final[tuple[Figure, ...]] = tuple(
    Figure(Decimal(yuan), "reported", None, None, ("S10",)) for yuan in ("656", "1370", "2187", "3431", "6691")
)
"""Mean disposable income per head by fifth of the nation in 2020, yuan a month: a twelfth of the year's, recalled."""

HOURS_OF_WORK_MONTH: Final = Decimal(174)
"""Hours of paid work in a month: 21.75 days of eight hours."""

SHORT_SHARE: Final[Figure] = assumed("0.3", "0.05", "1")
"""How likely it is to be short of money after giving a whole month's income."""


def chance_short(act: Act, fifth: int) -> Decimal:
    """Chance that one such deed leaves a resident of an income fifth short of money."""
    yuan = act.yuan.value if act.yuan else Decimal(0)
    hours = act.hours.value if act.hours else Decimal(0)
    months = yuan / MONTHLY_INCOME[fifth].value + hours / HOURS_OF_WORK_MONTH
    return min(months, Decimal(1)) * SHORT_SHARE.value
