"""Columns of what residents have voted."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(table: str, name: str, kind: str, unit: str, text: str) -> Column:
    return Column(table, name, kind, unit, "simulate", text)


def _head(table: str) -> tuple[Column, ...]:
    return (
        _c(table, "step", "uint16", "step", "number of the step in which it was voted"),
        _c(table, "day", "uint16", "day", "first day from which it holds"),
        _c(table, "county", "uint16", "number", "the county of 64 districts in which; 65535: in all of the town"),
        _c(table, "vote", "uint8", "code", "which vote"),
        _c(table, "rule", "uint16", "code", "the rule whose points are set"),
    )


VOTES: Final = (
    *_head("votes"),
    _c("votes", "group", "uint8", "code", "invented group whose votes alone are counted; 255 for all, which holds"),
    _c("votes", "eligible", "int64", "residents", "those of them who could vote"),
    _c("votes", "voters", "int64", "residents", "those who did"),
    _c("votes", "share_milli", "uint32", "1/1000", "share of the points of the file that they set; 4294967295: none"),
    _c("votes", "points_milli", "int64", "1/1000 point", "the points that come of it"),
)
"""What was voted on each rule, and what each group would have voted by itself."""

BALLOTS: Final = (
    *_head("ballots"),
    _c("ballots", "group", "uint8", "code", "invented group"),
    _c("ballots", "option_milli", "uint32", "1/1000", "the share that is offered, of the points of the file"),
    _c("ballots", "points", "int64", "points", "points of rank: each voter gives as many as stand below the option"),
)
"""Where options are ranked: what each group gave each of them."""
