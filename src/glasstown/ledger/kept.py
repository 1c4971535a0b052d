"""Whose rows a large town keeps: a keyed sample that depends on the seed and the numbers alone."""

from __future__ import annotations

import hashlib
from typing import Final

import numpy as np

from glasstown.vocab.arrays import U32, U64

_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = ((30, np.uint64(0xBF58476D1CE4E5B9)), (27, np.uint64(0x94D049BB133111EB)))


def keyed_sample(name: str, *, people: int, size: int, seed: int, replicate: int = 0) -> U32:
    """The first `size` residents by keyed priority, in order of their numbers.

    The priority of a resident is a hash of (name, seed, replicate, number): a larger town keeps its own
    sample, and nothing that anybody did can bring somebody in or out.

    Args:
        name: which sample (`kept`, `lives`).
        people: residents 0 to people - 1 are drawn from.
        size: how many; all of them where the town is no larger.
        seed: seed of the run.
        replicate: replicate of the run.

    Returns:
        Resident numbers, rising. Shape (min(size, people),).
    """
    if size >= people:
        return np.arange(people, dtype=np.uint32)
    return np.sort(_least(_mixed(name, np.arange(1, people + 1, dtype=np.uint64), seed, replicate), size))


def _least(priority: U64, size: int) -> U32:
    """Positions of the `size` least priorities; the lower number wins between equals."""
    limit = np.partition(priority, size - 1)[size - 1]
    below = np.flatnonzero(priority < limit)
    ties = np.flatnonzero(priority == limit)[: size - below.size]
    return np.concatenate((below, ties)).astype(np.uint32)


def keyed_priority(name: str, residents: U32, *, seed: int, replicate: int = 0) -> U64:
    """A 64-bit hash of each resident's number under the key of one sample (SplitMix64).

    Args:
        name: which sample.
        residents: resident numbers. Shape (residents,).
        seed: seed of the run.
        replicate: replicate of the run.

    Returns:
        Priorities; the least comes first. Shape (residents,).
    """
    return _mixed(name, residents.astype(np.uint64) + np.uint64(1), seed, replicate)


def _mixed(name: str, state: U64, seed: int, replicate: int) -> U64:
    """Mix numbers, counted from 1, into priorities, in place: a nation has no room for many copies."""
    key = hashlib.blake2b(f"{name}|{seed}|{replicate}".encode(), digest_size=8).digest()
    state *= _STEP
    state += np.frombuffer(key, dtype="<u8").astype(np.uint64)
    for shift, factor in _MIX:
        state ^= state >> np.uint64(shift)
        state *= factor
    state ^= state >> np.uint64(31)
    return state
