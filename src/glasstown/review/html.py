"""A review as one page that opens offline: what fails, what cannot be told, what passes."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from glasstown.review.contract import NOT_ADVICE, VERDICTS
from glasstown.review.reviewed import Finding, Review

_STYLE: Final = Markup(
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;"
    "vertical-align:top}code{white-space:pre-wrap}"
)


def review_html(review: Review) -> str:
    """The whole review as a page."""
    counts = ", ".join(f"{number} {VERDICTS[verdict]}" for verdict, number in review.totals.items())
    sections = Markup("").join(_section(review, verdict) for verdict in VERDICTS)
    packs = Markup("").join(Markup("<li>{}</li>").format(one.line) for one in review.packs)
    return str(
        Markup(
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Review of {title}</title>'
            "<style>{style}</style></head><body><h1>Review of {title}</h1><p>{counts}.</p><p><strong>{advice}</strong>"
            "</p>{sections}<h2>Law packs</h2><ul>{packs}</ul></body></html>\n"
        ).format(
            title=review.scheme.title, style=_STYLE, counts=counts, advice=NOT_ADVICE, sections=sections, packs=packs
        )
    )


def _section(review: Review, verdict: str) -> Markup:
    found = [one for one in review.findings if one.verdict == verdict]
    if not found:
        return Markup("")
    rows = Markup("").join(_row(one) for one in found)
    head = Markup("<tr><th>rule</th><th>weight</th><th>line</th><th>what</th><th>norms</th><th>then</th></tr>")
    return Markup("<h2>{}</h2><table>{}{}</table>").format(VERDICTS[verdict], head, rows)


def _row(finding: Finding) -> Markup:
    answer, span = finding.answer, finding.span
    line = Markup("{}<br><code>{}</code>").format(span.line, span.source_line.strip()) if span else escape("")
    then = [f"allowed, because {finding.allowed}"] if finding.allowed else []
    then += [f"remedy: {answer.remedy}"] if answer.remedy else []
    then += [f"to settle it: {answer.settle}"] if answer.settle else []
    norms = "; ".join(one.text for one in finding.references)
    cells = (
        f"{finding.rule.code} {finding.rule.name}", finding.severity, line, f"{answer.at}: {answer.message}", norms,
        "; ".join(then),
    )  # fmt: skip
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))
