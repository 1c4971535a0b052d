"""From sheets without faults to lists, grounds, decisions and versions."""

from __future__ import annotations

from glasstown.scheme.build_favour import build_favour
from glasstown.scheme.build_states import build_formula
from glasstown.scheme.model_lists import Clock, Decision, Ground, PublicList, Repeat, Version
from glasstown.scheme.sheet import Sheet, need
from glasstown.vocab.evidence import Figure


def build_list(sheet: Sheet) -> PublicList:
    """One list."""
    return PublicList(sheet.id, sheet.text("title"), sheet.span, sheet.text("holder"))


def build_repeat(sheet: Sheet) -> Repeat | None:
    """How many records in which time a rule or ground takes, where it says."""
    repeat = sheet.inner("repeat")
    return Repeat(need(repeat, "count"), need(repeat, "within_days")) if repeat else None


def build_decision(sheet: Sheet) -> Decision | None:
    """The official who decides on each case, where there is one."""
    decision = sheet.inner("decision")
    if decision is None:
        return None
    limit, other = decision.figure("per_thousand_year"), decision.text("same_case_as")
    favour = build_favour(decision)
    return Decision(need(decision, "delay_days"), need(decision, "override"), limit, other, favour)


def _exit_override(sheet: Sheet) -> Figure | None:
    decision = sheet.inner("exit_decision")
    return need(decision, "override") if decision else None


def build_ground(sheet: Sheet) -> Ground:
    """One ground for a list."""
    return Ground(
        id=sheet.id,
        on_list=sheet.text("list"),
        acts=sheet.names("acts"),
        sources=sheet.names("sources"),
        repeat=build_repeat(sheet),
        min_age=need(sheet, "min_age_years"),
        entry=Clock(need(sheet, "entry_delay_days"), sheet.text("entry_clock")),
        term_days=sheet.figure("term_days"),
        extend_by_days=sheet.figure("extend_by_days"),
        extend_acts=sheet.names("extend_acts"),
        longest_days=sheet.figure("longest_days"),
        exit_acts=sheet.names("exit_acts"),
        exit_seen_by=sheet.names("exit_seen_by"),
        exit=Clock(need(sheet, "exit_delay_days"), sheet.text("exit_clock")),
        decision=build_decision(sheet),
        exit_override=_exit_override(sheet),
        span=sheet.span,
        when=build_formula(sheet, "when"),
    )


def build_version(sheet: Sheet) -> Version:
    """One version."""
    return Version(
        id=sheet.id,
        from_figure=sheet.figure("from_day"),
        drop=sheet.names("drop"),
        drop_rules=sheet.names("drop_rules"),
        drop_sources=sheet.names("drop_sources"),
        drop_lists=sheet.names("drop_lists"),
        drop_consequences=sheet.names("drop_consequences"),
        drop_associations=sheet.names("drop_associations"),
        drop_overrides=sheet.names("drop_overrides"),
        drop_state_rules=sheet.names("drop_state_rules"),
        drop_quantity_rules=sheet.names("drop_quantity_rules"),
        span=sheet.span,
    )
