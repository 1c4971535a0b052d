"""The part of a step in which residents rate one another, and the movements of scores that come of it."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.encounters import MILLI, impressions, meet_strangers, meet_ties, remember
from glasstown.simulate.scores import ENTRY
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.codes import NO_SOURCE, Entry
from glasstown.vocab.columns import NO_RULE


def rate_one_another(stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> AnyArray:
    """Let everybody meet whom they meet in the step; returns the movements of scores, by resident."""
    peers = settings.world.peers
    if not peers.memory or not settings.world.has_scheme:
        return np.empty(0, dtype=ENTRY)
    size, days = stretch.size, span.end - span.day
    own, penalty, doubles = np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(size, np.uint8)
    impressions(peers, deeds, own, penalty, doubles)
    before, sums = stretch.scores.score.copy(), np.zeros((3, size), np.int64)
    ties, strangers = (int(2 * rate * days + MILLI) // (2 * MILLI) for rate in (peers.ties, peers.strangers))
    meet_ties(peers, stretch.circle, stretch.life.ties_cut, stretch.subject, stretch.first, span.step, ties,
              settings.luck, own, doubles, before, sums)
    meet_strangers(peers, stretch.subject, stretch.first, span.step, strangers, settings.luck, own, doubles, before,
                   sums)
    limits = settings.world.rules.limits[0]
    remember(peers, sums, penalty, limits[0], limits[1], stretch.subject, stretch.remembered, stretch.scores.score)
    stretch.scores.open_sum[:] = stretch.scores.score
    return _movements(stretch, before, span)


def in_order_of_residents(entries: AnyArray, rated: AnyArray) -> AnyArray:
    """All movements of a step, by resident."""
    if not rated.size:
        return entries
    together = np.concatenate((entries, rated))
    return together[np.argsort(together["who"], kind="stable")]


def _movements(stretch: Stretch, before: AnyArray, span: Span) -> AnyArray:
    """One movement for everybody whose mean is another, on the last day of the step."""
    after = stretch.scores.score
    who = np.flatnonzero(after != before)
    stretch.moved[who] = 1
    stretch.life.stale[who] = 1
    rows = np.zeros(who.size, dtype=ENTRY)
    rows["who"], rows["day"], rows["kind"] = who, span.end - 1, int(Entry.PEER)
    rows["rule"], rows["source"], rows["origin"] = NO_RULE, NO_SOURCE, who + stretch.first
    rows["ref"] = span.step << 20
    rows["delta"], rows["after"] = after[who].astype(np.int64) - before[who], after[who]
    return rows
