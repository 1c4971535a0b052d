"""From a scheme's text to its tables, one function a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from glasstown.compiled.act_codes import act_codes
from glasstown.compiled.acts import lower_acts, lower_declared
from glasstown.compiled.consent import lower_consent
from glasstown.compiled.consequences import lower_consequences
from glasstown.compiled.counted_acts import counted_acts
from glasstown.compiled.fits import lower_refit
from glasstown.compiled.grades import lower_grades
from glasstown.compiled.holders import lower_holders
from glasstown.compiled.index import lower_counts, lower_index
from glasstown.compiled.inferences import lower_inferences
from glasstown.compiled.lists import lower_grounds, lower_lists
from glasstown.compiled.meters import lower_meters
from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.organisations import lower_organisations
from glasstown.compiled.overrides import lower_overrides
from glasstown.compiled.peer import lower_peer
from glasstown.compiled.periods import lower_periods
from glasstown.compiled.politics import lower_politics
from glasstown.compiled.process import lower_appeals
from glasstown.compiled.quantities import lower_quantities
from glasstown.compiled.repairs import lower_repairs
from glasstown.compiled.rules import lower_rules
from glasstown.compiled.scores import lower_scores
from glasstown.compiled.source_limits import source_limits
from glasstown.compiled.sources import lower_sources
from glasstown.compiled.states import (
    first_of_index,
    first_of_inferences,
    first_of_votes,
    lower_conditions,
    lower_states,
)
from glasstown.compiled.subjects import lower_subjects
from glasstown.compiled.ties import lower_associations
from glasstown.compiled.votes import lower_votes
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import USUAL_START
from glasstown.scheme.watchfulness import watchfulness_of
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.society_watch import AS_WRITTEN, SocietyWatch


def compile_scheme(
    scheme: Scheme,
    *,
    sightable: Mapping[str, Decimal],
    step_days: int,
    society: SocietyWatch = AS_WRITTEN,
    start: dt.date = USUAL_START,
) -> CompiledScheme:
    """Compile a scheme.

    Args:
        scheme: a scheme without faults.
        sightable: for acts committed often, the share that any source could see (by act name).
        step_days: length of a step.
        society: what the society says of being watched.
        start: date of day 0, from which dates in the scheme are counted.

    Raises:
        InputFaultsError: the scheme asks for more than the engine can do; all such faults at once.
    """
    faults = source_limits(watchfulness_of(scheme), sightable=sightable, step_days=step_days, society=society)
    if faults:
        raise InputFaultsError(faults)
    codes = act_codes(scheme)
    sources = lower_sources(scheme, codes, sightable, step_days, society)
    rules = lower_rules(scheme, codes)
    repairs = lower_repairs(scheme, codes, rules.tallies)
    overrides = lower_overrides(scheme, codes, rules.tallies + repairs.tallies)
    grounds = lower_grounds(scheme, codes, rules.tallies + repairs.tallies + overrides.tallies)
    formulas = lower_conditions(scheme, start)
    index, peer = lower_index(scheme, first_of_index(scheme), codes), lower_peer(scheme, codes)
    score, scores = scheme.score, lower_scores(scheme)
    return CompiledScheme(
        scores=scores,
        stacks_by_act=score is None or score.stack == "act",
        has_score=score is not None,
        subjects=lower_subjects(scheme),
        sources=sources,
        rules=rules,
        repairs=repairs,
        associations=lower_associations(scheme),
        overrides=overrides,
        formulas=formulas,
        counts=lower_counts(formulas, codes),
        meters=lower_meters(scheme),
        inferences=lower_inferences(scheme, first_of_inferences(scheme)),
        index=index,
        states=lower_states(scheme),
        quantities=lower_quantities(scheme),
        grades=lower_grades(scheme),
        lists=lower_lists(scheme),
        grounds=grounds,
        consequences=lower_consequences(scheme),
        appeals=lower_appeals(scheme),
        holders=lower_holders(scheme),
        consent=lower_consent(scheme, step_days),
        politics=lower_politics(scheme),
        votes=lower_votes(scheme, first_of_votes(scheme), codes),
        fits=lower_refit(scheme, codes),
        peer=peer,
        organisations=lower_organisations(scheme, sources),
        declared=lower_declared(scheme),
        own=lower_acts(scheme, codes),
        counted=counted_acts(rules, grounds, scores.moved_as, index, peer),
        shown=_is_shown(scheme),
        periods=lower_periods(scheme, start),
    )


def _is_shown(scheme: Scheme) -> bool:
    """Whether the first score of residents is a number that anybody can look up."""
    score = scheme.score
    if score is None or score.hidden or score.of != "resident":
        return False
    return scheme.published and (score.index is None or score.index.kind == "index")
