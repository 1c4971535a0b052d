"""What firms do as a matter of business, or of speech: all of it lawful. Every rate is assumed."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Multiplier
from glasstown.behaviours.figures import assumed
from glasstown.behaviours.organisation_act import OrganisationAct
from glasstown.vocab.codes import Effect
from glasstown.vocab.organisations import OrganisationAsset, OrganisationCapacity, OrganisationFact

FIRM: Final = OrganisationFact.FIRM
CLOSED: Final = OrganisationAsset.CLOSED
LOW_SALES: Final = 0
UP, DOWN, GAINED, LOST = Effect.INCOME_UP, Effect.INCOME_DOWN, Effect.ASSET_GAINED, Effect.ASSET_LOST

SPEECH: Final = (
    OrganisationAct(
        id="label-used",
        title="A place named otherwise than the state wants it",
        lawful=True,
        rate=assumed("0.5", "0.1", "2"),
        needs=FIRM | OrganisationFact.FOREIGN_CARRIER,
    ),
    OrganisationAct(
        id="complaint-published",
        title="A complaint about an office published",
        lawful=True,
        rate=assumed("0.05", "0.01", "0.3"),
    ),
    OrganisationAct(
        id="new-product",
        title="A product that others do not have yet",
        lawful=True,
        rate=assumed("0.3", "0.05", "1"),
        effect=UP,
    ),
    OrganisationAct(
        id="cause-supported",
        title="A cause of the authorities supported",
        lawful=True,
        rate=assumed("0.1", "0.02", "0.5"),
    ),
)
"""Lawful acts that a scheme may take for good or bad."""

BUSINESS: Final = (
    OrganisationAct(
        id="firm-judgment-performed",
        title="A judgment performed that was owed",
        lawful=True,
        rate=assumed("0.4", "0.2", "0.7"),
        needs_assets=OrganisationAsset.DEBT,
        effect=LOST,
        effect_asset=OrganisationAsset.DEBT,
    ),
    OrganisationAct(
        id="tender-bid",
        title="A bid for a public contract",
        lawful=True,
        rate=assumed("1", "0.2", "3"),
        capacity=OrganisationCapacity.TENDER,
        effect=UP,
        tender=True,
    ),
    OrganisationAct(
        id="credit-application",
        title="A loan asked for",
        lawful=True,
        rate=assumed("0.5", "0.1", "2"),
        needs_lack=CLOSED | OrganisationAsset.LOAN,
        capacity=OrganisationCapacity.FIRM_CREDIT,
        effect=GAINED,
        effect_asset=OrganisationAsset.LOAN,
        effect_blocked=DOWN,
    ),
    OrganisationAct(
        id="credit-repaid",
        title="A loan paid back",
        lawful=True,
        rate=assumed("0.7", "0.3", "2"),
        needs_assets=OrganisationAsset.LOAN,
        effect=LOST,
        effect_asset=OrganisationAsset.LOAN,
    ),
    OrganisationAct(
        id="investment-sought",
        title="Investors sought",
        lawful=True,
        rate=assumed("0.2", "0.05", "0.6"),
        capacity=OrganisationCapacity.INVESTMENT,
        effect=UP,
    ),
    OrganisationAct(
        id="permit-application",
        title="A permit asked for",
        lawful=True,
        rate=assumed("0.5", "0.1", "2"),
        capacity=OrganisationCapacity.PERMIT,
        effect_blocked=DOWN,
    ),
    OrganisationAct(
        id="export-shipment",
        title="Goods sent abroad in earnest",
        lawful=True,
        rate=assumed("0.3", "0.1", "2"),
        needs=FIRM | OrganisationFact.EXPORTER,
        capacity=OrganisationCapacity.EXPORT,
        effect_blocked=DOWN,
    ),
    OrganisationAct(
        id="staff-cut",
        title="Somebody of the staff dismissed",
        lawful=True,
        rate=assumed("0.1", "0.02", "0.5"),
        needs=FIRM | OrganisationFact.HAS_STAFF,
        victim="employee",
        victim_effect=Effect.JOB_LOST,
        sales_factor=(Multiplier(LOW_SALES, assumed("4", "1", "16")),),
    ),
    OrganisationAct(
        id="firm-closes",
        title="The firm closes; all of its staff of day 0 is out of work",
        lawful=True,
        rate=assumed("0.01", "0.003", "0.05"),
        effect=GAINED,
        effect_asset=CLOSED,
        victim="staff",
        victim_effect=Effect.JOB_LOST,
        sales_factor=(Multiplier(LOW_SALES, assumed("8", "1", "32")),),
    ),
    OrganisationAct(
        id="tax-paid",
        title="The tax of a year paid",
        lawful=True,
        rate=assumed("1", "0.9", "1"),
    ),
)
"""Acts of business."""
