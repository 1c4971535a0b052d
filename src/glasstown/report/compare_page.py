"""The page of schemes side by side: one table, one figure, and who is punished in each, in all and in none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

import altair as alt

from glasstown.report.contract import NOTICE, Cell, Figure, Page, Section, TableView
from glasstown.report.figures.style import INK, WIDTH
from glasstown.report.numbers import told
from glasstown.studies.compared import CODES, Compared
from glasstown.studies.intervals import Estimate

LETTER: Final = 8
"""Pixels that a letter of a scheme's id takes at most."""

FIGURE: Final = "weighted-days"
_HOW: Final = (
    "In the model. The same {people:,} invented residents with the same luck for {years:g} years under each scheme, in "
    "{worlds}. Schemes count different things: a scheme that punishes nobody may only lack what it would take."
)
_WEIGHTS: Final = (
    "Weighted days: days without each thing, each by how heavily that weighs, per 1,000 person-years. Weights are "
    "somebody's judgement: --weights FILE takes yours, in the form that docs/audit.md shows."
)


def compare_page(found: Compared) -> Page:
    """Build the one view of a comparison that every face renders."""
    worlds = "one world" if found.worlds == 1 else f"{found.worlds:,} worlds"
    how = _HOW.format(people=found.people, years=found.days / 365, worlds=worlds)
    heads = ("in the model", *(one.id for one in found.schemes))
    table = TableView("Schemes side by side", heads, (*_counted(found), *_measured(found), *_weighed(found)))
    section = Section("compare", "Side by side", (how, _WEIGHTS), _points(found), (table,), (FIGURE,), is_brief=True)
    ids = ", ".join(one.id for one in found.schemes)
    return Page(f"The same town under {len(found.schemes)} schemes", ids, (section,))


def compare_figure(found: Compared) -> Figure:
    """Weighted days of each scheme as bars, by the first set of weights."""
    which = next(iter(found.orders))
    data = [{"scheme": one.id, "days": one.burden[which] or 0} for one in found.schemes]
    order = list(found.orders[which])
    room = LETTER * max(len(one.id) for one in found.schemes) + 10
    chart = (
        alt.Chart(alt.Data(values=data), width=WIDTH - 200, title=alt.Title("Weighted days", subtitle=[NOTICE]))
        .mark_bar(color=INK)
        .encode(
            x=alt.X("days:Q", title="weighted days per 1,000 person-years"),
            y=alt.Y("scheme:N", sort=order, title=None, axis=alt.Axis(minExtent=room, labelLimit=room)),
        )
    )
    words = "; ".join(f"{row['scheme']} {row['days']:,.0f}" for row in data)
    return Figure(
        FIGURE, "Weighted days", f"{words}.", f"By the weights called {which}; all of them assumed.", chart.to_dict()
    )


def _counted(found: Compared) -> tuple[tuple[Cell, ...], ...]:
    return (
        ("residents punished", *(one.punished for one in found.schemes)),
        ("of them under this scheme alone", *(one.alone for one in found.schemes)),
    )


def _measured(found: Compared) -> Iterator[tuple[Cell, ...]]:
    """One row for each metric of the headline that some scheme has, with the interval of each where there is one."""
    known = {metric.code: metric for one in found.schemes for metric, _ in one.told}
    for code in (code for code in CODES if code in known):
        metric = known[code]
        each = ({one.code: estimate for one, estimate in under.told}.get(code) for under in found.schemes)
        yield (f"{code} {metric.title} ({metric.unit})", *(_with_interval(one) for one in each))


def _with_interval(one: Estimate | None) -> Cell:
    value = told(one.figure.value) if one else None
    if one is None or value is None or one.interval is None:
        return value
    low, high = (told(end) for end in one.interval)
    return f"{value:,g} [{low:,g}, {high:,g}]"


def _weighed(found: Compared) -> Iterator[tuple[Cell, ...]]:
    for name in found.orders:
        yield (f"weighted days per 1,000 person-years, {name}", *(told(one.burden[name]) for one in found.schemes))


def _in_order(found: Compared, name: str) -> str:
    """The schemes from the heaviest down by one set of weights; those that weigh the same are told together."""
    days = {one.id: one.burden[name] or 0 for one in found.schemes}
    if not any(days.values()):
        return f"By the weights called {name} nobody lost a day under any of them, so that there is no order."
    groups = [" and ".join(same) for _, same in groupby(found.orders[name], key=lambda one: days[one])]
    return f"By the weights called {name}, heaviest first: {'; '.join(groups)}."


def _points(found: Compared) -> tuple[str, ...]:
    """Who is punished where, and whether the order survives other weights."""
    lives = f"{found.in_all:,} of {found.residents:,} lives are punished under every one of these schemes"
    points = [f"{lives}, {found.in_none:,} under none."]
    points += [_in_order(found, name) for name in found.orders]
    if found.survives is not None:
        points.append("The order survives the change of weights." if found.survives
                      else "The order does not survive the change of weights.")  # fmt: skip
    return tuple(points)
