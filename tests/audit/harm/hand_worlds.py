"""Small towns for metrics of harm: sixty residents of Harbour's kind, whose rows are written down by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from glasstown.audit.case import Case, open_case
from glasstown.audit.harm.contract import Bundle, Counts, Undefined
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model import Kept, Manifest
from glasstown.vocab.codes import Flag
from towns import MANIFEST, NONE, write_run

PEOPLE = 60
RED, BILL, GIFT = 0, 5, 11
"""Acts of Harbour: -50 for a red light (a second one -30 more), -20 for a late bill, +10 for a gift."""

PERSONS = tuple(
    {"resident": n, "birth_day": -365 * 30, "group": n % 3, "income_fifth": n % 5, "household": n}
    for n in range(PEOPLE)
)


def on_panel(scores: Mapping[int, int], *, people: int = PEOPLE, days: Iterable[int] = (364,)) -> list[dict[str, Any]]:
    """Everybody scored on these days, with these points and else 900."""
    return [
        {"resident": n, "day": day, "score_milli": 1000 * scores.get(n, 900), "grade": 1, "flags": Flag.COVERED}
        for day in days for n in range(people)
    ]  # fmt: skip


def world(
    folder: Path,
    manifest: Manifest = MANIFEST,
    *,
    without: dict[str, Any] | None = None,
    size: int = PEOPLE,
    **tables: Any,
) -> Case:
    """A world of Harbour with these tables, beside its pair with those of `without`; everybody is a subject."""
    of: dict[str, Any] = {"people": size, "residents_lived": size, "kept": Kept("all", size, size)}
    mine = replace(manifest, baseline="full" if without is not None else "none", **of)
    write_run(folder, mine, **{"people": PERSONS, "panel": on_panel({}), **tables})
    if without is not None:
        theirs = replace(
            NONE,
            steps=mine.steps,
            horizon_days=mine.horizon_days,
            names=replace(NONE.names, acts=mine.names.acts),
            **of,
        )
        write_run(folder / "baseline", theirs, **{"people": PERSONS, **without})
    return open_case(open_worlds(folder))


def counts_of(metric: Any, case: Case, **switched: Case) -> Counts:
    """What a metric counts in a world; a test fails where it says why it cannot."""
    counts = metric.tally(Bundle(case, switched))
    assert not isinstance(counts, Undefined), counts.reason
    return counts


def why_not(metric: Any, case: Case) -> str:
    """Why a metric has nothing to count in a world."""
    counts = metric.tally(Bundle(case, {}))
    assert isinstance(counts, Undefined), counts
    return counts.reason


def parts_of(figure: Any) -> dict[str, float | None]:
    """The values of a figure's parts by label."""
    return {part.label: part.value for part in figure.parts}


def twice(counts: Counts) -> dict[str, float]:
    """The counts of a world and of another that is just like it."""
    return {name: 2 * number for name, number in counts.items()}
