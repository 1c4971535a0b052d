"""The section of causes: through which rules points were lost, and on which grounds residents stood on lists."""

from __future__ import annotations

from typing import Final

from glasstown.report.contract import Section, TableView
from glasstown.report.listing_causes import keeps_lists, listing_causes
from glasstown.report.losses import Losses, apart_table, loss_table, losses, shares_in_words
from glasstown.report.summary import Summary

LOSS: Final = "Causes of loss"
LISTING: Final = "Causes of listing"
_LAW: Final = "What the law says is said of the act as recorded, apart from any scheme."
_BY_RULE: Final = "Points lost through each rule, by the record behind them"
_BY_GROUND: Final = "Days on lists through each ground, by the record behind them"


def cause_section(summary: Summary) -> Section:
    """Every rule that took points and every ground that listed somebody, or why there is neither."""
    is_scored = summary.worlds.scheme.manifest.resident_score is not None
    if not is_scored and not keeps_lists(summary):
        return Section("causes", LOSS, ("This world has no score and keeps no list: there is nothing to lose.",))
    points = _of_points(summary) if is_scored else ((), ())
    days = _of_days(summary) if keeps_lists(summary) else ((), ())
    return Section(
        "causes",
        LOSS if is_scored else LISTING,
        (*points[0], *days[0]),
        tables=(*points[1], *days[1]),
        figures=("causes-of-loss",),
        is_brief=True,
    )


def _of_points(summary: Summary) -> tuple[tuple[str, ...], tuple[TableView, ...]]:
    """What rules took: sentences and tables."""
    found = losses(summary)
    if not found.rows:
        return (_without_rules(found),), (apart_table(found),)
    text = f"Rules took {found.total:,.0f} points. {shares_in_words(found)} {_LAW}"
    return (text,), (loss_table(found, ("rule", "act", "entries"), _BY_RULE), apart_table(found))


def _without_rules(found: Losses) -> str:
    """What is said where no rule took a point: whether anything else lowered a score, and what."""
    falls = [f"{what} {points:,.0f} points ({times:,} times)" for what, points, times in found.apart if points < 0]
    if not falls:
        return "Nobody lost a point in this run."
    return f"No rule took a point in this run, and scores fell all the same: {'; '.join(falls)}."


def _of_days(summary: Summary) -> tuple[tuple[str, ...], tuple[TableView, ...]]:
    """What lists took: sentences and a table."""
    found = listing_causes(summary)
    if not found.total:
        return ("Nobody was on a list in this run.",), ()
    opened = sum(row.entries for row in found.rows)
    text = (
        f"In the model {opened:,} grounds put residents on lists, for {found.total:,.0f} days in all; days of grounds "
        f"that are open side by side count for each. {shares_in_words(found)} {_LAW}"
    )
    return (text,), (loss_table(found, ("ground", "act", "times opened"), _BY_GROUND),)
