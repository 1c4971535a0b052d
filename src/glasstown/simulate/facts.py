"""What a run says about itself: the manifest, made from the request, the people and the scheme."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np

from glasstown.compiled.act_codes import act_codes
from glasstown.compiled.index import formulas_of, lowering_acts
from glasstown.compiled.returns import lower_returns
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import (
    KEEP_ALL_UP_TO,
    KEPT_SAMPLE,
    Kept,
    Manifest,
    SchemeFacts,
    SocietyFacts,
)
from glasstown.ledger.model_change import ChangeFacts
from glasstown.ledger.model_process import AppealFacts, ConsentFacts
from glasstown.ledger.model_scores import ScoreFacts
from glasstown.scheme.formula_meaning import asks_others
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_favour import favours_any
from glasstown.simulate.names_facts import names_of
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run_days import first_day_after
from glasstown.society.fifths import FIFTHS
from glasstown.society.population import Population
from glasstown.society.spec import Spec
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
        kept=kept_of(request),
        without=request.without,
        change=_change(request),
        versions=_versions(),
        circumstances={
            "threads": request.threads, "block": request.block, "checkpoint_steps": request.checkpoint_steps
        },
    )


def _change(request: RunRequest) -> ChangeFacts | None:
    change = request.change
    return ChangeFacts(change.without, change.from_day, request.of, change.added) if change or request.of else None


def _consent(scheme: Scheme | None) -> ConsentFacts | None:
    consent = scheme.consents if scheme else None
    if scheme is None or consent is None or consent.kind == "compulsory":
        return None
    return ConsentFacts(consent.kind, int(scheme.subjects.min_age.value), int(consent.back_days.value))


def _appeals(scheme: Scheme | None) -> AppealFacts | None:
    appeal = scheme.process.appeal if scheme else None
    if scheme is None or appeal is None:
        return None
    return AppealFacts(appeal.suspends, lowering_acts(scheme, act_codes(scheme)))


def society_facts(spec: Spec, people: Population) -> SocietyFacts:
    """Which society lived, and the digest of its file where it was given one."""
    text_digest = digest_bytes(spec.text.encode()) if spec.text else ""
    return SocietyFacts(
        spec.name, people.spec_digest, people.digest, province_names(spec), text_digest, _means_of_fifths(people)
    )


def _means_of_fifths(people: Population) -> tuple[int, ...]:
    """Mean income per head of the residents in each fifth, in whole yuan a year."""
    found: list[int] = []
    for fifth in range(FIFTHS):
        incomes = people.income_yuan_year[people.income_fifth == fifth].astype(np.int64)
        found.append(int(incomes.sum()) // incomes.size if incomes.size else 0)
    return tuple(found)


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


def scores_of(scheme: Scheme | None, request: RunRequest) -> tuple[ScoreFacts, ...]:
    """How each score moves, by code."""
    if scheme is None:
        return ()
    ends = [version.from_day for version in scheme.versions if {"grades", "scheme"} & set(version.drop)]
    last = first_day_after(ends, request)
    return tuple(
        ScoreFacts(
            milli(score.start_points), milli(score.low_points), milli(score.high_points), score.cap, score.stack,
            score.kind, last, score.id, score.title, score.hidden, *_returns(scheme, slot), of=score.of,
            by_others=moved_by_others(scheme, slot),
        )
        for slot, score in enumerate(scheme.scores)
    )  # fmt: skip


def moved_by_others(scheme: Scheme, slot: int) -> bool:
    """Whether what others are, do or give moves a score beside points that are shared, or decides what follows."""
    score = scheme.scores[slot]
    if score.rank or (scheme.encounters and not slot):
        return True
    conditions = (row.when for row in (*scheme.rules, *scheme.state_rules) if row.score in {score.id, ""})
    following = (row.when for row in (*scheme.consequences, *scheme.grounds))
    asked = (*formulas_of(score.index), *(root for root in (*conditions, *following) if root is not None))
    return any(asks_others(root) for root in asked)


def _returns(scheme: Scheme, slot: int) -> tuple[int, ...]:
    """How one score goes back to its start: as it is lived."""
    r = lower_returns(scheme)
    return tuple(int(column[slot]) for column in (r.every, r.micro, r.points, r.reset_every, r.reset_first))


def kept_of(request: RunRequest) -> Kept:
    """Whose rows a town keeps, by its size and by what is asked for."""
    if request.people <= KEEP_ALL_UP_TO:
        return Kept("all", request.people, min(request.people, request.lives))
    return Kept("sample", KEPT_SAMPLE, min(KEPT_SAMPLE, request.lives))
