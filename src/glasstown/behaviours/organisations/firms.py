"""What firms do that the law forbids. Published counts are of cases and scandals, so every rate here is assumed."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.behaviours.organisation_act import OrganisationAct
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.organisations import OrganisationAsset, OrganisationCapacity, OrganisationFact

FIRM: Final = OrganisationFact.FIRM
CLOSED: Final = OrganisationAsset.CLOSED

FORBIDDEN: Final = (
    OrganisationAct(
        id="tax-return-late",
        title="A tax return handed in late",
        lawful=False,
        rate=assumed("0.3", "0.1", "0.6"),
    ),
    OrganisationAct(
        id="tax-evaded-by-firm",
        title="Tax evaded on a large scale",
        lawful=False,
        rate=assumed("0.01", "0.0003", "0.2"),
    ),
    OrganisationAct(
        id="wages-withheld",
        title="Wages of the staff withheld",
        lawful=False,
        rate=assumed("0.03", "0.005", "0.1"),
        needs=FIRM | OrganisationFact.HAS_STAFF,
        victim="employee",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.8", "0.4", "1"),
    ),
    OrganisationAct(
        id="unsafe-food",
        title="Unsafe food sold",
        lawful=False,
        rate=assumed("0.02", "0.002", "0.1"),
        needs=FIRM | OrganisationFact.FOOD,
        victim="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.2", "0.05", "0.6"),
    ),
    OrganisationAct(
        id="counterfeit-sold",
        title="Counterfeit goods sold",
        lawful=False,
        rate=assumed("0.03", "0.005", "0.1"),
        victim="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.05", "0.01", "0.2"),
    ),
    OrganisationAct(
        id="contract-broken",
        title="A contract with another firm broken",
        lawful=False,
        rate=assumed("0.1", "0.02", "0.3"),
        victim="supplier",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=OrganisationAsset.ARREARS,
        victim_chance=assumed("0.3", "0.1", "0.6"),
    ),
    OrganisationAct(
        id="firm-judgment-default",
        title="A judgment against the firm not performed",
        lawful=False,
        rate=assumed("0.02", "0.005", "0.06"),
        effect=Effect.ASSET_GAINED,
        effect_asset=OrganisationAsset.DEBT,
    ),
    OrganisationAct(
        id="emission-above-limit",
        title="More emitted than is allowed",
        lawful=False,
        rate=assumed("2", "0.2", "10"),
        needs=FIRM | OrganisationFact.MANUFACTURER,
        victim="neighbour",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.02", "0.0002", "0.1"),
    ),
    OrganisationAct(
        id="safety-breach",
        title="Rules of safety at work broken",
        lawful=False,
        rate=assumed("0.05", "0.01", "0.2"),
        needs=FIRM | OrganisationFact.HAS_STAFF,
        victim="employee",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.05", "0.01", "0.2"),
    ),
    OrganisationAct(
        id="customs-misdeclared",
        title="Goods declared wrongly at customs",
        lawful=False,
        rate=assumed("0.1", "0.01", "0.5"),
        needs=FIRM | OrganisationFact.EXPORTER,
        capacity=OrganisationCapacity.EXPORT,
    ),
)
"""Acts of firms that the law forbids."""
