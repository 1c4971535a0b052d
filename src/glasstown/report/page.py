"""The page of a run: headline, tables, figures, the scheme, assumptions, limits, facts of the run."""

from __future__ import annotations

from glasstown.audit.contract import Finding
from glasstown.report.assumptions import assumptions
from glasstown.report.causes import cause_section
from glasstown.report.consent import consent_section
from glasstown.report.contract import Page, Section, TableView
from glasstown.report.declared import scheme_section
from glasstown.report.grades_ended import grades_ended
from glasstown.report.headline import PAIRED, headline, why_nothing_followed
from glasstown.report.holders import holders_section
from glasstown.report.limits import LIMITS
from glasstown.report.lives.section import lives_section
from glasstown.report.organisations import covers_nobody, organisations_section
from glasstown.report.others import others_section
from glasstown.report.politics import politics_section
from glasstown.report.refits import refit_section
from glasstown.report.rows import finding_table, reasons
from glasstown.report.summary import Summary
from glasstown.report.votes import votes_section
from glasstown.report.worked_out import worked_out
from glasstown.scheme.model import Scheme
from glasstown.vocab.units import DAYS_IN_YEAR

_VIEWS = (
    ("group", "By invented group"),
    ("income-fifth", "By income fifth of the nation"),
    ("age", "By age at day 0"),
    ("place", "By neighbourhood"),
    ("province", "By province"),
)


def run_page(summary: Summary, scheme: Scheme | None) -> Page:
    """Build the one view of a run that every face renders.

    Args:
        summary: the audited run.
        scheme: the scheme read from the text in the run folder; None for the world without one.
    """
    manifest = summary.worlds.scheme.manifest
    of_residents = (_scores(summary), _who_falls(summary), cause_section(summary), lives_section(summary))
    sections = [
        headline(summary, scheme),
        *(() if covers_nobody(summary) else of_residents),
        *organisations_section(summary),
        _paired(summary),
        others_section(summary),
        *consent_section(summary),
        *holders_section(summary),
        *politics_section(summary),
        *votes_section(summary),
        *refit_section(summary),
    ]
    sections.append(assumptions(scheme, manifest, summary.worlds.scheme.folder))
    if scheme is not None:
        sections.append(scheme_section(scheme))
    sections += [Section("limits", "What the model leaves out", points=LIMITS), _facts(summary)]
    subtitle = (
        f"{manifest.people:,} invented resident{'' if manifest.people == 1 else 's'}, "
        f"{_span(manifest.horizon_days)} from {manifest.start.isoformat()}, "
        f"in steps of {manifest.step_days} days"
    )
    return Page(manifest.title, subtitle, tuple(sections))


def _span(days: int) -> str:
    """A span of days in words."""
    years, rest = divmod(days, DAYS_IN_YEAR)
    return f"{days} days" if rest else "1 year" if years == 1 else f"{years} years"


def _paired(summary: Summary) -> Section:
    """What is different without the scheme: in lives, and act by act."""
    chosen = tuple(finding for finding in summary.findings if finding.slug in (*PAIRED, "harms"))
    tables = [finding_table("Difference", chosen), *_undone(summary)]
    acts = summary.finding("acts-that-differ")
    if acts is not None and acts.table is not None:
        rows = tuple(row for row in acts.table.rows if row[-1] != 0)
        tables.append(TableView("Acts whose number differs", acts.table.columns, rows))
    return Section(
        "paired",
        "Against the same people without the scheme",
        ("Two worlds with the same people and the same luck that differ only in the scheme: with it less without it.",),
        points=why_nothing_followed(summary),
        tables=tuple(tables),
        is_brief=True,
    )


def _undone(summary: Summary) -> tuple[TableView, ...]:
    """What was set out to and not done: denied, held back, without a place; each act by act."""
    chosen = (("denied-attempts", "Denied"), ("held-back", "Held back"), ("no-place", "Without a place"))
    found = ((title, summary.finding(slug)) for slug, title in chosen)
    return tuple(
        TableView(title, finding.table.columns, finding.table.rows)
        for title, finding in found
        if finding is not None and finding.table is not None and finding.table.rows
    )


def _scores(summary: Summary) -> Section:
    """Scores and grades over time."""
    title = "Scores over time"
    if summary.worlds.scheme.manifest.resident_score is None:
        return Section("scores", title, ("This world has no score and no grades.",), is_brief=True)
    slug, figures = "grades-denied-share", ("scores-over-time",)
    found = [(one, one.table) for one in (summary.finding(slug), *summary.under(f"{slug}.")) if one and one.table]
    told, counted = worked_out(summary)
    if not found:
        texts = ("This world has no grades.", *told)
        return Section("scores", title, texts, tables=counted, figures=figures, is_brief=True)
    note = "First step end of every quarter."
    tables = tuple(
        TableView(" ".join(("Residents in each grade", *_of_score(one.slug, slug))), table.columns, table.rows, note)
        for one, table in found
    )
    texts = (*(one.text for one, _ in found), *grades_ended(summary), *told)
    return Section("scores", title, texts, tables=(*tables, *counted), figures=figures, is_brief=True)


def _of_score(slug: str, first: str) -> tuple[str, ...]:
    """The score that a finding is about, where it is not the first one."""
    return (f"of score {slug.removeprefix(f'{first}.')}",) if slug != first else ()


def _who_falls(summary: Summary) -> Section:
    """Who is punished, one view at a time."""
    tables = tuple(
        _rates(title, summary.under(f"who-falls.{view}."), summary.under(f"who-is-punished.{view}."))
        for view, title in _VIEWS
        if summary.under(f"who-falls.{view}.")
    )
    met = len(summary.under("who-falls.province."))
    of = len(summary.worlds.scheme.manifest.society.provinces)
    fell = "Fell: came into a worse grade at least once. " if summary.worlds.scheme.manifest.names.grades else ""
    text = (
        f"{fell}Punished: was on a list that punishes, denied something or put on worse terms on at least one day. "
        "Groups are invented and placed without regard to provinces; no view crosses the two. "
        f"A cell of fewer than 30 gives no rate. This town meets {met} of {of} provinces."
    )
    words = "Nobody fell and nobody was punished in this run." if fell else "Nobody was punished in this run."
    counted = [summary.finding(slug) for slug in ("punished", *(("fell",) if fell else ()))]
    nobody = (words,) if all(finding is not None and finding.value == 0 for finding in counted) else ()
    beyond = summary.finding("punished-beyond-subjects")
    others = (beyond.text,) if beyond is not None and beyond.value else ()
    figures = ("who-falls", "provinces")
    title = "Who falls" if fell else "Who is punished"
    return Section("who-falls", title, (*nobody, text, *others), tables=tables, figures=figures, is_brief=True)


def _rates(title: str, findings: tuple[Finding, ...], punished: tuple[Finding, ...]) -> TableView:
    """Cells of one view of who falls, by both measures; a dash stands where a rate is undefined."""
    rows = tuple(
        (finding.title.removeprefix("Fell a grade, "), finding.value, other.value, finding.n)
        for finding, other in zip(findings, punished, strict=True)
    )
    columns = ("who", "fell a grade, per 1,000", "punished, per 1,000", "subjects")
    return TableView(title, columns, rows, reasons((*findings, *punished)))


def _facts(summary: Summary) -> Section:
    """How to get the same bits again."""
    plain = summary.to_plain()
    keys = tuple(key for key in plain if key not in ("findings", "interval", "interval_reason", "title", "without"))
    rows = [(key.replace("_", " "), plain[key]) for key in keys]
    manifest = summary.worlds.scheme.manifest
    rows += [("switched off", ", ".join(manifest.without) or "nothing")]
    rows += [("society digest", manifest.society.digest), ("residents kept", manifest.kept.residents)]
    rows += [(f"version of {name}", version) for name, version in sorted(manifest.versions.items())]
    checks = [summary.finding(slug) for slug in ("score-sums-wrong", "replay-differs")]
    points = tuple(check.text for check in checks if check is not None)
    return Section("facts", "Facts of the run", points=points, tables=(TableView("", ("fact", "value"), tuple(rows)),))
