"""Measures of a scored town, from a run folder of a few residents with every number worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import polars as pl
import pytest

from glasstown.ledger.model_names import Names, RuleRow
from glasstown.ledger.model_scores import GradeRow
from glasstown.ledger.reader import open_run
from glasstown.society.spec import load_spec
from glasstown.studies import score_measures as of
from glasstown.vocab.organisations import OrganisationFact
from towns import MANIFEST, NONE, write_run

COVERED, AWARE = 2, 1
TAKES, GIVES, CLAMP = 0, 1, 1
NAMES = Names(
    acts=MANIFEST.names.acts,
    rules=(
        RuleRow(0, "red-light", 0, -1_000, -1_000, (), None, None, None),
        RuleRow(1, "gift", 11, 1_000, 1_000, (), None, None, None),
    ),
    grades=(GradeRow(1, "AAA", "", 1_050_000), GradeRow(2, "A", "", 960_000), GradeRow(3, "B", "", None)),
)


def panel(resident, score, flags, day=364):
    return {"resident": resident, "day": day, "score_milli": score, "grade": 1, "flags": flags}


def entry(resident, delta, kind=0):
    return {"resident": resident, "kind": kind, "delta_milli": delta}


TABLES = {
    "panel": (
        panel(0, 100_000, COVERED | AWARE),
        panel(1, 134_500, COVERED),
        panel(2, 99_000, COVERED | AWARE),
        panel(3, 500_000, AWARE),  # a child: the scheme does not score it
        panel(0, 199_000, COVERED, day=0),  # another day
    ),
    "people": tuple({"resident": number, "urban": number % 2} for number in range(4)),
    "grade_counts": (
        {"step": 0, "grade": 3, "residents": 9},
        {"step": 51, "grade": 0, "residents": 5},
        {"step": 51, "grade": 1, "residents": 1},
        {"step": 51, "grade": 2, "residents": 6},
        {"step": 51, "grade": 3, "residents": 1},
    ),
    # residents 0 and 2 live in the country: 3 penalties and 1 reward; in town 2 and 4
    "entries": (
        entry(0, -50), entry(0, -10), entry(2, -5), entry(2, 5), entry(2, -5, CLAMP),
        entry(1, -50), entry(3, -10), entry(1, 5), entry(1, 5), entry(3, 1), entry(3, 9),
    ),
    "act_counts": (
        {"step": 0, "act": 0, "done": 60}, {"step": 25, "act": 0, "done": 20},
        {"step": 26, "act": 0, "done": 7}, {"step": 0, "act": 11, "done": 500},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scored") / "run"
    write_run(folder, replace(MANIFEST, names=NAMES), **TABLES)
    without = ({"step": 0, "act": 0, "done": 70}, {"step": 25, "act": 0, "done": 30})
    write_run(folder / "baseline", NONE, act_counts=without)
    return open_run(folder)


def test_members_from_a_score_on_are_those_whom_the_scheme_scores(town):
    """100, 134.5 and 99 points; a child with 500 is no member."""
    assert of.share_with(town, 100)[0] == 2 / 3
    assert of.share_with(town, 134.5)[0] == 1 / 3


def test_scores_are_those_of_the_scored_at_the_end(town):
    assert of.highest_score(town)[::2] == (134.5, 3)
    assert of.share_below(town, 100)[::2] == (pytest.approx(1 / 3), 3)
    assert of.share_aware(town)[::2] == (pytest.approx(2 / 3), 3)


def test_best_grades_are_a_share_of_the_graded(town):
    assert of.share_in_best_grades(town)[::2] == (pytest.approx(7 / 8), 8)


def test_penalties_for_each_reward_in_the_country_over_those_in_town(town):
    value, noise, units, _ = of.penalties_rural_to_urban(town)
    assert value == pytest.approx((3 / 1) / (2 / 4))
    assert noise == pytest.approx(6 * (1 / 3 + 1 + 1 / 2 + 1 / 4) ** 0.5)
    assert units == 1


def test_what_the_scheme_changed_counts_the_acts_it_takes_points_for(town):
    """Days 0 to 182 hold steps 0 to 25: 80 offences with the scheme, 100 without; the gifts are none."""
    value, noise, units, _ = of.change_of_offences(town, 0, 182)
    assert value == pytest.approx(-0.2)
    assert noise == pytest.approx(0.8 * (1 / 80 + 1 / 100) ** 0.5)
    assert units == 80
    assert of.change_of_offences(town, 182, 364)[0] is None, "none without the scheme: nothing to divide by"


def test_firms_ever_listed_are_scaled_to_the_nation():
    """Of 40 firms ten were on a list, one of them twice, and a government was: a quarter of 18.57 million."""
    firm, government = int(OrganisationFact.FIRM), int(OrganisationFact.GOVERNMENT)
    facts = [*[firm] * 40, government]
    tables = {
        "organisations": pl.DataFrame({"organisation": range(41), "facts": facts}),
        "organisation_listings": pl.DataFrame({"organisation": [*range(10), 0, 40]}),
    }
    value, noise, units, unit = of.firms_ever_listed(SimpleNamespace(table=tables.__getitem__))
    assert value == 18_570_000 / 4
    assert noise == pytest.approx(18_570_000 * (0.25 * 0.75 / 40) ** 0.5)
    assert (units, unit) == (40, "firms")
    assert load_spec().scalar("corporate_enterprises") == of.FIRMS_OF_THE_NATION


def test_where_no_firms_live_none_are_listed():
    tables = {
        "organisations": pl.DataFrame({"organisation": [1], "facts": [int(OrganisationFact.GOVERNMENT)]}),
        "organisation_listings": pl.DataFrame({"organisation": [1]}),
    }
    assert of.firms_ever_listed(SimpleNamespace(table=tables.__getitem__))[:3] == (None, 0.0, 0)
