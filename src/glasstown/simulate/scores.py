"""Scores of one district, and how they move: every movement is an entry, every clamp one of its own."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import SOLD
from glasstown.simulate.rulebook import Rulebook
from glasstown.vocab.arrays import I32, I64, AnyArray, Whole
from glasstown.vocab.codes import Entry

BY_CAP: Final = np.int64(Entry.CAP)


ENTRY: Final = np.dtype([
    ("who", np.int32),
    ("day", np.uint16),
    ("rule", np.uint16),
    ("kind", np.uint8),
    ("act", np.uint8),
    ("source", np.uint8),
    ("truth", np.uint8),
    ("via", np.uint8),
    ("score", np.uint8),
    ("unsaid", np.uint8),
    ("origin", np.uint32),
    ("ref", np.uint32),
    ("delta", np.int64),
    ("after", np.int64),
])
"""One movement of a score; see the catalogue of columns."""


class Scores(NamedTuple):
    """Scores of one district: as read, the open sum behind a cap on reading, and counts of repeats.

    `further`, `further_sum`: (slots - 1, residents), the same for the scores after the first.
    """

    score: I32
    open_sum: I64
    tally: I32
    """(tallies, residents)."""
    further: I32
    further_sum: I64


@inner
def reading_of(scores: Scores, slot: Whole, i: Whole) -> Whole:
    """What one score of somebody reads."""
    return np.int64(scores.score[i]) if slot == 0 else np.int64(scores.further[slot - 1, i])


@inner
def _added(scores: Scores, slot: Whole, i: Whole, delta: Whole) -> Whole:
    """The open sum of one score of somebody, after some points."""
    if slot == 0:
        scores.open_sum[i] += delta
        return scores.open_sum[i]
    scores.further_sum[slot - 1, i] += delta
    return scores.further_sum[slot - 1, i]


@inner
def _put(scores: Scores, slot: Whole, i: Whole, reading: Whole) -> None:
    if slot == 0:
        scores.score[i] = reading
    else:
        scores.further[slot - 1, i] = reading


@inner
def write_entry(entry: AnyArray, hit: AnyArray, kind: Whole, rule: Whole, slot: Whole, delta: Whole,
                after: Whole) -> None:
    """Write one movement of one score, made by the record behind `hit`."""
    entry["who"] = hit["who"]
    entry["day"] = hit["due"]
    entry["kind"] = kind
    entry["rule"] = rule
    entry["act"] = hit["act"]
    entry["source"] = hit["source"]
    entry["truth"] = hit["truth"]
    entry["via"] = hit["via"]
    entry["unsaid"] = 1 if np.int64(hit["way"]) == SOLD else 0
    entry["score"] = slot
    entry["origin"] = hit["origin"]
    entry["ref"] = hit["ref"]
    entry["delta"] = delta
    entry["after"] = after


@kernel
def move(rules: Rulebook, scores: Scores, entries: AnyArray, count: Whole, hit: AnyArray, kind: Whole, rule: Whole,
         slot: Whole, delta: Whole) -> tuple[Whole, Whole]:
    """Move one score and write it down; returns (new number of entries, what an expiry gives back).

    With a cap on each entry the clamped part is gone for good. With a cap on reading the open sum keeps
    everything and a cap entry says by how much the reading differs now.
    """
    i = np.int64(hit["who"])
    low, high = rules.limits[slot, 0], rules.limits[slot, 1]
    before = reading_of(scores, slot, i)
    if rules.each_entry[slot] != 0:
        reading = min(max(before + delta, low), high)
        given = reading - before
    else:
        reading = min(max(_added(scores, slot, i, delta), low), high)
        given = delta
    write_entry(entries[count], hit, kind, rule, slot, delta, before + delta)
    count += 1
    if reading != before + delta:
        write_entry(entries[count], hit, BY_CAP, rule, slot, reading - before - delta, reading)
        count += 1
    _put(scores, slot, i, reading)
    return count, given
