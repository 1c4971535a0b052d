"""Two versions of a scheme side by side: what only one of them fails, and what could not be told of only one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from glasstown.review.contract import PASSES, VERDICTS
from glasstown.review.plain import finding_to_plain
from glasstown.review.reviewed import Finding, Review


@dataclass(frozen=True, slots=True)
class Compared:
    """What the first review says and the other does not, the reverse, and how much both say."""

    one: Review
    other: Review
    only_one: tuple[Finding, ...]
    only_other: tuple[Finding, ...]
    both: int


def compare(one: Review, other: Review) -> Compared:
    """Compare two reviews, by rule, verdict and the place in the words of the file."""
    ours, theirs = _by_place(one), _by_place(other)
    return Compared(
        one,
        other,
        tuple(finding for key, finding in ours.items() if key not in theirs),
        tuple(finding for key, finding in theirs.items() if key not in ours),
        len(ours.keys() & theirs.keys()),
    )


def compared_text(compared: Compared) -> str:
    """The comparison in lines: a minus for what is only here, a plus for what the other version has instead."""
    one, other = compared.one.scheme.id, compared.other.scheme.id
    lines = [f"only {one}, {len(compared.only_one)}:", *(f"  {_line(x)}" for x in compared.only_one)]
    lines += [f"only {other}, {len(compared.only_other)}:", *(f"  {_line(x)}" for x in compared.only_other)]
    return "\n".join([*lines, f"both: {compared.both}"])


def compared_to_plain(compared: Compared) -> dict[str, Any]:
    """The comparison, ready for `json.dumps`."""
    return {
        "scheme": compared.one.scheme.id,
        "against": compared.other.scheme.id,
        "only_scheme": [finding_to_plain(one) for one in compared.only_one],
        "only_against": [finding_to_plain(one) for one in compared.only_other],
        "both": compared.both,
    }


def _by_place(review: Review) -> dict[tuple[str, str, str], Finding]:
    """Findings that are no pass; the id of the scheme itself is no difference."""
    kept = (one for one in review.findings if one.verdict != PASSES)
    return {(one.rule.code, one.verdict, _place(one)): one for one in kept}


def _place(finding: Finding) -> str:
    at = finding.answer.at
    return f"[scheme].{at.key}" if at.table == "scheme" else str(at)


def _line(finding: Finding) -> str:
    answer = finding.answer
    return f"{finding.rule.code} {VERDICTS[finding.verdict]}, {finding.severity}: {answer.at}: {answer.message}"
