"""The tables of firms and governments, from a scheme's text."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.act_codes import act_codes
from glasstown.compiled.model import SourceTables
from glasstown.compiled.model_organisations import OrganisationTables
from glasstown.compiled.watch_classes import chance_seen
from glasstown.kernels.tables import probability_words
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Consequence
from glasstown.scheme.model_sources import Source
from glasstown.vocab.arrays import I8, U64
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisation_acts import (
    FIRST_OF_ORGANISATIONS,
    KIND_OF_ACT,
    is_of_organisations,
)
from glasstown.vocab.organisation_terms import INSPECTION_FACTORS, ORGANISATION_CAPACITY_BITS, ORGANISATION_DEGREES
from glasstown.vocab.organisations import KINDS, OrganisationDegree

FACTORS: Final = tuple(Fraction(factor) for _, factor in sorted(INSPECTION_FACTORS.items()))
"""Factor of each inspection level, from -3 to 3."""

OF_THEMSELVES: Final = ("self", "household", "children")
THROUGH: Final = ("", "officers", "officials")
DEGREE_CODES: Final = {name: code for name, code, _ in ORGANISATION_DEGREES}


def lower_organisations(scheme: Scheme, sources: SourceTables) -> OrganisationTables:
    """Lower what is about organisations; `sources` are those of the scheme, lowered."""
    rows = scheme.consequences
    high, low = _detection(scheme, sources)
    deny, favour = [_bits(row.deny) for row in rows], [_bits(row.favour) for row in rows]
    degree = _terms(rows)
    reach = [bool(d or f or t.any()) for d, f, t in zip(deny, favour, degree, strict=True)]
    return OrganisationTables(
        kinds=tuple(kind in scheme.organisations for kind in KINDS),
        detect_high=high,
        detect_low=low,
        false_per_year=_false_records(scheme),
        named={code: name_digest(name) for name, code in act_codes(scheme).items() if is_of_organisations(code)},
        deny=np.array(deny, np.uint64),
        favour=np.array(favour, np.uint64),
        degree=degree,
        hits=np.array([hit and row.scope in ("self", "firms") for hit, row in zip(reach, rows, strict=True)], np.uint8),
        residents=np.array([row.scope in OF_THEMSELVES and _takes_from_residents(row) for row in rows], np.uint8),
        through=np.array([THROUGH.index(row.scope) if row.scope in THROUGH else 0 for row in rows], np.uint8),
    )


def _factors(source: Source) -> tuple[Fraction, ...]:
    """How closely a source looks at organisations of each class: firms without sensors and with, and governments."""
    by_level = FACTORS if source.inspects else (Fraction(1),) * len(FACTORS)
    government = Fraction(0) if source.sensors else Fraction(1)
    return (*(Fraction(0) if source.sensors else factor for factor in by_level), *by_level, government)


def _false_records(scheme: Scheme) -> dict[tuple[int, int], tuple[Fraction, ...]]:
    """False records a year by class: what governments do is alleged of governments, what firms do of firms."""
    found: dict[tuple[int, int], tuple[Fraction, ...]] = {}
    codes, kinds = act_codes(scheme), KIND_OF_ACT | {act.id: act.by for act in scheme.business}
    for s, source in enumerate(scheme.sources):
        for act in (one for one in source.sees if one in kinds):
            rates = [Fraction(source.false_per_year.value) * factor for factor in _factors(source)]
            last = len(rates) - 1
            found[s, codes[act]] = tuple(
                rate if (one == last) == (kinds[act] == "government") else Fraction(0) for one, rate in enumerate(rates)
            )
    return found


def _detection(scheme: Scheme, sources: SourceTables) -> tuple[U64, U64]:
    """Chance of detection of every act of organisations, by class; no source sees more than all."""
    acts, places = sources.seen_by.shape
    high = np.zeros((acts, places, 2 * len(FACTORS) + 1), np.uint64)
    low = np.zeros_like(high)
    for act in range(FIRST_OF_ORGANISATIONS, acts):
        for place in range(int(sources.seen_count[act])):
            source = scheme.sources[int(sources.seen_by[act, place])]
            for one, factor in enumerate(_factors(source)):
                chance = chance_seen(source, Fraction(source.detection.value) * factor) if factor else Fraction(0)
                high[act, place, one], low[act, place, one] = probability_words(chance)
    return high, low


def _bits(names: tuple[str, ...]) -> int:
    return sum(int(ORGANISATION_CAPACITY_BITS[name]) for name in set(names) if name in ORGANISATION_CAPACITY_BITS)


def _terms(rows: tuple[Consequence, ...]) -> I8:
    levels = np.zeros((len(rows), len(OrganisationDegree)), np.int8)
    for c, row in enumerate(rows):
        for name, level in row.terms:
            levels[c, int(DEGREE_CODES[name])] = level
    return levels


def _takes_from_residents(row: Consequence) -> bool:
    return bool(row.degree or row.brings) or any(
        name not in ORGANISATION_CAPACITY_BITS for name in (*row.deny, *row.favour)
    )
