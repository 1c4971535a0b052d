"""A whole town, step by step: stretches side by side, the ledger in between."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np

from glasstown.kernels.digest import add_column, lanes_text
from glasstown.ledger.writer import RunWriter
from glasstown.simulate.appeals import digest_waiting, waiting_appeals
from glasstown.simulate.checkpoints import column_of, state_arrays
from glasstown.simulate.counties import Counties, exchange, prepare
from glasstown.simulate.grounds import STILL_OPEN
from glasstown.simulate.organised_rows import (
    OF_ORGANISATIONS,
    finish_organisations,
    first_district,
    organisation_panel,
    state_of,
)
from glasstown.simulate.organised_step import live_organisations
from glasstown.simulate.plan import Progress
from glasstown.simulate.ranks import rank_town
from glasstown.simulate.recipients import digest_heard
from glasstown.simulate.rows import OPEN_GROUNDS, TOTALS, StepRows, digest_agenda, digest_cases, digest_grounds
from glasstown.simulate.scores_around import asks_about_ties
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.step import live_step
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import listings, panel, scores_panel, spells, still_in_force
from glasstown.vocab.arrays import U64, AnyArray
from glasstown.vocab.codes import Outcome
from glasstown.vocab.columns import PANEL_DAYS
from glasstown.vocab.geography import NEIGHBOURHOOD
from glasstown.vocab.organisations import FIRST_ORGANISATION

LIFE_COLUMNS = (
    ("life", "work", 1), ("life", "sector", 2), ("life", "need", 3), ("life", "assets", 10), ("life", "income", 11),
    ("life", "schooling", 12), ("life", "ties_cut", 13), ("life", "held", 14),
)  # fmt: skip
RECORD_COLUMNS = (
    ("scores", "score", 4), ("standing", "grade", 5), ("standing", "aware", 6), ("", "covered", 7),
    ("scores", "open_sum", 8), ("standing", "denied", 16),
    ("standing", "looked_up", 17), ("standing", "warned_day", 18), ("standing", "punished_day", 19),
)  # fmt: skip
CARRIED, SINCE, LEVEL, STANDS, COUNTED, TRULY_COUNTED, TRULY, THIN, FOUND, FIRST_TALLY, REMEMBERED = (
    20, 22, 23, 24, 25, 26, 27, 28, 29, 32, 60
)  # fmt: skip
READ, READ_TRULY, INFERRED, ALONE = 30, 31, 62, 63
FIRST_OF_SLOT, OF_SLOT = 64, 8
"""Registered numbers of columns in digests; those of a score after the first are 64 + 8 times its slot. Append only."""

OF_RESIDENTS = (
    "acts", "blocked", "gauges", "places_given", "harms", "sightings", "entries", "grades", "listings", "spells",
    "appeals", "refreshes", "consents", "favours", "inferences",
    "tellings",
)  # fmt: skip
OF_PEOPLE = {"gauges", "consents", "inferences", "tellings"}
"""Those of them that are of residents alone."""

TABLES = (*OF_RESIDENTS, *(OF_ORGANISATIONS + name for name in OF_RESIDENTS if name not in OF_PEOPLE))
"""Tables that steps write, of residents and of organisations."""

@dataclass(slots=True)
class Lanes:
    """Running digests of a world: of lives, and of everything a scheme wrote down."""

    life: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))
    record: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))


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
    town: Sequence[Stretch], settings: Settings, counties: Counties | None, spans: Sequence[Span], writer: RunWriter,
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
            if counties:
                prepare(counties, town, span)
            rank_town(town, settings, span)
            held = [counties.settings_of(stretch) for stretch in town] if counties else repeat(settings)
            results = list(pool.map(_live_quietly, town, held, repeat(span)))
            clock.living += time.perf_counter() - began
            _hand_over(results, span, writer, lanes, clock)
            if counties:
                with np.errstate(over="ignore"):
                    exchange(counties, town, results, span, writer, lanes.record)
            if clock.on_progress:
                clock.on_progress(Progress(clock.world, span.step + 1, len(spans), time.perf_counter() - clock.began))
    _finish(town, settings, spans[-1].horizon, writer, clock)
    return True


def digests(town: Sequence[Stretch], settings: Settings, lanes: Lanes) -> tuple[str, str]:
    """(digest of everything, digest of lives) of a world at its end."""
    life, record = lanes.life.copy(), lanes.record.copy()
    with np.errstate(over="ignore"):
        for stretch in (*town, *state_of(town)):
            for part, name, code in LIFE_COLUMNS:
                add_column(life, code, stretch.first, column_of(stretch, part, name).astype(np.int64))
            for place in range(stretch.carried.shape[0]):
                add_column(life, (place << 8) | CARRIED, first_district(stretch),
                           stretch.carried[place].astype(np.int64))
            digest_agenda(life, record, settings.names, stretch.agenda[: stretch.used], stretch.first)
            if settings.world.has_scheme:
                for part, name, code in RECORD_COLUMNS:
                    add_column(record, code, stretch.first, column_of(stretch, part, name).astype(np.int64))
                for t in range(stretch.scores.tally.shape[0]):
                    add_column(record, FIRST_TALLY + t, stretch.first, stretch.scores.tally[t].astype(np.int64))
                for row, remembered in enumerate(stretch.remembered):
                    add_column(record, REMEMBERED + row, stretch.first, remembered)
                _digest_further(record, stretch)
                _digest_docket(record, settings, stretch)
        return lanes_text(life + record), lanes_text(life)


def _digest_further(record: U64, stretch: Stretch) -> None:
    """Add the scores after the first, and their grades, to a digest."""
    columns = stretch.scores.further, stretch.standing.further, stretch.scores.further_sum
    for number, column in enumerate(columns):
        for slot, row in enumerate(column, start=1):
            add_column(record, FIRST_OF_SLOT + OF_SLOT * slot + number, stretch.first, row.astype(np.int64))


def _digest_docket(record: U64, settings: Settings, stretch: Stretch) -> None:
    """Add open grounds, cases and consequences in force, by name, to a digest."""
    digest_grounds(record, OPEN_GROUNDS, settings.names, stretch.docket.opened, stretch.first)
    digest_cases(record, settings.names, stretch.docket.cases, stretch.first)
    digest_waiting(stretch, settings, record)
    for name, since in zip(settings.names.consequence, stretch.docket.since, strict=True):
        add_column(record, (int(name) << 8) | SINCE, stretch.first, since.astype(np.int64))
    digest_heard(record, settings.world.consequences, settings.names.consequence, stretch.docket, stretch.first)
    for degree, level in enumerate(stretch.docket.level):
        add_column(record, (degree << 8) | LEVEL, stretch.first, level.astype(np.int64))
    if stretch.first >= FIRST_ORGANISATION:  # what follows is kept of residents alone
        return
    for name, found in zip(settings.world.patrols.digest, stretch.found, strict=True):
        add_column(record, (int(name) << 8) | FOUND, stretch.first // NEIGHBOURHOOD, found)
    names, half = settings.names.counting, len(settings.names.counting)
    for part, code in ((stretch.counted[:half], COUNTED), (stretch.counted[half:], TRULY_COUNTED)):
        for name, counted in zip(names, part, strict=True):
            add_column(record, (int(name) << 8) | code, stretch.first, counted.astype(np.int64))
    _digest_read(record, settings, stretch)
    if settings.world.indexing.terms[0]:
        add_column(record, TRULY, stretch.first, stretch.worked.truly.astype(np.int64))
        if asks_about_ties(settings.world.facts):
            add_column(record, ALONE, stretch.first, stretch.worked.alone.astype(np.int64))
        add_column(record, THIN, stretch.first, stretch.worked.thin.astype(np.int64))
    for number, (name, given) in enumerate(zip(settings.names.state_rule, stretch.held.given, strict=True)):
        stands = (stretch.held.holding >> np.uint16(number)) & np.uint16(1)
        add_column(record, (int(name) << 8) | STANDS, stretch.first, 2 * given.astype(np.int64) + stands)


def _digest_read(record: U64, settings: Settings, stretch: Stretch) -> None:
    """Add what a scheme has read and concluded, by name, to a digest."""
    for name, read, truly in zip(settings.world.meters.digest, *stretch.readings, strict=True):
        add_column(record, (int(name) << 8) | READ, stretch.first, read.astype(np.int64))
        add_column(record, (int(name) << 8) | READ_TRULY, stretch.first, truly.astype(np.int64))
    for r, name in enumerate(settings.world.inferences.digest):
        told, so = (((column >> np.uint16(r)) & np.uint16(1)).astype(np.int64) for column in stretch.inferred)
        add_column(record, (int(name) << 8) | INFERRED, stretch.first, 2 * told + so)


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
    town: Sequence[Stretch], counties: Counties | None, span: Span, writer: RunWriter, lanes: Lanes, clock: Clock,
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
    town: Sequence[Stretch], settings: Settings, writer: RunWriter, day: int, clock: Clock
) -> None:
    began = time.perf_counter()
    for stretch in town:
        writer.append("panel", panel(stretch, settings.world.min_age_days, day))
        if stretch.organisations:
            writer.append("organisation_panel", organisation_panel(stretch.organisations.stretch, day))
        writer.append("scores_panel", scores_panel(stretch, day))
    clock.writing += time.perf_counter() - began


def _hand_over(
    results: Sequence[StepRows], span: Span, writer: RunWriter, lanes: Lanes, clock: Clock
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


def _append_counts(results: Sequence[StepRows], span: Span, writer: RunWriter) -> None:
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
    town: Sequence[Stretch], settings: Settings, horizon: int, writer: RunWriter, clock: Clock
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
