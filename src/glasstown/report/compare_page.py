"""The page of schemes side by side: one table, one figure, and who is punished in each, in all and in none."""

from __future__ import annotations

from typing import Final

import altair as alt

from glasstown.report.contract import NOTICE, Cell, Figure, Page, Section, TableView
from glasstown.report.figures.style import INK, WIDTH
from glasstown.report.numbers import told
from glasstown.studies.compared import CODES, Compared, Under

FIGURE: Final = "weighted-days"
_HOW: Final = (
    "In the model. The same {people:,} invented residents with the same luck for {years:g} years under each scheme, in "
    "{worlds}. Schemes count different things: a scheme that punishes nobody may only lack what it would take."
)
_WEIGHTS: Final = (
    "Weighted days: days without each thing, each by how heavily that weighs, per 1,000 person-years. Weights are "
    "somebody's judgement: --weights FILE takes yours."
)


def compare_page(found: Compared) -> Page:
    """Build the one view of a comparison that every face renders."""
    worlds = "one world" if found.worlds == 1 else f"{found.worlds:,} worlds"
    how = _HOW.format(people=found.people, years=found.days / 365, worlds=worlds)
    titles = {metric.code: f"{metric.code} {metric.title}" for one in found.schemes for metric, _ in one.told}
    shown = [code for code in CODES if code in titles]
    heads = ("scheme", "punished", "punished here alone", *(titles[code] for code in shown),
             *(f"weighted days, {name}" for name in found.orders))  # fmt: skip
    rows = tuple(_row(one, shown, found) for one in found.schemes)
    table = TableView("Schemes side by side", heads, rows)
    section = Section("compare", "Side by side", (how, _WEIGHTS), _points(found), (table,), (FIGURE,), is_brief=True)
    ids = ", ".join(one.id for one in found.schemes)
    return Page(f"The same town under {len(found.schemes)} schemes", ids, (section,))


def compare_figure(found: Compared) -> Figure:
    """Weighted days of each scheme as bars, by the first set of weights."""
    which = next(iter(found.orders))
    data = [{"scheme": one.id, "days": one.burden[which] or 0} for one in found.schemes]
    order = list(found.orders[which])
    chart = (
        alt.Chart(alt.Data(values=data), width=WIDTH - 200, title=alt.Title("Weighted days", subtitle=[NOTICE]))
        .mark_bar(color=INK)
        .encode(
            x=alt.X("days:Q", title="weighted days per 1,000 person-years"),
            y=alt.Y("scheme:N", sort=order, title=None),
        )
    )
    words = "; ".join(f"{row['scheme']} {row['days']:,.0f}" for row in data)
    return Figure(
        FIGURE, "Weighted days", f"{words}.", f"By the weights called {which}; all of them assumed.", chart.to_dict()
    )


def _row(one: Under, shown: list[str], found: Compared) -> tuple[Cell, ...]:
    values = {metric.code: told(each.figure.value) for metric, each in one.told}
    burdens = (told(one.burden[name]) for name in found.orders)
    return (one.id, one.punished, one.alone, *(values.get(code) for code in shown), *burdens)


def _points(found: Compared) -> tuple[str, ...]:
    """Who is punished where, and whether the order survives other weights."""
    lives = f"{found.in_all:,} of {found.residents:,} lives are punished under every one of these schemes"
    points = [f"{lives}, {found.in_none:,} under none."]
    points += [
        f"By the weights called {name}, heaviest first: {', '.join(order)}." for name, order in found.orders.items()
    ]
    if found.survives is not None:
        points.append("The order survives the change of weights." if found.survives
                      else "The order does not survive the change of weights.")  # fmt: skip
    return tuple(points)
