"""Appeals of one stretch: who learns of what is held against them, who decides, and what is taken back.

Whoever is refused something, or is given notice of a consequence, sees the whole file, and appeals against what was
drawn to be appealed against. Decisions are taken at the end of a step, after everything that was due in it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.simulate.agenda import ROW, handling_order
from glasstown.simulate.counting import strike_records
from glasstown.simulate.decisions import quota
from glasstown.simulate.follow import Changes
from glasstown.simulate.grounds import link
from glasstown.simulate.keep_lists import grown
from glasstown.simulate.objections import (
    INDEXED,
    NOT_FILED,
    OBJECTION,
    file_appeals,
    forget_moot,
    note_entries,
    note_grounds,
    note_records,
    refused_days,
)
from glasstown.simulate.overrides import uphold
from glasstown.simulate.rows import StepRows, digest_appeals
from glasstown.simulate.scores import ENTRY
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.take_back import close_up, take_back
from glasstown.simulate.write import appeals_told
from glasstown.vocab.arrays import I32, I64, U8, U16, AnyArray
from glasstown.vocab.codes import Outcome
from glasstown.vocab.geography import DISTRICT

NOT_CORRECTED: Final = 65_535
"""First day without what an appeal was against, where it was refused or waits."""

UNDECIDED: Final = 2
"""What became of an appeal that waits at the end; 0 it was refused, 1 upheld."""


def hear_appeals(
    rows: StepRows, stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray, entries: AnyArray, before: int,
    counted: list[AnyArray],
) -> AnyArray:
    """Note what can be appealed against, file the appeals of those who were refused, decide those that are due.

    Args:
        rows: what goes into the ledger.
        stretch: the stretch, changed in place.
        settings: what holds in the step.
        span: the step.
        deeds: deeds of the step, in order.
        entries: movements of scores of the step, as they were made.
        before: grounds that were open before the step.
        counted: records of the step by which a score is worked out.

    Returns:
        Movements of scores by which something was taken back.
    """
    world, docket = settings.world, stretch.docket
    if not world.appeals.runs or not world.has_scheme:
        return np.empty(0, dtype=ENTRY)
    _note(stretch, settings, entries, before, counted)
    if not docket.objections.size:
        return np.empty(0, dtype=ENTRY)
    denied = deeds[deeds["outcome"] == int(Outcome.DENIED)]
    filed = _file(stretch, settings, refused_days(denied["slot"], denied["day"], stretch.size))
    chosen = _decided(docket.objections, settings, span, stretch.size)
    rows.heard = np.union1d(filed, docket.objections["who"][chosen].astype(np.int64))
    return _decide(rows, stretch, settings, span, chosen)


def file_told(stretch: Stretch, settings: Settings, changes: Changes, day: int) -> I64:
    """File the appeals of those who are given notice of a consequence that begins; returns whose they are."""
    told = changes.who[(changes.after & ~changes.before & settings.world.consequences.told) != 0]
    if not settings.world.appeals.runs or not told.size or not stretch.docket.objections.size:
        return np.zeros(0, np.int64)
    learned = np.full(stretch.size, -1, np.int32)
    learned[told] = day
    return _file(stretch, settings, learned)


def awaiting(stretch: Stretch, settings: Settings) -> U8:
    """1 for residents who wait for the decision on an appeal that suspends what is held against them."""
    waits = np.zeros(stretch.size, np.uint8)
    rows = stretch.docket.objections
    if settings.world.appeals.suspends:
        waits[rows["who"][rows["filed"] != NOT_FILED]] = 1
    return waits


def forget_what_ended(stretch: Stretch, settings: Settings, day: int) -> None:
    """Drop objections that nobody has raised and that are against nothing any more."""
    docket, world = stretch.docket, settings.world
    if docket.objections.size:
        heads, following = _chains(docket.opened, stretch.size)
        stay = forget_moot(world.rules, world.overrides, world.counts.disputed, day, docket.opened, heads, following,
                           docket.objections)
        docket.objections = docket.objections[:stay].copy()


def _note(
    stretch: Stretch, settings: Settings, entries: AnyArray, before: int, counted: list[AnyArray]
) -> None:
    """Add what was held against somebody in the step, where an appeal would be filed."""
    world, docket = settings.world, stretch.docket
    watchers, opened = world.watchers, docket.opened[before:]
    chances, old = world.appeals.chances, docket.objections.size
    records = np.concatenate(counted) if counted else np.empty(0, dtype=ROW)
    rows = grown(docket.objections, entries.size + opened.size + records.size + 1, OBJECTION)
    used = note_entries(chances, watchers.declared, watchers.digest, settings.names.association,
                        world.rules.each_entry, stretch.first, settings.luck, entries, rows, old)
    used = note_grounds(chances, watchers.declared, watchers.digest, settings.luck, opened, rows, used)
    used = note_records(chances, watchers.declared, watchers.digest, settings.luck, records, rows, used)
    docket.objections = rows[:used].copy() if used > old else docket.objections


def _file(stretch: Stretch, settings: Settings, learned: I32) -> I64:
    """File the appeals of those who have learned; returns whose they are."""
    docket, world = stretch.docket, settings.world
    if not (learned >= 0).any():
        return np.zeros(0, np.int64)
    heads, following = _chains(docket.opened, stretch.size)
    waited = docket.objections["filed"] == NOT_FILED
    file_appeals(world.rules, world.overrides, world.counts.disputed, world.appeals.days, learned, docket.opened,
                 heads, following, docket.objections)
    return np.unique(docket.objections["who"][waited & (docket.objections["filed"] != NOT_FILED)]).astype(np.int64)


def _decided(objections: AnyArray, settings: Settings, span: Span, size: int) -> I64:
    """Numbers of the appeals that are decided in a step, district by district."""
    table = settings.world.appeals
    ready = np.flatnonzero((objections["filed"] != NOT_FILED) & (objections["due"] < span.end))
    rows = objections[ready]
    district = rows["who"].astype(np.int64) // DISTRICT
    turn = rows["filed"] // span.length if table.by_age else np.zeros(rows.size, np.uint16)
    names = _names(rows, settings)
    order = np.lexsort((
        rows["via"], names, rows["what"], settings.names.source[rows["source"]], rows["ref"], rows["origin"],
        rows["who"], rows["priority"], turn, district,
    ))  # fmt: skip
    ready, district = ready[order], district[order]
    place = np.arange(district.size) - np.searchsorted(district, district)
    room = np.array([
        quota(table.slots, min(DISTRICT, size - int(d) * DISTRICT), span.day, span.end) for d in district
    ], dtype=np.int64)  # fmt: skip
    return ready[place < room]


def _names(rows: AnyArray, settings: Settings) -> I64:
    """Name digests of the rules, overrides, grounds and acts that appeals are against."""
    names, number = np.zeros(rows.size, np.int64), rows["number"].astype(np.int64)
    catalogues = (settings.names.rule, settings.names.override, settings.names.ground)
    for what, digests in enumerate(catalogues):
        chosen = rows["what"] == what
        names[chosen] = digests[number[chosen]]
    indexed = rows["what"] == INDEXED
    names[indexed] = settings.names.act[number[indexed]]
    return names


def _decide(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, chosen: I64) -> AnyArray:
    """Take back what upheld appeals were against, write down all that were decided, and forget them."""
    docket = stretch.docket
    decided = docket.objections[chosen]
    uphold(decided, settings.overrides, span)
    docket.objections = np.delete(docket.objections, chosen)
    days = np.maximum(decided["due"], span.day)
    corrected = np.full(decided.size, NOT_CORRECTED, np.uint16)
    right = np.flatnonzero(decided["upheld"] != 0)
    if settings.world.appeals.reaches:
        docket.cleared[decided["who"][right]] = 1
    entries, corrected[right] = _take_back(stretch, settings, span, decided[right], days[right])
    digest_appeals(rows.record, settings.names, decided, _names(decided, settings), stretch.first, days, corrected)
    rows.tables["appeals"] = appeals_told(stretch, decided, days, decided["upheld"], corrected)
    return entries


def _take_back(
    stretch: Stretch, settings: Settings, span: Span, upheld: AnyArray, days: AnyArray
) -> tuple[AnyArray, U16]:
    """Take back what was held against residents; returns the entries, and the day from which each counts no more."""
    world, docket = settings.world, stretch.docket
    corrected = np.full(upheld.size, NOT_CORRECTED, np.uint16)
    entries = np.empty(2 * upheld.size, dtype=ENTRY)
    if not upheld.size:
        return entries, corrected
    hits = np.zeros(upheld.size, dtype=ROW)
    for name in ("who", "act", "source", "truth", "via", "ref", "origin"):
        hits[name] = upheld[name]
    hits["due"], hits["kind"], hits["rule"] = days, upheld["what"], upheld["number"]
    order = handling_order(hits, settings.names.source)
    used = take_back(
        world.rules, world.overrides, world.grounds, stretch.scores, upheld, hits, order, span.end, span.horizon,
        docket.opened, *_chains(docket.opened, stretch.size), stretch.agenda,
        *_chains(stretch.agenda[: stretch.used], stretch.size), entries, corrected,
    )  # fmt: skip
    strike_records(world.counts, stretch.counted, upheld[upheld["what"] == INDEXED], stretch.agenda[: stretch.used],
                   span.end)
    stretch.used = int(close_up(stretch.agenda, stretch.used))
    return entries[:used], corrected


def _chains(rows: AnyArray, size: int) -> tuple[I32, I32]:
    """The rows of each resident."""
    heads, following = np.empty(size, np.int32), np.empty(max(rows.size, 1), np.int32)
    link(rows, rows.size, heads, following)
    return heads, following


def waiting_appeals(stretch: Stretch, horizon: int) -> dict[str, AnyArray]:
    """Rows of the appeals that no one has decided by the end of the run."""
    rows = stretch.docket.objections
    rows = rows[rows["filed"] < horizon]
    never = np.full(rows.size, NOT_CORRECTED, np.uint16)
    return appeals_told(stretch, rows, np.full(rows.size, horizon), np.full(rows.size, UNDECIDED), never)


def digest_waiting(stretch: Stretch, settings: Settings, record: AnyArray) -> None:
    """Add what could still be appealed against, and what waits for a decision, to a digest."""
    rows = stretch.docket.objections
    none = np.zeros(rows.size, np.int64)
    digest_appeals(record, settings.names, rows, _names(rows, settings), stretch.first, none, none)
