"""Every published figure that the model is held against: value, band, scheme, source and mark, as data."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from glasstown.scheme.citations import library_citations

FIT, HELD_OUT, INVARIANT, SIGN, SOFT = "fit", "held out", "invariant", "sign test", "soft"
USES: Final = (FIT, HELD_OUT, INVARIANT, SIGN, SOFT)
"""What a figure is for: an assumed figure was set to it; it was looked at afterwards; it is written in the text
or follows from it; only its side counts; nothing depends on it."""


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One published figure.

    Attributes:
        id: number of the target.
        scheme: id of the scheme that is lived; `none` for the society without one.
        what: what is counted, in plain words.
        value: the figure as published.
        low: lower end of what counts as holding; how wide that is, nobody published: it is ours.
        high: upper end of it.
        unit: of the three.
        when: the day, year or span it was published for.
        population: of whom.
        source: keys of sources.
        mark: how the figure is known (`vocab.evidence.MARKS`).
        use: one of `USES`.
        note: a remark, or nothing.
    """

    id: str
    scheme: str
    what: str
    value: float
    low: float
    high: float
    unit: str
    when: str
    population: str
    source: tuple[str, ...]
    mark: str
    use: str
    note: str

    @property
    def is_our_own(self) -> bool:
        """Whether the figure itself is assumed, because none was published."""
        return self.mark == "assumed"

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something, which a few members cannot give."""
        return self.unit in {"share", "ratio", "share points"}


@cache
def published() -> MappingProxyType[str, PublishedFigure]:
    """Every figure by its number, in order."""
    return MappingProxyType({row["target"]: _figure(row) for row in _table("targets")})


@cache
def citations() -> MappingProxyType[str, str]:
    """From source key to citation, for every key that a figure names."""
    return MappingProxyType(dict(library_citations()) | {row["key"]: row["citation"] for row in _table("sources")})


def _figure(row: dict[str, str]) -> PublishedFigure:
    return PublishedFigure(
        id=row["target"],
        scheme=row["scheme"],
        what=row["what"],
        value=float(row["value"]),
        low=float(row["low"]),
        high=float(row["high"]),
        unit=row["unit"],
        when=row["when"],
        population=row["population"],
        source=tuple(row["source"].split()),
        mark=row["mark"],
        use=row["use"],
        note=row["note"],
    )


def _table(name: str) -> list[dict[str, str]]:
    text = (resources.files("glasstown.studies") / "library" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
