"""Faults of agreement: rules that no sources could ever fulfil, or that one record fulfils by itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from glasstown.scheme.check_records import acts_recorded, note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted


def check_agreement(reading: Reading, sheets: Sheets) -> None:
    """Note rules whose agreement can never be, or is always there."""
    by_act = [sheet for sheet in sheets.many("score") if sheet.text("stack") == "act"]
    for rule, _ in agreeing(sheets) if by_act else ():
        message = f"rule {quoted(rule.id)} asks several sources to agree, and of one act the first record alone counts"
        note(reading, "SCH377", message, 'say stack = "record" of the score, or take agree out', rule, "agree")
    for rule, agree in agreeing(sheets):
        count, trust, name = agree.figure("count"), agree.figure("trust"), quoted(rule.id)
        if count is None or trust is None:
            continue
        sources = feeding(sheets, rule)
        trusts = [figure.value for source in sources if (figure := source.figure("trust"))]
        if len(trusts) < len(sources) or not sources:
            continue
        if count.value > len(sources) or trust.value > sum(trusts, Decimal(0)):
            message = (
                f"rule {name} asks for {count.value:f} sources and a trust of {trust.value:f}; "
                f"{len(sources)} can record the act, with a trust of {sum(trusts, Decimal(0)):f}"
            )
            note(reading, "SCH377", message, "ask for less, or let more sources see the act", rule, "agree")
        elif count.value == 1 and trust.value <= min(trusts):
            message = f"rule {name} asks for no more than any one record brings"
            note(reading, "SCH377", message, "ask for more sources or more trust, or take agree out", rule, "agree")


def agreeing(sheets: Sheets) -> Iterator[tuple[Sheet, Sheet]]:
    """Rules that ask several sources to agree, with what they ask."""
    for rule in sheets.many("rule"):
        agree = rule.inner("agree")
        if agree is not None:
            yield rule, agree


def feeding(sheets: Sheets, rule: Sheet) -> tuple[Sheet, ...]:
    """The sources whose records a rule takes, as far as they can record its act."""
    named = rule.names("sources")
    return tuple(
        source
        for source in sheets.many("source")
        if rule.text("act") in acts_recorded(source) and (not named or source.id in named)
    )
