"""One life as a page: who it is, what happened by day, the file of each decision, the sum that checks."""

from __future__ import annotations

from typing import Final

from glasstown.audit.life.comparable import RULE
from glasstown.audit.life.decisions import APPEAL, CONSEQUENCE, FALL, LISTING, Decision
from glasstown.audit.life.event import Event
from glasstown.audit.life.names import moved, points
from glasstown.audit.life.organisation import called
from glasstown.audit.life.sums import Sum
from glasstown.audit.life.who import Who
from glasstown.report.contract import Page, Section, TableView
from glasstown.report.lives.decision_file import HEADS, Entry
from glasstown.report.lives.spared import spared_section
from glasstown.report.lives.view import LifeView

FIGURE: Final = "one-life"
"""Name of the picture of a life."""

_NOTHING: Final = "Nothing was recorded about this resident, and the scheme answered nothing."
_HOW: Final = (
    "A record says what a source wrote down; beside it stands what is true, which only an invented world knows. The "
    "number of a sighting names it in every world of the same people and luck. Lines are those of the scheme file in "
    "the run folder."
)
_KINDS: Final[dict[str, str]] = {FALL: "fall to", LISTING: "on list", CONSEQUENCE: "under", APPEAL: "appeal refused:"}


def life_page(view: LifeView) -> Page:
    """Build the page of one life."""
    life, manifest = view.life, view.life.ledger.manifest
    sections = (
        Section("who", "Who this is", (who_told(life.who),), figures=(FIGURE,), is_brief=True),
        _by_day(view),
        _decisions(view),
        _sums(life.sums, is_scored=bool(manifest.resident_scores)),
        spared_section(view.spared),
        _comparable(view),
    )
    return Page(f"Resident {life.resident:,}", f"{manifest.title}, {manifest.horizon_days:,} days in the model, "
                f"day 0 is {manifest.start.isoformat()}", sections)  # fmt: skip


def who_told(who: Who) -> str:
    """A resident in a few sentences."""
    work = f"{who.work}, " if who.work else ""
    home = ", ".join(f"resident {one.resident:,} ({one.sex}, {one.age_years})" for one in who.members)
    scored = "never scored" if who.first_scored_day is None else f"scored by day {who.first_scored_day:,}"
    aware = "never knew of it" if who.first_aware_day is None else f"knew of it by day {who.first_aware_day:,}"
    return (
        f"An invented resident: {who.sex}, {who.age_years} years old on day 0, {who.place}, {who.group}, "
        f"{who.education} schooling, {work}sector {who.sector}, public role {who.role}, {who.income}. "
        f"Lives {who.household}{f': {home}' if home else ''}. In the days of the panel {scored}, and {aware}."
    )


def _by_day(view: LifeView) -> Section:
    """Every line of the life, those of quantities counted, those of a quarter only where something is otherwise."""
    life, said = view.life, list[str]()
    before, gauges = "", 0
    for event in life.events:
        gauges += event.kind == "gauge"
        if event.kind == "gauge" or (event.kind == "quarter" and event.text == before):
            continue
        before = event.text if event.table == "panel" else before
        said.append(_line(view, event))
    notes = [_NOTHING] if life.is_quiet else []
    notes += [f"Not every act is told: {life.every_act_reason}."] if life.every_act_reason else []
    notes += [f"{gauges:,} quantities of months are told by --json alone."] if gauges else []
    return Section("days", "Day by day", (*notes, _HOW), tuple(said), is_brief=True)


def _line(view: LifeView, event: Event) -> str:
    place = [f"sighting {event.number}"] if event.number is not None and event.kind in {"sighting", "record"} else []
    line = view.line(event.part)
    place += (
        [f"{event.part[0]} {event.part[1]}, line {line}"] if event.part and line and event.kind != "sighting" else []
    )
    return f"day {event.day:,}: {event.text}" + (f" [{'; '.join(place)}]" if place else "")


def _decisions(view: LifeView) -> Section:
    """The file of each decision against the resident."""
    files = view.files
    if not files:
        return Section("decisions", "Decisions against this resident", ("None.",), is_brief=True)
    tables = tuple(_file(view, one, entries) for one, entries in files)
    text = "Of each: ground, evidence, standard of proof, who decided, notice, remedy, time limit; a dash for no day."
    return Section("decisions", "Decisions against this resident", (text,), tables=tables, is_brief=True)


def _file(view: LifeView, one: Decision, entries: dict[str, Entry]) -> TableView:
    line = view.line(one.part)
    where = f", line {line}" if line else ""
    by = f", earned by {called(one.earned_by)}" if one.earned_by is not None else ""
    title = f"Day {one.day:,}: {_KINDS[one.kind]} {one.name}{where}{by}"
    rows = tuple((title_, entries[key].text, _day(entries[key].day)) for key, title_ in HEADS)
    return TableView(title, ("what", "in this case", "day"), rows)


def _day(day: int | None) -> str | None:
    return None if day is None else f"{day:,}"


def _sums(sums: tuple[Sum, ...], *, is_scored: bool) -> Section:
    """The sum of each score, and whether it checks."""
    if not sums:
        why = "This resident has none of the scores." if is_scored else "This world has no score of residents."
        return Section("sum", "The sum that checks", (why,), is_brief=True)
    return Section("sum", "The sum that checks", tuple(map(_sum, sums)), is_brief=True)


def _sum(one: Sum) -> str:
    parts = [f"{moved(milli)} {kind} ({one.times[kind]})" for kind, milli in one.moved_milli.items()]
    agrees = (
        "the sum checks" if one.agrees else "THE SUM DOES NOT CHECK: this is a fault of the program, please report it"
    )
    return f"{one.score}: start {points(one.start_milli)} {' '.join(parts)} = {points(one.end_milli)}: {agrees}."


def _comparable(view: LifeView) -> Section:
    """The next comparable resident who did not fall."""
    found = view.life.comparable
    if found.resident is None:
        text = f"None is named: {found.reason}."
    else:
        alike = f"; alike in {', '.join(found.alike)}" if found.alike else ""
        text = f"Resident {found.resident:,} did not fall: same age band and sex{alike}."
    return Section(
        "comparable", "The next comparable resident who did not fall", (text, f"The rule: {RULE}"), is_brief=True
    )
