"""A review as one page that opens offline: what fails, what cannot be told, what passes, rule by rule."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from markupsafe import Markup, escape

from glasstown.review.contract import NOT_ADVICE, PASSES, VERDICTS
from glasstown.review.reviewed import Finding, Review
from glasstown.review.text import rules_told

_STYLE: Final = Markup(
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h3{margin:1.6rem 0 0}h3 small{font-weight:normal;color:#555}.norms{margin:0;color:#555;font-size:.9em}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border-bottom:1px solid #ccc;padding:.4rem;"
    "text-align:left;vertical-align:top;overflow-wrap:anywhere}code{white-space:pre-wrap}"
    ".line{width:24%}.what{width:42%}"
    "@media(max-width:40rem){table,tbody,tr,td{display:block;width:auto}td{border:0;padding:.2rem 0}"
    "thead{display:none}tr{border-bottom:1px solid #ccc;padding:.4rem 0;display:block}}"
)

_HEAD: Final = Markup('<thead><tr><th class="line">line</th><th class="what">what</th><th>then</th></tr></thead>')


def review_html(review: Review) -> str:
    """The whole review as a page."""
    sections = Markup("").join(_section(review, verdict) for verdict in VERDICTS)
    packs = Markup("").join(Markup("<li>{}</li>").format(one.line) for one in review.packs)
    return str(
        Markup(
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width"><title>Review of {title}</title>'
            "<style>{style}</style></head><body><h1>Review of {title}</h1><p>{counts}.</p><p><strong>{advice}</strong>"
            "</p>{sections}<h2>Law packs</h2><ul>{packs}</ul></body></html>\n"
        ).format(
            title=review.scheme.title,
            style=_STYLE,
            counts=rules_told(review),
            advice=NOT_ADVICE,
            sections=sections,
            packs=packs,
        )
    )


def _section(review: Review, verdict: str) -> Markup:
    found = [one for one in review.findings if one.verdict == verdict]
    if not found:
        return Markup("")
    words = VERDICTS[verdict]
    title = Markup("<h2>{}</h2>").format(words[:1].upper() + words[1:])
    if verdict == PASSES:
        items = Markup("").join(Markup("<li>{}</li>").format(_name(one)) for one in found)
        return title + Markup("<ul>{}</ul>").format(items)
    rules = (list(ones) for _, ones in groupby(found, lambda one: one.rule.code))
    return title + Markup("").join(_rule(ones) for ones in rules)


def _name(finding: Finding) -> str:
    return f"{finding.rule.code} {finding.rule.name}"


def _rule(findings: list[Finding]) -> Markup:
    """One rule with its norms once, and a row for each place."""
    first, number = findings[0], len(findings)
    places = f"{number} places" if number > 1 else "1 place"
    norms = "; ".join(one.text for one in first.references)
    told = Markup('<p class="norms">{}</p>').format(norms) if norms else Markup("")
    rows = Markup("").join(_row(one) for one in findings)
    return Markup("<h3>{} <small>weight {}, {}</small></h3>{}<table>{}<tbody>{}</tbody></table>").format(
        _name(first), first.severity, places, told, _HEAD, rows
    )


def _row(finding: Finding) -> Markup:
    answer, span = finding.answer, finding.span
    line = Markup("{}<br><code>{}</code>").format(span.line, span.source_line.strip()) if span else escape("")
    then = [f"allowed, because {finding.allowed}"] if finding.allowed else []
    then += [f"remedy: {answer.remedy}"] if answer.remedy else []
    then += [f"to settle it: {answer.settle}"] if answer.settle else []
    cells = (line, f"{answer.at}: {answer.message}", "; ".join(then))
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))
