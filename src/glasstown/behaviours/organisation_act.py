"""What an act of a firm or government is: who does it, who suffers, how often, and what it does to whoever does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from glasstown.behaviours.act import Multiplier
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.evidence import Figure
from glasstown.vocab.organisations import OrganisationAsset, OrganisationCapacity, OrganisationFact

VICTIMS_OF_ORGANISATIONS: Final = ("employee", "staff", "customer", "neighbour", "supplier", "creditor")
"""Who suffers: one of the staff at day 0, all of them, a resident of the district, one who lives near the
representative, the firm one deals with, or a firm of the district."""

LARGEST_SALES_STEP: Final = 8
"""Sixty-fourths of the sales of day 0 by which one act raises or lowers them."""


@dataclass(frozen=True, slots=True)
class OrganisationAct:
    """One kind of act of firms or governments.

    Attributes:
        id: the name schemes use; registered in `vocab.organisation_acts`.
        title: what it is, in plain words.
        lawful: whether the law allowed it, apart from any scheme.
        rate: acts truly committed per eligible organisation and year.
        needs: standing facts that must all hold.
        needs_assets, needs_lack: what it must have, and must not have, at the start of the step.
        capacity: capacities without which an attempt is denied.
        effect: what accomplishing it does to the organisation (`INCOME_UP` and `INCOME_DOWN` move its sales).
        effect_asset: which asset the effect gives or takes, where it is one of those two.
        effect_blocked: what being denied it does.
        victim: "" for nobody, or one of `VICTIMS_OF_ORGANISATIONS`.
        victim_effect: what it does to the victim, in the next step.
        victim_asset: which asset of a resident, or of a firm, that gives or takes.
        victim_chance: how likely that is; None for certain.
        sales_factor: factors on the rate by sales (0 below three quarters of day 0, 1 about as then, 2 above).
        tender: whether it is a bid for a public contract.
    """

    id: str
    title: str
    lawful: bool
    rate: Figure
    needs: OrganisationFact = field(default=OrganisationFact.FIRM)
    needs_assets: OrganisationAsset = field(default=OrganisationAsset(0))
    needs_lack: OrganisationAsset = field(default=OrganisationAsset.CLOSED)
    capacity: OrganisationCapacity = field(default=OrganisationCapacity(0))
    effect: Effect = Effect.NONE
    effect_asset: OrganisationAsset = field(default=OrganisationAsset(0))
    effect_blocked: Effect = Effect.NONE
    victim: str = ""
    victim_effect: Effect = Effect.NONE
    victim_asset: Asset | OrganisationAsset = field(default=Asset(0))
    victim_chance: Figure | None = None
    sales_factor: tuple[Multiplier, ...] = ()
    tender: bool = False
