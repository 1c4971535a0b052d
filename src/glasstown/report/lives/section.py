"""The section of a page that tells six lives: who was chosen out of how many, and each life in words."""

from __future__ import annotations

from glasstown.report.contract import Section, TableView
from glasstown.report.lives.life import read_life
from glasstown.report.lives.strata import choose
from glasstown.report.lives.words import told
from glasstown.report.summary import Summary

_TITLE = "Six lives"
_TEXT = (
    "One resident out of each of six strata, chosen by a hash of the resident's number under the seed: nobody picked "
    "them, and another seed tells others. A life shows what can happen under the scheme in the model, not how often."
)


def lives_section(summary: Summary) -> Section:
    """Six lives, or why there are none."""
    ledger = summary.worlds.scheme
    chosen = choose(ledger)
    if not chosen:
        words = "This world has no score and keeps no list, and a life is told along one of them."
        return Section("lives", _TITLE, (words,))
    rows = tuple((one.words, one.residents, one.resident) for one in chosen)
    note = "A dash: nobody in the stratum who does not already stand for a rarer one."
    table = TableView("Strata", ("stratum", f"{chosen[0].noun} in it", "resident chosen"), rows, note)
    points = tuple(
        f"{one.words[:1].upper()}{one.words[1:]}. {told(read_life(ledger, one.resident))}"
        for one in chosen
        if one.resident is not None
    )
    return Section("lives", _TITLE, (_TEXT,), points, (table,), ("six-lives",))
