"""Family duties, belief, and conduct in office."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed, event, per_year
from glasstown.vocab.codes import Asset, Effect, Standing

CONDUCT: Final = (
    Act(
        id="elder-neglect",
        title="Neglect of an elderly parent, unvisited for a year",
        who="residents of 18 and older with an elderly parent",
        victim="household",
        lawful=False,
        rate=per_year(event("elderly_parent_visit_rare")),
        basis="persons per year",
        needs=Standing.HAS_ELDER,
    ),
    Act(
        id="sect-membership",
        title="Joining a religious group that the state has banned",
        who="residents of 18 and older",
        victim="nobody",
        lawful=False,
        rate=assumed("0.002", "0.0003", "0.01"),
        basis="committed",
    ),
    Act(
        id="unpermitted-birth",
        title="Birth of a child without a family-planning permit",
        who="women of 20 to 44",
        victim="nobody",
        lawful=False,
        rate=assumed("0.005", "0.001", "0.015"),
        basis="committed",
        to_age=44,
        needs=Standing.WOMAN_20_44,
    ),
    Act(
        id="bribe-taking",
        title="Taking a bribe in a trusted post",
        who="officials, doctors and police",
        victim="the public",
        lawful=False,
        rate=assumed("0.05", "0.01", "0.3"),
        basis="committed",
        needs=Standing.TRUSTED_POST,
        detected=assumed("0.01", "0.002", "0.05"),
    ),
    Act(
        id="party-warning",
        title="Breach of party discipline",
        who="officials",
        victim="nobody",
        lawful=True,
        rate=assumed("0.01", "0.003", "0.03"),
        basis="committed",
        needs=Standing.OFFICIAL,
    ),
    Act(
        id="office-abuse",
        title="Power of an office abused against a resident",
        who="officials",
        victim="one resident",
        lawful=False,
        rate=assumed("0.02", "0.003", "0.1"),
        basis="committed",
        needs=Standing.OFFICIAL,
        victim_tie="customer",
        victim_effect=Effect.INCOME_DOWN,
        victim_chance=assumed("0.3", "0.1", "0.7"),
        detected=assumed("0.02", "0.005", "0.1"),
    ),
    Act(
        id="neglect-of-duty",
        title="Duty of an office neglected, and a resident goes without what was due",
        who="officials",
        victim="one resident",
        lawful=False,
        rate=assumed("0.1", "0.02", "0.5"),
        basis="committed",
        needs=Standing.OFFICIAL,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.2", "0.05", "0.5"),
        detected=assumed("0.02", "0.005", "0.1"),
    ),
    Act(
        id="falsified-record",
        title="Official record falsified, and a resident pays for it",
        who="officials",
        victim="one resident",
        lawful=False,
        rate=assumed("0.02", "0.002", "0.1"),
        basis="committed",
        needs=Standing.OFFICIAL,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.2", "0.05", "0.5"),
        detected=assumed("0.01", "0.002", "0.05"),
    ),
)
"""Acts of family, belief and office."""
