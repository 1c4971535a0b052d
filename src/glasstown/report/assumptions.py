"""What a run assumes, with its band: in the scheme, in what residents do, in how they respond, in the society."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from glasstown.behaviours import degrees
from glasstown.behaviours.act import Act
from glasstown.behaviours.acts.quantities import QUANTITIES
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.organisations.catalogue import ORGANISED, RULE_BREAKING_OCTAVES, TENDERS_PER_YEAR
from glasstown.behaviours.responses import (
    awareness,
    chilling,
    deed_cost,
    deterrence,
    fading,
    favour,
    protest,
    self_restraint,
)
from glasstown.behaviours.seats import SEATS
from glasstown.behaviours.start import ENTERS_WORK, INITIAL_ASSETS
from glasstown.ledger.layout import SOCIETY
from glasstown.ledger.model import Manifest
from glasstown.report.contract import Section, TableView
from glasstown.report.declared import running_rows
from glasstown.scheme.model import Scheme
from glasstown.society.organisation_figures import FIGURES
from glasstown.society.spec import SOCIETIES, Spec, load_spec
from glasstown.vocab.codes import Asset, Work
from glasstown.vocab.evidence import MARKS_THAT_NEED_A_BAND, Figure

COLUMNS: Final = ("where", "key", "value", "unit", "band", "mark", "source")
_BAND: Final = COLUMNS.index("band")
_MARK: Final = COLUMNS.index("mark")

Row = tuple[str, str, str, str, str, str, str]

_RESPONSES: Final = (
    (awareness.ID, "events of learning a year for each aware tie", awareness.WORD_OF_MOUTH),
    (deterrence.ID, "relative change of unlawful acts near a threshold", deterrence.EFFECT),
    (deterrence.ID, "points of eight above which it begins", deterrence.TURNING_POINT),
    (fading.ID, "months until half of it is gone", fading.HALF_AFTER),
    (chilling.ID, "relative change of lawful speech that costs points", chilling.SPEECH),
    (chilling.ID, "relative change of petitions that cost points", chilling.PETITION),
    (chilling.ID, "times as strong in the year after a punishment", chilling.AFTER_PUNISHMENT[1]),
    (chilling.ID, "times as strong in the 90 days after it", chilling.AFTER_PUNISHMENT[2]),
    (favour.ID, "factor on attempts in what is favoured, where there is enough for all", favour.PRIORITY_FACTOR),
    (
        protest.ID,
        "times as many protests where nothing is left of what a county thought at the start",
        protest.AT_NOTHING,
    ),
    (deed_cost.ID, "chance to be short of money after giving a month's income", deed_cost.SHORT_SHARE),
    (self_restraint.ID, "what is left of forbidden acts of firms near a threshold", self_restraint.FORBIDDEN_LEFT),
    (self_restraint.ID, "what is left of lawful ones that cost points", self_restraint.LAWFUL_LEFT),
    ("worse terms", "chance, for each level, that an attempt comes to nothing or costs money", degrees.PER_LEVEL),
)


def assumptions(scheme: Scheme | None, manifest: Manifest, folder: Path) -> Section:
    """Everything assumed or contested behind a run, one table for each place it comes from."""
    tables = (
        *(_scheme_tables(scheme) if scheme else ()),
        _responses(),
        _acts(),
        *_organisations(scheme),
        *_society(manifest, folder),
    )
    text = (
        "Nobody has published these figures, or sources contradict each other. The band says how far each may be off; "
        "a finding that would turn over within the bands is not a finding."
    )
    return Section("assumptions", "What is assumed", (text,), tables=tables)


def _scheme_tables(scheme: Scheme) -> tuple[TableView, ...]:
    """Assumed figures of the scheme file, and assumed choices of words, which can have no band."""
    rows = [row for row in running_rows(scheme) if row[_MARK] in MARKS_THAT_NEED_A_BAND]
    figures = tuple(row for row in rows if row[_BAND])
    choices = tuple(row for row in rows if not row[_BAND] and row[1] != "id")
    return (
        TableView("Figures of the scheme", COLUMNS, figures),
        TableView(
            "Choices in the scheme",
            COLUMNS,
            choices,
            "A choice of words has no band: another choice is another scheme.",
        ),
    )


def _responses() -> TableView:
    """Assumed or contested figures of how residents respond to a scheme."""
    rows = tuple(row for name, text, figure in _RESPONSES for row in _row(name, text, figure, ""))
    return TableView("How residents respond", COLUMNS, rows)


def _organisations(scheme: Scheme | None) -> tuple[TableView, ...]:
    """Assumed figures of firms and governments, where any live in the town."""
    if scheme is None or not scheme.organisations:
        return ()
    rows = [row for act in ORGANISED for row in _row(act.id, "acts per organisation and year", act.rate, "")]
    rows += [
        row
        for act in ORGANISED
        if act.victim_chance
        for row in _row(act.id, "chance that somebody is harmed", act.victim_chance, "")
    ]
    rows += [row for name, figure in FIGURES for row in _row("society", name, figure, "")]
    rows += _row("tenders", "public contracts of a district and year", TENDERS_PER_YEAR, "")
    rows += _row("forbidden acts", "octaves for a standard deviation of rule-breaking", RULE_BREAKING_OCTAVES, "")
    return (TableView("Firms and governments", COLUMNS, tuple(rows)),)


def _acts() -> TableView:
    """Assumed or contested figures of what residents do, have on day 0, and compete for."""
    rows = tuple(row for act in (*RESIDENT_ACTS, *QUANTITIES) for row in _act_rows(act))
    return TableView("What residents do and have", COLUMNS, (*rows, *_had()))


def _had() -> Iterator[Row]:
    """Rows of what residents have on day 0 and of what comes up that many ask for."""
    for asset, share, _ in INITIAL_ASSETS:
        names = ", ".join(str(one.name).lower().replace("_", " ") for one in Asset if one in asset)
        yield from _row(f"day 0 {names}", "share of adults", share, "")
    yield from _row("turning eighteen", "share who look for work at once", ENTERS_WORK, "")
    for seat in SEATS:
        if seat.per_resident_year is not None:
            yield from _row(f"place {seat.place}", "places that come up", seat.per_resident_year, "a resident-year")


def _act_rows(act: Act) -> Iterator[Row]:
    """Rows of one act."""
    where = f"act {act.id}"
    yield from _row(where, "rate", act.rate, f"{act.unit or 'acts'} per eligible person-year")
    if act.sightable is not None:
        yield from _row(where, "share that any source could see", act.sightable, "")
    for key, figure, unit in _extras(act):
        if figure is not None:
            yield from _row(where, key, figure, unit)
    for factor in act.income_factor:
        words = ("on less income", "", "on more income")[factor.state]
        yield from _row(where, f"factor {words}", factor.factor, "")
    for child in act.children:
        yield from _row(where, f"chance that {child.act} follows", child.chance, "")
    for factor in act.work_factor:
        yield from _row(where, f"factor when {Work(factor.state).name.lower().replace('_', ' ')}", factor.factor, "")
    for factor in act.strain_factor:
        words = "in need" if factor.state > 1 else "with somebody out of work"
        yield from _row(where, f"factor in a household {words}", factor.factor, "")


def _extras(act: Act) -> tuple[tuple[str, Figure | None, str], ...]:
    """Chances and costs of an act, where it has them."""
    return (
        ("chance that the state learns of it", act.detected, ""),
        ("chance of its effect", act.effect_chance, ""),
        ("chance of an effect when denied", act.blocked_chance, ""),
        ("chance of harm to the victim", act.victim_chance, ""),
        ("what it takes", act.hours, "hours"),
        ("what it costs", act.yuan, "yuan"),
    )


def _society(manifest: Manifest, folder: Path) -> tuple[TableView, ...]:
    """How many figures of each table of the society are assumed, and those that its own file says."""
    if manifest.society.text_digest:
        spec = load_spec(str(folder / SOCIETY))
        return (_counts(spec, "Those of the file stand in society.toml of the run folder."), _own_figures(spec))
    if manifest.society.spec not in SOCIETIES:
        return ()
    return (_counts(load_spec(manifest.society.spec), "They come with the package."),)


def _counts(spec: Spec, where: str) -> TableView:
    """How many figures there are, and how many are assumed; they are too many to list on one page."""
    rows: list[tuple[str, int, int]] = []
    for table in spec.tables:
        marks = [row.figure.mark for row in table.rows]
        rows.append((table.name.replace("_", " "), len(marks), sum(mark in MARKS_THAT_NEED_A_BAND for mark in marks)))
    columns = ("table", "figures", "assumed or contested")
    note = f"Every one stands with its band in the tables of the society. {where}"
    return TableView(f"The society {spec.name}", columns, tuple(rows), note)


def _own_figures(spec: Spec) -> TableView:
    """Assumed or contested figures that a society file says itself."""
    shipped = {(table.name, row.keys): row.figure for table in load_spec().tables for row in table.rows}
    rows: list[Row] = []
    for table in spec.tables:
        for row in table.rows:
            if shipped.get((table.name, row.keys)) != row.figure:
                rows.extend(_row(table.name, ", ".join(row.keys), row.figure, row.unit))
    for rate in spec.rate_factors:
        rows.extend(_row("rate", f"factor on {rate.act}", rate.factor, ""))
    for shock in spec.shocks:
        days = f"days {shock.from_day} to {shock.to_day}"
        rows.extend(_row("shock", f"factor on {shock.act}, {days}", shock.factor, ""))
    for one in spec.sightable:
        rows.extend(_row("sightable", f"share of {one.act} that any source could see", one.share, ""))
    rows.extend(_watch_rows(spec))
    return TableView("Figures of the society file", COLUMNS, tuple(rows))


def _watch_rows(spec: Spec) -> Iterator[Row]:
    """Rows of how a society file says that residents are watched."""
    for one in spec.overlays.watch.extra:
        what = f"{one.title or one.id}: {', '.join(one.acts)}, of {one.whom.text()}"
        if one.factor:
            yield from _row("extra_watch", f"{what}: times", one.factor, "")
        if one.detection:
            yield from _row("extra_watch", f"{what}: seen besides", one.detection, "probability per act")
    for one in spec.overlays.watch.misread:
        what = f"{one.title or one.id}: {', '.join(one.acts)}, of {one.whom.text()}, taken for {one.taken_for}"
        yield from _row("misread", what, one.chance, "probability per record")
    for one in spec.overlays.watch.markers:
        what = f"{one.title or one.id}: false records of {', '.join(one.acts)}, of {one.whom.text()}"
        yield from _row("marker", what, one.false_per_year, "a year")


def _row(where: str, key: str, figure: Figure, unit: str) -> Iterator[Row]:
    """A figure as a row, if it is assumed or contested."""
    if figure.mark in MARKS_THAT_NEED_A_BAND:
        ends = [_short(end) for end in (figure.low, figure.high) if end is not None]
        band = " to ".join(ends)
        yield (where, key, _short(figure.value), unit, band, figure.mark, ", ".join(figure.cite))


def _short(number: Decimal) -> str:
    """A number to three digits that count, without a power of ten."""
    return f"{Decimal(f'{number:.3g}'):f}"
