"""What is read as a quantity and not as acts: hours, purchases, the share of bills paid on time.

A gauge has one true value for each resident and month; what is reported may differ.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed, detection, event
from glasstown.vocab.codes import Standing
from glasstown.vocab.evidence import Figure

GAUGES: Final = (
    Act(
        id="volunteer-hours",
        title="Hours of voluntary service",
        who="registered volunteers",
        victim="nobody",
        lawful=True,
        rate=event("volunteer_hours_bluebook"),
        basis="committed",
        kind="gauge",
        from_age=14,
        needs=Standing.VOLUNTEER,
        detected=detection("volunteering_logged"),
        unit="hours",
    ),
    Act(
        id="gaming-hours",
        title="Hours of online games",
        who="residents of 14 and older who are online",
        victim="nobody",
        lawful=True,
        rate=assumed("250", "100", "500"),
        basis="committed",
        kind="gauge",
        from_age=14,
        age_profile="internet_use",
        needs=Standing.ONLINE,
        unit="hours",
    ),
    Act(
        id="game-purchases",
        title="Money spent on online games",
        who="residents of 18 and older who buy online",
        victim="nobody",
        lawful=True,
        rate=assumed("300", "50", "1000"),
        basis="committed",
        kind="gauge",
        age_profile="internet_use",
        needs=Standing.ONLINE_BUYER,
        unit="yuan",
    ),
    Act(
        id="diaper-purchases",
        title="Diapers bought online",
        who="parents of a child in the household",
        victim="nobody",
        lawful=True,
        rate=assumed("4", "1", "12"),
        basis="committed",
        kind="gauge",
        needs=Standing.PARENT,
        unit="packs",
    ),
    Act(
        id="bills-on-time",
        title="Bills paid on time",
        who="the reference person of each household",
        victim="nobody",
        lawful=True,
        rate=assumed("34", "20", "60"),
        basis="committed",
        kind="gauge",
        needs=Standing.REFERENCE,
        unit="bills",
    ),
)
"""Quantities read once a month."""

NO_LOADING: Final = assumed("0", "0", "0.3")

GAUGE_LOADINGS: Final[dict[str, tuple[Figure, Figure, Figure]]] = {
    "volunteer-hours": (NO_LOADING, NO_LOADING, assumed("0.7", "0", "1.4")),
    "gaming-hours": (assumed("0.3", "0", "0.6"), NO_LOADING, NO_LOADING),
    "game-purchases": (assumed("0.3", "0", "0.6"), NO_LOADING, NO_LOADING),
    "diaper-purchases": (NO_LOADING, NO_LOADING, NO_LOADING),
    "bills-on-time": (NO_LOADING, assumed("-0.3", "-0.6", "0"), NO_LOADING),
}
"""How traits (rule-breaking, financial strain, civic) go with each quantity, octaves for one standard deviation."""
