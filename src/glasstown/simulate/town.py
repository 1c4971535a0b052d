"""A whole town, step by step: stretches side by side, the ledger in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from glasstown.ledger.sink import StepSink
from glasstown.simulate.appeals import waiting_appeals
from glasstown.simulate.checkpoints import state_arrays
from glasstown.simulate.counties import Counties, exchange, prepare
from glasstown.simulate.digests import Lanes
from glasstown.simulate.grounds import STILL_OPEN
from glasstown.simulate.organised_rows import (
    OF_ORGANISATIONS,
    finish_organisations,
    organisation_panel,
    organisation_scores_panel,
)
from glasstown.simulate.organised_step import live_organisations
from glasstown.simulate.plan import Progress
from glasstown.simulate.ranks import rank_town
from glasstown.simulate.rows import TOTALS, StepRows
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.step import live_step
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import listings, panel, scores_panel, spells, still_in_force
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.codes import Outcome
from glasstown.vocab.columns import PANEL_DAYS

OF_RESIDENTS = (
    "acts", "blocked", "gauges", "places_given", "harms", "sightings", "entries", "grades", "listings", "spells",
    "appeals", "refreshes", "consents", "favours", "inferences", "standings",
    "tellings", "dues",
)  # fmt: skip
OF_PEOPLE = {"gauges", "consents", "inferences", "standings", "tellings", "dues"}
"""Those of them that are of residents alone."""

TABLES = (*OF_RESIDENTS, *(OF_ORGANISATIONS + name for name in OF_RESIDENTS if name not in OF_PEOPLE))
"""Tables that steps write, of residents and of organisations."""


@dataclass(slots=True)
class Clock:
    """How often to report, when to stop, and the seconds spent on living and on writing."""

    world: str
    began: float
    threads: int
    checkpoint_steps: int
    on_progress: Callable[[Progress], None] | None
    should_stop: Callable[[], bool] | None
    living: float = 0.0
    writing: float = 0.0


def live_town(
    town: Sequence[Stretch], settings: Settings, counties: Counties | None, spans: Sequence[Span], writer: StepSink,
    lanes: Lanes, clock: Clock, first_step: int,
) -> bool:
    """Live the steps from `first_step` on; returns False when it was stopped before the end."""
    with ThreadPoolExecutor(max_workers=clock.threads) as pool:
        for span in spans[first_step:]:
            if _stops(town, counties, span, writer, lanes, clock, first_step):
                return False
            if _is_panel_day(span):
                _write_panel(town, settings, writer, span.day, clock)
            began = time.perf_counter()
            results = live_span(town, settings, counties, span, pool)
            clock.living += time.perf_counter() - began
            _hand_over(results, span, writer, lanes, clock)
            if counties:
                with np.errstate(over="ignore"):
                    exchange(counties, town, results, span, writer, lanes.record)
            if clock.on_progress:
                clock.on_progress(Progress(clock.world, span.step + 1, len(spans), time.perf_counter() - clock.began))
    _finish(town, settings, spans[-1].horizon, writer, clock)
    return True


def live_span(
    town: Sequence[Stretch], settings: Settings, counties: Counties | None, span: Span, pool: ThreadPoolExecutor
) -> list[StepRows]:
    """Live one step of all stretches, side by side; counties have yet to hear of it."""
    if counties:
        prepare(counties, town, span)
    rank_town(town, settings, span)
    held = [counties.settings_of(stretch) for stretch in town] if counties else repeat(settings)
    return list(pool.map(_live_quietly, town, held, repeat(span)))


def _live_quietly(stretch: Stretch, settings: Settings, span: Span) -> StepRows:
    """One step of one stretch; 64-bit products wrap by design, which plain Python kernels would warn of."""
    with np.errstate(over="ignore"):
        firms = _live_organisations(stretch, settings, span)
        rows = live_step(stretch, settings, span)
        if firms:
            rows.tables |= firms.tables
            rows.life += firms.life
            rows.record += firms.record
    return rows


def _live_organisations(stretch: Stretch, settings: Settings, span: Span) -> StepRows | None:
    """One step of the firms and governments beside a stretch, where any live there."""
    now = settings.at(span.day).organising
    later = settings.at(span.end).organising if span.end < span.horizon else now
    return live_organisations(stretch, now, later, span) if now and later else None


def _stops(
    town: Sequence[Stretch], counties: Counties | None, span: Span, writer: StepSink, lanes: Lanes, clock: Clock,
    first_step: int,
) -> bool:
    """Take a checkpoint where one is due; say whether the run was asked to stop."""
    stop = clock.should_stop is not None and clock.should_stop()
    due = span.step > first_step and span.step % clock.checkpoint_steps == 0
    if stop or due:
        began = time.perf_counter()
        meta = {"life": [int(v) for v in lanes.life], "record": [int(v) for v in lanes.record]}
        arrays = state_arrays(town) | (counties.arrays() if counties else {})
        writer.checkpoint(span.step, arrays, meta)
        clock.writing += time.perf_counter() - began
    return stop


def _is_panel_day(span: Span) -> bool:
    return span.day == 0 or span.day // PANEL_DAYS > (span.day - span.length) // PANEL_DAYS


def _write_panel(
    town: Sequence[Stretch], settings: Settings, writer: StepSink, day: int, clock: Clock
) -> None:
    began = time.perf_counter()
    for stretch in town:
        writer.append("panel", panel(stretch, settings.world.min_age_days, day))
        if stretch.organisations:
            writer.append("organisation_panel", organisation_panel(stretch.organisations.stretch, day))
            first = settings.organising.first_score if settings.organising else 0
            further = organisation_scores_panel(stretch.organisations.stretch, first, day)
            writer.append("organisation_scores_panel", further)
        writer.append("scores_panel", scores_panel(stretch, day))
    clock.writing += time.perf_counter() - began


def _hand_over(
    results: Sequence[StepRows], span: Span, writer: StepSink, lanes: Lanes, clock: Clock
) -> None:
    """Add up what the stretches handed over, in their order, and give it to the ledger."""
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


def _append_counts(results: Sequence[StepRows], span: Span, writer: StepSink) -> None:
    counts: AnyArray = np.sum([rows.counts for rows in results], axis=0)
    act, group = np.nonzero(counts.sum(axis=2))
    found = counts[act, group]
    writer.append("act_counts", {
        "step": np.full(act.size, span.step), "act": act, "group": group, "done": found[:, Outcome.DONE],
        "blocked": found[:, Outcome.DENIED] + found[:, Outcome.LOOKED_UP], "held_back": found[:, Outcome.HELD_BACK],
        "no_place": found[:, Outcome.NO_PLACE], "came_to_nothing": found[:, Outcome.CAME_TO_NOTHING],
    })
    grades: AnyArray = np.sum([rows.grades for rows in results], axis=0)
    held = np.flatnonzero(grades)
    writer.append("grade_counts", {
        "step": np.full(held.size, span.step), "day": np.full(held.size, span.end), "grade": held,
        "residents": grades[held],
    })


def _finish(
    town: Sequence[Stretch], settings: Settings, horizon: int, writer: StepSink, clock: Clock
) -> None:
    """The last rows: consequences that still hold, and the panel on the last day."""
    began = time.perf_counter()
    for stretch in town:
        opened = stretch.docket.opened[stretch.docket.opened["entry"] < horizon]
        days, how = np.full(opened.size, horizon), np.full(opened.size, STILL_OPEN)
        writer.append("listings", listings(stretch, opened, days, how))
        writer.append("appeals", waiting_appeals(stretch, horizon))
        found = still_in_force(stretch.docket)
        writer.append("spells", spells(stretch, settings.world.consequences, found, horizon, still_open=True))
        finish_organisations(stretch, settings.organising, writer, horizon)
    _write_panel(town, settings, writer, horizon, clock)
    clock.writing += time.perf_counter() - began
