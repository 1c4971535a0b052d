"""The join of review and audit: figures of a run that settle what the text of its scheme leaves open.

A number above nothing settles a question against the scheme, in the model, and is named. A zero of one run settles
nothing: other people with other luck might have been hit.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from glasstown.audit.catalogue import assess
from glasstown.audit.contract import Finding as Figure
from glasstown.audit.worlds import open_worlds
from glasstown.review.contract import FAILS, NEEDS
from glasstown.review.reviewed import Finding, Review
from glasstown.vocab.errors import PairError

SETTLES: Final = {
    "SS101": "places-lost",
    "DP205": "punished-wrongly",
    "DP206": "punished-wrongly",
    "EX301": "held-back",
    "RL603": "punished-through-others",
}
"""By code the figure that a rule asks for, where the audit has one."""

ONLY_PERSON: Final = "a person:"
"""How a question begins that no figure settles."""


def with_run(review: Review, folder: Path) -> Review:
    """The review with what the figures of a run say to its findings.

    Raises:
        RunFolderError: the folder is missing, unfinished, damaged or touched.
        PairError: another scheme was lived in it.
    """
    worlds = open_worlds(folder)
    if worlds.scheme.scheme_text() != review.scheme.text:
        lived = worlds.scheme.manifest.scheme_id
        raise PairError(
            f"the run lived {lived or 'no scheme'}, and not this text of {review.scheme.id}",
            where=str(folder),
            why="figures of another text settle nothing about this one",
            fix="review the scheme that ran, or run this one",
        )
    figures = {one.slug: one for one in assess(worlds)}
    return replace(review, findings=tuple(_joined(one, figures) for one in review.findings))


def _joined(finding: Finding, figures: dict[str, Figure]) -> Finding:
    """One finding with its figure; settled where it needed one and the figure is above nothing."""
    figure = figures.get(SETTLES.get(finding.rule.code, ""))
    answer = finding.answer
    if figure is None or answer.verdict not in {FAILS, NEEDS} or answer.settle.startswith(ONLY_PERSON):
        return finding
    if figure.value is None:
        told = f"the run does not say: {figure.reason}"
        return replace(finding, answer=replace(answer, message=f"{answer.message} ({told})"))
    number = f"{figure.slug} = {figure.value:,} {figure.unit}, of {figure.n:,}"
    if figure.value > 0:
        message = f"{answer.message} (in the model, settled by {number})"
        return replace(finding, answer=replace(answer, verdict=FAILS, message=message, settle=""))
    message = f"{answer.message} (in the model, {number}: a zero of one run settles nothing)"
    return replace(finding, answer=replace(answer, message=message))
