"""Punished: at least one day on a list that punishes, or of a consequence that denies something or makes it worse.

Which lists punish is said in `audit.listings`: those from which harm follows, and those that only publish names.
Everybody punished has one cause, and `audit.causes` says which. The acts stay as they were lived: what somebody would
have done otherwise is the question of the what-if, not of this count.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.case import Case
from glasstown.audit.causes import BY_RANK, BY_STATE, OWN, THROUGH_OTHERS, WRONGLY
from glasstown.audit.contract import Finding, found, per_1000, undefined
from glasstown.ledger.model import Manifest

_TITLES: Final = (
    ("punished", "Punished", None, "{count} of {n} subjects were punished on at least one day."),
    ("punished-own-acts", "Punished for own acts", OWN, "{count} of them were punished for what they did."),
    (
        "punished-for-states",
        "Punished for what is so of them",
        BY_STATE,
        (
            "{count} of them were punished for what is so of them, such as age, illness, poverty or where everybody "
            "starts: what they did would not have brought it."
        ),
    ),
    (
        "punished-wrongly",
        "Punished wrongly",
        WRONGLY,
        "{count} of them were punished wrongly: true records alone would not have brought them there.",
    ),
    (
        "punished-through-others",
        "Punished through others",
        THROUGH_OTHERS,
        "{count} of them were punished through others.",
    ),
)

_OF_RANKS: Final = (
    "{count} of them were punished by rank alone: ranks are not worked out anew without untrue records, so no cause is "
    "told, and no day under a rank counts as wrongful."
)
_BY_RANK: Final = (
    "punished-by-rank",
    "Punished by rank, cause not told",
    BY_RANK,
    _OF_RANKS,
)
"""Where a scheme ranks residents: those of whom no cause is told."""

_NO_EDGE: Final = (
    " The scheme has no consequence that reaches one person through another, nobody shares points, and nobody's score "
    "moves anybody else's."
)
_RATE_UNIT: Final = "residents per 1,000 subjects"


def punished_by_cause(case: Case) -> tuple[Finding, ...]:
    """How many residents were punished, and why."""
    if not case.has_scheme:
        reason = "this is the world without a scheme"
        return tuple(undefined(slug, title, "residents", 0, reason) for slug, title, _, _ in _TITLES)
    n, count = case.subjects, _subjects(case)
    ranks = any(score.kind == "rank" for score in case.worlds.scheme.manifest.resident_scores)
    findings = [_count(case, *row) for row in (*_TITLES, *((_BY_RANK,) if ranks else ()))]
    rate = "{value} of every 1,000 subjects were punished ({count} of {n})."
    findings.append(per_1000("punished-rate", "Share of subjects punished", count, n, _RATE_UNIT, rate))
    return tuple(findings)


def _subjects(case: Case) -> int:
    """Subjects who were punished; a consequence can reach others too, such as the children of the listed."""
    return case.punished_people()["cause"].drop_nulls().len()


def _count(case: Case, slug: str, title: str, cause: str | None, sentence: str) -> Finding:
    """Residents punished for one cause, of all whose rows are kept."""
    n = case.subjects
    punished = case.punished if cause is None else case.punished.filter(case.punished["cause"] == cause)
    text = sentence.format(count=f"{punished.height:,}", n=f"{n:,}")
    if cause is None and (others := punished.height - _subjects(case)):
        text = (
            f"{punished.height:,} residents were punished on at least one day: {_subjects(case):,} of {n:,} subjects, "
            f"and {others:,} whom the scheme does not cover, such as children of the listed or who answers for a firm."
        )
    if cause == THROUGH_OTHERS and not punished.height and not _reaches_others(case.worlds.scheme.manifest):
        text += _NO_EDGE
    return found(slug, title, punished.height, "residents", case.people.height, text)


def _reaches_others(manifest: Manifest) -> bool:
    """Whether anything of a scheme can reach one resident through another: a share, a scope, stars, scores, a tie."""
    names = manifest.names
    return (
        bool(names.associations)
        or manifest.favours
        or any(row.scope != "self" for row in names.consequences)
        or any(score.by_others for score in manifest.scores)
    )
