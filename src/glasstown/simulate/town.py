"""A whole town, step by step: districts side by side, the ledger in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np

from glasstown.kernels.digest import add_column, lanes_text
from glasstown.ledger.writer import RunWriter
from glasstown.simulate.checkpoints import column_of, state_arrays
from glasstown.simulate.district import District
from glasstown.simulate.plan import Progress
from glasstown.simulate.rows import TOTALS, StepRows, digest_agenda
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.step import live_step
from glasstown.simulate.write import panel, spells
from glasstown.vocab.arrays import U64, AnyArray
from glasstown.vocab.columns import PANEL_DAYS

LIFE_COLUMNS = (("work", 1), ("sector", 2), ("need", 3))
RECORD_COLUMNS = (("score", 4), ("grade", 5), ("aware", 6), ("covered", 7), ("open_sum", 8), ("grade_since", 9))
FIRST_TALLY = 16
"""Registered numbers of columns in digests. Append only."""

TABLES = ("acts", "blocked", "sightings", "entries", "grades", "spells")


@dataclass(slots=True)
class Lanes:
    """Running digests of a world: of lives, and of everything a scheme wrote down."""

    life: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))
    record: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))


@dataclass(slots=True)
class Clock:
    """How often to report, when to stop, and the seconds spent on writing."""

    world: str
    began: float
    threads: int
    checkpoint_steps: int
    on_progress: Callable[[Progress], None] | None
    should_stop: Callable[[], bool] | None
    writing: float = 0.0


def live_town(
    districts: Sequence[District], settings: Settings, spans: Sequence[Span], writer: RunWriter, lanes: Lanes,
    clock: Clock, first_step: int,
) -> bool:
    """Live the steps from `first_step` on; returns False when it was stopped before the end."""
    with ThreadPoolExecutor(max_workers=clock.threads) as pool:
        for span in spans[first_step:]:
            if _stops(districts, span, writer, lanes, clock, first_step):
                return False
            if _is_panel_day(span):
                _write_panel(districts, settings, writer, span.day, clock)
            results = list(pool.map(_live_quietly, districts, repeat(settings), repeat(span)))
            _hand_over(results, span, writer, lanes, clock)
            if clock.on_progress:
                clock.on_progress(Progress(clock.world, span.step + 1, len(spans), time.perf_counter() - clock.began))
    _finish(districts, settings, spans[-1].horizon, writer, clock)
    return True


def digests(districts: Sequence[District], settings: Settings, lanes: Lanes) -> tuple[str, str]:
    """(digest of everything, digest of lives) of a world at its end."""
    life, record = lanes.life.copy(), lanes.record.copy()
    with np.errstate(over="ignore"):
        for d in districts:
            for name, code in LIFE_COLUMNS:
                add_column(life, code, d.first, column_of(d, name).astype(np.int64))
            if settings.world.has_scheme:
                for name, code in RECORD_COLUMNS:
                    add_column(record, code, d.first, column_of(d, name).astype(np.int64))
                for t in range(d.scores.tally.shape[0]):
                    add_column(record, FIRST_TALLY + t, d.first, d.scores.tally[t].astype(np.int64))
                digest_agenda(record, settings.names, d.agenda[: d.used], d.first)
        return lanes_text(life + record), lanes_text(life)


def _live_quietly(district: District, settings: Settings, span: Span) -> StepRows:
    """One step of one district; 64-bit products wrap by design, which plain Python kernels would warn of."""
    with np.errstate(over="ignore"):
        return live_step(district, settings, span)


def _stops(
    districts: Sequence[District], span: Span, writer: RunWriter, lanes: Lanes, clock: Clock, first_step: int
) -> bool:
    """Take a checkpoint where one is due; say whether the run was asked to stop."""
    stop = clock.should_stop is not None and clock.should_stop()
    due = span.step > first_step and span.step % clock.checkpoint_steps == 0
    if stop or due:
        began = time.perf_counter()
        meta = {"life": [int(v) for v in lanes.life], "record": [int(v) for v in lanes.record]}
        writer.checkpoint(span.step, state_arrays(districts), meta)
        clock.writing += time.perf_counter() - began
    return stop


def _is_panel_day(span: Span) -> bool:
    return span.day == 0 or span.day // PANEL_DAYS > (span.day - span.length) // PANEL_DAYS


def _write_panel(
    districts: Sequence[District], settings: Settings, writer: RunWriter, day: int, clock: Clock
) -> None:
    began = time.perf_counter()
    for d in districts:
        writer.append("panel", panel(d, settings.world.min_age_days, day))
    clock.writing += time.perf_counter() - began


def _hand_over(
    results: Sequence[StepRows], span: Span, writer: RunWriter, lanes: Lanes, clock: Clock
) -> None:
    """Add up what the districts handed over, in their order, and give it to the ledger."""
    began = time.perf_counter()
    totals = {name: sum(rows.totals[name] for rows in results) for name in TOTALS}
    with np.errstate(over="ignore"):
        for rows in results:
            lanes.life += rows.life
            lanes.record += rows.record
    for table in TABLES:
        pieces = [rows.tables[table] for rows in results if table in rows.tables]
        pieces = [piece for piece in pieces if next(iter(piece.values())).size]
        if pieces:
            writer.append(table, {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]})
    head = {"step": span.step, "day": span.day, "days": span.end - span.day}
    writer.append("steps", {name: np.array([value]) for name, value in {**head, **totals}.items()})
    _append_counts(results, span, writer)
    writer.log_step({**head, **totals})
    clock.writing += time.perf_counter() - began


def _append_counts(results: Sequence[StepRows], span: Span, writer: RunWriter) -> None:
    done: AnyArray = np.sum([rows.done for rows in results], axis=0)
    blocked: AnyArray = np.sum([rows.blocked for rows in results], axis=0)
    act, group = np.nonzero(done + blocked)
    writer.append("act_counts", {
        "step": np.full(act.size, span.step), "act": act, "group": group, "done": done[act, group],
        "blocked": blocked[act, group],
    })
    grades: AnyArray = np.sum([rows.grades for rows in results], axis=0)
    held = np.flatnonzero(grades)
    writer.append("grade_counts", {
        "step": np.full(held.size, span.step), "day": np.full(held.size, span.end), "grade": held,
        "residents": grades[held],
    })


def _finish(
    districts: Sequence[District], settings: Settings, horizon: int, writer: RunWriter, clock: Clock
) -> None:
    """The last rows: consequences that still hold, and the panel on the last day."""
    began = time.perf_counter()
    for d in districts:
        kept = np.flatnonzero(d.kept)
        kept = kept[d.grade_since[kept] < horizon]
        writer.append("spells", spells(d, settings, kept, horizon, still_open=True))
    _write_panel(districts, settings, writer, horizon, clock)
    clock.writing += time.perf_counter() - began
