"""What residents of one stretch earn back in a step, by repairs; debits that can be repaired are kept until then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.compiled.model import ACT_ROWS
from glasstown.simulate.agenda import with_room
from glasstown.simulate.grounds import link
from glasstown.simulate.repairs import DEBITED, Repairs, note_debits, repair, strike_out
from glasstown.simulate.scores import ENTRY
from glasstown.simulate.take_back import BY_APPEAL, close_up
from glasstown.vocab.arrays import I32, I64, AnyArray

if TYPE_CHECKING:
    from glasstown.compiled.model import CompiledScheme
    from glasstown.simulate.rulebook import Asked
    from glasstown.simulate.span import Settings, Span
    from glasstown.simulate.stretch import Stretch

OF_A_RECORD: Final = 2
"""Entries that one repair of one record can make: the movement, and its clamp."""


def repairs_of(compiled: CompiledScheme | None) -> Repairs:
    """The repairs of one world."""
    if compiled is None:
        none, words = np.zeros(0, np.int32), np.zeros(0, np.int64)
        rows = np.zeros(ACT_ROWS, np.int32)
        return Repairs(none.astype(np.uint32), rows, rows, none, words.astype(np.uint64), words,
                       np.zeros((0, 0), np.uint8), words, none, none, none, none, none, none, none,
                       none.astype(np.uint8), none, 0)  # fmt: skip
    t = compiled.repairs
    return Repairs(
        t.digest, t.first, t.count, t.order, t.sources, t.points, t.rules, t.largest, t.ground, t.after, t.within,
        t.most, t.per_days, t.tally, t.when, t.slot, t.lasts, compiled.rules.digest.size,
    )  # fmt: skip


def earn_back(
    stretch: Stretch, settings: Settings, span: Span, asked: Asked, hits: list[AnyArray], entries: AnyArray
) -> AnyArray:
    """Repair what records of the step can repair.

    Args:
        stretch: the stretch, changed in place.
        settings: what holds in the step.
        span: the step.
        asked: conditions, and what they ask about.
        hits: records of the step that may repair something, in the order of handling.
        entries: all movements of the step so far, those of appeals last.

    Returns:
        Movements of scores by which something was repaired.
    """
    world, docket = settings.world, stretch.docket
    if not world.repairs.digest.size or not world.has_scheme:
        return np.empty(0, dtype=ENTRY)
    rows, first = _debits(stretch, settings, span, entries)
    strike_out(rows, first, entries[entries["kind"] == BY_APPEAL])
    found = np.concatenate(hits) if hits else np.empty(0, dtype=stretch.agenda.dtype)
    moved = _repair(stretch, settings, span, asked, found, rows, first)
    lasts = world.repairs.lasts[rows["rule"]]
    stays = (rows["left"] > 0) & ((lasts < 0) | (rows["day"].astype(np.int64) + lasts >= span.end))
    docket.debited = rows[stays]
    return moved


def _debits(stretch: Stretch, settings: Settings, span: Span, entries: AnyArray) -> tuple[AnyArray, I64]:
    """Debits that can be repaired now, by resident, the oldest first; and where those of each resident begin."""
    world, old = settings.world, stretch.docket.debited
    rows = np.zeros(old.size + entries.size, dtype=DEBITED)
    rows[: old.size] = old
    rows = rows[: note_debits(world.repairs.lasts, world.rules.each_entry, entries, rows, old.size)]
    ends = world.rules.expires[rows["rule"]]
    rows = rows[(ends < 0) | (rows["day"].astype(np.int64) + ends >= span.end)]
    rows = rows[np.argsort(rows["who"], kind="stable")]
    return rows, np.searchsorted(rows["who"], np.arange(stretch.size + 1)).astype(np.int64)


def _repair(
    stretch: Stretch, settings: Settings, span: Span, asked: Asked, hits: AnyArray, rows: AnyArray, first: I64
) -> AnyArray:
    """Let records repair what they can; returns the movements."""
    world, docket = settings.world, stretch.docket
    if not hits.size:
        return np.empty(0, dtype=ENTRY)
    most = hits.size * int(world.repairs.number.max(initial=0))
    stretch.agenda = with_room(stretch.agenda, stretch.used, most)
    entries = np.empty(OF_A_RECORD * most, dtype=ENTRY)
    count, used = repair(
        world.repairs, world.rules, world.grounds, asked, stretch.scores, hits, rows, first, docket.opened,
        *_chains(docket.opened, stretch.size), docket.objections, *_chains(docket.objections, stretch.size),
        span.horizon, stretch.agenda, *_chains(stretch.agenda[: stretch.used], stretch.size), stretch.used, entries,
    )  # fmt: skip
    stretch.used = int(close_up(stretch.agenda, int(used)))
    return entries[:count]


def _chains(rows: AnyArray, size: int) -> tuple[I32, I32]:
    """The rows of each resident."""
    heads, following = np.empty(size, np.int32), np.empty(max(rows.size, 1), np.int32)
    link(rows, rows.size, heads, following)
    return heads, following


def forget_debits(stretch: Stretch, of_rule: AnyArray) -> None:
    """Nothing is left to repair of what some rules took."""
    rows = stretch.docket.debited
    stretch.docket.debited = rows[~of_rule[rows["rule"]]]
