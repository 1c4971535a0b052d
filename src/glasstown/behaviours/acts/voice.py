"""Speaking up and speaking against others. Most of it is lawful; a scheme may punish it all the same."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import ADULTS, assumed, committed, event, per_holder
from glasstown.vocab.codes import Capacity, Effect, Standing

POST_DELETED: Final = assumed("0.05", "0", "0.2")
"""Chance that a friendship lapses with a post that was deleted."""

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
        capacity=Capacity.POSTING,
        effect_blocked=Effect.TIE_CUT,
        blocked_chance=POST_DELETED,
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
        victim_tie="customer",
        victim_effect=Effect.INCOME_DOWN,
        victim_chance=assumed("0.05", "0.01", "0.2"),
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
    Act(
        id="private-message-critical",
        title="Private message that criticises an office or an official",
        who="residents of 18 and older who are online",
        victim="nobody",
        lawful=True,
        rate=assumed("10", "2", "50"),
        basis="committed",
        kind="frequent",
        age_profile="internet_use",
        needs=Standing.ONLINE,
        sightable=assumed("0.01", "0.002", "0.1"),
    ),
    Act(
        id="praise-post",
        title="Post that praises an office or a campaign",
        who="residents of 18 and older who are online",
        victim="nobody",
        lawful=True,
        rate=assumed("1", "0.2", "5"),
        basis="committed",
        kind="frequent",
        age_profile="internet_use",
        needs=Standing.ONLINE,
        sightable=assumed("0.1", "0.05", "1"),
        capacity=Capacity.POSTING,
        effect_blocked=Effect.TIE_CUT,
        blocked_chance=POST_DELETED,
    ),
    Act(
        id="worship",
        title="Attendance at worship",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("4", "1", "15"),
        basis="committed",
        kind="frequent",
        sightable=assumed("0.025", "0.01", "0.2"),
    ),
    Act(
        id="association-meeting",
        title="Meeting of an association that no office runs",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.3", "0.05", "1"),
        basis="committed",
        kind="frequent",
        sightable=assumed("0.3", "0.1", "1"),
    ),
    Act(
        id="protest",
        title="Taking part in a protest",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.005", "0.001", "0.02"),
        basis="committed",
    ),
    Act(
        id="report-of-official",
        title="Complaint about an official to a discipline body",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.004", "0.001", "0.01"),
        basis="committed",
    ),
)
"""Acts of speech, belief and meeting."""
