"""The tables of agreement: which tally counts the records of which source for which rule."""

from __future__ import annotations

import numpy as np

from glasstown.compiled.model_agree import AgreementTables
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_rules import Rule
from glasstown.scheme.model_sources import Source
from glasstown.vocab.units import milli


def lower_agreement(scheme: Scheme, first: int) -> AgreementTables:
    """Lower what rules ask of several sources.

    Args:
        scheme: a scheme without faults.
        first: number of the first tally that is free; they are given out by the names of rules and sources.
    """
    rules, sources = scheme.rules, scheme.sources
    tally = np.full((len(rules), len(sources)), -1, np.int32)
    pairs = sorted(
        (rule.id, source.id, r, s)
        for r, rule in enumerate(rules)
        for s, source in enumerate(sources)
        if rule.agree and feeds(source, rule)
    )
    for number, (_, _, r, s) in enumerate(pairs):
        tally[r, s] = first + number
    asked = [rule.agree for rule in rules]
    return AgreementTables(
        tally=tally,
        count=np.array([int(one.count.value) if one else 1 for one in asked], np.int32),
        within=np.array([int(one.within_days.value) if one else -1 for one in asked], np.int32),
        trusted=np.array([milli(one.trust.value) if one else 0 for one in asked], np.int64),
        trust=np.array([milli(source.trust.value) for source in sources], np.int64),
        tallies=len(pairs),
    )


def feeds(source: Source, rule: Rule) -> bool:
    """Whether a rule may get records of its act from a source."""
    acts = {*source.sees, *([source.wrong_act.taken_for] if source.wrong_act else [])}
    return rule.act in acts and (not rule.sources or source.id in rule.sources)
