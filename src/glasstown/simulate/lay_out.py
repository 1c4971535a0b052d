"""A town on day 0: its districts, and the rows that say who lives there."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.ledger.kept import keyed_sample
from glasstown.ledger.model import Kept
from glasstown.ledger.writer import RunWriter
from glasstown.simulate.district import District, districts_of
from glasstown.simulate.facts import income_fifths
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.span import Settings
from glasstown.society.population import Population
from glasstown.vocab.arrays import U8

SAMPLED_ONE_IN: Final = 64
"""Of so many districts one is lived where only a sample of the paired world is."""


def lay_out(request: RunRequest, people: Population, settings: Settings, kept: Kept, *, sample: bool) -> list[District]:
    """Lay out the districts of a world on day 0.

    Args:
        request: what was asked for.
        people: everybody.
        settings: tables and luck of the world.
        kept: whose rows the ledger keeps.
        sample: live a keyed one in 64 of the districts only.
    """
    is_kept, traced = (
        _chosen(request, name, size) for name, size in (("kept", kept.residents), ("lives", kept.lives))
    )
    with np.errstate(over="ignore"):
        districts = list(districts_of(people, settings.world, settings.luck, is_kept, traced))
    return _sample(districts, request) if sample else districts


def _sample(districts: list[District], request: RunRequest) -> list[District]:
    """A keyed one in 64 of the districts, at least one."""
    size = max(1, len(districts) // SAMPLED_ONE_IN)
    chosen = keyed_sample(
        "districts", people=len(districts), size=size, seed=request.seed, replicate=request.replicate
    )
    return [districts[int(d)] for d in chosen]


def _chosen(request: RunRequest, name: str, size: int) -> U8:
    """1 for each resident of a keyed sample."""
    mask = np.zeros(request.people, np.uint8)
    mask[keyed_sample(name, people=request.people, size=size, seed=request.seed, replicate=request.replicate)] = 1
    return mask


def write_people(people: Population, districts: list[District], writer: RunWriter) -> None:
    """Write who the kept residents are; where they live stands apart."""
    fifths = income_fifths(people)
    for d in districts:
        kept = np.flatnonzero(d.kept) + d.first
        writer.append("people", {
            "resident": kept, "birth_day": people.birth_day[kept], "sex": people.sex[kept],
            "urban": people.urban[kept], "group": people.group[kept],
            "education": people.education[kept], "sector": people.sector[kept], "role": people.role[kept],
            "income_fifth": fifths[kept], "household": people.household[kept],
        })
        writer.append("places", {"resident": kept, "province": people.province[kept]})
