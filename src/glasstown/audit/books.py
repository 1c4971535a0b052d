"""The books of the punished: what the ledger holds of each of them, ready to be replayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from glasstown.audit.replay import Movement, Spans, merge
from glasstown.ledger.model import RuleRow
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Fate, Truth


@dataclass(frozen=True, slots=True)
class Line:
    """One movement that a rule made, with the truth of the record behind it."""

    movement: Movement
    source: int
    is_true: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One record that counts towards a rule that bites from the k-th."""

    day: int
    ref: int
    act: int
    source: int
    is_true: bool


@dataclass(frozen=True, slots=True)
class Book:
    """One punished resident: days denied as they were, lines of the score, records that count."""

    resident: int
    denied: Spans
    lines: tuple[Line, ...]
    records: tuple[Record, ...]

    def as_lived(self) -> list[Movement]:
        """Every movement that a rule made."""
        return [line.movement for line in self.lines]

    def without_untrue(self, rules: dict[int, RuleRow]) -> list[Movement]:
        """The movements that stay when no untrue record had been made."""
        true_records = [record for record in self.records if record.is_true]
        return [
            line.movement
            for line in self.lines
            if line.is_true and _still_bites(line.movement, rules[line.movement.rule], true_records)
        ]


def read_books(ledger: Ledger) -> tuple[Book, ...]:
    """The books of every kept resident who had at least one day of a denying consequence."""
    names = ledger.manifest.names
    denying = [row.code for row in names.consequences if row.deny]
    spells = ledger.table("spells").filter(
        pl.col("consequence").is_in(denying) & (pl.col("end_day") > pl.col("start_day"))
    )
    spans: dict[int, list[tuple[int, int]]] = {}
    for resident, start, end in spells.select("resident", "start_day", "end_day").iter_rows():
        spans.setdefault(resident, []).append((start, end))
    lines = _lines(ledger, spans)
    records = _records(ledger, spans)
    return tuple(
        Book(resident, merge(spans[resident]), tuple(lines.get(resident, ())), tuple(records.get(resident, ())))
        for resident in sorted(spans)
    )


def _lines(ledger: Ledger, residents: Iterable[int]) -> dict[int, list[Line]]:
    """What rules did to these residents' scores."""
    expires = {rule.code: rule.expires_days for rule in ledger.manifest.names.rules}
    frame = ledger.table("entries").filter(pl.col("kind") == Entry.RULE)
    rows = _of(frame, "resident", residents).select("resident", "day", "ref", "rule", "delta_milli", "source", "truth")
    lines: dict[int, list[Line]] = {}
    for resident, day, ref, rule, points, source, truth in rows.iter_rows():
        line = Line(Movement(day, ref, rule, points, expires[rule]), source, truth == Truth.TRUE)
        lines.setdefault(resident, []).append(line)
    return lines


def _records(ledger: Ledger, residents: Iterable[int]) -> dict[int, list[Record]]:
    """Records of these residents that a rule with a repeat threshold counts."""
    acts = {rule.act for rule in ledger.manifest.names.rules if rule.repeat_count is not None}
    if not acts:
        return {}
    frame = ledger.table("sightings").filter(pl.col("act").is_in(sorted(acts)) & (pl.col("fate") == Fate.RECORDED))
    records: dict[int, list[Record]] = {}
    for row in _of(frame, "on_resident", residents).iter_rows(named=True):
        record = Record(row["due_day"], _reference(row), row["act"], row["source"], row["truth"] == Truth.TRUE)
        records.setdefault(row["on_resident"], []).append(record)
    return records


def _of(frame: pl.DataFrame, column: str, residents: Iterable[int]) -> pl.DataFrame:
    """The rows of some residents."""
    wanted = pl.DataFrame({column: pl.Series(sorted(residents), dtype=pl.UInt32)})
    return frame.join(wanted, on=column, how="semi")


def _reference(row: dict[str, Any]) -> int:
    """The address of a record as `entries.ref` holds it: step 12 bits, family 5, ordinal 6, source 6, spare 3."""
    return (((row["step"] << 5 | row["family"]) << 6 | row["ordinal"]) << 6 | row["source"]) << 3


def _still_bites(movement: Movement, rule: RuleRow, records: list[Record]) -> bool:
    """Whether a rule that bites from the k-th record within some days is still reached."""
    if rule.repeat_count is None or rule.repeat_within_days is None:
        return True
    counted = sum(
        record.act == rule.act
        and (not rule.sources or record.source in rule.sources)
        and (record.day, record.ref) <= (movement.day, movement.ref)
        and movement.day - record.day < rule.repeat_within_days
        for record in records
    )
    return counted >= rule.repeat_count
