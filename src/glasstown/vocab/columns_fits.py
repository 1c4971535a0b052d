"""Columns of weights that were fitted anew."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(name: str, kind: str, unit: str, text: str) -> Column:
    return Column("fits", name, kind, unit, "simulate", text)


FITS: Final = (
    _c("step", "uint16", "step", "number of the step at whose end weights were fitted"),
    _c("day", "uint16", "day", "first day from which they hold"),
    _c("county", "uint16", "number", "the county of 64 districts in which; 65535: in all of the town"),
    _c("category", "uint8", "code", "which category"),
    _c("residents", "int64", "residents", "those who were scored when the days of the fit began, and at their end"),
    _c("recorded", "int64", "residents", "those of them of whom a record of one of the acts came in these days"),
    _c("did", "int64", "residents", "those of them who did one of the acts in these days, recorded or not"),
    _c("low", "int64", "residents", "those with a low value of the category, of whom enough was known"),
    _c("low_recorded", "int64", "residents", "those of the low who were recorded"),
    _c("low_did", "int64", "residents", "those of the low who did it"),
    _c("low_found", "int64", "residents", "those of the low who did it and were recorded"),
    _c("high", "int64", "residents", "those with a high value of the category, of whom enough was known"),
    _c("high_recorded", "int64", "residents", "those of the high who were recorded"),
    _c("high_did", "int64", "residents", "those of the high who did it"),
    _c("high_found", "int64", "residents", "those of the high who did it and were recorded"),
    _c("odds_milli", "int64", "1/1000", "log odds ratio of being recorded, low against high"),
    _c("true_odds_milli", "int64", "1/1000", "log odds ratio of having done it, low against high"),
    _c("before_milli", "int64", "1/1000", "weight of the category before"),
    _c("weight_milli", "int64", "1/1000", "weight of the category from then on"),
)
"""What was counted for each category of an index that is fitted anew, and what it weighs since."""
