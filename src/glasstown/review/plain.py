"""A review for programs: findings as plain objects, the form that editors and the web page read."""

from __future__ import annotations

from typing import Any

from glasstown.review.contract import NOT_ADVICE
from glasstown.review.reviewed import Finding, Review


def review_to_plain(review: Review) -> dict[str, Any]:
    """The whole review, ready for `json.dumps`."""
    return {
        "scheme": review.scheme.id,
        "file": review.file,
        "not_advice": NOT_ADVICE,
        "packs": [{"id": one.id, "dated": f"{one.dated:%Y-%m-%d}", "reading": one.reading} for one in review.packs],
        "totals": review.totals,
        "findings": [finding_to_plain(one) for one in review.findings],
        "unused_allowances": [
            {"codes": list(one.codes), "line": one.span.line, "column": one.span.column, "reason": one.reason}
            for one in review.unused
        ],
    }


def finding_to_plain(finding: Finding) -> dict[str, Any]:
    """One finding: code, verdict, severity, place and message, then what would clear or settle it."""
    span, answer = finding.span, finding.answer
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "file": span.file if span else "",
        "line": span.line if span else 1,
        "column": span.column if span else 1,
        "end_column": span.end_column if span else 2,
        "at": str(answer.at),
        "message": answer.message,
        "field": str(answer.field) if answer.field else None,
        "remedy": str(answer.remedy) if answer.remedy else None,
        "settle": answer.settle or None,
        "allowed": finding.allowed or None,
        "references": [{"pack": one.pack, "text": one.text, "read": one.read} for one in finding.references],
    }
