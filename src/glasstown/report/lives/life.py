"""One life as the ledger holds it: what the resident did, what was recorded, what the score did, what followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl

from glasstown.audit.groups import group_words
from glasstown.ledger.reader import Ledger
from glasstown.report.lives.stays import Stay, read_stays
from glasstown.report.lives.strata import has_every_act
from glasstown.vocab.codes import NO_SOURCE, Entry, Fate, Group, Outcome, Truth, Work
from glasstown.vocab.units import DAYS_IN_YEAR

_FIFTHS: Final = ("poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth")
_FIRST_SCORE: Final = pl.col("score") == 0
"""Lives are told with their first score; what a further one did to them shows in what held them."""

_KEY: Final = ("step", "family", "ordinal", "child")

INVENTED: Final = [int(Truth.FALSE), int(Truth.LOGGED_FALSELY)]
"""Truths of records behind which there is no act."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act that the resident truly did, tried to do, or held back."""

    day: int
    act: str
    is_recorded: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Record:
    """One record about the resident, and what it moved."""

    day: int
    act: str
    truth: Truth
    points: float


@dataclass(frozen=True, slots=True)
class Hold:
    """What held the resident for some days: a consequence, or several that began and ended together."""

    consequence: str
    """Its name; of several that of the first."""
    start_day: int
    end_day: int
    denies: bool
    more: int = 0
    """How many others began and ended with it."""


@dataclass(frozen=True, slots=True)
class Life:
    """Everything that is told of one resident."""

    resident: int
    who: str
    score: tuple[tuple[int, float], ...]
    """Day and points from that day on; empty where the world has no score."""
    deeds: tuple[Deed, ...]
    records: tuple[Record, ...]
    expiries: tuple[tuple[int, float], ...]
    """Day and points of what expired."""
    holds: tuple[Hold, ...]
    workless_days: tuple[int, ...]
    """Days of the panel on which the resident was out of work."""
    has_every_act: bool
    stays: tuple[Stay, ...] = ()
    """Grounds that put the resident on a list."""

    @property
    def last_points(self) -> float | None:
        """Points at the end; None where the world has no score."""
        return self.score[-1][1] if self.score else None


def read_life(ledger: Ledger, resident: int) -> Life:
    """Read one kept resident."""
    panel = _of(ledger, "panel", resident).sort("day")
    workless = panel.filter(pl.col("work") == int(Work.OUT_OF_WORK))["day"].to_list()
    is_full = bool(has_every_act(ledger, np.array([resident], dtype=np.uint32))[0])
    return Life(
        resident,
        _who(_of(ledger, "people", resident)),
        _score(ledger, resident),
        _deeds(ledger, resident, is_full=is_full),
        _records(ledger, resident),
        _expiries(ledger, resident),
        _holds(ledger, resident),
        tuple(workless),
        is_full,
        read_stays(ledger, resident),
    )


def _of(ledger: Ledger, table: str, resident: int, column: str = "resident") -> pl.DataFrame:
    """The rows of one resident."""
    return ledger.table(table).filter(pl.col(column) == resident)


def _who(people: pl.DataFrame) -> str:
    """A resident in a few words; the province stands in no table with anything else about them."""
    row: dict[str, Any] = people.row(0, named=True)
    years = -row["birth_day"] // DAYS_IN_YEAR
    kind = ("boy", "girl") if years < 18 else ("man", "woman")  # noqa: PLR2004  of age
    place = "town" if row["urban"] else "country"
    return f"{kind[row['sex']]} of {years}, {place}, {group_words(Group(row['group']))}, {_FIFTHS[row['income_fifth']]}"


def _score(ledger: Ledger, resident: int) -> tuple[tuple[int, float], ...]:
    """The score as read, from the first day of being a subject on."""
    facts = ledger.manifest.resident_score
    if facts is None:
        return ()
    began = _of(ledger, "grades", resident).filter(pl.col("from_grade") == 0)["day"].to_list()
    steps = [(min(began, default=0), facts.start_milli)]
    entries = _of(ledger, "entries", resident).filter(_FIRST_SCORE).select("day", "score_after_milli")
    for day, milli in entries.iter_rows():
        if steps[-1][0] == day:
            steps.pop()
        steps.append((day, milli))
    return tuple((day, min(max(milli, facts.low_milli), facts.high_milli) / 1000) for day, milli in steps)


def _deeds(ledger: Ledger, resident: int, *, is_full: bool) -> tuple[Deed, ...]:
    """What the resident did or tried: all of it, or where the run did not keep all, what a source saw or was denied."""
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    seen = _of(ledger, "sightings", resident, "origin").filter(~pl.col("truth").is_in(INVENTED))
    recorded = {tuple(row) for row in seen.filter(pl.col("fate") == int(Fate.RECORDED)).select(*_KEY).iter_rows()}
    if is_full:
        rows = _of(ledger, "acts", resident).select("day", "act", "outcome", *_KEY)
    else:
        key = {name: pl.col(name) for name in _KEY}
        done = seen.filter(pl.col("truth") != int(Truth.WRONG_ACT))  # there the act is not what was done
        rows = done.select(day="act_day", act="act", outcome=pl.lit(int(Outcome.DONE)), **key).unique()
        none = dict.fromkeys(_KEY, pl.lit(None))
        undone = _of(ledger, "blocked", resident).select("day", "act", "outcome", **none)
        rows = pl.concat([rows, undone], how="vertical_relaxed")
    return tuple(
        Deed(day, names[act], tuple(key) in recorded, Outcome(outcome))
        for day, act, outcome, *key in rows.sort("day", *_KEY).iter_rows()
    )


def _records(ledger: Ledger, resident: int) -> tuple[Record, ...]:
    """Records about the resident that took effect: the points they moved, what the ends of the scale cut left out."""
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    of = ("day", "act", "source", "truth")
    of_records = pl.col("kind").is_in([int(Entry.RULE), int(Entry.CAP)]) & (pl.col("source") != NO_SOURCE)
    moved = _of(ledger, "entries", resident).filter(of_records & _FIRST_SCORE)
    points = {
        tuple(key): milli / 1000 for *key, milli in moved.group_by(of).agg(pl.col("delta_milli").sum()).iter_rows()
    }
    fates = _of(ledger, "sightings", resident, "on_resident").filter(pl.col("fate") == int(Fate.RECORDED))
    keys = {*points, *fates.select("due_day", "act", "source", "truth").iter_rows()}
    return tuple(Record(key[0], names[key[1]], Truth(key[3]), points.get(key, 0.0)) for key in sorted(keys))


def _expiries(ledger: Ledger, resident: int) -> tuple[tuple[int, float], ...]:
    """What was given or taken back because it expired, by day."""
    entries = _of(ledger, "entries", resident).filter(_FIRST_SCORE)
    expired = entries.filter(pl.col("kind") == int(Entry.EXPIRY)).group_by("day").agg(pl.col("delta_milli").sum())
    return tuple((day, milli / 1000) for day, milli in expired.sort("day").iter_rows() if milli)


def _holds(ledger: Ledger, resident: int) -> tuple[Hold, ...]:
    """Consequences that held the resident, in order of their first day; those of the same days together."""
    rows = {row.code: row for row in ledger.manifest.names.consequences}
    spells = _of(ledger, "spells", resident).sort("start_day", "consequence")
    together: dict[tuple[int, int, bool], list[str]] = {}
    for code, start, end in spells.select("consequence", "start_day", "end_day").iter_rows():
        if end > start and code in rows:
            together.setdefault((start, end, rows[code].harms), []).append(rows[code].id)
    return tuple(Hold(names[0], start, end, harms, len(names) - 1) for (start, end, harms), names in together.items())
