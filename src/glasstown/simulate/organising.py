"""What holds for all firms and governments of a world in one period."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from glasstown.compiled.acts import TownActs
from glasstown.compiled.kinds import of_organisations, through_organisations
from glasstown.compiled.model import CompiledScheme, Period
from glasstown.compiled.parts import first_of_organisations
from glasstown.kernels.organised import Business
from glasstown.simulate.assemble import assemble
from glasstown.simulate.cell_rates import Shares, TraitOdds
from glasstown.simulate.charges import Consequences
from glasstown.simulate.list_tables import consequences_of, no_consequences
from glasstown.simulate.organised_acts import acts_of_town
from glasstown.simulate.organised_tables import business_of, organised_acts, victims, with_organised_harms
from glasstown.simulate.overrides import NONE
from glasstown.simulate.span import Settings
from glasstown.vocab.arrays import U8
from glasstown.vocab.organisations import KINDS


@dataclass(frozen=True, slots=True)
class Organising:
    """What is the same for all organisations of a world in one period.

    Attributes:
        settings: tables, luck and names, as for residents.
        business: what they do, and how often.
        victim: (acts,) who suffers from it.
        kinds: whether firms, and governments, live in the town.
        scores_of: whose each score of organisations is, by place in `vocab.organisations.SUBJECTS`; none where they
            have none.
        first_score: the number of the first of them in the scheme.
        through: (consequences,) 1 for those that hit the representative of a firm, 2 the officials of a government.
        reach: what grades and lists of organisations bring, with those.
    """

    settings: Settings
    business: Business
    victim: U8
    kinds: tuple[bool, ...]
    scores_of: tuple[int, ...]
    first_score: int
    through: U8
    reach: Consequences


def organising_of(
    settings: Settings, kinds: tuple[str, ...], town: TownActs, compiled: CompiledScheme | None, period: Period | None,
    society: tuple[Shares, TraitOdds], step_days: int, without: frozenset[str], weekday: int,
) -> Organising:
    """The tables of organisations for one period.

    Args:
        settings: those of residents in the same period.
        kinds: kinds of organisations that live in the town.
        town: the acts that a file declares, under its scheme or without it.
        compiled: the whole scheme; None for the world without one.
        period: what of it runs; None for the world without a scheme.
        society: shares of residents, and the distribution of a trait.
        step_days: length of a step.
        without: responses that are switched off.
        weekday: of day 0, Monday 0.
    """
    mine = of_organisations(compiled, period) if compiled and period else None
    acts, (shares, odds) = acts_of_town(town), society
    world = assemble(shares, odds, step_days, mine, without, weekday=weekday, period=period)
    world = with_organised_harms(organised_acts(world, acts), acts)
    return Organising(
        settings=replace(settings, world=world, later=(), overrides=NONE),
        business=business_of(acts, mine, odds, step_days, without),
        victim=victims(acts),
        kinds=tuple(kind in kinds for kind in KINDS),
        scores_of=tuple(mine.scores.of.tolist()) if mine and mine.has_score else (),
        first_score=first_of_organisations(compiled.scores, has_score=compiled.has_score) if compiled else 0,
        through=compiled.organisations.through if compiled else np.zeros(0, np.uint8),
        reach=consequences_of(through_organisations(compiled, period)) if compiled and period else no_consequences(),
    )
