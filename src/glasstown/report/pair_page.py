"""The page of a pair: what is different in two worlds of the same people and luck, in words and one table."""

from __future__ import annotations

from typing import Final

from glasstown.report.contract import Page, Section, TableView
from glasstown.report.otherwise import what_is_otherwise
from glasstown.studies.pair import Pair

_COLUMNS: Final = (
    "outcome", "unit", "in the run", "in the changed world", "difference", "of it direct", "of it through others",
    "residents with less", "residents with more",
)  # fmt: skip
_HOW: Final = (
    "Two worlds in the model, with the same people and the same luck. Direct is what befell residents whom the cause "
    "touched itself, in either world; through others is what reached the rest. Both add up to the difference. What "
    "single causes do need not add up to what they do together."
)
_RATIO: Final = (
    "In {pairs} pairs of towns of {people:,} residents with other people and other luck: the variance of the "
    "difference between two worlds with the same luck, over that between two that share nothing. One over it is for "
    "how many pairs of independent worlds one pair counts. With so few pairs both are rough."
)
_OF_COUPLING: Final = ("outcome", "variance ratio", "effective sample multiplier", "undefined, for")
_NO_PARTS: Final = "A dash: this cause is everybody's own, so direct and through others cannot be told apart."


def coupling_section(pair: Pair) -> Section:
    """What sharing luck is worth: who is unchanged, and how much less a difference varies than under other luck."""
    found = pair.coupling
    said = pair.unchanged.text
    if found.reason:
        why = f"Variance ratio and effective sample multiplier: undefined, for {found.reason}."
        return Section("coupling", "What the same luck is worth", (), (said, why), is_brief=True)
    how = _RATIO.format(pairs=found.pairs, people=found.people)
    rows = tuple((one.title, one.ratio, one.multiplier, one.reason) for one in found.rows)
    table = TableView("Coupling", _OF_COUPLING, rows, "")
    return Section("coupling", "What the same luck is worth", (how,), (said,), (table,), is_brief=True)


def pair_page(pair: Pair) -> Page:
    """Build the one view of a pair that every face renders."""
    manifest = pair.base.manifest
    rows = tuple(
        (one.title, one.unit, one.base, one.other, one.total, one.direct, one.spill_over, one.better, one.worse)
        for one in pair.effects
    )
    note = _NO_PARTS if any(one.direct is None for one in pair.effects) else ""
    says = what_is_otherwise(pair.change)
    same = "Both worlds are the same to the last bit: in this run it would have changed nothing."
    points = (*says, *((same,) if pair.is_same else ()))
    return Page(
        f"{manifest.title}, {pair.change.words}",
        f"{manifest.people:,} invented residents, held against {pair.base.folder}",
        (Section("pair", "What is otherwise", (_HOW,), points, (TableView("Differences", _COLUMNS, rows, note),),
                 is_brief=True), coupling_section(pair)),
    )  # fmt: skip
