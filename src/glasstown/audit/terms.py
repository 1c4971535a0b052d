"""The terms of a run: what decides the grade of each of its scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from glasstown.audit.spans import Spans, merge
from glasstown.ledger.model import Manifest
from glasstown.ledger.model_names import OverrideRow, RepairRow, RuleRow
from glasstown.ledger.model_scores import GradeRow, ScoreFacts
from glasstown.vocab.names import name_digest

OFFICIAL: Final = "official"


@dataclass(frozen=True, slots=True)
class Terms:
    """What of a scheme decides the grade of one score, which grades harm, and the day on which a version ends them.

    `code` is that of the score, and `others` are the terms of the scores beside the first.
    """

    score: ScoreFacts
    rules: Mapping[int, RuleRow]
    grades: tuple[GradeRow, ...]
    denying: frozenset[int]
    source_digests: tuple[int, ...]
    step_days: int
    steps: int
    horizon_days: int
    grades_end_day: int | None = None
    held_up: frozenset[int] = frozenset()
    """Grades of which something passes an official, hits others, or waits: the ledger may have fewer days of it."""
    overrides: tuple[OverrideRow, ...] = ()
    code: int = 0
    others: tuple[Terms, ...] = ()
    denying_days: Mapping[int, Spans] = field(default_factory=dict[int, Spans])
    """By grade that harms: the days on which something harmful follows from it; all days where nothing is said."""
    trusts: tuple[int, ...] = ()
    """How much each source counts where a rule asks for trust, in thousandths."""
    voted: Mapping[int, Mapping[int, int]] = field(default_factory=dict[int, Mapping[int, int]])
    """By rule: thousandths of a point that were voted, by the first day from which they hold."""
    repairs: Mapping[int, RepairRow] = field(default_factory=dict[int, RepairRow])

    def points_of(self, rule: RuleRow, day: int) -> int:
        """Points of a rule of which an official has no choice, in thousandths, on a day."""
        days = self.voted.get(rule.code, {})
        last = max((one for one in days if one <= day), default=None)
        return rule.points_low_milli if last is None else days[last]

    def days_denying(self, grade: int) -> Spans:
        """The days on which a grade harms."""
        return self.denying_days.get(grade, ((0, self.horizon_days),))

    def of_nobody_in_office(self) -> Terms:
        """These terms for a resident who holds no office: no score of officials takes anything."""
        mine = self if self.score.of != OFFICIAL else replace(self, denying=frozenset())
        return replace(mine, others=tuple(other.of_nobody_in_office() for other in self.others))

    def ranks(self) -> frozenset[int]:
        """Codes of the scores that are ranks."""
        return frozenset(one.code for one in (self, *self.others) if one.score.kind == "rank")

    def denying_only(self, grade: int) -> Terms:
        """These terms where one grade alone harms."""
        one = frozenset((grade,))
        return replace(self, denying=one, others=tuple(replace(other, denying=one) for other in self.others))


def terms_of(manifest: Manifest) -> Terms | None:
    """The terms of a run, by the scores of residents; None where they have none."""
    each = [_terms_of_score(manifest, code, score) for code, score in enumerate(manifest.resident_scores)]
    return replace(each[0], others=tuple(each[1:])) if each else None


def terms_of_kind(manifest: Manifest, kind: str) -> tuple[Terms, ...]:
    """The terms of each score of one kind of organisation."""
    return tuple(_terms_of_score(manifest, code, one) for code, one in enumerate(manifest.scores) if one.of == kind)


def _terms_of_score(manifest: Manifest, code: int, score: ScoreFacts) -> Terms:
    names = manifest.names
    rules = {rule.code: rule for rule in names.rules}
    denying = frozenset(row.grade for row in names.consequences if row.harms and row.grade)
    days = (manifest.step_days, manifest.steps, manifest.horizon_days, score.grades_end_day)
    digests = tuple(name_digest(source.id) for source in names.sources)
    others = [row for row in names.consequences if row.harms and row.grade and (row.waits or row.scope != "self")]
    held_up = frozenset(row.grade for row in others)
    if manifest.appeals is not None and manifest.appeals.suspends:
        held_up = denying
    grades = tuple(row for row in names.grades if row.score == code)
    overrides = tuple(row for row in names.overrides if row.score == code)
    return Terms(
        score, rules, grades, denying, digests, *days, held_up, overrides, code, (), _denying_days(manifest, denying),
        trusts=tuple(source.trust_milli for source in names.sources),
        repairs={row.code: row for row in names.repairs},
    )  # fmt: skip


def _denying_days(manifest: Manifest, denying: frozenset[int]) -> dict[int, Spans]:
    """When something harmful follows from each grade from which it does."""
    end = manifest.horizon_days
    rows = [row for row in manifest.names.consequences if row.harms]
    return {
        grade: merge((row.start_day, end if row.end_day is None else row.end_day) for row in rows if row.grade == grade)
        for grade in denying
    }
