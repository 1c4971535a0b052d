"""Lists of one stretch through a step: exits first, then records that are due, then officials, then who is listed."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.simulate.agenda import RECORD, with_room
from glasstown.simulate.decisions import BY_FAVOUR, CASE, GROUND, decided
from glasstown.simulate.exits import ExitLuck
from glasstown.simulate.grounds import OPENED, link, open_decided, sweep
from glasstown.simulate.listing import enter
from glasstown.simulate.rulebook import Asked
from glasstown.simulate.settling import leave, settle_cases, settle_records
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import I32, AnyArray

ROWS_OF_A_RECORD: Final = 2
"""Rows of the agenda that one record can add for one ground, with one to spare."""


def leave_lists(stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> None:
    """Close grounds whose exit somebody did; what waits of theirs is marked as settled."""
    book, docket = settings.world.grounds, stretch.docket
    if not book.closes.any():
        return
    heads, following = _chains(stretch, 0)
    first_exit = np.empty(stretch.size, np.int32)
    luck = ExitLuck(settings.world.watchers.declared, stretch.first, span.step, settings.luck)
    if leave(book, luck, deeds, docket.opened, heads, following, first_exit):
        settle_records(book, luck, deeds, span.step, RECORD, stretch.agenda, stretch.used, first_exit)
        settle_cases(book, luck, deeds, docket.cases, first_exit)


def hold_against_grounds(
    stretch: Stretch, settings: Settings, span: Span, hits: AnyArray, asked: Asked, before: I32
) -> None:
    """Hold records that are due against the grounds.

    Args:
        stretch: the stretch, changed in place.
        settings: what holds in the step.
        span: the step.
        hits: rows of the agenda that are due.
        asked: conditions, and what they ask about.
        before: first score of everybody at the beginning of the step, in thousandths.
    """
    world, docket = settings.world, stretch.docket
    book = world.grounds
    if not book.on_list.size:
        return
    most = hits.size * int(book.number.max(initial=0))
    heads, following = _chains(stretch, most)
    stretch.agenda = with_room(stretch.agenda, stretch.used, most * ROWS_OF_A_RECORD)
    rows, cases = grown(docket.opened, most, OPENED), grown(docket.cases, most, CASE)
    used, filed, due = enter(
        book, asked, before, world.judges, world.watchers.declared, world.watchers.digest, stretch.scores.tally,
        stretch.subject, docket.tied, stretch.ages.birth_day, span.step, span.horizon, settings.luck, hits, rows,
        docket.opened.size, heads, following, cases, docket.cases.size, stretch.agenda, stretch.used,
    )  # fmt: skip
    docket.opened, docket.cases, stretch.used = rows[:used], cases[:filed], int(due)


def decide_grounds(stretch: Stretch, settings: Settings, span: Span) -> None:
    """Let officials decide on the grounds that wait for them."""
    world, docket = settings.world, stretch.docket
    if not docket.cases.size:
        return
    chosen = decided(docket.cases, GROUND, span.end, world.judge_limits, stretch.size, span.day, span.end)
    rows = grown(docket.opened, chosen.size, OPENED)
    used = open_decided(world.grounds, world.judges.delay, docket.cases, chosen, span.day, rows, docket.opened.size)
    docket.favours.append(docket.cases[chosen[docket.cases["otherwise"][chosen] & BY_FAVOUR != 0]])
    docket.opened, docket.cases = rows[:used], np.delete(docket.cases, chosen)


def close_lists(stretch: Stretch, settings: Settings, end_day: int) -> AnyArray:
    """Write who is on which list after a step; returns the grounds that listed somebody and have ended.

    Args:
        stretch: the stretch, changed in place.
        settings: what holds after the step.
        end_day: first day after it.
    """
    docket, book = stretch.docket, settings.world.grounds
    gone = np.empty(docket.opened.size, dtype=OPENED)
    if not book.on_list.size:
        return gone
    kept = settings.world.lists_kept
    stay, over = sweep(book, kept, docket.opened, end_day, stretch.standing.lists, gone)
    docket.opened = docket.opened[:stay].copy()
    if docket.cases.size and not kept.all():
        waits = (docket.cases["kind"] == GROUND) & (kept[book.on_list[docket.cases["what"] % book.on_list.size]] == 0)
        docket.cases = docket.cases[~waits]
    return gone[:over]


def _chains(stretch: Stretch, more: int) -> tuple[I32, I32]:
    """The open grounds of each resident, with room for more."""
    opened = stretch.docket.opened
    heads, following = np.empty(stretch.size, np.int32), np.empty(opened.size + more, np.int32)
    link(opened, opened.size, heads, following)
    return heads, following


def grown(rows: AnyArray, more: int, kind: AnyArray | np.dtype[np.void]) -> AnyArray:
    """The same rows with room for some more."""
    grown = np.zeros(rows.size + more, dtype=kind)
    grown[: rows.size] = rows
    return grown
