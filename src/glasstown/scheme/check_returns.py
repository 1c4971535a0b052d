"""Faults of scores that go back: half of what is needed, a score that nothing moves, points that come back twice."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_records import note
from glasstown.scheme.check_scores import score_of
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted

_HOW: Final = ("decay_share", "decay_points")
RETURNING: Final = (*_HOW, "decay_days", "reset_days", "reset_offset")


def check_returns(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of scores that go back."""
    scores = sheets.many("score")
    for score in scores:
        given = [key for key in RETURNING if key in score.given]
        kind = "stars" if sheets.one("encounters") else score.text("kind")
        if given and kind not in {"points", ""}:
            message = f"a score of {kind} has {given[0]}, and nothing adds it up"
            note(reading, "SCH441", message, f"take {given[0]} out, or let rules move the score", score, given[0])
        _check_whole(reading, score)
    for rule in sheets.many("rule"):
        own = score_of(rule, scores)
        decays = [one for one in _HOW if own is not None and one in own.given]
        if "expires_days" in rule.given and decays:
            message = f"what rule {quoted(rule.id)} moves comes back when it expires, and its score has {decays[0]}"
            note(reading, "SCH442", message, f"take {decays[0]} or expires_days out", rule, "expires_days")


def _check_whole(reading: Reading, score: Sheet) -> None:
    how = [key for key in _HOW if key in score.given]
    if len(how) > 1:
        note(reading, "SCH440", "the score goes back by a share and by points", "take one of them out", score, how[1])
    elif how and "decay_days" not in score.given:
        note(reading, "SCH440", f"there is {how[0]}, and no decay_days", "add decay_days = …", score, how[0])
    elif not how and "decay_days" in score.given:
        message = "there is decay_days, and nothing that goes back"
        note(reading, "SCH440", message, "add decay_share = … or decay_points = …", score, "decay_days")
    if "reset_offset" in score.given and "reset_days" not in score.given:
        message = "there is reset_offset, and no reset_days"
        note(reading, "SCH440", message, "add reset_days = …, or take reset_offset out", score, "reset_offset")
