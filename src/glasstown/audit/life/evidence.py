"""The records behind a decision, and whether each is true: what a score had been moved by, or what opened a ground."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from glasstown.audit.life.event import Part
from glasstown.audit.life.names import IN_TRUTH, NO_NAME, Whose, truth_word
from glasstown.audit.life.points import COUNTS, number_behind, part_of
from glasstown.vocab.codes import NO_SOURCE, Entry, Truth
from glasstown.vocab.sighting_numbers import number_of


@dataclass(frozen=True, slots=True)
class Record:
    """One record that a decision rests on."""

    day: int
    """Day from which it counts."""
    act: str
    source: str
    part: Part | None
    """The rule, override or ground by which it counts."""
    number: int | None
    """The number of the sighting."""
    truth: str
    is_true: bool
    in_truth: str
    milli: int | None
    """What it has moved of the score, of what has not come back by then; None where it is no matter of points."""
    tie: str | None
    """The tie through which the points of somebody else came."""

    def to_plain(self) -> dict[str, Any]:
        """The record as JSON holds it."""
        return {
            "day": self.day, "act": self.act, "source": self.source, "part": list(self.part) if self.part else None,
            "sighting": self.number, "truth": self.truth, "is_true": self.is_true, "in_truth": self.in_truth,
            "milli": self.milli, "tie": self.tie,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """All records behind a decision; or why there are none."""

    records: tuple[Record, ...] = ()
    without_record_milli: dict[str, int] = field(default_factory=dict[str, int])
    """What moved the score with no record behind it, by kind of movement."""
    score_milli: int | None = None
    """The score by which it was decided: its start, the records and what has none."""
    true_milli: int | None = None
    """Of a score that was worked out anew, what it was by what is true when it last was; None of any other."""
    reason: str | None = None

    @property
    def untrue(self) -> int:
        """How many of the records are untrue."""
        return sum(not one.is_true for one in self.records)

    def to_plain(self) -> dict[str, Any]:
        """The evidence as JSON holds it."""
        return {
            "records": [one.to_plain() for one in self.records],
            "untrue": self.untrue,
            "without_record_milli": self.without_record_milli,
            "score_milli": self.score_milli,
            "true_milli": self.true_milli,
            "reason": self.reason,
        }


def of_score(whose: Whose, score: int, day: int, held_to: int = 0) -> Evidence:
    """What a score rested on when a day began, and the records that hold somebody to a grade.

    Args:
        whose: whose score it is.
        score: its code.
        day: the first day of what was decided by it.
        held_to: code of the grade; records that overrides to that grade count are evidence as well.
    """
    before = [row for row in whose.rows("entries") if row["score"] == score and row["day"] < day]
    standing, rest = defaultdict[tuple[int, ...], int](int), defaultdict[str, int](int)
    first = dict[tuple[int, ...], dict[str, Any]]()
    for row in before:
        kind = Entry(row["kind"])
        if row["source"] == NO_SOURCE or kind == Entry.REPAIR:
            rest[kind.name.lower()] += row["delta_milli"]
        elif kind not in COUNTS:
            key = tuple(row[name] for name in ("rule", "origin", "ref", "via", "act", "source"))
            first.setdefault(key, row)
            standing[key] += row["delta_milli"]
    records = [_record(whose, first[key], milli) for key, milli in standing.items() if milli]
    total = whose.ledger.manifest.scores[score].start_milli + sum(row["delta_milli"] for row in before)
    moved = {name: milli for name, milli in rest.items() if milli}
    found = (*records, *_counted(whose, day, held_to))
    nothing = (
        "nothing that had moved the score stands any more" if before else "nothing had moved the score: it starts so"
    )
    reason = None if found or moved else nothing
    return Evidence(found, moved, total, None if score else _true_by(whose, day), reason)


def _true_by(whose: Whose, day: int) -> int | None:
    """What the first score was by what is true, where it had been worked out before a day."""
    worked_out = [row for row in whose.rows("refreshes") if row["day"] < day]
    return worked_out[-1]["true_milli"] if worked_out else None


def _counted(whose: Whose, day: int, grade: int) -> list[Record]:
    """Records that overrides to a grade count on a day."""
    rows = {row.code: row for row in whose.names.overrides if row.grade == grade}
    lifted = {
        (row["rule"], row["origin"], row["ref"])
        for row in whose.rows("entries") if row["kind"] == Entry.LIFTED and row["day"] < day
    }  # fmt: skip
    found: list[Record] = []
    for row in whose.rows("entries"):
        one = rows.get(row["rule"]) if row["kind"] == Entry.OVERRIDE else None
        if one is None or row["day"] >= day or (row["rule"], row["origin"], row["ref"]) in lifted:
            continue
        if one.within_days is None or row["day"] + one.within_days > day - whose.ledger.manifest.step_days:
            found.append(_record(whose, row, None))
    return found


def _record(whose: Whose, row: dict[str, Any], milli: int | None) -> Record:
    tie = whose.ties.get(row["via"])
    return Record(
        row["day"], whose.acts.get(row["act"], NO_NAME), whose.sources.get(row["source"], NO_NAME),
        part_of(whose, Entry(row["kind"]), row["rule"]), number_behind(whose, row), truth_word(row["truth"]),
        row["truth"] == Truth.TRUE, _in_truth(whose, row), milli, tie[1] if tie else None,
    )  # fmt: skip


def of_listing(whose: Whose, row: dict[str, Any], part: Part) -> Evidence:
    """The record that opened a ground: a row of the table of listings, or of appeals."""
    via = row.get("via", 0)
    tie = whose.ties.get(via)
    number = None if via else number_of(row["origin"], row["ref"], row["act"])
    record = Record(
        row["known_day"], whose.acts.get(row["act"], NO_NAME), whose.sources.get(row["source"], NO_NAME), part, number,
        truth_word(row["truth"]), row["truth"] == Truth.TRUE, _in_truth(whose, row), None, tie[1] if tie else None,
    )  # fmt: skip
    return Evidence((record,))


def _in_truth(whose: Whose, row: dict[str, Any]) -> str:
    """What is true beside a record; of one of somebody else's also whom it is about."""
    if row.get("via", 0):
        return f"about resident {row['origin']}, {IN_TRUTH[Truth(row['truth'])]}"
    return whose.in_truth(row["truth"], row["origin"])
