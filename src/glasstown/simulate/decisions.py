"""Officials who decide on cases: not before a delay, no more than they can, and sometimes otherwise.

A case is a ground that waits to be opened, or a consequence that waits to take effect. Of those that wait
in a district, the first by the step in which they were filed and then by a keyed priority are decided.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import inner, kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.charges import Officers
from glasstown.simulate.sightings import act_address
from glasstown.vocab.arrays import I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision
from glasstown.vocab.geography import DISTRICT
from glasstown.vocab.units import DAYS_IN_YEAR

DECIDE: Final = int(Decision.DECIDE)
GROUND, CONSEQUENCE = 0, 1
"""Kinds of cases."""

WAITING, LET_OFF, APPLIED = 0, 1, 2
"""States of a case. A ground that is decided is no case any more; a consequence is one while its cause lasts."""

OTHERWISE: Final = 1
BY_FAVOUR: Final = 2
"""Bits of `otherwise`: the official decides otherwise; the decision is other than it is for somebody without ties."""

FILED: Final = 1
"""Sub-address of the draw for a consequence's case."""

CASE: Final = np.dtype([
    ("who", np.uint16), ("due", np.uint16), ("filed", np.uint16), ("settled", np.uint16), ("kind", np.uint8),
    ("what", np.uint8), ("state", np.uint8), ("otherwise", np.uint8), ("act", np.uint8), ("source", np.uint8),
    ("truth", np.uint8), ("ref", np.uint32), ("origin", np.uint32), ("priority", np.uint32),
])  # fmt: skip
"""One case: whose slot, first day of a decision, step of filing, day + 1 on which it was settled (0: not), what it is
about, how it stands, whether the official will decide otherwise, the record behind a ground, and its priority."""


@inner
def _draw(officers: Officers, case: AnyArray, c0: np.uint64, c1: np.uint64, c2: np.uint64, keys: U64,
          ties: Whole) -> None:
    """Write the priority of a case, and whether the official will decide otherwise, by the ties of whose it is."""
    what = np.int64(case["what"])
    column = ties if ties < officers.favoured.shape[2] else np.int64(0)
    c3 = np.uint64((DECIDE << 24) | np.int64(officers.digest[what]))
    word, _, priority, _ = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
    plain, kind = officers.favoured[:, what, 0], officers.favoured[:, what, column]
    below = np.uint64(0)
    if word == plain[0] or word == kind[0]:
        below = low_word(c0, c1, c2, c3, keys[0], keys[1], np.int64(0))
    of_all = word < plain[0] or (word == plain[0] and below < plain[1])
    otherwise = word < kind[0] or (word == kind[0] and below < kind[1])
    case["otherwise"] = (OTHERWISE if otherwise else 0) + (BY_FAVOUR if otherwise != of_all else 0)
    case["priority"] = priority


@inner
def file_ground(officers: Officers, declared: U32, source_digest: U32, hit: AnyArray, ground: Whole, settled: Whole,
                step: Whole, keys: U64, case: AnyArray, tied: Whole) -> None:
    """File the case of a ground that one record would open; its luck is addressed by the record."""
    ref, source = np.int64(hit["ref"]), np.int64(hit["source"])
    case["who"] = hit["who"]
    case["due"] = min(np.int64(hit["due"]) + np.int64(officers.delay[ground]), 65_534)
    case["filed"] = step
    case["settled"] = settled
    case["kind"] = GROUND
    case["what"] = ground
    case["state"] = WAITING
    case["act"] = hit["act"]
    case["source"] = hit["source"]
    case["truth"] = hit["truth"]
    case["ref"] = ref
    case["origin"] = hit["origin"]
    c1 = act_address(np.int64(hit["act"]), (ref >> 15) & 31, (ref >> 9) & 63, ref & 7, declared)
    c2 = np.uint64(((ref >> 20) << 16) | (np.int64(source_digest[source]) & 0x7FFF))
    _draw(officers, case, np.uint64(hit["origin"]), c1, c2, keys, tied)


@kernel
def file_consequences(officers: Officers, first: Whole, step: Whole, day: Whole, who: I64, what: I64, keys: U64,
                      tied: U8, cases: AnyArray) -> None:
    """File cases of consequences whose cause has come about.

    Args:
        officers: the officials of consequences.
        first: number of the first resident.
        step: step from which the consequences would hold.
        day: first day of that step.
        who, what: slots and consequences, one a case.
        keys: luck key.
        tied: (residents,) bits of ties to officials.
        cases: written, one a case.
    """
    for n in range(who.size):
        case = cases[n]
        case["who"] = who[n]
        case["due"] = min(day + np.int64(officers.delay[what[n]]), 65_534)
        case["filed"] = step
        case["settled"] = 0
        case["kind"] = CONSEQUENCE
        case["what"] = what[n]
        case["state"] = WAITING
        case["act"] = 0
        case["source"] = 0
        case["truth"] = 0
        case["ref"] = 0
        case["origin"] = first + who[n]
        _draw(officers, case, np.uint64(first + who[n]), np.uint64(0), np.uint64((step << 16) | FILED), keys,
              np.int64(tied[who[n]]))


def quota(per_thousand_year: Fraction | None, residents: int, day: int, end_day: int) -> int:
    """Decisions that the officials of one district can take from one day to another; what is left over is lost."""
    if per_thousand_year is None:
        return 1 << 62
    a_day = per_thousand_year * residents / (1000 * DAYS_IN_YEAR)
    return int(a_day * end_day) - int(a_day * day)


def decided(
    cases: AnyArray, kind: int, before: int, limits: tuple[Fraction | None, ...], size: int, day: int, end_day: int
) -> I64:
    """Numbers of the cases that are decided in a step, district by district.

    Args:
        cases: all cases of a stretch.
        kind: cases of this kind only.
        before: day before which a case must be due.
        limits: decisions per 1,000 residents and year, by what is decided.
        size: residents of the stretch.
        day, end_day: span of the step, over which officials work.
    """
    ready = np.flatnonzero((cases["kind"] == kind) & (cases["state"] == WAITING) & (cases["due"] < before))
    rows = cases[ready]
    district = rows["who"].astype(np.int64) // DISTRICT
    order = np.lexsort((
        rows["source"], rows["ref"], rows["origin"], rows["who"], rows["priority"], rows["filed"], rows["what"],
        district,
    ))  # fmt: skip
    ready, district, what = ready[order], district[order], rows["what"][order].astype(np.int64)
    queue = district * 256 + what
    place = np.arange(queue.size) - np.searchsorted(queue, queue)
    room = np.array([
        quota(limits[w], min(DISTRICT, size - int(d) * DISTRICT), day, end_day)
        for d, w in zip(district, what, strict=True)
    ], dtype=np.int64)  # fmt: skip
    return ready[place < room]
