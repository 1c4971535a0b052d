"""The world without the scheme lives the acts that its file declares, as the twin does: every row and both digests."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from glasstown.vocab.acts import ACTS
from scheme.dense_business import BUSINESS
from scheme.dense_dues import DUES
from scheme.dense_organisations import ORGANISED
from twin.compare import live_town_both
from twin.schemes import OWN

AGAIN = (pytest.mark.jit_off, pytest.mark.bounds)
LONG = pytest.mark.nightly


@pytest.mark.parametrize(
    ("text", "people", "days", "step_days", "done", "brought"),
    [
        pytest.param(OWN, 60, 90, 30, {"fair", "summons", "round-of-drinks"}, {"lesson"}, id="own", marks=AGAIN),
        pytest.param(OWN, 150, 500, 7, {"fair", "summons", "round-of-drinks"}, {"lesson"}, id="own-weeks", marks=LONG),
        pytest.param(DUES, 40, 150, 7, {"pledge", "promise", "broken-word", "loan-default"}, set(), id="dues"),
        pytest.param(ORGANISED, 700, 182, 14, set(), set(), id="firms", marks=LONG),
        pytest.param(BUSINESS, 60, 100, 10, {"open-day", "square-fenced"}, set(), id="business"),
        pytest.param(BUSINESS, 700, 182, 14, {"night-work", "fence-removed"}, set(), id="much-business", marks=LONG),
    ],
)
def test_the_town_without_the_scheme_is_that_of_the_twin(text, people, days, step_days, done, brought):
    scheme = parse_scheme(text)
    codes = {act.id: 128 + number for number, act in enumerate(scheme.acts)} | {act.id: act.code for act in ACTS}
    rows = live_town_both(scheme, people=people, days=days, step_days=step_days, seed=3)
    codes |= {act.id: 182 + number for number, act in enumerate(scheme.business)}
    found = {row["act"] for row in (*rows["acts"], *rows.get("organisation_acts", ()))}
    assert {codes[name] for name in done} <= found
    assert not {codes[name] for name in brought} & found, "nobody is held by what brings it"
