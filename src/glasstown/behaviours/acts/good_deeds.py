"""Good deeds that schemes reward."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Counted
from glasstown.behaviours.figures import assumed, by_definition, event, per_holder, per_year
from glasstown.vocab.codes import Standing

SERVICE_HOURS: Final = assumed("20", "8", "40")
"""Hours of service that count as one act."""

DONOR_AGES: Final = assumed("0.5476", "0.54", "0.555")
"""Residents of 18 to 55 as a share of all, from the census ages."""

GOOD_DEEDS: Final = (
    Act(
        id="charity-gift",
        title="Gift to a charity",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=per_year(event("charity_gave_any")),
        basis="persons per year",
        yuan=assumed("200", "50", "1000"),
    ),
    Act(
        id="elder-care",
        title="Notable care for an elderly relative",
        who="residents of 18 and older with an elderly parent",
        victim="nobody",
        lawful=True,
        rate=assumed("0.2", "0.05", "0.6"),
        basis="committed",
        needs=Standing.HAS_ELDER,
        hours=assumed("40", "10", "200"),
    ),
    Act(
        id="help-for-the-poor",
        title="Help for a poor household or a child in hardship",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.05", "0.01", "0.2"),
        basis="committed",
        age_profile="volunteer_active",
        sex_profile="volunteer_active",
        hours=assumed("10", "2", "40"),
        yuan=assumed("200", "0", "1000"),
    ),
    Act(
        id="honour-award",
        title="Honour conferred (model worker, meritorious resident)",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.001", "0.0002", "0.005"),
        basis="committed",
    ),
    Act(
        id="investment-brought-in",
        title="Investment brought in to the county",
        who="entrepreneurs",
        victim="nobody",
        lawful=True,
        rate=assumed("0.01", "0.002", "0.05"),
        basis="committed",
        needs=Standing.ENTREPRENEUR,
    ),
    Act(
        id="blood-donation",
        title="Blood given",
        who="residents of 18 to 55",
        victim="nobody",
        lawful=True,
        rate=per_holder(event("blood_donation"), DONOR_AGES),
        basis="committed",
        sex_profile="blood_donation",
        needs=Standing.BLOOD_DONOR_AGE,
        hours=assumed("2", "1", "4"),
        counts_for=(Counted("T57", by_definition("1")),),
    ),
    Act(
        id="volunteer-day",
        title="Twenty hours of voluntary service",
        who="registered volunteers",
        victim="nobody",
        lawful=True,
        rate=per_holder(event("volunteer_hours_bluebook"), SERVICE_HOURS),
        basis="committed",
        from_age=14,
        needs=Standing.VOLUNTEER,
        hours=SERVICE_HOURS,
    ),
    Act(
        id="litter-picked-up",
        title="Litter of others picked up",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("2", "0.3", "10"),
        basis="committed",
        kind="frequent",
        sightable=assumed("0.02", "0.005", "0.1"),
    ),
    Act(
        id="rescue",
        title="Rescue of somebody in danger",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.0005", "0.0001", "0.003"),
        basis="committed",
    ),
)
"""Acts that a scheme may add points for."""
