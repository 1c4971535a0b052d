"""What reaches others: whom acts of residents harm, and whose place a scheme gives to somebody else.

Counts rows of the kept residents. A victim is reached in the step after the act; a place is lost or got in the step
in which it is asked for, held against who would have been served had nobody been denied, favoured or put back.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.behaviours.act import PLACES
from glasstown.ledger.reader import Ledger
from glasstown.report.contract import Section, TableView
from glasstown.report.summary import Summary
from glasstown.vocab.organisation_acts import FIRST_OF_ORGANISATIONS

_TEXT: Final = (
    "In the model. A victim is reached in the step after the act. A place counts as lost or got because of the scheme "
    "where it goes to somebody else than it would have gone to, had nobody been denied, favoured or put back."
)


def others_section(summary: Summary) -> Section:
    """Harm suffered, and places that changed hands, in sentences and tables."""
    harm, by_act = _harm(summary)
    moved, by_place = _moved(summary)
    points, tables = (harm, moved, *_also(summary)), (by_act, by_place)
    return Section("others", "Harm and places", (_TEXT,), points=points, tables=tables, is_brief=True)


def _also(summary: Summary) -> tuple[str, ...]:
    """What was owed and failed, what was written down and never done, and friendships that lapsed."""
    chosen = (
        *summary.under("due."),
        *summary.under("repaired."),
        summary.finding("logged-falsely"),
        summary.finding("friendships-lapsed"),
    )
    return tuple(
        one.text for one in chosen if one is not None and (one.value is not None or one.slug.startswith("due."))
    )


def _harm(summary: Summary) -> tuple[str, TableView]:
    """How often an act of one resident harmed another, act by act, with the scheme and without it."""
    ledger, baseline = summary.worlds.scheme, summary.worlds.baseline
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    ours = _by_act(ledger)
    is_pair = baseline is not None and baseline.manifest.residents_lived == ledger.manifest.residents_lived
    theirs = _by_act(baseline) if is_pair and baseline is not None else None
    suffered = ledger.table("harms")["resident"].n_unique()
    organised = any(act >= FIRST_OF_ORGANISATIONS for act in (*ours, *(theirs or ())))
    whose = "residents, firms and governments" if organised else "residents"
    text = f"Acts of {whose} harmed somebody else {sum(ours.values()):,} times; {suffered:,} residents were harmed"
    text += f"; without the scheme {sum(theirs.values()):,} times." if theirs is not None else "."
    rows = tuple(
        (names.get(act, f"act {act}"), ours.get(act, 0), None if theirs is None else theirs.get(act, 0))
        for act in sorted({*ours, *(theirs or ())})
    )
    note = "" if theirs is not None else "A dash: the paired world without the scheme was not lived in full."
    return text, TableView("Harm suffered, by the act that did it", ("act", "times", "times without it"), rows, note)


def _by_act(ledger: Ledger) -> dict[int, int]:
    return dict(ledger.table("harms").group_by("act").len().iter_rows())


def _moved(summary: Summary) -> tuple[str, TableView]:
    """Who lost a place because of the scheme, to whom, and who got one, by kind of place."""
    given = summary.worlds.scheme.table("places_given")
    to_nobody = pl.col("other") == pl.col("resident")
    counted = given.group_by("place").agg(
        ((pl.col("won") == 0) & ~to_nobody).sum().alias("to_other"),
        ((pl.col("won") == 0) & to_nobody).sum().alias("to_nobody"),
        ((pl.col("won") == 1) & ~to_nobody).sum().alias("from_other"),
        ((pl.col("won") == 1) & to_nobody).sum().alias("from_nobody"),
    )
    rows = tuple((PLACES[place - 1], *numbers) for place, *numbers in counted.sort("place").iter_rows())
    lost, empty, won, free = (sum(row[column] for row in rows) for column in (1, 2, 3, 4))
    if not rows:
        text = "No place went to another resident because of the scheme."
    else:
        text = (
            f"Because of the scheme residents lost {lost + empty:,} places that they asked for: {lost:,} to another "
            f"resident, {empty:,} to nobody. Requests served only because of it: {won + free:,}."
        )
    columns = ("place", "lost to another", "lost to nobody", "got from another", "got from nobody")
    return text, TableView("Places that changed hands because of the scheme", columns, rows)
