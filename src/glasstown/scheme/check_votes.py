"""Faults of votes: points that are no one number, wishes of no vote, options that nobody ranks."""

from __future__ import annotations

from decimal import Decimal

from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

FEWEST_RANKED = 2


def check_votes(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of votes, wishes and options."""
    votes = {sheet.id: sheet for sheet in sheets.many("vote") if sheet.id}
    rules = {sheet.id: sheet for sheet in sheets.many("rule") if sheet.id}
    of_quantities = {sheet.id for sheet in sheets.many("quantity_rule") if sheet.id}
    of_whom = {sheet.id: sheet.text("of") for sheet in sheets.many("score")}
    for sheet in votes.values():
        for number, name in enumerate(sheet.names("rules")):
            where = (*sheet.path, "rules", number)
            if name in of_quantities and name not in rules:
                message = f"rule {quoted(name)} is on a quantity that a meter reads, and votes set points of acts"
                reading.note("SCH450", message, "name a rule on an act, or take it out", where)
            elif name not in rules:
                message = f"{quoted(name)} is not one of the rules of this file"
                reading.note_unknown("SCH118", message, name, tuple(rules), "rules of this file", where)
            elif fault := _not_to_be_set(rules[name], of_whom):
                fix = "name a rule that moves the scores of residents by one number, or take it out"
                reading.note("SCH450", f"rule {quoted(name)} {fault}", fix, where)
        _check_ends(reading, sheet)
        _check_options(reading, sheet, [one for one in sheets.many("option") if one.text("vote") == sheet.id])
        _check_reason(reading, sheet, sheets)
    for table in ("wish", "option"):
        for sheet in sheets.many(table):
            _check_vote(reading, sheet, votes)
    for sheet in sheets.many("wish"):
        _check_wish(reading, sheet, votes)


def _not_to_be_set(rule: Sheet, of_whom: dict[str, str]) -> str:
    """Why the points of a rule cannot be voted on; nothing where they can."""
    points = rule.points("points")
    if points is None:
        return ""
    low, high = points.range
    if low != high:
        return "has a range of points, of which an official chooses"
    if "escalate" in rule.given:
        return "has points that rise from record to record"
    if low == 0:
        return "moves nothing, and so does any share of it"
    kind = of_whom.get(rule.text("score")) or next(iter(of_whom.values()), "resident")
    return "" if kind == "resident" else f"is about a {kind}"


def _check_ends(reading: Reading, sheet: Sheet) -> None:
    low, high = sheet.figure("lowest"), sheet.figure("highest")
    if low and high and low.value >= high.value:
        message = f"wishes of {quoted(sheet.id)} go from {low.value} to {high.value}"
        note(reading, "SCH454", message, "let lowest be less than highest", sheet, "lowest")


def _check_options(reading: Reading, sheet: Sheet, options: list[Sheet]) -> None:
    shares: dict[Decimal, str] = {}
    for one in options:
        share = one.figure("share")
        if share and (other := shares.setdefault(share.value, one.id)) != one.id:
            message = f"options {quoted(other)} and {quoted(one.id)} stand for the same share"
            note(reading, "SCH453", message, "take one of them out", one, "share")
    name, method = quoted(sheet.id), sheet.text("method")
    if method == "borda" and len(options) < FEWEST_RANKED:
        message = f"vote {name} is by rank, and offers {len(options)} options"
        note(reading, "SCH453", message, "add an [[option]] for each share that is offered", sheet, "method")
    elif method == "median" and options:
        message = f"vote {name} takes the median of all wishes, and option {quoted(options[0].id)} is offered in it"
        note(reading, "SCH453", message, 'write method = "borda", or take the option out', options[0], "vote")


def _check_reason(reading: Reading, sheet: Sheet, sheets: Sheets) -> None:
    spread = sheet.figure("spread")
    if not any(one.text("vote") == sheet.id for one in sheets.many("wish")) and spread and not spread.value:
        message = f"everybody wishes for what stands in the file: vote {quoted(sheet.id)} can change nothing"
        note(reading, "SCH455", message, "add a [[wish]], or a spread of wishes", sheet)


def _check_vote(reading: Reading, sheet: Sheet, votes: dict[str, Sheet]) -> None:
    name = sheet.text("vote")
    if name and name not in votes:
        message = f"{quoted(name)} is not one of the votes of this file"
        reading.note_unknown("SCH451", message, name, tuple(votes), "votes of this file", (*sheet.path, "vote"))


def _check_wish(reading: Reading, sheet: Sheet, votes: dict[str, Sheet]) -> None:
    vote = votes.get(sheet.text("vote"))
    asked = vote.names("rules") if vote else ()
    for number, name in enumerate(sheet.names("rules")):
        if vote and name not in asked:
            message = f"{quoted(name)} is not one of the rules of vote {quoted(vote.id)}"
            where = (*sheet.path, "rules", number)
            reading.note_unknown("SCH452", message, name, asked, "rules of the vote", where)
    if sheet.text("of") == "once" and "most" in sheet.given:
        message = f"wish {quoted(sheet.id)} counts nothing, and says how often that counts at most"
        note(reading, "SCH456", message, 'take it out, or say what is counted, such as of = "harmed"', sheet, "most")
