"""How well scores that are worked out anew, and what is concluded about residents, agree with what is true."""

from __future__ import annotations

from glasstown.report.contract import TableView
from glasstown.report.summary import Summary

_SHARES = ("index-thin", "index-untrue")


def worked_out(summary: Summary) -> tuple[tuple[str, ...], tuple[TableView, ...]]:
    """Sentences and tables of scores that rest on too little or are untrue, and of wrong conclusions; else nothing."""
    shares = [one for slug in _SHARES if (one := summary.finding(slug)) is not None]
    concluded = summary.under("inferred.")
    tables = tuple(TableView(one.title, one.table.columns, one.table.rows) for one in concluded if one.table)
    return tuple(one.text for one in (*shares, *concluded)), tables
