"""Good deeds that schemes reward."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed, event, per_year
from glasstown.vocab.codes import Standing

GOOD_DEEDS: Final = (
    Act(
        id="charity-gift",
        title="Gift to a charity",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=per_year(event("charity_gave_any")),
        basis="persons per year",
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
)
"""Acts that a scheme may add points for."""
