"""The join of review and audit: figures of a run that settle what the text of its scheme leaves open.

A number beyond what its row in `settling` says settles a question against the scheme, in the model, and is named. Any
other, and a zero above all, settles nothing: other people with other luck might have been hit.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from glasstown.audit.catalogue import assess
from glasstown.audit.contract import Finding as Figure
from glasstown.audit.worlds import open_worlds
from glasstown.report.settling import SETTLES, harm_figures
from glasstown.review.contract import FAILS, NEEDS
from glasstown.review.reviewed import Finding, Review
from glasstown.vocab.errors import PairError

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
    open_codes = {one.rule.code for one in review.findings if _can_be_settled(one)}
    names = tuple(dict.fromkeys(row.name for code in sorted(open_codes) for row in SETTLES.get(code, ())))
    figures = {one.slug: one for one in assess(worlds)} | harm_figures(worlds, names)
    return replace(review, findings=tuple(_joined(one, figures) for one in review.findings))


def _can_be_settled(finding: Finding) -> bool:
    answer = finding.answer
    return answer.verdict in {FAILS, NEEDS} and not answer.settle.startswith(ONLY_PERSON)


def _joined(finding: Finding, figures: dict[str, Figure]) -> Finding:
    """One finding with its figure; settled where it needed one and the figure is beyond what its row says."""
    rows = [row for row in SETTLES.get(finding.rule.code, ()) if row.name in figures]
    if not rows or not _can_be_settled(finding):
        return finding
    row = next((row for row in rows if figures[row.name].value is not None), rows[0])
    figure, answer = figures[row.name], finding.answer
    if figure.value is None:
        told = f"the run does not say, by {figure.slug}: {figure.reason}"
        return replace(finding, answer=replace(answer, message=f"{answer.message} ({told})"))
    number = f"{figure.slug} = {round(figure.value, 4):,} {figure.unit}, of {figure.n:,}"
    if row.settles(figure.value):
        message = f"{answer.message} (in the model, settled by {number})"
        return replace(finding, answer=replace(answer, verdict=FAILS, message=message, settle=""))
    what = "a zero" if not figure.value else "so little"
    message = f"{answer.message} (in the model, {number}: {what} of one run settles nothing)"
    return replace(finding, answer=replace(answer, message=message))
