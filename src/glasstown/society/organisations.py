"""The firms and the government of each district: invented, without names, drawn by address.

A firm is run by a resident: the first employers of a district, by number, each have one firm and perhaps a second.
What a firm is hangs on its own number alone; whether it exists, on whether its representative lives in the town. So
the firms of a small town are those of a larger one. Ties to residents who are not there are void.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32, stream_key
from glasstown.society.organisation_figures import (
    EXPORTERS,
    FIRMS_PER_DISTRICT,
    FOREIGN,
    FOREIGN_CARRIERS,
    INDUSTRIES,
    OLDEST_YEARS,
    SENSORS,
    SIZES,
    STATE_OWNED,
)
from glasstown.society.population import Population
from glasstown.vocab.arrays import I32, I64, U8, U16, Whole
from glasstown.vocab.codes import Decision, Standing
from glasstown.vocab.geography import DISTRICT, VOID
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisations import (
    FIRMS,
    FIRST_ORGANISATION,
    GOVERNMENT,
    PLACES_OF_DISTRICT,
    REPRESENTATIVES,
    Industry,
    OrganisationFact,
    Ownership,
    Size,
)
from glasstown.vocab.units import DAYS_IN_YEAR

FIRM: Final = np.uint64(Decision.ATTR << 24 | name_digest("firm"))
BLOCKS: Final = 4
PARTNERS: Final = 5
"""Keyed pairings of firms of one trade: with whom each deals, and for which others it may be taken."""

WORD: Final = 1 << 32
LAST_FOUNDED: Final = 1
"""Nobody is founded after the day before day 0."""


@dataclass(frozen=True, slots=True)
class Organised:
    """Organisations of a town, 64 places a district, one entry a place.

    Attributes:
        exists: 1 where there is one.
        representative: slot within the district of the resident who runs the firm, or `VOID`.
        size, industry, ownership: `vocab.organisations`; 0 for governments.
        facts: bits of `OrganisationFact`; 0 where there is none.
        founded_day: day of founding, negative.
        partner: place within the district of the firm that it deals with, or `VOID`.
        lookalike: (4, places) places of the firms for which it may be taken, or `VOID`.
    """

    exists: U8
    representative: U16
    size: U8
    industry: U8
    ownership: U8
    facts: U16
    founded_day: I32
    partner: U16
    lookalike: U16


@kernel
def organisation_words(first: Whole, block: Whole, name: np.uint64, k0: np.uint64, k1: np.uint64, words: I64) -> None:
    """Fill (4, places) words with one block of luck for each place."""
    for place in range(words.shape[1]):
        w0, w1, w2, w3 = philox4x32(np.uint64(first + place), np.uint64(block), np.uint64(0), name, k0, k1)
        words[0, place] = np.int64(w0)
        words[1, place] = np.int64(w1)
        words[2, place] = np.int64(w2)
        words[3, place] = np.int64(w3)


def organise(people: Population) -> Organised:
    """The firms and governments of a town: a function of the society, the seed and the people alone."""
    districts = -(-people.people // DISTRICT)
    pieces = [_district(people, district) for district in range(districts)]
    return Organised(*(np.concatenate([getattr(piece, name) for piece in pieces], axis=-1)
                       for name in Organised.__slots__))  # fmt: skip


def _district(people: Population, district: int) -> Organised:
    key = stream_key("people", people.seed, people.replicate)
    words = np.empty((BLOCKS, 4, PLACES_OF_DISTRICT), np.int64)
    with np.errstate(over="ignore"):
        for block in range(BLOCKS):
            organisation_words(FIRST_ORGANISATION + district * PLACES_OF_DISTRICT, block, FIRM, *key, words[block])
    here = slice(district * DISTRICT, min((district + 1) * DISTRICT, people.people))
    employers = np.flatnonzero(people.standing[here] & int(Standing.EMPLOYER))[:REPRESENTATIVES]
    representative = np.full(PLACES_OF_DISTRICT, VOID, np.uint16)
    representative[: 2 * employers.size] = np.repeat(employers, 2)
    second = np.arange(PLACES_OF_DISTRICT) % 2 == 1
    extra = Fraction(FIRMS_PER_DISTRICT.value) / REPRESENTATIVES - 1
    representative[second & (words[0, 3] >= int(extra * WORD))] = VOID
    exists = (representative != VOID).astype(np.uint8)
    exists[GOVERNMENT] = 1
    size, industry, ownership = _kind_of(words)
    firm = np.arange(PLACES_OF_DISTRICT) < FIRMS
    paired = [_paired(industry, words[2, 0], exists), *(_paired(industry, row, exists) for row in words[3])]
    for column in (size, industry, ownership):
        column[~firm] = 0
    founded = -LAST_FOUNDED - (words[1, 3] * int(OLDEST_YEARS.value * DAYS_IN_YEAR) // WORD)
    facts = _facts(size, industry, ownership, words[1]) * firm * exists
    facts[GOVERNMENT] = int(OrganisationFact.GOVERNMENT)
    facts |= _of_representatives(people, here, representative)
    return Organised(
        exists, representative, size, industry, ownership, facts.astype(np.uint16), founded.astype(np.int32),
        paired[0], np.stack(paired[1:]),
    )  # fmt: skip


def _kind_of(words: I64) -> tuple[U8, U8, U8]:
    """Size, industry and ownership of every place, whether anybody has it or not."""
    industry = _drawn(words[0, 1], [INDUSTRIES[one].value for one in Industry])
    ownership = _drawn(words[0, 2], [1 - STATE_OWNED.value - FOREIGN.value, STATE_OWNED.value, FOREIGN.value])
    carrier = (industry == Industry.TRANSPORT) & (words[1, 0] < int(FOREIGN_CARRIERS.value * WORD))
    ownership[carrier] = int(Ownership.FOREIGN)
    return _drawn(words[0, 0], [SIZES[one].value for one in Size]), industry, ownership


def _drawn(words: I64, weights: list[Decimal]) -> U8:
    """One of several kinds for each word, in proportion to their weights."""
    total = sum(weights, Decimal(0))
    ends = [int(sum(weights[: k + 1], Decimal(0)) * WORD / total) for k in range(len(weights) - 1)]
    return np.searchsorted(np.array(ends, np.int64), words, side="right").astype(np.uint8)


def _facts(size: U8, industry: U8, ownership: U8, words: I64) -> I64:
    """What follows from the kind of a firm, and from its own luck."""
    makes, carries = industry == Industry.MANUFACTURE, industry == Industry.TRANSPORT
    foreign = ownership == Ownership.FOREIGN
    measured = makes & (size >= Size.SMALL) & (words[2] < int(SENSORS.value * WORD))
    sends = (makes | (industry == Industry.TRADE)) & (words[1] < int(EXPORTERS.value * WORD))
    facts = np.full(size.size, int(OrganisationFact.FIRM), np.int64)
    for holds, fact in (
        (industry == Industry.FOOD, OrganisationFact.FOOD),
        (makes, OrganisationFact.MANUFACTURER),
        (sends, OrganisationFact.EXPORTER),
        (carries & foreign, OrganisationFact.FOREIGN_CARRIER),
        (measured, OrganisationFact.SENSORS),
        (ownership == Ownership.STATE, OrganisationFact.STATE_OWNED),
        (foreign, OrganisationFact.FOREIGN),
    ):
        facts += holds * int(fact)
    return facts


def _of_representatives(people: Population, here: slice, representative: U16) -> I64:
    """Whether a firm employs anybody, and whether its representative has an official among their own."""
    facts = np.zeros(PLACES_OF_DISTRICT, np.int64)
    official = people.standing[here] & int(Standing.OFFICIAL) != 0
    household, employer = people.household[here], people.employer[here]
    ties = np.concatenate([people.kin[:, here], people.colleague[:, here], people.friend[:, here]])
    for place in np.flatnonzero(representative != VOID):
        who = int(representative[place])
        own = np.flatnonzero(household == household[who])
        near = ties[:, who]
        if official[own].any() or official[near[near != VOID]].any():
            facts[place] |= int(OrganisationFact.CONNECTED)
        if place % 2 == 0 and (employer == who).any():
            facts[place] |= int(OrganisationFact.HAS_STAFF)
    return facts


def _paired(industry: U8, keys: I64, exists: U8) -> U16:
    """Firms of one trade side by side in the order of their keys: first with second, third with fourth."""
    partner = np.full(PLACES_OF_DISTRICT, VOID, np.uint16)
    order = np.lexsort((np.arange(FIRMS), keys[:FIRMS], industry[:FIRMS]))
    for trade in Industry:
        line = [int(place) for place in order if industry[place] == trade]
        for one, other in zip(line[::2], line[1::2], strict=False):
            if exists[one] and exists[other]:
                partner[one], partner[other] = other, one
    return partner
