"""The report of a scheme with several scores: each is drawn and said in words, with its own grades."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from glasstown.report.build import view_run
from glasstown.report.figures.scores_over_time import scores_over_time
from glasstown.report.figures.style import to_svg
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Flag
from scheme.dense import DENSE
from scheme.dense_slots import slotted


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    out = tmp_path_factory.mktemp("several") / "run"
    asked = {"people": 120, "days": 196, "step_days": 28, "seed": 1, "start": date(2020, 1, 1), "baseline": "none"}
    live(RunRequest(parse_scheme(slotted(DENSE)), out=out, **asked))
    return view_run(out)


@pytest.fixture(scope="module")
def summary(view):
    return view.summary


def test_every_score_is_drawn_under_its_name(summary):
    figure = scores_over_time(summary)
    drawn = to_svg(figure.spec)
    hidden = "Standing in the street (hidden from those whom it judges)"
    for name in ("points", hidden, "quarrelling"):
        assert f"Score: {name}" in drawn
        assert f"the median of scores of {name} is " in figure.alt
    for grade in ("top", "bottom", "trusted", "shunned"):
        assert f"Grade {grade}" in drawn


def test_shares_of_the_grades_of_one_score_add_up(summary):
    for names in (("top best", "middle middling", "spare low", "bottom lowest"), ("trusted", "known", "shunned")):
        alt = scores_over_time(summary).alt
        shares = [
            float(part.split(" %")[0])
            for name in names
            for part in [alt[: alt.index(f" % stand in grade {name}")].rsplit(" ", 1)[1]]
        ]
        assert sum(shares) == pytest.approx(100, abs=0.02)


def test_a_score_is_drawn_from_its_own_panel(summary):
    """The third score starts at nought and only falls; the first starts at a hundred."""
    parts = scores_over_time(summary).alt.split("At the end ")[1:]
    medians = [float(part.split(" is ")[1].split(",")[0]) for part in parts]
    ledger = summary.worlds.scheme
    panel = ledger.table("panel").filter(pl.col("day") == 196, (pl.col("flags") & int(Flag.COVERED)) > 0)
    last = ledger.table("scores_panel").filter(score=2, day=196).join(panel, on="resident", how="semi")
    assert medians[2] == last["score_milli"].quantile(0.5, "nearest") / 1000
    assert medians[0] > medians[2]


def test_the_page_has_the_grades_of_every_score_that_has_some(view):
    section = next(one for one in view.page.sections if one.id == "scores")
    graded = {one.score for one in view.summary.worlds.scheme.manifest.names.grades}
    assert len(section.tables) == len(graded) > 1
    assert section.tables[0].title == "Residents in each grade"
    assert len({table.title for table in section.tables}) == len(section.tables)
