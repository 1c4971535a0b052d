"""Published rates and multipliers, read from the shipped tables, and the few ways to derive a rate."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import lru_cache
from importlib import resources

from glasstown.kernels.tables import events_from_share
from glasstown.vocab.evidence import ASSUMPTION, MARKS, Figure

WEAKEST_LAST = MARKS


@lru_cache(maxsize=8)
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of one shipped table, as written."""
    path = resources.files("glasstown.behaviours") / "library" / f"{name}.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def figure_of(row: dict[str, str]) -> Figure:
    """One row as a figure with its mark, band and source."""
    low = Decimal(row["low"]) if row["low"] else None
    high = Decimal(row["high"]) if row["high"] else None
    cite = tuple(row["source"].split("+"))
    return Figure(Decimal(row["value"]), row["mark"], low, high, cite)


def event(name: str) -> Figure:
    """A row of the event rates."""
    return figure_of(next(row for row in table("event_rates") if row["event_id"] == name))


def behaviour(mechanism: str, parameter: str) -> Figure:
    """A row of the behaviour figures."""
    rows = table("behaviour")
    return figure_of(next(r for r in rows if r["mechanism"] == mechanism and r["parameter"] == parameter))


def detection(parameter: str) -> Figure:
    """A chance of being seen per act."""
    rows = table("sensors")
    return figure_of(next(r for r in rows if r["system"] == "detection" and r["parameter"] == parameter))


def assumed(value: str, low: str, high: str) -> Figure:
    """A modelling value that nobody has published, with the band it may lie in."""
    return Figure(Decimal(value), "assumed", Decimal(low), Decimal(high), (ASSUMPTION,))


ADULTS = assumed("0.79", "0.78", "0.80")
"""Adults per resident, from the census ages."""


def _weakest(*figures: Figure) -> str:
    return max((figure.mark for figure in figures), key=WEAKEST_LAST.index)


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    return low, high


def committed(recorded: Figure, seen: Figure) -> Figure:
    """A true rate from a recorded one: divided by the chance of being seen, the band widened by both."""
    (rec_low, rec_high), (see_low, see_high) = _ends(recorded), _ends(seen)
    mark = "assumed" if "assumed" in {recorded.mark, seen.mark} else "derived"
    return Figure(
        recorded.value / seen.value,
        mark,
        rec_low / see_high,
        rec_high / see_low,
        tuple(dict.fromkeys(recorded.cite + seen.cite)),
    )


def summed(first: Figure, second: Figure) -> Figure:
    """The sum of two rates, marked by the weaker."""
    (a, b), (c, d) = _ends(first), _ends(second)
    return Figure(
        first.value + second.value,
        _weakest(first, second),
        a + c,
        b + d,
        tuple(dict.fromkeys(first.cite + second.cite)),
    )


def scaled(figure: Figure, share: Figure) -> Figure:
    """A rate times a share."""
    (a, b), (c, d) = _ends(figure), _ends(share)
    return Figure(
        figure.value * share.value,
        _weakest(figure, share),
        a * c,
        b * d,
        tuple(dict.fromkeys(figure.cite + share.cite)),
    )


def per_year(share: Figure) -> Figure:
    """Events a year from the share of people with at least one: minus the logarithm of the rest."""
    low, high = _ends(share)
    mark = "derived" if share.mark == "documented" else share.mark
    return Figure(events_from_share(share.value), mark, events_from_share(low), events_from_share(high), share.cite)


def per_holder(rate: Figure, holders: Figure) -> Figure:
    """A rate per resident turned into a rate per eligible resident."""
    return committed(rate, holders)


def multipliers(profile: str, sex: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Age bands of one profile: (from age, to age, factor); `sex` is "M", "F" or "B" (both)."""
    rows = table("event_age_sex_multipliers")
    return tuple(
        (int(r["age_lo"]), int(r["age_hi"]), Decimal(r["value"]))
        for r in rows
        if r["event_id"] == profile and r["sex"] == sex
    )


def of_the_whole(part: Figure, whole: Figure, seen: Figure) -> Figure:
    """Recorded events of one part for each true act of a whole: the part's share times the chance of being seen."""
    low, high = _ends(seen)
    share = part.value / whole.value
    return Figure(share * seen.value, seen.mark, share * low, share * high, part.cite)


def per_adult(recorded: Figure, seen: Figure) -> Figure:
    """A true rate per adult from a recorded one per resident."""
    return per_holder(committed(recorded, seen), ADULTS)


def total(*figures: Figure) -> Figure:
    """The sum of several rates, marked by the weakest."""
    first, *rest = figures
    for figure in rest:
        first = summed(first, figure)
    return first


def by_definition(value: str) -> Figure:
    """A figure that follows from what an act is, such as 0 where nobody in a state can do it."""
    return Figure(Decimal(value), "derived")
