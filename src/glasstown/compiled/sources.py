"""The tables of the sources: what they see, how well, of whom, how late."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.model import ACT_ROWS, PER_ACT, SourceTables
from glasstown.kernels.tables import delay_quantiles, probability_words
from glasstown.scheme.model import Scheme, Source
from glasstown.vocab.codes import WATCH_CLASSES, Group
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.geography import CELL
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import DAYS_IN_YEAR

MOST_CANDIDATES: Final = 16
"""Expected false records of one act by one source in a cell in one step; 64 are drawn at most."""

MATCHES: Final = ("id-code", "name", "description")
"""By what a source takes somebody for the right person, in the order of their numbers."""


def lower_sources(
    scheme: Scheme, codes: Mapping[str, int], sightable: Mapping[str, Decimal], faults: list[Diagnostic]
) -> SourceTables:
    """Lower all sources; faults that only numbers can show are added to `faults`."""
    number = len(scheme.sources)
    detect_high = np.zeros((ACT_ROWS, PER_ACT, WATCH_CLASSES), dtype=np.uint64)
    detect_low = np.zeros_like(detect_high)
    seen_by = np.zeros((ACT_ROWS, PER_ACT), dtype=np.uint8)
    seen_count = np.zeros(ACT_ROWS, dtype=np.uint8)
    alleges = np.zeros((number, 256), dtype=np.uint8)
    for s, source in enumerate(scheme.sources):
        for act in source.sees:
            row = codes[act]
            slot = int(seen_count[row])
            seen_by[row, slot] = s
            seen_count[row] = slot + 1
            alleges[s, row] = 1
            for w, factor in enumerate(watch_factors(source)):
                chance = _detection(source, act, factor, sightable, faults)
                detect_high[row, slot, w], detect_low[row, slot, w] = probability_words(chance)
    wrong = [probability_words(Fraction(source.wrong_person.value)) for source in scheme.sources]
    return SourceTables(
        digest=np.array([name_digest(source.id) for source in scheme.sources], dtype=np.uint32),
        match=np.array([MATCHES.index(source.match) for source in scheme.sources], dtype=np.uint8),
        delay=np.array(
            [delay_quantiles(source.delay_days.value, source.delay) for source in scheme.sources], dtype=np.uint16
        ).reshape(number, 256),
        wrong_high=np.array([high for high, _ in wrong], dtype=np.uint64),
        wrong_low=np.array([low for _, low in wrong], dtype=np.uint64),
        seen_by=seen_by,
        seen_count=seen_count,
        detect_high=detect_high,
        detect_low=detect_low,
        alleges=alleges,
        false_per_year=tuple(
            tuple(Fraction(source.false_per_year.value) * factor for factor in watch_factors(source))
            for source in scheme.sources
        ),
    )


def check_false_sightings(scheme: Scheme, step_days: int, faults: list[Diagnostic]) -> None:
    """Refuse a source whose streams of false sightings, one a cell and act, would be too long for one step."""
    for source in scheme.sources:
        most = max(watch_factors(source)) * Fraction(source.false_per_year.value)
        expected = CELL * most * Fraction(step_days, DAYS_IN_YEAR)
        if expected > MOST_CANDIDATES:
            allowed = Fraction(MOST_CANDIDATES * DAYS_IN_YEAR, CELL * step_days)
            faults.append(
                Diagnostic(
                    "LIM-false-sightings",
                    f'source "{source.id}" invents up to {float(most):.3g} records a year of each act; '
                    f"at most {float(allowed):.3g} in steps of {step_days} days",
                    why=f"{CELL} neighbours can be accused of one act by one source at most 64 times in a step",
                    fix="lower false_per_year or its multipliers in watch, or run with a shorter step",
                    span=source.span,
                )
            )


def watch_factors(source: Source) -> tuple[Fraction, ...]:
    """How closely the source watches each watch class (group x urban), as factors of its detection."""
    watch = source.watch
    by_group = {Group.MAJORITY: watch.majority, Group.MINORITY_A: watch.minority_a, Group.MINORITY_B: watch.minority_b}
    by_place = (watch.rural, watch.urban)
    return tuple(Fraction(by_group[group].value) * Fraction(place.value) for group in Group for place in by_place)


def _detection(
    source: Source, act: str, factor: Fraction, sightable: Mapping[str, Decimal], faults: list[Diagnostic]
) -> Fraction:
    chance = Fraction(source.detection.value) * factor
    share = Fraction(sightable.get(act, Decimal(1)))
    if chance <= share:
        return chance / share
    code = "LIM-sightable" if act in sightable else "LIM-detection"
    message = (
        f'source "{source.id}" detects {float(chance):.4g} of the acts "{act}"; at most {float(share):.4g} can be seen'
    )
    if not any(fault.message == message for fault in faults):
        faults.append(
            Diagnostic(
                code,
                message,
                why="only the share of frequent acts that could be seen is drawn, and no chance exceeds one",
                fix="lower the detection, or the multiplier of the group or place that is watched most",
                span=source.span,
            )
        )
    return Fraction(1)
