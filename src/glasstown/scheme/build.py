"""From sheets without faults to a scheme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from glasstown.scheme.build_acts import build_act, build_business, build_capacity
from glasstown.scheme.build_agree import build_agreement
from glasstown.scheme.build_caps import build_cap, build_escalation
from glasstown.scheme.build_consent import build_consent
from glasstown.scheme.build_consequences import build_consequence
from glasstown.scheme.build_dated import build_dated
from glasstown.scheme.build_favour import build_favour
from glasstown.scheme.build_head import build_head
from glasstown.scheme.build_holders import build_holding
from glasstown.scheme.build_inferences import build_inference
from glasstown.scheme.build_lists import build_ground, build_list, build_repeat, build_version
from glasstown.scheme.build_meters import build_meter
from glasstown.scheme.build_peer import build_encounters, build_impression
from glasstown.scheme.build_politics import build_legitimacy, build_trigger
from glasstown.scheme.build_process import build_process
from glasstown.scheme.build_quantities import build_quantity_rule
from glasstown.scheme.build_ranks import edge_of
from glasstown.scheme.build_refit import build_refit
from glasstown.scheme.build_repairs import build_repair
from glasstown.scheme.build_scores import build_score, by_score, in_order, of_its_score, with_edges
from glasstown.scheme.build_states import build_formula, build_state_rule
from glasstown.scheme.build_votes import build_votes
from glasstown.scheme.build_watch import build_patrol, build_watch, build_wrong_act
from glasstown.scheme.grammar import LEGAL_TABLE_NAMES
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_rules import Association, Override, Rule
from glasstown.scheme.model_scores import Grade
from glasstown.scheme.model_sources import Source
from glasstown.scheme.model_town import Awareness, Subjects
from glasstown.scheme.places import Path
from glasstown.scheme.settings import list_settings
from glasstown.scheme.sheet import Points, Sheet, need
from glasstown.scheme.tables import Sheets
from glasstown.scheme.text import Document
from glasstown.scheme.whose_acts import acts_of_organisations, acts_of_residents
from glasstown.vocab.errors import Diagnostic, Span


def build_scheme(document: Document, sheets: Sheets, warnings: tuple[Diagnostic, ...]) -> Scheme:
    """Build the frozen value. Only to be called where no fault was found."""
    settings = list_settings(sheets)
    return Scheme(
        **build_head(_only(sheets, "scheme")),
        text=document.text,
        subjects=_subjects(_only(sheets, "subjects")),
        awareness=_awareness(_only(sheets, "awareness")),
        scores=tuple(build_score(sheet, sheets) for sheet in in_order(sheets.many("score"))),
        sources=tuple(_source(sheet) for sheet in sheets.many("source")),
        rules=tuple(of_its_score(_rule(sheet), sheets) for sheet in sheets.many("rule")),
        caps=_by_name(sheets, "cap", build_cap), repairs=_by_name(sheets, "repair", build_repair),
        associations=_by_name(sheets, "association", _association),
        overrides=_by_name(sheets, "override", _override),
        state_rules=_by_name(sheets, "state_rule", build_state_rule),
        quantity_rules=_by_name(sheets, "quantity_rule", build_quantity_rule),
        meters=_by_name(sheets, "meter", build_meter),
        inferences=_by_name(sheets, "inference", build_inference),
        grades=with_edges(by_score(sheets, (_grade(sheet) for sheet in sheets.many("grade")))),
        lists=tuple(build_list(sheet) for sheet in sheets.many("list")),
        grounds=tuple(build_ground(sheet) for sheet in sheets.many("ground")),
        versions=tuple(sorted(map(build_version, sheets.many("version")), key=lambda one: one.from_day)),
        dated=build_dated(sheets),
        encounters=next((build_encounters(sheet) for sheet in sheets.many("encounters")), None),
        impressions=tuple(build_impression(sheet) for sheet in sheets.many("impression")),
        legitimacy=next((build_legitimacy(sheet) for sheet in sheets.many("legitimacy")), None),
        triggers=tuple(build_trigger(sheet) for sheet in sheets.many("trigger")),
        votes=build_votes(sheets),
        refit=build_refit(sheets),
        organisations=tuple(name for sheet in sheets.many("organisation") for name in sheet.names("kinds")),
        consents=build_consent(sheets),
        holding=build_holding(sheets),
        published=any(sheet.flag("published") for sheet in sheets.many("publicity")),
        consequences=tuple(build_consequence(sheet) for sheet in sheets.many("consequence")),
        process=build_process(sheets),
        acts=tuple(sorted(map(build_act, acts_of_residents(sheets)), key=lambda act: act.id)),
        business=tuple(sorted(map(build_business, acts_of_organisations(sheets)), key=lambda act: act.id)),
        capacities=_by_name(sheets, "capacity", build_capacity),
        legal=tuple(setting for setting in settings if setting.table in LEGAL_TABLE_NAMES),
        settings=settings,
        references=tuple((sheet.id, sheet.text("text")) for sheet in sheets.many("reference")),
        warnings=warnings,
        places=_places(document, sheets),
    )  # fmt: skip


class _Named(Protocol):
    @property
    def id(self) -> str:
        """Its name."""
        ...


_One = TypeVar("_One", bound=_Named)


def _by_name(sheets: Sheets, table: str, build: Callable[[Sheet], _One]) -> tuple[_One, ...]:
    """What stands in a table of many, by name: their order in a file means nothing."""
    return tuple(sorted((build(sheet) for sheet in sheets.many(table)), key=lambda one: one.id))


def _only(sheets: Sheets, table: str) -> Sheet:
    sheet = sheets.one(table)
    assert sheet is not None, table  # noqa: S101 (a missing table was refused before)
    return sheet


def _subjects(sheet: Sheet) -> Subjects:
    return Subjects(need(sheet, "min_age_years"), need(sheet, "coverage"), sheet.span, build_formula(sheet, "when"))


def _awareness(sheet: Sheet) -> Awareness:
    return Awareness(need(sheet, "start"), need(sheet, "learned_per_year"), sheet.span)


def _source(sheet: Sheet) -> Source:
    return Source(
        id=sheet.id,
        context=sheet.text("context"),
        sees=sheet.names("sees"),
        detection=need(sheet, "detection"),
        false_per_year=need(sheet, "false_per_year"),
        wrong_person=need(sheet, "wrong_person"),
        match=sheet.text("match"),
        delay_days=need(sheet, "delay_days"),
        delay=sheet.text("delay"),
        watch=build_watch(sheet),
        wrong_act=build_wrong_act(sheet),
        patrol=build_patrol(sheet),
        trust=need(sheet, "trust"),
        span=sheet.span,
        inspects=sheet.flag("inspects"),
        sensors=sheet.flag("sensors"),
        own_word=sheet.flag("own_word"),
    )


def _rule(sheet: Sheet) -> Rule:
    points = sheet.points("points")
    assert isinstance(points, Points)  # noqa: S101 (missing points were refused before)
    return Rule(
        id=sheet.id,
        act=sheet.text("act"),
        points=points.range,
        mark=points.mark,
        cite=points.cite,
        band=points.band,
        sources=sheet.names("sources"),
        expires_days=sheet.figure("expires_days"),
        repeat=build_repeat(sheet),
        per_days=sheet.figure("per_days"),
        escalate=build_escalation(sheet),
        group=sheet.text("group"),
        group_days=sheet.figure("group_days"),
        agree=build_agreement(sheet),
        when=build_formula(sheet, "when"),
        span=sheet.span,
        score=sheet.text("score"),
        favour=build_favour(sheet),
        holder=sheet.text("holder"),
    )


def _association(sheet: Sheet) -> Association:
    return Association(
        id=sheet.id,
        title=sheet.text("title"),
        tie=sheet.text("tie"),
        carries=sheet.text("carries"),
        share=need(sheet, "share"),
        rules=sheet.names("rules"),
        span=sheet.span,
    )


def _override(sheet: Sheet) -> Override:
    return Override(
        id=sheet.id,
        title=sheet.text("title"),
        grade=sheet.text("grade"),
        acts=sheet.names("acts"),
        sources=sheet.names("sources"),
        count=need(sheet, "count"),
        within_days=sheet.figure("within_days"),
        on_list=sheet.text("list"),
        span=sheet.span,
        same_officer=sheet.text("same_officer"),
        younger_days=sheet.figure("younger_days"),
    )


def _grade(sheet: Sheet) -> Grade:
    words = sheet.text("label"), sheet.text("label_zh")
    return Grade(sheet.id, edge_of(sheet), *words, sheet.span, sheet.text("score"), sheet.flag("by_override"))


def _places(document: Document, sheets: Sheets) -> dict[tuple[str, str, str], Span]:
    """Where each table and each key stands, by table, name and key; inner keys are written "watch.urban"."""
    places: dict[tuple[str, str, str], Span] = {}
    for sheet in sheets.all:
        places[sheet.table, sheet.id, ""] = sheet.span
        for key, span in _key_places(document, sheet, sheet.path):
            places[sheet.table, sheet.id, key] = span
    return places


def _key_places(document: Document, sheet: Sheet, path: Path) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for key in sorted(sheet.given):
        found.append((key, document.span((*path, key))))
        inner = sheet.inner(key)
        if inner is not None:
            found += [(f"{key}.{name}", span) for name, span in _key_places(document, inner, inner.path)]
    return found
