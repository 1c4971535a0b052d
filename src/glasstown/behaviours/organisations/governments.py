"""What the government of a district does or leaves undone, as told of local governments. Every rate is assumed."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.behaviours.organisation_act import OrganisationAct
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.organisations import OrganisationAsset, OrganisationFact

GOVERNMENT: Final = OrganisationFact.GOVERNMENT

GOVERNING: Final = (
    OrganisationAct(
        id="payment-withheld",
        title="A firm not paid for what it did",
        lawful=False,
        rate=assumed("0.3", "0.05", "1"),
        needs=GOVERNMENT,
        victim="creditor",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=OrganisationAsset.ARREARS,
        victim_chance=assumed("0.5", "0.2", "0.9"),
    ),
    OrganisationAct(
        id="government-judgment-default",
        title="A judgment against the government not performed",
        lawful=False,
        rate=assumed("0.05", "0.01", "0.3"),
        needs=GOVERNMENT,
        effect=Effect.ASSET_GAINED,
        effect_asset=OrganisationAsset.DEBT,
    ),
    OrganisationAct(
        id="government-judgment-performed",
        title="A judgment performed that the government owed",
        lawful=True,
        rate=assumed("0.5", "0.2", "1"),
        needs=GOVERNMENT,
        needs_assets=OrganisationAsset.DEBT,
        effect=Effect.ASSET_LOST,
        effect_asset=OrganisationAsset.DEBT,
    ),
    OrganisationAct(
        id="promise-broken",
        title="A promise to investors broken",
        lawful=False,
        rate=assumed("0.1", "0.02", "0.4"),
        needs=GOVERNMENT,
        victim="creditor",
        victim_effect=Effect.INCOME_DOWN,
    ),
    OrganisationAct(
        id="data-falsified",
        title="Figures falsified for those above",
        lawful=False,
        rate=assumed("0.1", "0.01", "0.5"),
        needs=GOVERNMENT,
    ),
    OrganisationAct(
        id="illegal-fee",
        title="A fee taken that the law does not know",
        lawful=False,
        rate=assumed("0.2", "0.05", "0.6"),
        needs=GOVERNMENT,
        victim="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.1", "0.02", "0.4"),
    ),
)
"""Acts of governments."""
