"""Stars: whomever somebody meets in a step gives them one to five, and the score is the weighted mean of those.

Everybody looks at who does the rating, none is told: the stars that somebody gets are a function of whom they meet,
of what the rater's score was at the beginning of the step, of what they themselves did in it, and of a word of luck.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.model import CompiledScheme
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.pairing import feistel, unfeistel
from glasstown.kernels.philox import philox4x32
from glasstown.kernels.strangers import HALF_BITS, STRANGER
from glasstown.simulate.deeds import DONE
from glasstown.simulate.harms import Circle
from glasstown.simulate.peers import Peers
from glasstown.vocab.arrays import I32, I64, U8, U16, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Decision
from glasstown.vocab.geography import DISTRICT, VOID

RATE: Final = np.int64(Decision.RATE)
MILLI: Final = 1000
FEWEST_STARS, MOST_STARS = 1, 5
TIE_PLACE, STRANGER_PLACE = 1 << 16, 2 << 16
"""Upper part of the second word of an encounter's address; the encounter's number in the step stands below."""

WEIGHT, STARS = 0, 1
"""Rows of what is remembered: the sum of weights, and of weights times stars."""

NUMBER: Final = 2
"""Row of a step's sums that counts ratings; before it stand those of weights and of weights times stars."""


def peers_of(compiled: CompiledScheme | None) -> Peers:
    """How residents rate one another; nobody does without stars."""
    p = compiled.peer if compiled else None
    if p is None:
        none = np.zeros(0, np.int64)
        return Peers(0, 0, 0, 0, 0, 0, none, none, none.astype(np.uint8))
    return Peers(p.ties, p.strangers, p.base, p.noise, p.own, p.memory, p.stars, p.penalty, p.doubles)


@inner
def nearest(number: Whole, parts: Whole) -> Whole:
    """A part of a number that is not below 0, to the nearest; halves go up."""
    return (2 * number + parts) // (2 * parts)


@inner
def stars_given(peers: Peers, own: Whole, place: Whole, number: Whole, step: Whole, keys: U64) -> Whole:
    """Whole stars of one encounter, by what the one who is rated has done."""
    word, _, _, _ = philox4x32(np.uint64(number), np.uint64(place), np.uint64(step << 16), np.uint64(RATE << 24),
                               keys[0], keys[1])
    noise = np.int64((word * np.uint64(2 * peers.noise + 1)) >> np.uint64(32)) - peers.noise
    return min(max((peers.base + own + noise + MILLI // 2) // MILLI, FEWEST_STARS), MOST_STARS)


@inner
def _meet(peers: Peers, i: Whole, j: Whole, place: Whole, first: Whole, step: Whole, keys: U64, own: I64, doubles: U8,
          score: I32, sums: I64) -> None:
    """What the one gives to the other."""
    weight = np.int64(score[j]) if peers.own != 0 else np.int64(MILLI)
    weight *= 1 + np.int64(doubles[i])
    stars = stars_given(peers, np.int64(own[i]), place, first + i, step, keys)
    sums[WEIGHT, i] += weight
    sums[STARS, i] += weight * stars
    sums[NUMBER, i] += 1


@inner
def _tied(circle: Circle, ties_cut: U16, i: Whole, k: Whole, step: Whole) -> Whole:
    """Whom somebody meets in the k-th encounter with ties: friends and colleagues in turn; -1 for nobody."""
    slot = (k // 2 + step) % circle.friend.shape[0]
    ties = circle.friend if k % 2 == 0 else circle.colleague
    j = np.int64(ties[slot, i])
    if j == VOID:
        return np.int64(-1)
    lapsed: YesNo = k % 2 == 0 and ((np.int64(ties_cut[i]) | np.int64(ties_cut[j])) >> slot) & 257 != 0
    return np.int64(-1) if lapsed else j


@kernel
def meet_ties(peers: Peers, circle: Circle, ties_cut: U16, subject: U8, first: Whole, step: Whole, number: Whole,
              keys: U64, own: I64, doubles: U8, score: I32, sums: I64) -> None:
    """Add what everybody is given by friends and colleagues in so many encounters of a step.

    Args:
        peers: how residents rate one another.
        circle: whom residents know.
        ties_cut: bit k where the k-th friendship has lapsed.
        subject: 1 for those who rate and are rated.
        first: number of the first resident.
        step: number of the step.
        number: encounters.
        keys: luck key.
        own: thousandths of a star for what each did in the step.
        doubles: 1 where what somebody is given in the step weighs twice.
        score: scores at the beginning of the step.
        sums: (3, residents) weights, weights times stars, ratings; added to.
    """
    for i in range(subject.size):
        for k in range(number):
            j = _tied(circle, ties_cut, np.int64(i), np.int64(k), step)
            if j >= 0 and subject[i] != 0 and subject[j] != 0:
                _meet(peers, np.int64(i), j, np.int64(TIE_PLACE | k), first, step, keys, own, doubles, score, sums)


@kernel
def meet_strangers(peers: Peers, subject: U8, first: Whole, step: Whole, number: Whole, keys: U64, own: I64,
                   doubles: U8, score: I32, sums: I64) -> None:
    """Add what everybody is given by strangers of the district; arguments as in `meet_ties`.

    In each encounter of a step the slots of a district are paired anew, and the pairing is keyed.
    """
    key = np.empty(4, np.int64)
    half, one = np.int64(HALF_BITS), np.int64(1)
    for start in range(0, subject.size, DISTRICT):
        for k in range(number):
            words = philox4x32(np.uint64((first + start) // DISTRICT), np.uint64(1 + k), np.uint64(step << 16),
                               np.uint64(STRANGER << 24), keys[0], keys[1])
            key[0], key[1], key[2], key[3] = words[0], words[1], words[2], words[3]
            for i in range(start, min(start + DISTRICT, subject.size)):
                j = start + unfeistel(feistel(np.int64(i - start), half, key) ^ one, half, key)
                if subject[i] != 0 and j < subject.size and subject[j] != 0:
                    _meet(peers, np.int64(i), j, np.int64(STRANGER_PLACE | k), first, step, keys, own, doubles, score,
                          sums)


@kernel
def impressions(peers: Peers, deeds: AnyArray, own: I64, penalty: I64, doubles: U8) -> None:
    """Add up what everybody did in a step: stars more or less, the largest penalty, and whether ratings weigh twice."""
    for d in range(deeds.size):
        deed = deeds[d]
        i, act = np.int64(deed["slot"]), np.int64(deed["act"])
        if np.int64(deed["outcome"]) == DONE:
            own[i] += peers.stars[act]
            penalty[i] = max(penalty[i], peers.penalty[act])
            doubles[i] = max(doubles[i], peers.doubles[act])


@kernel
def remember(peers: Peers, sums: I64, penalty: I64, low: Whole, high: Whole, subject: U8, remembered: I64,
             score: I32) -> None:
    """Let the ratings of a step take the place of as many remembered ones, and read the mean.

    Args:
        peers: how residents rate one another.
        sums: what each was given in the step.
        penalty: thousandths of a star that are taken off until the next reading.
        low, high: ends of the score.
        subject: 1 for those who are rated.
        remembered: (2, residents) weights, and weights times stars, in thousandths; changed.
        score: written.
    """
    for i in range(subject.size):
        if subject[i] == 0:
            continue
        gone = min(sums[NUMBER, i], np.int64(peers.memory))
        for row in (WEIGHT, STARS):
            remembered[row, i] += sums[row, i] - nearest(gone * remembered[row, i], np.int64(peers.memory))
        if remembered[WEIGHT, i] > 0:
            mean = nearest(MILLI * remembered[STARS, i], remembered[WEIGHT, i])
            score[i] = min(max(mean - penalty[i], low), high)
