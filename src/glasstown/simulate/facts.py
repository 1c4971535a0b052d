"""What a run says about itself: the manifest, made from the request, the people and the scheme."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import numpy as np

from glasstown.compiled.lower import act_codes
from glasstown.compiled.model import ACT_ROWS
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import (
    KEEP_ALL_UP_TO,
    KEPT_SAMPLE,
    LIVES_SAMPLE,
    ActRow,
    AssociationRow,
    ConsequenceRow,
    GradeRow,
    GroundRow,
    Kept,
    ListRow,
    Manifest,
    Names,
    OverrideRow,
    RuleRow,
    SchemeFacts,
    ScoreFacts,
    SocietyFacts,
    SourceRow,
    VersionRow,
)
from glasstown.ledger.model_holders import HolderRow, SharingRow
from glasstown.ledger.model_process import AppealFacts, ConsentFacts
from glasstown.ledger.model_scores import InferenceRow, StateRow
from glasstown.scheme.model import Override, Rule, Scheme
from glasstown.scheme.model_acts import capacity_numbers
from glasstown.scheme.model_favour import favours_any
from glasstown.scheme.model_lists import Consequence, Version
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run_days import days_of, first_day_after
from glasstown.society.population import Population
from glasstown.society.spec import Spec
from glasstown.vocab.acts import ACTS
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.gauges import GAUGE_CODES
from glasstown.vocab.units import milli

PROGRAM = "glasstown"
ROOMS_OF_THE_ENGINE = ("vocab", "kernels", "scheme", "compiled", "society", "behaviours", "simulate")
LIBRARIES = ("numpy", "numba", "pyarrow")


def manifest_of(request: RunRequest, scheme: Scheme | None, spec: Spec, people: Population, lived: int) -> Manifest:
    """Everything that is known before the first step.

    Args:
        request: what was asked for.
        scheme: the scheme of this world; None for the world without one.
        spec: the society's specification.
        people: the residents.
        lived: residents that are lived (fewer than all where a sample of districts is).
    """
    return Manifest(
        kind="scheme" if scheme else "none",
        scheme=SchemeFacts(scheme.id, scheme.title, digest_bytes(scheme.text.encode())) if scheme else None,
        society=society_facts(spec, people),
        score=next(iter(scores_of(scheme, request)), None),
        further_scores=scores_of(scheme, request)[1:],
        names=names_of(scheme, request),
        appeals=_appeals(scheme),
        consent=_consent(scheme),
        favours=scheme is not None and favours_any(scheme),
        people=request.people,
        residents_lived=lived,
        seed=request.seed,
        replicate=request.replicate,
        start=request.start,
        step_days=request.step_days,
        steps=request.steps,
        horizon_days=request.days,
        baseline=request.baseline if scheme else "none",
        kept=kept_of(request.people),
        without=request.without,
        versions=_versions(),
        circumstances={
            "threads": request.threads, "block": request.block, "checkpoint_steps": request.checkpoint_steps
        },
    )


def _consent(scheme: Scheme | None) -> ConsentFacts | None:
    consent = scheme.consents if scheme else None
    if scheme is None or consent is None or consent.kind == "compulsory":
        return None
    return ConsentFacts(consent.kind, int(scheme.subjects.min_age.value), int(consent.back_days.value))


def _appeals(scheme: Scheme | None) -> AppealFacts | None:
    appeal = scheme.process.appeal if scheme else None
    return AppealFacts(appeal.suspends) if appeal else None


def society_facts(spec: Spec, people: Population) -> SocietyFacts:
    """Which society lived, and the digest of its file where it was given one."""
    text_digest = digest_bytes(spec.text.encode()) if spec.text else ""
    return SocietyFacts(spec.name, people.spec_digest, people.digest, province_names(spec), text_digest)


def _versions() -> dict[str, str]:
    """Program, engine, Python and libraries. No part of any digest of the result."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {PROGRAM: version(PROGRAM), "engine": engine_digest(), "python": platform.python_version(), **libraries}


@cache
def engine_digest() -> str:
    """Digest of every file that decides a result: the rooms up to this one, their tables and schemes."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.blake2b(digest_size=8)
    for room in ROOMS_OF_THE_ENGINE:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in {".py", ".csv"}:
                digest.update(path.relative_to(package).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def province_names(spec: Spec) -> tuple[str, ...]:
    """Names of the provinces, in the order of their codes."""
    return tuple(province.name_en for province in spec.provinces)


def income_fifths(people: Population) -> AnyArray:
    """Fifth of each resident by income per head within the town, 0 the poorest; ties go by number."""
    order = np.argsort(people.income_yuan_year, kind="stable")
    fifths = np.empty(people.people, dtype=np.uint8)
    fifths[order] = np.arange(people.people, dtype=np.int64) * 5 // people.people
    return fifths


_GAUGES: Final = tuple(ActRow(code, name) for name, code in GAUGE_CODES.items() if code >= ACT_ROWS)
"""Gauges whose numbers no act can have."""


def names_of(scheme: Scheme | None, request: RunRequest | None = None) -> Names:
    """What the codes in the tables stand for; ends of overrides are those of a run, where one is given."""
    if scheme is None:
        return Names(acts=(*(ActRow(act.code, act.id) for act in ACTS), *_GAUGES))
    codes, sources = act_codes(scheme), {source.id: s for s, source in enumerate(scheme.sources)}
    grades = {grade.id: g for g, grade in enumerate(scheme.grades, start=1)}
    lists = {one.id: n for n, one in enumerate(scheme.lists)}
    bits = capacity_numbers(scheme.capacities)
    return Names(
        acts=(*(ActRow(code, name) for name, code in codes.items()), *_GAUGES),
        sources=tuple(
            SourceRow(s, source.id, source.context, milli(source.trust.value))
            for s, source in enumerate(scheme.sources)
        ),
        rules=tuple(
            _rule_row(r, rule, codes, sources, scheme.slot_of(rule.score)) for r, rule in enumerate(scheme.rules)
        ),
        grades=tuple(
            GradeRow(
                g, grade.id, grade.label, milli(grade.at_least.value) if grade.at_least else None,
                scheme.slot_of(grade.score),
            )
            for g, grade in enumerate(scheme.grades, start=1)
        ),
        consequences=tuple(
            _consequence_row(
                c, row, bits, grades.get(row.grade, 0), lists.get(row.on_list),
                days_of(scheme, "consequence", row.id, request),
            )
            for c, row in enumerate(scheme.consequences)
        ),
        lists=tuple(ListRow(n, one.id, one.title) for n, one in enumerate(scheme.lists)),
        grounds=tuple(GroundRow(g, row.id, lists[row.on_list]) for g, row in enumerate(scheme.grounds)),
        overrides=tuple(
            _override_row(
                o, row, grades[row.grade], lists.get(row.on_list),
                next(scheme.slot_of(grade.score) for grade in scheme.grades if grade.id == row.grade),
                days_of(scheme, "override", row.id, request),
            )
            for o, row in enumerate(scheme.overrides)
        ),
        inferences=tuple(InferenceRow(i, row.id, row.title) for i, row in enumerate(scheme.inferences)),
        state_rules=tuple(StateRow(s, row.id, milli(row.points.value)) for s, row in enumerate(scheme.state_rules)),
        versions=tuple(
            VersionRow(v, one.id, bool({"grades", "scheme"} & set(one.drop)), _overrides_ended(scheme, one),
                       one.from_figure is None)
            for v, one in enumerate(scheme.versions)
        ),
        associations=tuple(AssociationRow(a, row.id, row.tie) for a, row in enumerate(scheme.associations)),
        holders=_holder_rows(scheme),
        sharings=_sharing_rows(scheme),
    )


def _holder_rows(scheme: Scheme) -> tuple[HolderRow, ...]:
    return tuple(HolderRow(h, row.id, row.title, row.foreign) for h, row in enumerate(scheme.holding.holders, 1))


def _sharing_rows(scheme: Scheme) -> tuple[SharingRow, ...]:
    holding = scheme.holding
    return tuple(
        SharingRow(s, row.id, holding.number_of(row.source), holding.number_of(row.to), row.way)
        for s, row in enumerate(holding.sharings)
    )


def _consequence_row(
    number: int, row: Consequence, bits: Mapping[str, int], grade: int, on_list: int | None,
    days: tuple[int, int | None],
) -> ConsequenceRow:
    return ConsequenceRow(
        number, row.id, grade, _bits(row.deny, bits), _bits(row.favour, bits), row.notice, on_list, dict(row.degree),
        row.scope, row.through, row.decision is not None or row.when is not None, *days, row.recipient,
    )  # fmt: skip


def _override_row(
    number: int, row: Override, grade: int, on_list: int | None, score: int, days: tuple[int, int | None]
) -> OverrideRow:
    within = int(row.within_days.value) if row.within_days else None
    return OverrideRow(number, row.id, grade, int(row.count.value), within, on_list, days[1], score, days[0])


def _overrides_ended(scheme: Scheme, version: Version) -> tuple[int, ...]:
    whole = bool({"overrides", "scheme"} & set(version.drop))
    return tuple(o for o, row in enumerate(scheme.overrides) if whole or row.id in version.drop_overrides)


def _rule_row(number: int, rule: Rule, codes: dict[str, int], sources: dict[str, int], score: int) -> RuleRow:
    return RuleRow(
        code=number,
        id=rule.id,
        act=codes[rule.act],
        points_low_milli=milli(rule.points[0]),
        points_high_milli=milli(rule.points[1]),
        sources=tuple(sources[name] for name in rule.sources),
        expires_days=int(rule.expires_days.value) if rule.expires_days else None,
        repeat_count=rule.repeat.count if rule.repeat else None,
        repeat_within_days=rule.repeat.within_days if rule.repeat else None,
        per_days=int(rule.per_days.value) if rule.per_days else None,
        group=rule.group,
        group_days=int(rule.group_days.value) if rule.group_days else None,
        score=score,
        agree_count=int(rule.agree.count.value) if rule.agree else None,
        agree_days=int(rule.agree.within_days.value) if rule.agree else None,
        agree_trust_milli=milli(rule.agree.trust.value) if rule.agree else 0,
    )


def scores_of(scheme: Scheme | None, request: RunRequest) -> tuple[ScoreFacts, ...]:
    """How each score moves, by code."""
    if scheme is None:
        return ()
    ends = [version.from_day for version in scheme.versions if {"grades", "scheme"} & set(version.drop)]
    last = first_day_after(ends, request)
    return tuple(
        ScoreFacts(
            milli(score.start_points), milli(score.low_points), milli(score.high_points), score.cap, score.stack,
            score.kind, last, score.id, score.title, score.hidden,
        )
        for score in scheme.scores
    )  # fmt: skip


def _bits(capacities: tuple[str, ...], numbers: Mapping[str, int]) -> int:
    return sum(numbers[name] for name in set(capacities) if name in numbers)


def kept_of(people: int) -> Kept:
    """Whose rows a town of this size keeps."""
    if people <= KEEP_ALL_UP_TO:
        return Kept("all", people, min(people, LIVES_SAMPLE))
    return Kept("sample", KEPT_SAMPLE, LIVES_SAMPLE)
