"""Stars: whomever somebody meets in a step gives them one to five, and the score is the weighted mean of those.

Everybody looks at who does the rating, none is told: the stars that somebody gets are a function of whom they meet,
of what the rater's score and their own were at the beginning of the step, of what they did in it, and of a word of
luck.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.compiled.model import CompiledScheme
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.pairing import unfeistel
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
        return Peers(0, 0, 0, 0, 0, 0, 0, none, none, none.astype(np.uint8))
    return Peers(p.ties, p.strangers, p.base, p.noise, p.standing, p.own, p.memory, p.stars, p.penalty, p.doubles)


@inner
def nearest(number: Whole, parts: Whole) -> Whole:
    """A part of a number that is not below 0, to the nearest; halves go up."""
    return (2 * number + parts) // (2 * parts)


@inner
def stars_given(base: Whole, noise: Whole, standing: Whole, own: Whole, above: Whole, word: np.uint64) -> Whole:
    """Whole stars of one encounter: by what the one who is rated has done and how far they stand above the rater."""
    luck = np.int64((word * np.uint64(2 * noise + 1)) >> np.uint64(32)) - noise
    millionths = (base + own + luck) * MILLI + standing * above
    return min(max((millionths + MILLI * MILLI // 2) // (MILLI * MILLI), FEWEST_STARS), MOST_STARS)


@inner
def _draw(place: Whole, first: Whole, step: Whole, keys: U64, words: U64) -> None:
    """The words of luck of one encounter of everybody: a flat loop, which runs many of them side by side."""
    one, other = keys[0], keys[1]
    for i in range(words.size):
        words[i], _, _, _ = philox4x32(np.uint64(first + i), np.uint64(place), np.uint64(step << 16),
                                       np.uint64(RATE << 24), one, other)


@inner
def _weight(peers_own: Whole, score: Whole, doubles: Whole) -> Whole:
    """What a rating weighs: by the rater's score, or one; twice where what was done doubles."""
    return (score if peers_own != 0 else MILLI) * (1 + doubles)


@kernel
def meet_ties(peers: Peers, circle: Circle, ties_cut: U16, subject: U8, first: Whole, step: Whole, number: Whole,
              keys: U64, own: I64, doubles: U8, score: I32, sums: I64) -> None:
    """Add what everybody is given by friends and colleagues, in turn, in so many encounters of a step.

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
    words = np.empty(subject.size, np.uint64)
    base, noise, standing = np.int64(peers.base), np.int64(peers.noise), np.int64(peers.standing)
    by_own = np.int64(peers.own)
    for k in range(number):
        _draw(np.int64(TIE_PLACE | k), first, step, keys, words)
        slot = (np.int64(k) // 2 + step) % circle.friend.shape[0]
        are_friends: YesNo = k % 2 == 0
        ties = circle.friend[slot] if are_friends else circle.colleague[slot]
        for i in range(subject.size):
            j = np.int64(ties[i])
            if j == VOID or subject[i] == 0 or subject[j] == 0:
                continue
            if are_friends and ((np.int64(ties_cut[i]) | np.int64(ties_cut[j])) >> slot) & 257 != 0:
                continue  # the friendship has lapsed on one of its sides
            weight = _weight(by_own, np.int64(score[j]), np.int64(doubles[i]))
            sums[WEIGHT, i] += weight
            above = np.int64(score[i]) - np.int64(score[j])
            stars = stars_given(base, noise, standing, np.int64(own[i]), above, words[i])
            sums[STARS, i] += weight * stars
            sums[NUMBER, i] += 1


@kernel
def meet_strangers(peers: Peers, subject: U8, first: Whole, step: Whole, number: Whole, keys: U64, own: I64,
                   doubles: U8, score: I32, sums: I64) -> None:
    """Add what everybody is given by strangers of the district; arguments as in `meet_ties`.

    In each encounter of a step the slots of a district are paired anew, and the pairing is keyed.
    """
    key = np.empty(4, np.int64)
    half = np.int64(HALF_BITS)
    base, noise, standing = np.int64(peers.base), np.int64(peers.noise), np.int64(peers.standing)
    by_own = np.int64(peers.own)
    words = np.empty(subject.size, np.uint64)
    for k in range(number):
        _draw(np.int64(STRANGER_PLACE | k), first, step, keys, words)
        for start in range(0, subject.size, DISTRICT):
            lot = philox4x32(np.uint64((first + start) // DISTRICT), np.uint64(1 + k), np.uint64(step << 16),
                             np.uint64(STRANGER << 24), keys[0], keys[1])
            key[0], key[1], key[2], key[3] = lot[0], lot[1], lot[2], lot[3]
            for place in range(0, DISTRICT, 2):
                i = start + unfeistel(np.int64(place), half, key)
                j = start + unfeistel(np.int64(place + 1), half, key)
                if i >= subject.size or j >= subject.size or subject[i] == 0 or subject[j] == 0:
                    continue
                for _ in range(2):
                    weight = _weight(by_own, np.int64(score[j]), np.int64(doubles[i]))
                    sums[WEIGHT, i] += weight
                    above = np.int64(score[i]) - np.int64(score[j])
                    stars = stars_given(base, noise, standing, np.int64(own[i]), above, words[i])
                    sums[STARS, i] += weight * stars
                    sums[NUMBER, i] += 1
                    i, j = j, i


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
