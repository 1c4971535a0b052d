"""Speaking up and speaking against others. Most of it is lawful; a scheme may punish it all the same."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed, event, per_holder
from glasstown.vocab.codes import Standing

ADULTS: Final = assumed("0.79", "0.78", "0.80")
"""Adults per resident, from the census ages."""

VOICE: Final = (
    Act(
        id="critical-post",
        title="Post that criticises an office or an official",
        who="residents of 18 and older who are online",
        victim="nobody",
        lawful=True,
        rate=assumed("0.5", "0.1", "2"),
        basis="committed",
        age_profile="internet_use",
        needs=Standing.ONLINE,
    ),
    Act(
        id="petition",
        title="Petition to a higher authority",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=per_holder(event("petition_item"), ADULTS),
        basis="committed",
    ),
    Act(
        id="false-accusation-online",
        title="Knowingly false accusation of another resident online",
        who="residents of 18 and older who are online",
        victim="one resident",
        lawful=False,
        rate=assumed("0.002", "0.0005", "0.01"),
        basis="committed",
        age_profile="internet_use",
        needs=Standing.ONLINE,
    ),
    Act(
        id="defaming-message",
        title="Defaming message by post or telephone",
        who="residents of 18 and older",
        victim="one resident",
        lawful=False,
        rate=assumed("0.003", "0.0005", "0.01"),
        basis="committed",
    ),
)
"""Acts of speech."""
