"""Faults of ranks: right key by key, without meaning together."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.check_scores import score_of
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_OF_RANKS: Final = ("rank_of", "rank_scope")
_PER_CENT: Final = {"lowest": Decimal(0), "highest": Decimal(100)}


def check_ranks(reading: Reading, sheets: Sheets) -> None:
    """Note ranks of nothing, ranks that rules would move, and keys of ranks where there is none."""
    scores = sheets.many("score")
    for score in scores:
        if score.text("kind") == "rank":
            _check_rank(reading, score, scores)
        else:
            for key in (key for key in _OF_RANKS if key in score.given):
                what = f"a score of kind {quoted(score.text('kind'))} has no {key}"
                note(reading, "SCH356", what, 'take it out, or write kind = "rank"', score, key)
    for table in ("rule", "state_rule", "quantity_rule"):
        for row in sheets.many(table):
            of = score_of(row, scores)
            if of is not None and of.text("kind") == "rank":
                what = f"{table} {quoted(row.id)} moves a rank, and the next day of ranking would undo it"
                note(reading, "SCH357", what, f"let it move {quoted(of.text('rank_of'))}", row)
    for grade in sheets.many("grade"):
        _check_grade(reading, grade, score_of(grade, scores))


def _check_rank(reading: Reading, score: Sheet, scores: tuple[Sheet, ...]) -> None:
    ranked = next((one for one in scores if one.id == score.text("rank_of") and one.id), None)
    if ranked is None or ranked is score or ranked.text("kind") == "rank":
        what = "a rank says by which other score residents are ranked"
        note(reading, "SCH397", what, "say rank_of = …, the name of a score that is no rank", score, "rank_of")
    if score is scores[0]:
        note(reading, "SCH329", "the first score is a rank", "let the score it ranks by stand first", score, "kind")
    if score.text("cap") == "on-reading":
        note(reading, "SCH397", "a rank adds nothing up", 'write cap = "each-entry"', score, "cap")
    for key, end in _PER_CENT.items():
        figure = score.figure(key)
        if figure is not None and figure.value != end:
            note(reading, "SCH397", f"a rank is in per cent, and {key} is {figure.value}", f"write {key} = {end}",
                 score, key)  # fmt: skip
    for key in ("value", "thin"):
        if key in score.given:
            note(reading, "SCH356", f"a rank has no {key}", "take it out", score, key)


def _check_grade(reading: Reading, grade: Sheet, score: Sheet | None) -> None:
    if "top_share" not in grade.given:
        return
    if score is not None and score.text("kind") != "rank":
        what = f"grade {quoted(grade.id)} is for a share from the top, and its score is no rank"
        note(reading, "SCH398", what, "say at_least = …, or let it be a grade of a rank", grade, "top_share")
    elif "at_least" in grade.given:
        what = f"grade {quoted(grade.id)} says where it begins twice"
        note(reading, "SCH398", what, "take at_least or top_share out", grade, "at_least")
