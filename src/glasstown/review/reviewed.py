"""The review of one scheme: every rule asked, every answer with its place, its weight and whether it is allowed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from glasstown.review.allowances import Allowance, read_allowances
from glasstown.review.case import Case
from glasstown.review.catalogue import CODES, RULES
from glasstown.review.contract import FAILS, PASSES, SEVERITIES, VERDICTS, Answer, At
from glasstown.review.faults import unknown_code
from glasstown.review.packs import Pack, packs_named, references_in, severity_in
from glasstown.review.rule import Reference, Rule, answers
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import read_scheme
from glasstown.vocab.errors import InputFaultsError, Span

ALL: Final = ""
"""What --select says where it is not given: every rule."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks for: codes or their beginnings to take and to leave, and whose law."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of one rule at one place. `allowed` is the reason that the file gives for letting it stand."""

    rule: Rule
    answer: Answer
    severity: str
    span: Span | None
    references: tuple[Reference, ...]
    allowed: str = ""

    @property
    def verdict(self) -> str:
        """One of the four verdicts."""
        return self.answer.verdict

    @property
    def counts(self) -> bool:
        """Whether it fails and nobody allowed it."""
        return self.verdict == FAILS and not self.allowed


@dataclass(frozen=True, slots=True)
class Review:
    """What the review of one scheme found, and in whose law it was read."""

    scheme: Scheme
    file: str
    packs: tuple[Pack, ...]
    findings: tuple[Finding, ...]
    unused: tuple[Allowance, ...]

    @property
    def totals(self) -> dict[str, int]:
        """How many findings have each verdict; allowed ones do not count."""
        counts = Counter(one.verdict for one in self.findings if not one.allowed)
        return {verdict: counts[verdict] for verdict in VERDICTS}

    @property
    def rules(self) -> dict[str, int]:
        """How many rules have each verdict, each by its worst finding; one of which all is allowed has none."""
        codes = dict.fromkeys(one.rule.code for one in self.findings if not one.allowed)
        order = tuple(VERDICTS)
        worst = [min((one.verdict for one in self.findings if one.rule.code == code and not one.allowed),
                     key=order.index) for code in codes]  # fmt: skip
        return {verdict: worst.count(verdict) for verdict in VERDICTS}

    def verdict_of(self, code: str) -> str:
        """The verdict on a rule as a whole: the worst of its findings."""
        order = tuple(VERDICTS)
        return min((one.verdict for one in self.findings if one.rule.code == code), key=order.index, default=PASSES)

    def fails_at(self, severity: str) -> bool:
        """Whether anything of that severity or a heavier one fails and is not allowed."""
        order = tuple(SEVERITIES)
        return any(one.counts and order.index(one.severity) <= order.index(severity) for one in self.findings)


def review_file(path: Path, asked: Asked | None = None) -> Review:
    """Review a scheme file.

    Raises:
        InputFaultsError: the file has faults, or what was asked for is not there.
    """
    scheme = read_scheme(path)
    return review_scheme(scheme, path.read_text(encoding="utf-8"), str(path), asked)


def review_scheme(scheme: Scheme, text: str, file: str, asked: Asked | None = None) -> Review:
    """Review a scheme that was read from `text`; `file` is its name in places.

    Raises:
        InputFaultsError: what was asked for is not there, or an allowance in the text is none.
    """
    asked = asked or Asked()
    chosen, wanted = packs_named(asked.packs), _rules_of(asked)
    allowances = read_allowances(text, file, CODES)
    case = Case(scheme)
    found = [_placed(case, rule, answer, chosen) for rule in wanted for answer in _answers(case, rule)]
    used: set[Allowance] = set()
    findings: list[Finding] = []
    for one in found:
        fits = next((a for a in allowances if one.verdict != PASSES and _is_about(a, one, file)), None)
        if fits:
            used.add(fits)
        findings.append(replace(one, allowed=fits.reason) if fits else one)
    unused = tuple(one for one in allowances if one not in used and set(one.codes) & {rule.code for rule in wanted})
    return Review(scheme, file, chosen, tuple(findings), unused)


def _is_about(allowance: Allowance, finding: Finding, file: str) -> bool:
    span = finding.span
    return span is not None and span.file == file and allowance.covers(finding.rule.code, span)


def _answers(case: Case, rule: Rule) -> tuple[Answer, ...]:
    """What a rule says, each thing once; a pass where it says nothing."""
    said = tuple({(one.verdict, one.at): one for one in reversed(answers(rule, case))}.values())[::-1]
    return said or (Answer(PASSES, At("scheme", case.scheme.id), "passes this check"),)


def _placed(case: Case, rule: Rule, answer: Answer, chosen: tuple[Pack, ...]) -> Finding:
    return Finding(rule, answer, severity_in(rule, chosen), case.span(answer.at), references_in(rule, chosen))


def _rules_of(asked: Asked) -> tuple[Rule, ...]:
    """The rules that are asked, by code or the beginning of one."""
    faults = [
        unknown_code(one, CODES, where)
        for where, names in (("--select", asked.select), ("--ignore", asked.ignore))
        for one in names
        if not any(code.startswith(one) for code in CODES)
    ]
    if faults:
        raise InputFaultsError(tuple(faults))
    taken = asked.select or (ALL,)
    wanted = (rule for rule in RULES if rule.code.startswith(taken))
    return tuple(rule for rule in wanted if not asked.ignore or not rule.code.startswith(asked.ignore))
