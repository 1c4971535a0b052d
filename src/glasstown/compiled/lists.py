"""The tables of lists and grounds: which record lists whom, for how long, and what gets them off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from glasstown.compiled.by_act import by_act
from glasstown.compiled.favour import lower_decision_favours
from glasstown.compiled.model import ACT_ROWS
from glasstown.compiled.model_lists import DecisionTables, GroundTables, ListTables
from glasstown.compiled.rules import source_bits
from glasstown.compiled.states import of_grounds
from glasstown.kernels.tables import probability_words
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Decision, Ground
from glasstown.scheme.punishing import punishing_lists
from glasstown.vocab.arrays import I32, U8
from glasstown.vocab.evidence import Figure
from glasstown.vocab.names import name_digest
from glasstown.vocab.units import DAYS_IN_YEAR


def lower_lists(scheme: Scheme) -> ListTables:
    """Lower all lists."""
    punishing = punishing_lists(scheme)
    return ListTables(
        digest=np.array([name_digest(one.id) for one in scheme.lists], dtype=np.uint32),
        punishes=np.array([one.id in punishing for one in scheme.lists], dtype=np.uint8),
    )


def lower_grounds(scheme: Scheme, codes: Mapping[str, int], tallies: int) -> GroundTables:
    """Lower all grounds.

    Args:
        scheme: the scheme.
        codes: numbers of all acts.
        tallies: counts of repeats that the rules keep; those of the grounds are numbered after them.
    """
    grounds = scheme.grounds
    lists = {one.id: number for number, one in enumerate(scheme.lists)}
    sources = {source.id: s for s, source in enumerate(scheme.sources)}
    rows: list[list[int]] = [[] for _ in range(ACT_ROWS)]
    for g, ground in enumerate(grounds):
        for act in ground.acts:
            rows[codes[act]].append(g)
    refusing = [probability_words(_chance(ground.exit_override)) for ground in grounds]
    counting = sorted((g for g, ground in enumerate(grounds) if ground.repeat is not None), key=lambda g: grounds[g].id)
    return GroundTables(
        digest=np.array([name_digest(ground.id) for ground in grounds], dtype=np.uint32),
        case=np.array([name_digest(_case(ground)) for ground in grounds], dtype=np.uint32),
        on_list=np.array([lists[ground.on_list] for ground in grounds], dtype=np.uint8),
        holder=np.array([scheme.holding.number_of(_kept_by(scheme, ground)) for ground in grounds], dtype=np.uint8),
        **by_act(rows),
        sources=np.array([source_bits(ground.sources, sources) for ground in grounds], dtype=np.uint64),
        tally=_days([tallies + counting.index(g) if ground.repeat else -1 for g, ground in enumerate(grounds)]),
        repeat=_days([ground.repeat.count if ground.repeat else 1 for ground in grounds]),
        within=_days([ground.repeat.within_days if ground.repeat else -1 for ground in grounds]),
        min_age_days=_days([int(ground.min_age.value) * DAYS_IN_YEAR for ground in grounds]),
        entry=_days([ground.entry.days for ground in grounds]),
        entry_working=np.array([ground.entry.kind == "working-days" for ground in grounds], dtype=np.uint8),
        term=_days([_whole(ground.term_days) for ground in grounds]),
        extend=_days([_whole(ground.extend_by_days) for ground in grounds]),
        longest=_days([_whole(ground.longest_days) for ground in grounds]),
        extends=_acts([ground.extend_acts for ground in grounds], codes),
        exits=_acts([ground.exit_acts for ground in grounds], codes),
        exit_sources=np.array([_seen_by(ground, sources) for ground in grounds], dtype=np.uint64),
        exit=_days([ground.exit.days for ground in grounds]),
        exit_working=np.array([ground.exit.kind == "working-days" for ground in grounds], dtype=np.uint8),
        refuse_high=np.array([high for high, _ in refusing], dtype=np.uint64),
        refuse_low=np.array([low for _, low in refusing], dtype=np.uint64),
        decision=lower_decisions([ground.decision for ground in grounds]),
        when=of_grounds(scheme),
    )


def _kept_by(scheme: Scheme, ground: Ground) -> str:
    """The holder who keeps the list of a ground; "" is the scorer."""
    return next((one.holder for one in scheme.lists if one.id == ground.on_list), "")


def _chance(figure: Figure | None) -> Fraction:
    return Fraction(figure.value) if figure else Fraction(0)


def _case(ground: Ground) -> str:
    """The ground by whose luck one is decided: its own, or that of another which the same official decides with it."""
    return (ground.decision.same_case_as if ground.decision else "") or ground.id


def lower_decisions(decisions: Sequence[Decision | None], gives: Sequence[bool] = ()) -> DecisionTables:
    """Lower the officials of all grounds, or of all consequences; some of those `gives` what others are refused."""
    chances = [one.override.value if one else Decimal(0) for one in decisions]
    words = [probability_words(Fraction(one.override.value) if one else 0) for one in decisions]
    return DecisionTables(
        officer=np.array([one is not None for one in decisions], dtype=np.uint8),
        delay=_days([one.delay_days if one else 0 for one in decisions]),
        override_high=np.array([high for high, _ in words], dtype=np.uint64),
        override_low=np.array([low for _, low in words], dtype=np.uint64),
        favoured=lower_decision_favours(
            chances, [one.favour if one else () for one in decisions], gives or [False] * len(decisions)
        ),
        per_thousand_year=tuple(
            Fraction(one.per_thousand_year.value) if one and one.per_thousand_year else None for one in decisions
        ),
    )


def _days(values: Sequence[int]) -> I32:
    return np.array(values, dtype=np.int32)


def _whole(figure: Figure | None) -> int:
    return int(figure.value) if figure else -1


def _acts(named: Sequence[tuple[str, ...]], codes: Mapping[str, int]) -> U8:
    table = np.zeros((len(named), ACT_ROWS), dtype=np.uint8)
    for row, names in enumerate(named):
        table[row, [codes[name] for name in names]] = 1
    return table


def _seen_by(ground: Ground, numbers: Mapping[str, int]) -> int:
    return source_bits(ground.exit_seen_by, numbers) if ground.exit_seen_by else 0
