"""Further quantities of residents that schemes read: savings, what is spent by phone, nights away from home.

A quantity that *stands* is one of a resident, drawn once and moved by what becomes of them; any other is drawn anew
for every month. None of the figures is published for single persons: all are assumed.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Standing, Work
from glasstown.vocab.evidence import Figure

QUANTITIES: Final = (
    Act(
        id="savings",
        title="Savings, as they stand",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("30000", "8000", "80000"),
        basis="committed",
        kind="gauge",
        work_factor=(Multiplier(Work.OUT_OF_WORK, assumed("0.5", "0.2", "1")),),
        strain_factor=(
            Multiplier(1, assumed("0.7", "0.4", "1")),
            Multiplier(2, assumed("0.2", "0.05", "0.6")),
        ),
        income_factor=(
            Multiplier(0, assumed("0.7", "0.4", "1")),
            Multiplier(2, assumed("1.3", "1", "2")),
        ),
        unit="yuan",
    ),
    Act(
        id="wallet-spend",
        title="Money spent by phone",
        who="residents of 18 and older who buy online",
        victim="nobody",
        lawful=True,
        rate=assumed("18000", "3600", "60000"),
        basis="committed",
        kind="gauge",
        needs=Standing.ONLINE_BUYER,
        work_factor=(Multiplier(Work.OUT_OF_WORK, assumed("0.7", "0.4", "1")),),
        strain_factor=(Multiplier(2, assumed("0.5", "0.2", "1")),),
        income_factor=(
            Multiplier(0, assumed("0.8", "0.5", "1")),
            Multiplier(2, assumed("1.2", "1", "1.6")),
        ),
        unit="yuan",
    ),
    Act(
        id="nights-away",
        title="Nights away from home, as a phone would show",
        who="residents of 14 and older who are online",
        victim="nobody",
        lawful=True,
        rate=assumed("10", "3", "36"),
        basis="committed",
        kind="gauge",
        from_age=14,
        needs=Standing.ONLINE,
        strain_factor=(Multiplier(2, assumed("0.5", "0.2", "1")),),
        unit="nights",
    ),
)
"""Quantities beside those of `behaviours.acts.gauges`."""

STANDS: Final = ("savings",)
"""Quantities that stand: their rate is the mean of what somebody has, not of a year."""

_NONE: Final = assumed("0", "0", "0.3")

QUANTITY_LOADINGS: Final[dict[str, tuple[Figure, Figure, Figure]]] = {
    "savings": (_NONE, assumed("-0.7", "-1.4", "0"), _NONE),
    "wallet-spend": (_NONE, _NONE, _NONE),
    "nights-away": (_NONE, _NONE, _NONE),
}
"""How traits (rule-breaking, financial strain, civic) go with each quantity, octaves for one standard deviation."""

BY_FIFTH: Final[dict[str, tuple[Figure, ...]]] = {
    "savings": (
        assumed("0.2", "0.05", "0.6"),
        assumed("0.45", "0.2", "0.8"),
        assumed("0.75", "0.5", "1"),
        assumed("1.2", "1", "1.5"),
        assumed("2.4", "1.5", "3.5"),
    ),
    "wallet-spend": (
        assumed("0.4", "0.2", "0.8"),
        assumed("0.7", "0.5", "1"),
        assumed("0.9", "0.8", "1"),
        assumed("1.2", "1", "1.4"),
        assumed("1.8", "1.2", "2.5"),
    ),
}
"""Factors by fifth of income on day 0, the poorest first, whose mean is 1; of other quantities income says nothing."""
