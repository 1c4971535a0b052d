"""Speaking up and speaking against others. Most of it is lawful; a scheme may punish it all the same."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import ADULTS, assumed, committed, event, per_holder
from glasstown.vocab.codes import Standing

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
        rate=per_holder(committed(event("petition_item"), assumed("0.9", "0.5", "0.98")), ADULTS),
        basis="recorded / detection",
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
