"""From sheets without faults to who can stay out of a scheme."""

from __future__ import annotations

from glasstown.scheme.grammar_consent import OF_RESIDENTS, OF_TREATMENT
from glasstown.scheme.model_consent import Consent
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.tables import Sheets
from glasstown.vocab.evidence import Figure


def build_consent(sheets: Sheets) -> Consent | None:
    """Build the frozen value. Only to be called where no fault was found."""
    sheet = sheets.one("consent")
    if sheet is None:
        return None
    return Consent(
        kind=sheet.text("kind"),
        start=sheet.figure("start"),
        join_per_year=need(sheet, "join_per_year"),
        leave_per_year=need(sheet, "leave_per_year"),
        joins=_times(sheet, "joins", OF_RESIDENTS),
        leaves=_times(sheet, "leaves", (*OF_RESIDENTS, *OF_TREATMENT)),
        pre_ticked=need(sheet, "pre_ticked"),
        back_days=need(sheet, "back_days"),
        compelled=need(sheet, "compelled"),
        shares=sheet.figure("shares"),
        span=sheet.span,
    )


def _times(sheet: Sheet, table: str, names: tuple[str, ...]) -> tuple[tuple[str, Figure], ...]:
    inner = sheet.inner(table)
    return tuple((name, need(inner, name)) for name in names) if inner else ()
