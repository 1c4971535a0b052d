"""A review for people: carets under the lines that fail, one line for each silence, and how many of each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from glasstown.review.contract import FAILS, MISSING, NEEDS, NOT_ADVICE, PASSES, VERDICTS
from glasstown.review.reviewed import Finding, Review
from glasstown.scheme.render import render_one
from glasstown.vocab.errors import Diagnostic

SHOWN = 4
"""Silent fields that a line names."""


def review_text(review: Review) -> str:
    """The whole review as text."""
    parts = [*(_block(one) for one in review.findings if one.counts)]
    parts += [*(_block(one) for one in review.findings if one.verdict == NEEDS and not one.allowed)]
    silent = [one for one in review.findings if one.verdict == MISSING and not one.allowed]
    if silent:
        parts.append("\n".join(_silence(code, list(ones)) for code, ones in groupby(silent, _code)))
    allowed = [one for one in review.findings if one.allowed]
    if allowed:
        parts.append("\n".join(f"allowed {_code(one)} at {one.answer.at}, because {one.allowed}" for one in allowed))
    if review.unused:
        lines = (f"unused allowance of {', '.join(one.codes)} at {one.span}: take it out" for one in review.unused)
        parts.append("\n".join(lines))
    passing = [_code(one) for one in review.findings if one.verdict == PASSES]
    if passing:
        parts.append(f"passes this check: {', '.join(passing)}")
    return "\n\n".join([*parts, closing(review)])


def closing(review: Review) -> str:
    """How many of each verdict, in whose law, and what a review is not."""
    totals = review.totals
    checks = _checks(review)
    undecided = totals[MISSING] + totals[NEEDS]
    if not totals[FAILS]:
        head = f"{review.scheme.id}: no listed defect found by {checks} checks; {undecided} questions not decided"
    else:
        head = f"{review.scheme.id}: {rules_told(review)}"
    weights = ", ".join(f"{number} {severity}" for severity, number in _weights(review.findings))
    lines = [head + (f" (places that fail: {weights})" if weights else "")]
    return "\n".join([*lines, *(f"law pack {one.line}" for one in review.packs), NOT_ADVICE])


def rules_told(review: Review) -> str:
    """How many rules have each verdict, each by its worst finding, and in how many places that was found."""
    totals, rules = review.totals, review.rules
    told = [f"{rules[one]} {VERDICTS[one]}" + _places(one, totals[one]) for one in VERDICTS if totals[one]]
    allowed = _checks(review) - sum(rules.values())
    told += [f"{allowed} allowed"] if allowed else []
    return f"{_checks(review)} checks: {', '.join(told)}"


def _places(verdict: str, number: int) -> str:
    return "" if verdict == PASSES else f" (in {number} {'places' if number > 1 else 'place'})"


def _checks(review: Review) -> int:
    return len({_code(one) for one in review.findings})


def _weights(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    order = "BSMN"
    weights = sorted((one.severity for one in findings if one.counts), key=order.index)
    return [(severity, len(list(ones))) for severity, ones in groupby(weights)]


def _code(finding: Finding) -> str:
    return finding.rule.code


def _block(finding: Finding) -> str:
    """One finding with its line, its norms, and what would clear or settle it."""
    answer, rule = finding.answer, finding.rule
    norms = "; ".join(one.text for one in finding.references) or "no norm of the packs chosen"
    fix = str(answer.remedy) if answer.remedy else "no edit of the text clears it"
    if finding.verdict == NEEDS:
        fix = f"to settle it: {answer.settle}"
    elif answer.settle:
        fix += f"; what remains open: {answer.settle}"
    kind = f"{VERDICTS[finding.verdict]}, {finding.severity}"
    message = f"{rule.name}: {answer.at}: {answer.message}"
    return render_one(Diagnostic(rule.code, message, norms, fix, finding.span, severity=kind))


def _silence(code: str, findings: list[Finding]) -> str:
    fields = [str(one.answer.field or one.answer.at) for one in findings]
    more = f" and {len(fields) - SHOWN} more" if len(fields) > SHOWN else ""
    asks = findings[0].answer.message.partition(": ")[2]
    shown = ", ".join(fields[:SHOWN])
    return f"{VERDICTS[MISSING]}, {findings[0].severity}[{code}]: {shown}{more}: {asks}"
