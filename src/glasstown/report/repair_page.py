"""The page of a ladder of repairs: what each removes, what remains, and which change nothing."""

from __future__ import annotations

from typing import Final

from glasstown.report.contract import Cell, Page, Section, TableView
from glasstown.report.numbers import told
from glasstown.studies.repairs import CODES, Ladder, Rung

_HOW: Final = (
    "In the model. Each repair was lived by itself over the same people and luck as the scheme as it is, {worlds} of "
    "{people:,} invented residents for {years:g} years. Repairs take something away or add a safeguard; figures that "
    "they put in are assumed. A dash is undefined, or there was nothing to repair."
)
_APART: Final = "Difference from the scheme as it is, with the interval of 95 % over worlds where there are five."


def repair_page(ladder: Ladder) -> Page:
    """Build the one view of a ladder that every face renders."""
    worlds = "one world" if ladder.worlds == 1 else f"{ladder.worlds:,} worlds"
    how = _HOW.format(worlds=worlds, people=ladder.people, years=ladder.days / 365)
    titles = {one.metric.code: f"{one.metric.code} {one.metric.title}" for rung in ladder.rungs for one in rung.told}
    shown = [code for code in CODES[1:] if code in titles]
    heads = ("repair", "punished", *(titles[code] for code in shown))
    rows = tuple((rung.id, rung.punished, *(_after(rung, code) for code in shown)) for rung in ladder.rungs)
    parts = ("repair", "metric", "difference", "from", "to")
    apart = tuple(row for rung in ladder.rungs[1:] for row in _differences(rung, titles))
    points = tuple(f"{rung.id}: {rung.says}. {_word(rung, ladder.rungs[0])}" for rung in ladder.rungs[1:])
    tables = (TableView("What remains", heads, rows), TableView("What each changes", parts, apart, _APART))
    section = Section("repairs", "The ladder of repairs", (how,), points, tables, is_brief=True)
    return Page(f"Repairs of {ladder.scheme.title}", f"{ladder.people:,} invented residents", (section,))


def _after(rung: Rung, code: str) -> Cell:
    return next((told(one.after.figure.value) for one in rung.told if one.metric.code == code), None)


def _differences(rung: Rung, titles: dict[str, str]) -> list[tuple[Cell, ...]]:
    return [
        (rung.id, titles[one.metric.code], told(one.apart.figure.value), *map(told, one.apart.interval or (None, None)))
        for one in rung.told
        if one.apart and one.metric.code != CODES[0] and one.apart.figure.value is not None
    ]


def _word(rung: Rung, base: Rung) -> str:
    """What a rung did, in words."""
    if rung.word:
        return f"{rung.word[:1].upper()}{rung.word[1:]}."
    before, after = (next((one.after.figure.value for one in each.told if one.metric.code == "M15"), None)
                     for each in (base, rung))  # fmt: skip
    said = f"{rung.punished:,} punished instead of {base.punished:,}"
    if before and after is not None:
        share = 100 * (1 - after / before)
        word = f"{share:.0f} % fewer" if share >= 0 else f"{-share:.0f} % more"
        said += f"; {word} wrongful days, {after:,.1f} per 1,000 person-years remain"
    return f"{said}."
