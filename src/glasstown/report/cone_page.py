"""The page of a causal cone: whom one change reaches, at three radii."""

from __future__ import annotations

from typing import Final

from glasstown.report.contract import Page, Section, TableView
from glasstown.report.otherwise import what_is_otherwise
from glasstown.studies.cone import FAR, Cone, Radius

_COLUMNS: Final = (
    "of whom differs", "residents", "first day", "where it begins", "one tie away", "two", "three or more",
    "not along ties", "points apart at most",
)  # fmt: skip
_HOW: Final = (
    "The run and the changed world are lived side by side, with the same people and the same luck, and compared after "
    "each step; the run has come to its digest again. Ties are those of household, kin, work, friendship and next "
    "door, counted from whom a sighting or tie that was changed is about; of any other change, from whom it reached "
    "first. Where none lead there, a place, an office or a mistake did."
)


def cone_page(cone: Cone) -> Page:
    """Build the one view of a cone that every face renders."""
    says = what_is_otherwise(cone.change)
    rows = tuple(_row(radius) for radius in cone.radii)
    nobody = () if cone.radii[0].residents.size else ("It reaches nobody: both worlds are the same to the last bit.",)
    return Page(
        f"Whom it reaches, {cone.change.words}",
        f"{cone.people:,} invented residents, held against {cone.run}",
        (Section("cone", "The causal cone", (_HOW,), (*says, *nobody), (TableView("Three radii", _COLUMNS, rows, ""),),
                 is_brief=True),),
    )  # fmt: skip


def _row(radius: Radius) -> tuple[str | int | float | None, ...]:
    size = int(radius.residents.size)
    first = int(radius.first_day.min()) if size else None
    nowhere = size - sum(radius.at(ties) for ties in range(FAR)) - radius.further
    apart = int(radius.milli.max(initial=0)) / 1_000
    return (radius.says, size, first, radius.at(0), radius.at(1), radius.at(2), radius.further, nowhere, apart)
