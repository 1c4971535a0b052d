"""A year of the world without a scheme against published counts: true acts times what is recorded of them."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.ledger.reader import open_run
from glasstown.simulate.limits import spec_within_limits
from glasstown.simulate.plan import Progress, RunRequest
from glasstown.simulate.run import live
from glasstown.society.build import build
from glasstown.society.check import Target, check
from glasstown.society.population import Population
from glasstown.society.spec import Spec, load_spec
from glasstown.vocab.acts import ACTS
from glasstown.vocab.units import DAYS_IN_YEAR

STEP_DAYS: Final = 7
NOT_DRAWN: Final = "no act of the model counts for it yet"


@dataclass(frozen=True, slots=True)
class Published:
    """One published count of events: what the counts are divided by, and how far the model may be off.

    `per` is the number of residents that the figure is said for; None means the whole nation.
    """

    id: str
    name: str
    wanted: Decimal
    tolerance: Decimal
    per: int | None
    year: int
    cite: str


EVENTS: Final = (
    Published("T57", "blood donations, per 1,000", Decimal("12.05"), Decimal("0.05"), 1_000, 2023, "S27"),
    Published("T59", "public-order cases, per 10,000", Decimal("61.1"), Decimal("0.05"), 10_000, 2020, "S05"),
    Published("T60", "drunk-driving crimes", Decimal(312_000), Decimal("0.10"), None, 2019, "S25"),
    Published("T61", "marriages, couples", Decimal(6_106_000), Decimal("0.03"), None, 2024, "S31"),
    Published("T62", "divorces, couples", Decimal(3_513_000), Decimal("0.03"), None, 2024, "S31"),
    Published("T63", "boardings of flights", Decimal(730_000_000), Decimal("0.05"), None, 2024, "S29"),
    Published("T64", "journeys by high-speed rail", Decimal(3_270_000_000), Decimal("0.05"), None, 2024, "S29"),
)
"""Counts that a year of the model is held against, all documented; keys of sources as in the tables of behaviour."""

Counts = Mapping[int, int]
"""Acts done in the year, by code."""


def check_society(
    society: str,
    *,
    people: int,
    seed: int,
    threads: int = 1,
    on_progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> tuple[Target, ...]:
    """Targets T47 to T64 of one town of a society: who was drawn, and what they did in a year without a scheme.

    Args:
        society: an id, or the path of a society file.
        people: residents of the town.
        seed: seed of people and luck.
        threads: threads; no part of the result.
        on_progress: called after every step of the year.
        should_stop: asked before every step; when it says yes, nothing is told.

    Raises:
        PlanError: no town has so many residents.
        InputFaultsError: the society file has faults or asks for more than the engine can do.
        KeyboardInterrupt: it was asked to stop.
    """
    with tempfile.TemporaryDirectory(prefix="glasstown-") as folder:
        request = RunRequest(
            scheme=None,
            people=people,
            days=DAYS_IN_YEAR,
            step_days=STEP_DAYS,
            seed=seed,
            start=date(2020, 1, 1),
            out=Path(folder) / "none",
            threads=threads,
            baseline="none",
            society=society,
        )
        spec = spec_within_limits(request)
        town = build(spec, seed=seed, people=people)
        if live(request, on_progress=on_progress, should_stop=should_stop).stopped:
            raise KeyboardInterrupt
        counts = counts_of(request.out)
    total = spec.scalar("total_incl_servicemen")
    sightable = {one.act: one.share.value for one in spec.sightable}
    rows = (
        *_told_of_file(check(town, spec), town, spec),
        *(event_target(row, counts, people, total, sightable) for row in EVENTS),
    )
    return tuple(sorted(rows, key=lambda row: row.id))


def _told_of_file(rows: tuple[Target, ...], town: Population, spec: Spec) -> tuple[Target, ...]:
    """The targets of a town, each saying whether a society file moved its figure."""
    if not spec.text:
        return rows
    shipped = {row.id: row.wanted for row in check(town, load_spec())}
    return tuple(replace(row, is_of_file=row.wanted != shipped[row.id]) for row in rows)


def counts_of(run: Path) -> Counts:
    """Acts done in a finished run, by code of act."""
    table = open_run(run).table("act_counts").group_by("act").sum()
    return dict(zip(table["act"].to_list(), table["done"].to_list(), strict=True))


def event_target(
    row: Published, counts: Counts, people: int, total: Decimal, sightable: Mapping[str, Decimal]
) -> Target:
    """One published count against the acts that enter it.

    The error is that of independent events: of as many as were drawn or as many as were published, whichever is more.
    """
    scale = float(row.per or total) / people
    weights = event_weights(row.id, sightable)
    drawn = sum(weight * counts.get(code, 0) for code, weight in weights.items())
    variance = sum(weight * weight * counts.get(code, 0) for code, weight in weights.items())
    of_each = variance / drawn if drawn else max(weights.values(), default=0.0)
    noise = math.sqrt(max(variance, of_each * float(row.wanted) / scale))
    wanted, room = float(row.wanted), float(row.wanted * row.tolerance)
    return Target(
        row.id,
        row.name,
        wanted,
        wanted - room,
        wanted + room,
        drawn * scale if weights else None,
        noise * scale,
        "a year without a scheme" if weights else NOT_DRAWN,
        people if weights else None,
    )


def event_weights(target: str, sightable: Mapping[str, Decimal]) -> dict[int, float]:
    """Recorded events for each act that is drawn, by code of act, for one published count.

    A frequent act is drawn only as far as somebody could have seen it, so each one drawn stands for more.

    Args:
        target: number of the target.
        sightable: shares that a society file says in place of the shipped ones, by act.
    """
    codes = {act.id: act.code for act in ACTS}
    weights: dict[int, float] = {}
    for act in RESIDENT_ACTS:
        for counted in act.counts_for:
            if counted.target == target:
                shipped = act.sightable.value if act.sightable else Decimal(1)
                weights[codes[act.id]] = float(counted.share.value / sightable.get(act.id, shipped))
    return weights
