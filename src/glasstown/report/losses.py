"""Causes of loss: through which rule points were lost, whether the record behind them was true, and what law said.

What lists take is told by `report.listing_causes`, in the same form, in days.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from glasstown.audit.contract import too_few
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.organisations.catalogue import ORGANISED
from glasstown.report.contract import TableView
from glasstown.report.summary import Summary
from glasstown.vocab.codes import Entry, Truth

TRUTHS = ((Truth.TRUE, "own act, truly recorded"), (Truth.FALSE, "never happened"),
          (Truth.WRONG_PERSON, "somebody else's act"), (Truth.WRONG_ACT, "recorded as another act"),
          (Truth.LOGGED_FALSELY, "logged, and never done"), (Truth.EDITED, "an altered record"))  # fmt: skip
"""What a record behind a loss can be, seen from the act."""

ALWAYS_TOLD = 3
"""The first ones, which every source may bring about."""

_APART = {
    (Entry.CAP, -1): "gains cut at the top of the scale",
    (Entry.CAP, 1): "losses cut at the bottom of the scale",
    (Entry.EXPIRY, 1): "losses given back when they expired",
    (Entry.EXPIRY, -1): "gains taken back when they expired",
    (Entry.REFRESH, -1): "falls of a score when it was worked out anew",
    (Entry.REFRESH, 1): "rises of a score when it was worked out anew",
    (Entry.PEER, -1): "falls of a score with the stars that were given",
    (Entry.PEER, 1): "rises of a score with the stars that were given",
    (Entry.STATE, -1): "points lost by what a resident is, has or does not have",
    (Entry.STATE, 1): "points gained by what a resident is, has or does not have",
    (Entry.QUANTITY, -1): "points lost by a quantity that was read, such as hours",
    (Entry.QUANTITY, 1): "points gained by a quantity that was read, such as hours",
    (Entry.LIMIT, -1): "gains that a limit kept out",
    (Entry.LIMIT, 1): "losses that a limit kept out",
    (Entry.REPAIR, 1): "losses earned back by a repair",
    (Entry.DECAY, -1): "gains that a score lost on the way back to its start",
    (Entry.DECAY, 1): "losses that a score made up on the way back to its start",
    (Entry.RESET, -1): "gains that ended when a score was set to its start",
    (Entry.RESET, 1): "losses that ended when a score was set to its start",
    (Entry.ASSOCIATION, -1): "losses of others, shared through an association",
    (Entry.ASSOCIATION, 1): "gains of others, shared through an association",
}


@dataclass(frozen=True, slots=True)
class Loss:
    """What one rule, or one ground, took: points or days by the truth of the record, in the order of `TRUTHS`."""

    rule: str
    act: str
    law: str
    """What the law says of the act, apart from any scheme: forbids, allows, or not said."""
    points: tuple[float, ...]
    entries: int

    @property
    def total(self) -> float:
        """All that it took."""
        return sum(self.points)


@dataclass(frozen=True, slots=True)
class Losses:
    """All losses of a run, the greatest first, and what moved scores apart from rules."""

    rows: tuple[Loss, ...]
    apart: tuple[tuple[str, float, int], ...]
    """What, points, entries."""
    residents: int
    """Residents whose rows were kept, or organisations: of fewer than 30 no share is given."""
    unit: str = "points that rules took"
    """What is counted, in words."""

    @property
    def total(self) -> float:
        """All that was taken."""
        return sum(row.total for row in self.rows)

    @property
    def no_shares(self) -> str | None:
        """Why no share of what was taken is given, or None where it is."""
        return too_few(self.residents)

    @property
    def places(self) -> tuple[int, ...]:
        """Places in `TRUTHS` that are told: the first three always, another act only where something rests on it."""
        return tuple(place for place in range(len(TRUTHS)) if place < ALWAYS_TOLD or self.of(place))

    def of(self, truth: int) -> float:
        """What rests on records of one kind, by its place in `TRUTHS`."""
        return sum(row.points[truth] for row in self.rows)


def losses(summary: Summary, of: str = "") -> Losses:
    """Sum up every loss of the kept residents, or with `of` = "organisation" of firms and governments."""
    ledger = summary.worlds.scheme
    names = ledger.manifest.names
    entries = ledger.table(f"{of}_entries" if of else "entries")
    taken = entries.filter((pl.col("kind") == Entry.RULE) & (pl.col("delta_milli") < 0))
    sums = taken.group_by("rule", "act", "truth").agg(-pl.col("delta_milli").sum() / 1000, pl.len().alias("entries"))
    cells = {(rule, act, truth): (points, n) for rule, act, truth, points, n in sums.iter_rows()}
    rules, acts = {row.code: row.id for row in names.rules}, {row.code: row.id for row in names.acts}
    law = law_of(summary)
    rows: list[Loss] = []
    for rule, act in dict.fromkeys((rule, act) for rule, act, _ in sorted(cells)):
        found = [cells.get((rule, act, int(truth)), (0.0, 0)) for truth, _ in TRUTHS]
        name = acts.get(act, f"act {act}")
        rule_name = rules.get(rule, f"rule {rule}")
        rows.append(
            Loss(
                rule_name,
                name,
                law.get(name, "does not say"),
                tuple(points for points, _ in found),
                sum(n for _, n in found),
            )
        )
    ranked = tuple(sorted(rows, key=lambda row: (-row.total, row.rule)))
    kept = ledger.table("organisations").height if of else ledger.manifest.kept.residents
    return Losses(ranked, _apart(entries), kept)


def loss_table(found: Losses, columns: tuple[str, str, str], title: str) -> TableView:
    """Every cause with what it took, by the truth of the record.

    Args:
        found: the causes.
        columns: titles of the cause, of the act behind it, and of how often it took something.
        title: title of the table.
    """
    cause, act, times = columns
    places = found.places
    rows = tuple((row.rule, row.act, row.law, *(row.points[one] for one in places), row.entries) for row in found.rows)
    return TableView(title, (cause, act, "the law", *(TRUTHS[one][1] for one in places), times), rows)


def shares_in_words(found: Losses) -> str:
    """By the record behind it: how much of all that was taken rests on what kind of record."""
    if found.no_shares:
        return f"Shares by the record behind them are not given, because {found.no_shares}."
    shares = (f"{100 * found.of(place) / found.total:.1f} % {TRUTHS[place][1]}" for place in found.places)
    return f"By the record behind them: {', '.join(shares)}."


def apart_table(found: Losses) -> TableView:
    """What moved scores and was no rule."""
    return TableView("Apart from rules", ("what", "points", "entries"), found.apart)


def law_of(summary: Summary) -> dict[str, str]:
    """What the law says of each act: of those that are shipped, and of those that the scheme declares."""
    allowed = {act.id: act.lawful for act in (*RESIDENT_ACTS, *ORGANISED)}
    if summary.scheme is not None:
        allowed |= {act.id: act.lawful for act in (*summary.scheme.acts, *summary.scheme.business)}
    return {name: "allows it" if is_lawful else "forbids it" for name, is_lawful in allowed.items()}


def _apart(entries: pl.DataFrame) -> tuple[tuple[str, float, int], ...]:
    """Movements of scores that no rule made, by what they are and by direction."""
    moved = entries.filter((pl.col("kind") != Entry.RULE) & (pl.col("delta_milli") != 0))
    sums = moved.group_by("kind", pl.col("delta_milli").sign().alias("way")).agg(
        pl.col("delta_milli").sum() / 1000, pl.len()
    )
    return tuple(
        (_APART.get((kind, way)) or f"{Entry(kind).name.lower()}, {'up' if way > 0 else 'down'}", points, n)
        for kind, way, points, n in sums.sort("kind", "way").iter_rows()
    )
