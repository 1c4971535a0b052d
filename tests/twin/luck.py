"""The twin's luck: addresses, 64-bit comparisons and digests, in plain Python integers."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from functools import cache

WORD = 1 << 32
WIDE = 1 << 64
CANDIDATE, SIGHT, CHILD, DISCRETION, OWN, LIFE, TIE, DECIDE, GHOST, HEIGHT = 2, 3, 4, 5, 6, 9, 11, 14, 15, 1
GAUGE = 7
OTHER_SUBJECT = 64
LEARN, KNOWS_AT_START, COVERED = 0, 1, 2
SECOND_HALF = 0x8000
MIXER_STEPS = (0x9E3779B97F4A7C15, 0xD1B54A32D192ED03)


def philox(counter, key):
    """Ten rounds of Philox4x32 on whole numbers."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        even, odd = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = odd >> 32 ^ c1 ^ k0, odd % WORD, even >> 32 ^ c3 ^ k1, even % WORD
        k0, k1 = (k0 + 0x9E3779B9) % WORD, (k1 + 0xBB67AE85) % WORD
    return c0, c1, c2, c3


@cache
def name_24(name):
    """Digest of a name in 24 bits; no name has none."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=3).digest(), "little") if name else 0


@cache
def wide(chance):
    """A chance as a whole number of 2**-64."""
    return min(int(Fraction(chance) * WIDE), WIDE)


class Luck:
    """Words of luck by address."""

    def __init__(self, step_days, seed, replicate=0):
        text = f"luck/{step_days}|{seed}|{replicate}"
        number = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
        self.key = (number % WORD, number // WORD)

    def words(self, decision, subject, place, step, name="", sub=0):
        return philox((subject, place, step << 16 | sub, decision << 24 | name_24(name)), self.key)

    def below(self, limit, lane, decision, subject, place, step, name="", sub=0):
        """Whether a 64-bit number, made of one lane of two blocks, lies below a limit."""
        high = self.words(decision, subject, place, step, name, sub)[lane]
        low = self.words(decision, subject, place, step, name, sub | SECOND_HALF)[lane]
        return high * WORD + low < limit


def act_place(act):
    """Second word of the address of what follows from an act: (child, family, ordinal), or a declared act's name."""
    if act["declared"] and not act["ghost"]:
        return 1 << 31 | name_24(act["name"]) << 6 | act["ordinal"]
    return act["child"] << 16 | act["family"] << 8 | act["ordinal"]


def mix(value):
    value %= WIDE
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 % WIDE
    value = (value ^ value >> 27) * 0x94D049BB133111EB % WIDE
    return value ^ value >> 31


class Digest:
    """A sum over rows and over columns, in two lanes; the order of adding does not matter."""

    def __init__(self):
        self.lanes = [0, 0]

    def row(self, table, *fields):
        for lane, start in enumerate(MIXER_STEPS):
            state = mix(table + start)
            for field in fields:
                state = mix(state + field)
            self.lanes[lane] = (self.lanes[lane] + state) % WIDE

    def value(self, column, resident, value):
        for lane, start in enumerate(MIXER_STEPS):
            state = mix(mix(mix(resident + start) ^ column) + value)
            self.lanes[lane] = (self.lanes[lane] + state) % WIDE

    def __add__(self, other):
        total = Digest()
        total.lanes = [(a + b) % WIDE for a, b in zip(self.lanes, other.lanes, strict=True)]
        return total

    def __str__(self):
        return f"{self.lanes[0]:016x}{self.lanes[1]:016x}"


def stranger_of(slot, district, step, luck):
    """The slot that shares a place with this one in the step's line of strangers."""
    line = line_of(luck.words(OTHER_SUBJECT + TIE, district, 0, step))
    return line.index(line[slot] ^ 1)


@cache
def line_of(words):
    """Place of every slot of a district in a line."""
    return [scatter(value, words) for value in range(4096)]


def scatter(value, words):
    """Four rounds of Feistel over twelve bits."""
    left, right = value >> 6, value & 63
    for word in words:
        mixed = (right ^ word & 0xFFFF) * 0x2C1B3C6D % 2**31
        mixed = (mixed ^ mixed >> 12 ^ word >> 16) % 2**31
        mixed = mixed * 0x297A2D39 % 2**31
        left, right = right, left ^ mixed >> 15 & 63
    return left << 6 | right
