"""Inferences: how often they err, that they hold, whom they are about, and what a wrong one does to a score."""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl

from engine.lives import Lived, edited, live, scheme_of
from glasstown.audit.metrics.inferred import _finding
from scheme.dense_inferences import INFERENCES

TOWN = {"people": 1_000, "days": 125, "step_days": 7}
IDLE, SCHOOLED = 0, 1
"""Inferences by name."""


@cache
def lived(text: str = INFERENCES) -> Lived:
    """Four months of one town."""
    return live(scheme_of(text), **TOWN)


def bits(world: Lived, which: int):
    """(concluded, so, subject) of everybody at the end."""
    (town,) = world.districts
    told, so = ((column >> which) & 1 for column in town.inferred)
    return told == 1, so == 1, town.subject == 1


def test_without_evidence_the_truth_is_concluded_but_for_the_two_chances():
    told, so, subject = bits(lived(), SCHOOLED)
    assert abs(told[subject & ~so].mean() - 0.3) < 0.06
    assert abs((~told)[subject & so].mean() - 0.1) < 0.06


def test_with_evidence_an_inference_can_be_wrong_though_nothing_is_drawn():
    """Who plays much is taken for one who does not work: for that no chance is needed."""
    exact = edited(INFERENCES, ("wrong_yes = 0.1\nwrong_no = 0.2\n", ""))
    told, so, subject = bits(lived(exact), IDLE)
    assert (told & ~so & subject).sum() > 30
    assert (~told & so & subject).sum() > 30


def test_a_likelier_error_undoes_none():
    told, so, subject = bits(lived(), SCHOOLED)
    more, *_ = bits(lived(edited(INFERENCES, ("wrong_yes = 0.3", "wrong_yes = 0.6"))), SCHOOLED)
    assert (more[subject & ~so] >= told[subject & ~so]).all()
    assert (more[subject & so] == told[subject & so]).all()


def test_an_error_holds_for_its_days_and_is_drawn_anew_then():
    """Drawn once a year nearly nobody is taken otherwise after day 0; drawn every month many are, each time."""
    rows = lived().table("inferences").filter(pl.col("inference") == SCHOOLED)
    monthly = lived(edited(INFERENCES, ("wrong_yes = 0.3", "holds_days = 30\nwrong_yes = 0.3"))).table("inferences")
    monthly = monthly.filter(pl.col("inference") == SCHOOLED)
    assert rows.filter(pl.col("day") > 0).height < rows.height / 10
    assert monthly.filter(pl.col("day") > 0).height > rows.height / 2
    assert monthly["day"].n_unique() == 5


def test_nothing_is_concluded_about_anybody_else():
    for which in (IDLE, SCHOOLED):
        told, so, subject = bits(lived(), which)
        assert not (told | so)[~subject].any()


def test_a_wrong_conclusion_moves_the_score_and_not_the_true_one():
    """5,000 - 3,000 of 10,000 at a weight of 50 of 190.5: 150 * 0.3 * 50 / 190.5 = 11.811 points."""
    sure = edited(INFERENCES, ("wrong_yes = 0.1\nwrong_no = 0.2", "wrong_yes = 1\nwrong_no = 0"),
                  ('evidence = "gauge.gaming-hours > 20 or not known.gaming-hours"\n', ""))  # fmt: skip
    never = edited(sure, ("wrong_yes = 1", "wrong_yes = 0"))
    (one,), (other,) = lived(sure).districts, lived(never).districts
    told, so, subject = bits(lived(sure), IDLE)
    assert told[subject].all()
    moved = other.scores.score.astype(np.int64) - one.scores.score
    known = (one.readings.read[0] >= 0) & subject & (one.worked.thin == 0)
    assert (moved[known & so] == 0).mean() > 0.9, "others have lost or found work since it was worked out"
    hit = moved[known & ~so]
    assert (np.abs(hit - 11_811) <= 1).mean() > 0.9, "likewise"
    assert (one.worked.truly == other.worked.truly)[known].mean() > 0.97


def test_the_finding_counts_by_group():
    told = pl.DataFrame({"resident": range(40), "group": [0] * 30 + [1] * 10,
                         "inferred": [1] * 12 + [0] * 28, "is_so": [1] * 10 + [0] * 20 + [1] * 10})  # fmt: skip
    finding = _finding("idle", "Idle", told)
    assert finding.table.rows[0][1:] == (10, 2, 0, 30)
    assert finding.table.rows[1][1:] == (0, 0, 10, 10)
    assert (finding.value, finding.n) == (0.3, 40)
    assert "2 of 40" in finding.text
    assert "10 wrongly not" in finding.text
