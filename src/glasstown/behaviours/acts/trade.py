"""Frauds of trade, medicine and work, each with a victim: what the schemes said they were made against.

Published counts are of scandals and cases, never of acts, so every rate here is assumed.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Asset, Effect, Standing

TRADE: Final = (
    Act(
        id="wage-theft",
        title="Wages withheld from those one employs",
        who="residents who run a firm that employs others",
        victim="one resident",
        lawful=False,
        rate=assumed("0.03", "0.005", "0.1"),
        basis="committed",
        needs=Standing.EMPLOYER,
        victim_tie="employee",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.8", "0.4", "1"),
        detected=assumed("0.1", "0.03", "0.3"),
    ),
    Act(
        id="counterfeit-goods",
        title="Counterfeit or worthless goods sold",
        who="entrepreneurs",
        victim="one resident",
        lawful=False,
        rate=assumed("0.02", "0.005", "0.1"),
        basis="committed",
        needs=Standing.ENTREPRENEUR,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.05", "0.01", "0.2"),
        detected=assumed("0.05", "0.01", "0.2"),
    ),
    Act(
        id="food-fraud",
        title="Adulterated or spoiled food sold",
        who="entrepreneurs",
        victim="one resident",
        lawful=False,
        rate=assumed("0.005", "0.001", "0.03"),
        basis="committed",
        needs=Standing.ENTREPRENEUR,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.2", "0.05", "0.6"),
        detected=assumed("0.05", "0.01", "0.2"),
    ),
    Act(
        id="medical-fraud",
        title="Useless or harmful treatment sold, or a bribe taken for treatment, by one in a trusted post",
        who="officials, doctors and police",
        victim="one resident",
        lawful=False,
        rate=assumed("0.01", "0.002", "0.05"),
        basis="committed",
        needs=Standing.TRUSTED_POST,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.3", "0.1", "0.7"),
        detected=assumed("0.05", "0.01", "0.2"),
    ),
    Act(
        id="pyramid-selling",
        title="Pyramid selling, or money raised from others without a permit",
        who="residents of 18 and older",
        victim="one resident",
        lawful=False,
        rate=assumed("0.001", "0.0002", "0.005"),
        basis="committed",
        age_profile="crime_generic",
        victim_tie="friend",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.4", "0.1", "0.8"),
        detected=assumed("0.05", "0.01", "0.2"),
    ),
)
"""Frauds with a victim."""
