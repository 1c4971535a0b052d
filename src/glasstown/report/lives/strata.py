"""Which six lives are told: one resident out of each of six strata, chosen by a keyed hash of the number.

A world with a score has the strata of this file, one that only keeps lists has those of `list_strata`.

Nobody picks: the hash depends on seed and number alone, and a life is told because of its stratum, not
because it makes a point. Those whose every act was kept come first. A stratum without residents stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from glasstown.audit.metrics.reach import LOWERS
from glasstown.ledger.kept import keyed_priority
from glasstown.ledger.reader import Ledger
from glasstown.report.lives.list_strata import LIST_STRATA, residents_of_lists
from glasstown.vocab.arrays import U32
from glasstown.vocab.codes import Entry, Flag, Group, Truth, Work

STRATA: Final = (
    ("never-lost", "never lost a point", pl.col("n_lost") == 0),
    ("kept", "lost points, kept the grade", (pl.col("n_lost") > 0) & ~pl.col("has_fallen")),
    ("fell", "fell a grade on true records alone", pl.col("has_fallen") & (pl.col("n_untrue") == 0)),
    (
        "fell-untrue",
        "fell a grade, with a false or wrong-person record",
        pl.col("has_fallen") & (pl.col("n_untrue") > 0),
    ),
    ("denied-workless", "out of work while something was denied", pl.col("is_denied_workless")),
    ("minority", "of an invented minority", pl.col("group") != int(Group.MAJORITY)),
)
"""Slug, words and condition of each stratum, in the order in which they are printed."""

_WORKED_OUT: Final = {
    "kept": "score fell, kept the grade",
    "fell": "fell a grade, and no score was below what is true",
    "fell-untrue": "fell a grade, and some score was below what is true",
}
"""Words of the same strata where a score is worked out anew."""

_SAMPLE: Final = "report lives"

Strata = tuple[tuple[str, str, pl.Expr], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One stratum: how many are in it, who stands for it (None where nobody is left to), and who is counted."""

    slug: str
    words: str
    residents: int
    resident: int | None
    noun: str = "subjects"


def choose(ledger: Ledger) -> tuple[Chosen, ...]:
    """Choose one resident of each stratum; rare strata choose first, so that nobody stands for two.

    There are none where the world has neither a score nor lists.
    """
    if ledger.manifest.resident_score is not None:
        return _choose(ledger, _strata(ledger), _subjects(ledger), "subjects")
    if ledger.manifest.names.grounds:
        return _choose(ledger, LIST_STRATA, residents_of_lists(ledger), "residents")
    return ()


def _strata(ledger: Ledger) -> Strata:
    """The strata of a world with a score, in the words that fit how it comes about."""
    score = ledger.manifest.resident_score
    words = {} if score is None or score.kind == "points" else _WORKED_OUT
    return tuple((slug, words.get(slug, text), condition) for slug, text, condition in STRATA)


def _choose(ledger: Ledger, strata: Strata, people: pl.DataFrame, noun: str) -> tuple[Chosen, ...]:
    members = {slug: people.filter(condition)["resident"].to_numpy() for slug, _, condition in strata}
    chosen: dict[str, int | None] = {}
    for slug in sorted(members, key=lambda slug: members[slug].size):
        left = np.setdiff1d(members[slug], [number for number in chosen.values() if number is not None])
        chosen[slug] = _first(ledger, left.astype(np.uint32))
    return tuple(Chosen(slug, words, members[slug].size, chosen[slug], noun) for slug, words, _ in strata)


def has_every_act(ledger: Ledger, residents: U32) -> np.ndarray:
    """Whether the run kept every act of these residents: whether they are in its keyed sample of lives."""
    manifest = ledger.manifest
    acted = ledger.table("acts")["resident"].unique().to_numpy()
    if manifest.kept.lives >= manifest.people or not acted.size:
        return np.full(residents.size, fill_value=manifest.kept.lives >= manifest.people)
    last = keyed_priority("lives", acted, seed=manifest.seed, replicate=manifest.replicate).max()
    return keyed_priority("lives", residents, seed=manifest.seed, replicate=manifest.replicate) <= last


def _first(ledger: Ledger, residents: U32) -> int | None:
    """The resident with the least priority, those with every act kept before all others."""
    if not residents.size:
        return None
    manifest = ledger.manifest
    priority = keyed_priority(_SAMPLE, residents, seed=manifest.seed, replicate=manifest.replicate)
    order = np.lexsort((priority, ~has_every_act(ledger, residents)))
    return int(residents[order[0]])


def _subjects(ledger: Ledger) -> pl.DataFrame:
    """Every kept subject with what the strata ask for."""
    covered = (pl.col("flags") & int(Flag.COVERED)) > 0
    frame = ledger.table("panel").filter(covered).select("resident").unique().sort("resident")
    frame = frame.join(ledger.table("people").select("resident", "group"), on="resident", how="left")
    losses = _losses(ledger)
    worse = (pl.col("from_grade") > 0) & (pl.col("to_grade") > pl.col("from_grade"))
    fallen = ledger.table("grades").filter(worse).select("resident", has_fallen=pl.lit(value=True)).unique()
    workless = _denied_workless(ledger).with_columns(is_denied_workless=pl.lit(value=True))
    for more in (losses, fallen, workless):
        frame = frame.join(more, on="resident", how="left")
    return frame.with_columns(
        pl.col("n_lost", "n_untrue").fill_null(0), pl.col("has_fallen", "is_denied_workless").fill_null(value=False)
    )


def _losses(ledger: Ledger) -> pl.DataFrame:
    """How often the score of each resident was lowered, and how often by what is not true.

    A score that is worked out anew was lowered by what is not true where it stood below what is true.
    """
    entries = ledger.table("entries").filter(pl.col("kind").is_in(LOWERS) & (pl.col("delta_milli") < 0))
    worked_out = pl.col("kind") == int(Entry.REFRESH)
    lowered = entries.select("resident", untrue=~worked_out & (pl.col("truth") != int(Truth.TRUE)), lost=1)
    below = ledger.table("refreshes").filter(pl.col("score_milli") < pl.col("true_milli"))
    rows = pl.concat([lowered, below.select("resident", untrue=pl.lit(value=True), lost=0)], how="vertical_relaxed")
    return rows.group_by("resident").agg(pl.col("lost").sum().alias("n_lost"), pl.col("untrue").sum().alias("n_untrue"))


def _denied_workless(ledger: Ledger) -> pl.DataFrame:
    """Residents out of work on a day of the panel on which a consequence denied them something."""
    denying = [row.code for row in ledger.manifest.names.consequences if row.harms]
    spells = ledger.table("spells").filter(pl.col("consequence").is_in(denying))
    days = ledger.table("panel").filter(pl.col("work") == int(Work.OUT_OF_WORK)).select("resident", "day")
    both = days.join(spells.select("resident", "start_day", "end_day"), on="resident", how="inner")
    inside = (pl.col("start_day") <= pl.col("day")) & (pl.col("day") < pl.col("end_day"))
    return both.filter(inside).select("resident").unique()
