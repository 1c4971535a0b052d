"""The page of a harm audit: the headline five first, errors and their meaning as a pair, then the rest by theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from glasstown.audit.harm.contract import THEMES, Part
from glasstown.report.contract import Page, Section, TableView
from glasstown.report.numbers import told
from glasstown.studies.between_groups import Comparison, how_told
from glasstown.studies.harm_audit import PAIR, Answered, HarmAudit

_COLUMNS: Final = ("", "metric", "value", "from", "to", "unit", "behind it", "why there is no value")
_PARTS: Final = ("of", "value", "from", "to", "unit", "behind it", "why there is no value")
_HELD: Final = (
    "share", "of", "value", "all others", "difference from", "to", "adjusted p", "it stands", "behind it", "not tested"
)  # fmt: skip
_WORLDS: Final = (
    "In the model. {worlds} worlds of {people:,} invented residents each, lived for {years:g} years with other people "
    "and other luck. Values are those of all worlds together; an interval of 95 % says how far luck and people move "
    "them, and nothing about whether the model's assumptions hold."
)
_ONE: Final = (
    "In the model. One world of {people:,} invented residents, lived for {years:g} years. One world gives no interval: "
    "--worlds 20 lives more of them."
)
_READING: Final = (
    "Five figures were named before anything was run, so that nobody picks those that suit. What each says, how it is "
    "worked out and what it cannot see: glasstown explain CODE. A dash is a value that is undefined, which is not 0."
)
_BOTH: Final = (
    "Always read together. Where groups differ in what they do, errors cannot be alike among those who did it and "
    "those who did not, and a punishment mean the same, both at once."
)
_OUTSIDE: Final = (
    "Whoever audits a real scheme has its records and decisions, and neither what was really done nor the same people "
    "without the scheme. Here both are known: each value is how far an estimate from records alone, or by one of the "
    "usual estimators, lies from the truth in the model. Speech that was never uttered is on no record at all (M26)."
)
_OTHER: Final = (
    "What the scheme gives, in the same form. It is never added to the rest: who is spared an offence and who is "
    "punished for nothing are not the same people."
)


def harm_page(audit: HarmAudit) -> Page:
    """Build the one view of an audit that every face renders."""
    m = audit.manifest
    how = (_WORLDS if audit.worlds > 1 else _ONE).format(
        worlds=audit.worlds, people=m.people, years=m.horizon_days / 365
    )
    pair = tuple(one for one in audit.answers if one.metric.code in PAIR)
    return Page(
        f"What it did to people: {m.title}",
        f"The harm audit of {m.people:,} invented residents",
        (
            _section("headline", "The headline five", (how, _READING), audit.headline, is_brief=True),
            _section("pair", "Errors, and what a punishment means", (_BOTH,), pair, is_brief=True),
            _between(audit.comparisons),
            *(_of_theme(audit, number, theme) for number, theme in enumerate(THEMES, start=1)),
            _section(
                "outside",
                "What an outside auditor would have seen",
                (_OUTSIDE,),
                audit.outside,
                is_brief=True,
                with_parts=True,
            ),
            _section("benefits", "The other side of the scale", (_OTHER,), audit.benefits, is_brief=True),
        ),
    )


def _between(comparisons: tuple[Comparison, ...]) -> Section:
    """Every group and intersection against all others, those that stand first."""
    ordered = sorted(comparisons, key=lambda one: not one.stands)
    rows = tuple(_held(one) for one in ordered)
    told = (how_told(comparisons),) if comparisons else ("No world counts who is punished by group.",)
    title = "Groups and their intersections"
    tables = (TableView(title, _HELD, rows),) if rows else ()
    return Section("between-groups", title, told, (), tables)


def _held(one: Comparison) -> tuple[str | int | float | None, ...]:
    low, high = (told(end) for end in one.interval or (None, None))
    stands = "" if one.p is None else "yes" if one.stands else "no"
    shares = (told(one.value), told(one.others), low, high, told(one.adjusted_p))
    return (one.share, one.who, *shares, stands, one.n, one.reason or "")


def _of_theme(audit: HarmAudit, number: int, theme: str) -> Section:
    """All metrics of one theme, with the figures of groups, grades or acts behind each."""
    answers = [one for one in audit.answers if one.metric.theme == theme]
    return _section(f"theme-{number}", theme.capitalize(), (), answers, is_brief=True, with_parts=True)


def _section(
    name: str,
    title: str,
    paragraphs: tuple[str, ...],
    answers: Iterable[Answered],
    *,
    is_brief: bool,
    with_parts: bool = False,
) -> Section:
    answers = tuple(answers)
    rows = tuple(_row(one) for one in answers)
    points = tuple(f"{one.metric.code} {one.metric.title}: {one.estimate.figure.says}" for one in answers)
    tables = (TableView(title, _COLUMNS, rows),)
    if with_parts:
        tables += tuple(_parts(one) for one in answers if one.estimate.figure.parts)
    return Section(name, title, paragraphs, points, tables, is_brief=is_brief)


def _row(one: Answered) -> tuple[str | int | float | None, ...]:
    figure, found = one.estimate.figure, one.estimate
    low, high = (told(end) for end in found.interval or (None, None))
    why = figure.reason or ""
    return (one.metric.code, one.metric.title, told(figure.value), low, high, one.metric.unit, figure.n, why)


def _parts(one: Answered) -> TableView:
    """The figures beside the main one of a metric."""
    rows = tuple(_part(one, part) for part in one.estimate.figure.parts)
    return TableView(f"{one.metric.code} {one.metric.title}, in parts", _PARTS, rows)


def _part(one: Answered, part: Part) -> tuple[str | int | float | None, ...]:
    low, high = (told(end) for end in one.estimate.parts.get(part.label, (None, None)))
    return (part.label, told(part.value), low, high, part.unit or one.metric.unit, part.n, part.reason or "")
