"""The tables of the sources: what they see, how well, of whom, how late."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

import numpy as np

from glasstown.compiled.looks import lower_looks
from glasstown.compiled.model import ACT_ROWS, PER_ACT, SourceTables
from glasstown.compiled.watch_classes import chance_seen, detection, invention, watch_classes
from glasstown.kernels.tables import delay_quantiles, probability_words
from glasstown.scheme.model import Scheme
from glasstown.vocab.names import name_digest
from glasstown.vocab.society_watch import SocietyWatch

MATCHES: Final = ("id-code", "name", "description")
"""By what a source takes somebody for the right person, in the order of their numbers."""


def lower_sources(
    scheme: Scheme, codes: Mapping[str, int], sightable: Mapping[str, Decimal], step_days: int, society: SocietyWatch
) -> SourceTables:
    """Lower all sources; what exceeds a limit was refused before (`compiled.source_limits`)."""
    number = len(scheme.sources)
    classes = watch_classes((source.watch for source in scheme.sources), society)
    false_per_year: dict[tuple[int, int], tuple[Fraction, ...]] = {}
    detect_high = np.zeros((ACT_ROWS, PER_ACT, len(classes.members)), dtype=np.uint64)
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
            share = Fraction(sightable.get(act, Decimal(1)))
            seen = detection(Fraction(source.detection.value), source.watch, act, society)
            invented = invention(Fraction(source.false_per_year.value), source.watch, act, society)
            for w, kind in enumerate(classes.members):
                chance = chance_seen(source, seen(kind), share)
                detect_high[row, slot, w], detect_low[row, slot, w] = probability_words(chance)
            false_per_year[s, row] = tuple(invented(kind) for kind in classes.members)
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
        false_per_year=false_per_year,
        class_of_kind=classes.of_kind,
        looks=lower_looks(scheme.sources, codes, sightable, step_days, society, classes.members),
        own_word=tuple(Fraction(one.detection.value) if one.own_word else Fraction(0) for one in scheme.sources),
    )
