"""What the firms and governments of a town do: the acts of the model, then those that a scheme's file declares.

An act of a file is one like any other: of every organisation of its kind that has not closed, forbidden ones the
oftener, the more its representative is given to breaking rules.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from glasstown.behaviours.organisation_act import OrganisationAct
from glasstown.behaviours.organisations.catalogue import ORGANISED
from glasstown.compiled.acts import TownActs
from glasstown.compiled.business import OwnBusiness
from glasstown.vocab.organisation_acts import ORGANISATION_ACTS
from glasstown.vocab.organisations import OrganisationFact

CODES: Final = {act.id: act.code for act in ORGANISATION_ACTS}


class Act(NamedTuple):
    """One act of organisations: its number, which kind does it, and what it is."""

    code: int
    kind: str
    act: OrganisationAct


def acts_of_town(town: TownActs) -> tuple[Act, ...]:
    """All acts of organisations; those of the file come last, so that no other changes its place."""
    kinds = {act.id: act.kind for act in ORGANISATION_ACTS}
    shipped = (Act(CODES[act.id], kinds[act.id], act) for act in ORGANISED)
    return (*shipped, *(Act(own.code, own.kind, _act_of(own)) for own in town.business))


def _act_of(own: OwnBusiness) -> OrganisationAct:
    return OrganisationAct(
        id=own.id,
        title=own.title,
        lawful=own.lawful,
        rate=own.rate,
        needs=OrganisationFact[own.kind.upper()],
        victim=own.victim,
        victim_effect=own.effect,
        victim_asset=own.asset,
        victim_chance=own.chance,
    )
