"""A review as SARIF 2.1.0, the form that code hosts and editors show beside the lines."""

from __future__ import annotations

from typing import Any, Final

from glasstown.review.catalogue import RULES
from glasstown.review.contract import FAILS, MISSING, NEEDS, NOT_ADVICE, PASSES, VERDICTS
from glasstown.review.reviewed import Finding, Review

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Final = {"B": "error", "S": "warning", "M": "warning", "N": "note"}
KINDS: Final = {FAILS: "fail", MISSING: "open", NEEDS: "review", PASSES: "pass"}
"""What SARIF calls our verdicts: an open result was not decided, one to review needs a person."""


def review_to_sarif(review: Review) -> dict[str, Any]:
    """The whole review as one SARIF log."""
    packs = "; ".join(one.line for one in review.packs)
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.words.what},
            "fullDescription": {"text": rule.words.why},
            "help": {"text": f"{rule.words.allow} {rule.words.limits} {NOT_ADVICE} {packs}"},
        }
        for rule in RULES
    ]
    driver = {"name": "glasstown review", "rules": rules}
    results = [_result(one) for one in review.findings]
    return {"version": "2.1.0", "$schema": SCHEMA, "runs": [{"tool": {"driver": driver}, "results": results}]}


def _result(finding: Finding) -> dict[str, Any]:
    kind = KINDS[finding.verdict]
    told: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "kind": kind,
        "level": LEVELS[finding.severity] if kind == "fail" else "none",
        "message": {"text": f"{VERDICTS[finding.verdict]}: {finding.answer.at}: {finding.answer.message}"},
    }
    if span := finding.span:
        region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end_column}
        told["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": span.file}, "region": region}}]
    if finding.allowed:
        told["suppressions"] = [{"kind": "inSource", "justification": finding.allowed}]
    return told
