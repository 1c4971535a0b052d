"""Faults of firms and governments: who does not live in the town, and what is done to the wrong kind of subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.check_scores import score_of
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import RESIDENT, kinds_of_acts
from glasstown.scheme.words import quoted
from glasstown.vocab.capacities import CAPACITY_IDS
from glasstown.vocab.organisation_acts import KIND_OF_ACT
from glasstown.vocab.organisation_terms import (
    DEGREES_ABOVE_THAT_SERVE,
    ORGANISATION_CAPACITY_IDS,
    ORGANISATION_DEGREE_IDS,
)
from glasstown.vocab.organisations import KINDS, OF_RESIDENTS

OFFICIAL: Final = "official"
_ACTS: Final = {
    "source": ("sees",), "rule": ("act",), "override": ("acts",), "ground": ("acts", "extend_acts", "exit_acts"),
}  # fmt: skip
_REACH: Final = {"firms": "firm", "officers": "firm", "officials": "government"}
"""Kind of organisation that must live in the town for a scope to reach anybody."""

_THROUGH_OTHERS: Final = ("officers", "officials")
"""Scopes by which a resident is hit for what an organisation did."""


def check_organisations(reading: Reading, sheets: Sheets) -> None:
    """Note what names organisations that do not live there, and what mixes subjects of several kinds."""
    table = sheets.one("organisation")
    living = table.names("kinds") if table else ()
    if table:
        for name in table.names("kinds"):
            if name not in KINDS:
                message = f"{quoted(name)} is not one of the kinds of organisations"
                reading.note_unknown("SCH109", message, name, KINDS, "kinds", (*table.path, "kinds"))
    whose = kinds_of_acts(sheets)
    _check_living(reading, sheets, living)
    _check_moved(reading, sheets, whose)
    _check_of_residents(reading, sheets, whose)
    for sheet in sheets.many("ground"):
        kinds = {whose.get(act, RESIDENT) for key in _ACTS["ground"] for act in sheet.names(key)}
        if len(kinds) > 1:
            message = f"ground {quoted(sheet.id)} is about acts of {_words(kinds)}"
            note(reading, "SCH391", message, "make a ground for each kind of subject", sheet, "acts")
    for sheet in sheets.many("consequence"):
        _check_scope(reading, sheet, living)
        _check_terms(reading, sheet, living)
    for sheet in (*sheets.many("consequence"), *sheets.many("ground")):
        if "when" in sheet.given:
            _check_condition(reading, sheets, sheet, whose)
    _check_on_list(reading, sheets, whose)
    _check_graded(reading, sheets)


def _words(kinds: set[str]) -> str:
    return " and ".join(f"{kind}s" for kind in sorted(kinds))


def _check_living(reading: Reading, sheets: Sheets, living: tuple[str, ...]) -> None:
    """Acts that ship, and a score, of those who do not live in the town."""
    named = [(sheet, key) for table, keys in _ACTS.items() for sheet in sheets.many(table) for key in keys]
    for sheet, key in named:
        for act in (sheet.text(key), *sheet.names(key)):
            kind = KIND_OF_ACT.get(act, RESIDENT)
            if kind not in (RESIDENT, *living):
                message = f"{quoted(act)} is an act of {kind}s, and none live in the town"
                note(reading, "SCH390", message, f'add [organisation] kinds = ["{kind}"]', sheet, key)
    for sheet in sheets.many("score"):
        of = sheet.text("of")
        if of not in ("", *OF_RESIDENTS, *living):
            message = f"the score is that of {of}s, and none live in the town"
            note(reading, "SCH390", message, f'add [organisation] kinds = ["{of}"]', sheet, "of")


def _check_moved(reading: Reading, sheets: Sheets, whose: Mapping[str, str]) -> None:
    """Rules and overrides about acts of those whose score it is not, and what is known of residents alone."""
    for sheet in (*sheets.many("rule"), *sheets.many("override")):
        key = "act" if sheet.table == "rule" else "acts"
        of = _whose(sheets, sheet)
        doing = RESIDENT if of == OFFICIAL else of
        acts = [act for act in (sheet.text("act"), *sheet.names("acts")) if act]
        others = [act for act in acts if whose.get(act, RESIDENT) != doing]
        if of and others:
            kind = whose.get(others[0], RESIDENT)
            message = f"{quoted(others[0])} is an act of {kind}s, and the score is that of {of}s"
            note(reading, "SCH391", message, f"name acts of {doing}s, or change score.of", sheet, key)
    for score in sheets.many("score"):
        if score.text("of") not in ("", RESIDENT) and score.text("kind") not in ("", "points"):
            of = score.text("of")
            message = f"what a score is worked out from is known of residents, and this one is that of {of}s"
            note(reading, "SCH391", message, 'give kind = "points"', score, "kind")
        ranked = next((one for one in sheets.many("score") if one.id and one.id == score.text("rank_of")), None)
        if ranked is not None and ranked.text("of") not in ("", RESIDENT):
            message = f"residents are ranked, and {quoted(ranked.id)} is the score of {ranked.text('of')}s"
            note(reading, "SCH391", message, "rank by a score of residents", score, "rank_of")
    for override in sheets.many("override"):
        _check_other_firm(reading, sheets, override)
    _check_known(reading, sheets)


def _check_of_residents(reading: Reading, sheets: Sheets, whose: Mapping[str, str]) -> None:
    """Acts of organisations where only what residents do can stand: in impressions, and in what is mistaken."""
    mistaken = [wrong for sheet in sheets.many("source") if (wrong := sheet.inner("wrong_act")) is not None]
    for sheet, key, why in (
        *((sheet, "act", "stars are given to residents") for sheet in sheets.many("impression")),
        *((wrong, "taken_for", "nothing that organisations do is mistaken") for wrong in mistaken),
    ):
        act = sheet.text(key)
        if act in whose:
            message = f"{quoted(act)} is an act of {whose[act]}s, and {why}"
            note(reading, "SCH391", message, "name an act of residents", sheet, key)


def _check_other_firm(reading: Reading, sheets: Sheets, override: Sheet) -> None:
    """What holds firms by another firm, or by their age, in a score of others; and grades of two scores."""
    of, name = _whose(sheets, override), quoted(override.id)
    key = next((one for one in ("same_officer", "younger_days") if one in override.given), "")
    if key and of not in ("", "firm"):
        message = f"override {name} is about firms, and the score is that of {of}s"
        note(reading, "SCH391", message, f"take {key} out, or name a grade of firms", override, key)
    grades = {sheet.id: sheet.text("score") for sheet in sheets.many("grade")}
    earned, held = grades.get(override.text("same_officer")), grades.get(override.text("grade"))
    if earned is not None and held is not None and earned != held:
        message = f"override {name} carries a grade of the score {quoted(earned)} into {quoted(held)}"
        note(reading, "SCH391", message, "name two grades of one score", override, "same_officer")


def _check_known(reading: Reading, sheets: Sheets) -> None:
    """Conditions, points that stand and points that are shared, in scores of others than residents."""
    conditional = [sheet for sheet in (*sheets.many("rule"), *sheets.many("consequence")) if "when" in sheet.given]
    for sheet in (*sheets.many("state_rule"), *sheets.many("quantity_rule"), *conditional):
        of = _whose(sheets, sheet)
        if of in KINDS or (of == OFFICIAL and sheet.table in {"state_rule", "quantity_rule"}):
            message = f"{sheet.table} {quoted(sheet.id)} is about residents, and the score is that of {of}s"
            note(reading, "SCH391", message, "take it out", sheet)
    rules = {sheet.id: _whose(sheets, sheet) for sheet in sheets.many("rule")}
    for sheet in sheets.many("association"):
        named = sheet.names("rules") or tuple(rules)
        passed = [name for name in named if rules.get(name, "") not in ("", RESIDENT)]
        if passed:
            message = (
                f"association {quoted(sheet.id)} passes on {quoted(passed[0])}, of the score of {rules[passed[0]]}s"
            )
            fix = "say in rules = … whose points residents share"
            note(reading, "SCH391", message, fix, sheet, "rules" if "rules" in sheet.given else "id")


def _whose(sheets: Sheets, sheet: Sheet) -> str:
    """Whose score a rule moves, or a grade that is named is a class of; "" where that is not known."""
    scores, named = sheets.many("score"), sheet
    if sheet.table in ("override", "consequence"):
        grade = next((one for one in sheets.many("grade") if one.id and one.id == sheet.text("grade")), None)
        if grade is None:
            return ""
        named = grade
    score = score_of(named, scores)
    return "" if score is None else score.text("of") or RESIDENT


def _check_scope(reading: Reading, sheet: Sheet, living: tuple[str, ...]) -> None:
    scope = sheet.text("scope")
    kind = _REACH.get(scope)
    if kind and kind not in living:
        message = f"consequence {quoted(sheet.id)} hits {scope}, and no {kind}s live in the town"
        note(reading, "SCH390", message, f'add [organisation] kinds = ["{kind}"]', sheet, "scope")
    takes = [name for key in ("deny", "favour") for name in sheet.names(key)]
    of_organisations = [name for name in takes if name in ORGANISATION_CAPACITY_IDS]
    if scope in (*_THROUGH_OTHERS, "household", "children") and (of_organisations or sheet.inner("terms")):
        message = f"consequence {quoted(sheet.id)} hits residents, and takes what only organisations have"
        note(reading, "SCH391", message, "take capacities and degrees of residents", sheet, "scope")
    if scope == "firms" and ([name for name in takes if name in CAPACITY_IDS] or sheet.inner("degree")):
        message = f"consequence {quoted(sheet.id)} hits firms, and takes what only residents have"
        note(reading, "SCH391", message, "take capacities and terms of organisations", sheet, "scope")


def _check_condition(reading: Reading, sheets: Sheets, sheet: Sheet, whose: Mapping[str, str]) -> None:
    """A consequence or a ground with a condition, which can be asked of residents alone."""
    scope, cause = sheet.text("scope"), sheet.text("list")
    grounds = [ground for ground in sheets.many("ground") if cause and ground.text("list") == cause]
    about = [sheet] if sheet.table == "ground" else grounds
    others = {whose.get(act, RESIDENT) for ground in about for act in ground.names("acts")} - {RESIDENT}
    if scope in _REACH or others:
        whom = scope if scope in _REACH else _words(others)
        message = f"{sheet.table} {quoted(sheet.id)} is about {whom}, and what its condition asks is known of residents"
        note(reading, "SCH391", message, "take the condition out", sheet, "when")


def _check_terms(reading: Reading, sheet: Sheet, living: tuple[str, ...]) -> None:
    terms = sheet.inner("terms")
    takes = {*sheet.names("deny"), *sheet.names("favour")}.intersection(ORGANISATION_CAPACITY_IDS)
    if (terms or takes) and not living:
        message = f"consequence {quoted(sheet.id)} reaches organisations, and none live in the town"
        note(reading, "SCH390", message, 'add [organisation] kinds = ["firm"]', sheet)
    levels = {name: terms.values.get(name) for name in ORGANISATION_DEGREE_IDS} if terms else {}
    for name, level in levels.items():
        if isinstance(level, int) and level > 0 and name not in DEGREES_ABOVE_THAT_SERVE:
            message = f"better {quoted(name)} than usual changes nothing in the model"
            note(reading, "SCH419", message, "tell it in scheme.not_modelled", sheet, "terms")


def _check_on_list(reading: Reading, sheets: Sheets, whose: Mapping[str, str]) -> None:
    """A consequence of a list that reaches others through subjects who are never on it."""
    for sheet in sheets.many("consequence"):
        scope, cause = sheet.text("scope"), sheet.text("list")
        grounds = [ground for ground in sheets.many("ground") if cause and ground.text("list") == cause]
        listed = {whose.get(act, RESIDENT) for ground in grounds for act in ground.names("acts")}
        needed = _REACH.get(scope, RESIDENT)
        if listed and needed not in listed and (scope in _REACH or scope in ("household", "children")):
            message = f"consequence {quoted(sheet.id)} hits {scope} for a list of {_words(listed)}"
            fix = f'name a list of {needed}s, or write scope = "self"'
            note(reading, "SCH391", message, fix, sheet, "scope")


def _check_graded(reading: Reading, sheets: Sheets) -> None:
    """A consequence of a grade that takes from its holders what they cannot have."""
    for sheet in sheets.many("consequence"):
        scope, of = sheet.text("scope") or "self", _whose(sheets, sheet)
        if not sheet.text("grade") or not of:
            continue
        if scope in _REACH and of != _REACH[scope]:
            message = f"consequence {quoted(sheet.id)} hits {scope} for a grade of {of}s"
            note(reading, "SCH391", message, f"name a grade of {_REACH[scope]}s", sheet, "grade")
        if scope in _THROUGH_OTHERS:
            continue
        organised_kind = of in KINDS
        takes = [*sheet.names("deny"), *sheet.names("favour")]
        residential = [name for name in takes if name in CAPACITY_IDS] or sheet.inner("degree")
        organised = [name for name in takes if name in ORGANISATION_CAPACITY_IDS] or sheet.inner("terms")
        wrong = residential if organised_kind else organised
        if wrong or (organised_kind and scope in ("household", "children")):
            message = f"consequence {quoted(sheet.id)} takes from {of}s, whose grade it is, what they do not have"
            note(reading, "SCH391", message, 'change what it takes, or give scope = "officers"', sheet, "grade")
