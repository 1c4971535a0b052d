"""Building a town: `build(spec, seed=..., people=...)`, the only door through which people come in."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasstown.kernels.philox import stream_key
from glasstown.society.attributes import Columns, draw_people, empty_columns
from glasstown.society.draw import SCRATCH_ROWS, draw_households
from glasstown.society.fifths import fifths_of
from glasstown.society.lookalikes import Pairs, pair_district
from glasstown.society.place import province_of, urban_of
from glasstown.society.population import Population, assemble
from glasstown.society.relations import Relations, TieTables, relate_district, tie_tables
from glasstown.society.spec import Spec
from glasstown.society.tables import HouseTables, PeopleTables, house_tables, people_tables, province_table
from glasstown.vocab.arrays import I64, AnyArray
from glasstown.vocab.errors import SocietyError
from glasstown.vocab.geography import COLLEAGUES, DISTRICT, FRIENDS, KIN, LOOKALIKES, VOID

MOST_PEOPLE: Final = 10_000_000
"""Largest town that is kept whole."""

TIES: Final = (
    ("lookalike", LOOKALIKES),
    ("namesake", LOOKALIKES),
    ("kin", KIN),
    ("colleague", COLLEAGUES),
    ("friend", FRIENDS),
)
"""Tables of partners and how many each resident may have."""

WORTH_A_THREAD: Final = 500_000
"""Residents from which threads pay."""


def build(spec: Spec, *, seed: int, people: int, replicate: int = 0) -> Population:
    """Compute residents 0 to `people` - 1 of the invented nation.

    Every attribute is a function of (spec, seed, replicate, resident number): a smaller town is the
    beginning of a larger one, except that ties to residents who are not there are void.

    Args:
        spec: what is known of the society (`society.spec.load_spec`).
        seed: seed of people.
        people: number of residents, 1 to 10 million.
        replicate: which redraw of the town.

    Raises:
        SocietyError: a size that cannot be built.
    """
    if not 1 <= people <= MOST_PEOPLE:
        raise SocietyError(
            f"a town of {people:,} residents cannot be built",
            where="people",
            why=f"towns of 1 to {MOST_PEOPLE:,} residents are kept whole in memory",
            fix=f"ask for 1 to {MOST_PEOPLE:,} people",
        )
    key = stream_key("people", seed, replicate)
    threads = (os.cpu_count() or 1) if people >= WORTH_A_THREAD else 1
    return assemble(people, seed, replicate, spec.digest, draw_town(spec, key, people, threads))


def draw_town(spec: Spec, key: tuple[np.uint64, np.uint64], people: int, threads: int) -> dict[str, AnyArray]:
    """Draw every column of a town; the result is the same for any number of threads."""
    columns = room_for(people)
    districts = range((people + DISTRICT - 1) // DISTRICT)
    tables = (house_tables(spec), people_tables(spec), province_table(spec), tie_tables(spec))

    def work(which: range) -> None:
        scratch = np.zeros((SCRATCH_ROWS, DISTRICT), dtype=np.int64)
        bench = Bench(scratch, empty_columns(), Pairs.empty(), Relations.empty())
        for district in which:
            draw_district(spec, district, key, tables, bench)
            store(district, people, bench, columns)

    workers = max(1, min(threads, len(districts)))
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(work, [districts[i::workers] for i in range(workers)]))
    columns["income_fifth"] = fifths_of(spec, columns["income_yuan_year"])
    return columns


@dataclass(frozen=True, slots=True)
class Bench:
    """Room to draw one district at a time; one for each thread."""

    scratch: I64
    out: Columns
    pairs: Pairs
    relations: Relations


def room_for(people: int) -> dict[str, AnyArray]:
    """Empty columns of a town."""
    columns: dict[str, AnyArray] = {}
    for name, column in empty_columns()._asdict().items():
        columns[name] = np.zeros((*column.shape[:-1], people), dtype=column.dtype)
    for name, rows in TIES:
        columns[name] = np.zeros((rows, people), dtype=np.uint16)
    columns["employer"] = np.zeros(people, dtype=np.uint16)
    return columns


def draw_district(
    spec: Spec,
    district: int,
    key: tuple[np.uint64, np.uint64],
    tables: tuple[HouseTables, PeopleTables, I64, TieTables],
    bench: Bench,
) -> None:
    """Draw all 4,096 residents of a district, however many of them the town has."""
    first = district * DISTRICT
    house, life, factors, ties = tables
    draw_households(first, *key, house, bench.scratch)
    towns = np.array(urban_of(district, spec), dtype=np.int64)
    province = province_of(district, spec)
    bench.out.province[:] = province
    draw_people(first, towns, factors[province], *key, life, bench.scratch, bench.out)
    pair_district(first, key, bench.scratch, bench.out, bench.pairs)
    relate_district(first, key, (house, ties), bench.scratch, bench.out, bench.relations)


def store(district: int, people: int, bench: Bench, columns: dict[str, AnyArray]) -> None:
    """Copy the residents that the town has, and cut their ties to those it has not."""
    first = district * DISTRICT
    here = min(DISTRICT, people - first)
    for name, column in bench.out._asdict().items():
        columns[name][..., first : first + here] = column[..., :here]
    pairs, relations = bench.pairs, bench.relations
    found = {
        "lookalike": pairs.lookalike,
        "namesake": pairs.namesake,
        "kin": relations.kin,
        "colleague": relations.colleague,
        "friend": relations.friend,
        "employer": relations.employer,
    }
    for name, partners in found.items():
        present = partners[..., :here]
        columns[name][..., first : first + here] = np.where(present < here, present, VOID)
