"""Who came under a scheme in a run, and who went out of it, since what it asks of whoever it scores came or ceased."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found
from glasstown.audit.groups import group_words
from glasstown.vocab.codes import Flag, Group

CAME, WENT = 4, 5
UNIT: Final = "residents"


def qualifying(case: Case) -> tuple[Finding, ...]:
    """Residents scored at the start and at the end, and how often somebody came or went; nothing where nobody did."""
    ledger = case.worlds.scheme
    rows = ledger.table("consents").filter(pl.col("what").is_in([CAME, WENT]))
    if not rows.height:
        return ()
    groups = case.people.select("resident", "group")
    scored = ledger.table("panel").filter((pl.col("flags") & int(Flag.COVERED)) > 0).join(groups, on="resident")
    moves, days = rows.join(groups, on="resident"), (0, ledger.manifest.horizon_days)
    lines = tuple(
        (group_words(group), *_of_group(scored, moves, group, days)) for group in Group
    )  # fmt: skip
    first, last, came, went = (sum(int(line[place]) for line in lines) for place in (1, 2, 3, 4))
    head = ("group", "scored at the start", "scored at the end", "times came in", "times went out")
    text = (
        f"Scored because they qualify: {first:,} at the start, {last:,} at the end. {came:,} times somebody qualified "
        f"anew, {went:,} times somebody no longer did."
    )
    title = "Scored because what the scheme asks is so of them"
    return (found("qualifying", title, last, UNIT, last, text, table=FindingTable(head, lines)),)


def _of_group(
    scored: pl.DataFrame, moves: pl.DataFrame, group: Group, days: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Scored on the first day and on the last, and times that somebody of a group came and went."""
    people = scored.filter(pl.col("group") == int(group))
    mine = moves.filter(pl.col("group") == int(group))
    first, last = (people.filter(pl.col("day") == day).height for day in days)
    return first, last, mine.filter(pl.col("what") == CAME).height, mine.filter(pl.col("what") == WENT).height
