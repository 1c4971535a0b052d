"""A town on day 0: its stretches, and the rows that say who lives there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from glasstown.ledger.kept import keyed_sample
from glasstown.ledger.model import Kept
from glasstown.ledger.sink import Sink
from glasstown.simulate.first_day import stretches_of
from glasstown.simulate.organised import organisations_of
from glasstown.simulate.organised_reach import bound_on_day_0
from glasstown.simulate.organised_rows import write_organisations
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.span import Settings
from glasstown.simulate.stretch import Stretch, cut
from glasstown.society.organisations import organise
from glasstown.society.population import Population
from glasstown.vocab.arrays import U8
from glasstown.vocab.geography import DISTRICT

SAMPLED_ONE_IN: Final = 64
"""Of so many districts one is lived where only a sample of the paired world is."""


def lay_out(
    request: RunRequest, people: Population, settings: Settings, kept: Kept, *, sample: bool,
    districts: Sequence[int] | None = None,
) -> list[Stretch]:
    """Lay out the stretches of a world on day 0.

    Args:
        request: what was asked for.
        people: everybody.
        settings: tables and luck of the world.
        kept: whose rows the ledger keeps.
        sample: live a keyed one in 64 of the districts only.
        districts: live these alone, rising; None for those that the request asks for.
    """
    is_kept, traced = (
        _chosen(request, name, size) for name, size in (("kept", kept.residents), ("lives", kept.lives))
    )
    asked = _districts(request, sample=sample) if districts is None else districts
    pieces = cut(asked, request.threads, by_county=settings.by_county)
    with np.errstate(over="ignore"):
        town = list(stretches_of(people, settings.world, settings.luck, is_kept, traced, pieces, settings.overrides))
        join_organisations(town, people, settings)
    return town


def join_organisations(town: list[Stretch], people: Population, settings: Settings) -> None:
    """Put firms and governments beside the residents of each stretch, where any live in the town."""
    organising = settings.organising
    if organising is None:
        return
    organised, mine = organise(people), organising.settings
    for stretch in town:
        stretch.organisations = organisations_of(
            organised, organising.kinds, people, stretch, mine.world, organising.scores_of, mine.luck
        )
        if mine.world.has_scheme:
            bound_on_day_0(stretch, stretch.organisations, organising, settings.world, mine.luck)


def _districts(request: RunRequest, *, sample: bool) -> list[int]:
    """Numbers of the districts to be lived: all, or a keyed one in 64 of them and at least one."""
    number = -(-request.people // DISTRICT)
    if not sample:
        return list(range(number))
    size = max(1, number // SAMPLED_ONE_IN)
    chosen = keyed_sample("districts", people=number, size=size, seed=request.seed, replicate=request.replicate)
    return sorted(int(district) for district in chosen)


def _chosen(request: RunRequest, name: str, size: int) -> U8:
    """1 for each resident of a keyed sample."""
    mask = np.zeros(request.people, np.uint8)
    mask[keyed_sample(name, people=request.people, size=size, seed=request.seed, replicate=request.replicate)] = 1
    return mask


def write_people(people: Population, town: list[Stretch], writer: Sink) -> None:
    """Write who the kept residents are; where they live stands apart."""
    for stretch in town:
        kept = np.flatnonzero(stretch.kept) + stretch.first
        writer.append("people", {
            "resident": kept, "birth_day": people.birth_day[kept], "sex": people.sex[kept],
            "urban": people.urban[kept], "group": people.group[kept],
            "education": people.education[kept], "sector": people.sector[kept], "role": people.role[kept],
            "income_fifth": people.income_fifth[kept], "household": people.household[kept],
        })
        writer.append("places", {"resident": kept, "province": people.province[kept]})
        write_organisations(stretch, writer)
