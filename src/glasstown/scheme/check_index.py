"""Faults of indices and classes: keys that mean nothing for the kind of score, and points that nothing would keep."""

from __future__ import annotations

from math import gcd
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.formula_meaning import LARGEST
from glasstown.scheme.grammar_index import TOP_OF_CATEGORY
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.units import milli

_OF_REFRESH: Final = ("value", "refresh_days", "refresh_offset", "thin")
_MOVED_BY: Final = ("rule", "association", "state_rule", "quantity_rule")
"""Tables that move points, which the next day of working out would throw away."""


def check_index(reading: Reading, sheets: Sheets) -> None:
    """Note keys that the kind of the score does not read, and points beside a score that is worked out anew."""
    score, categories = sheets.one("score"), sheets.many("category")
    kind = score.text("kind") if score else "points"
    if score is None or kind == "":
        return
    for key in _OF_REFRESH:
        idle = kind == "points" or (kind == "index" and key == "value") or (kind == "class" and key == "thin")
        if idle and key in score.given:
            fix = 'take it out, or change kind = "…"'
            note(reading, "SCH356", f"a score of kind {quoted(kind)} has no {key}", fix, score, key)
    if kind == "class" and "value" not in score.given:
        note(reading, "SCH356", "a class has no value", "add value = … to [score]", score, "kind")
    if kind == "index" and not categories and "category" not in reading.document.values:
        note(reading, "SCH356", "an index has no category", "add a [[category]]", score, "kind")
    if kind != "index" and categories:
        what = f"there are categories, and the score is of kind {quoted(kind)}"
        note(reading, "SCH412", what, 'write kind = "index", or take them out', categories[0])
    _check_weights(reading, kind, categories)
    _check_thin(reading, score, categories)
    _check_size(reading, score, categories, are_fitted=bool(sheets.many("refit")))
    for table in _MOVED_BY:
        lost = [sheet for sheet in sheets.many(table) if sheet.text("score") in ("", score.id)]
        if kind != "points" and lost:
            what = f"a {table} moves points, and the score is worked out anew: they would be lost"
            fix = 'ask for records by count(act, days), let it move another score, or write kind = "points"'
            note(reading, "SCH357", what, fix, lost[0])


def _check_weights(reading: Reading, kind: str, categories: tuple[Sheet, ...]) -> None:
    weights = [figure.value for sheet in categories if (figure := sheet.figure("weight")) is not None]
    if kind == "index" and weights and not any(weights):
        note(reading, "SCH356", "no category weighs anything", "give one a weight above 0", categories[0], "weight")


def _check_size(reading: Reading, score: Sheet, categories: tuple[Sheet, ...], *, are_fitted: bool) -> None:
    """An index is one product and one division of 64 bits."""
    low, high = score.figure("lowest"), score.figure("highest")
    weights = [milli(figure.value) for sheet in categories if (figure := sheet.figure("weight")) is not None]
    if low is None or high is None or not any(weights):
        return
    # weights that are fitted anew stand in thousandths, each rounded by half a one
    total = sum(weights) + len(weights) if are_fitted else sum(weights) // gcd(*weights)
    if milli(high.value - low.value) * total * TOP_OF_CATEGORY * 1000 >= LARGEST:
        what = f"a score of {low.value} to {high.value} with weights of {total:,} in all is too large to compute"
        note(reading, "LIM-formula", what, "use rounder weights, or a smaller range", categories[0], "weight")


def _check_thin(reading: Reading, score: Sheet, categories: tuple[Sheet, ...]) -> None:
    thin = score.inner("thin")
    if thin is None:
        return
    default, low, high = thin.figure("default"), score.figure("lowest"), score.figure("highest")
    if default and low and high and not low.value <= default.value <= high.value:
        what = f"the default of thin files is {default.value}; the score goes {low.value} to {high.value}"
        note(reading, "SCH305", what, "move it into the score", thin, "default")
    least, asking = thin.figure("least"), [sheet for sheet in categories if "needs" in sheet.given]
    always = len(categories) - len(asking)
    if least and (least.value > len(categories) or least.value <= always):
        what = f"thin files have fewer than {least.value} of {len(categories)} categories; of {always} enough is known"
        fix = "give more categories what they need, or choose a number between the two"
        note(reading, "SCH356", f"{what} of everybody", fix, thin, "least")
