"""Firms and governments of the engine are those of the twin: every row, and both digests, with and without a scheme."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from glasstown.vocab.codes import Entry
from scheme.dense_business import BUSINESS
from scheme.dense_firms_held import CARRYING
from scheme.dense_kinds import KINDS
from scheme.dense_organisations import GOVERNED
from twin.compare import live_both

AGAIN = (pytest.mark.jit_off, pytest.mark.bounds)


YEARS = BUSINESS.replace("[score]\n", "[score]\nreset_days = 60\n")
"""Each firm's score is set to its start every 60 days; firms and governments do what the file declares as well."""

HELD = (
    YEARS.replace('stack = "act"', 'stack = "record"')
    + """
[[holder]]
id = "taxes"
keeps = ["tax-office"]
altered = 0.3
breach_per_year = 1
exposes = 0.5

[[holder]]
id = "bank"

[[sharing]]
id = "taxes-tell"
from = "taxes"
to = "scorer"
what = "all"
delay_days = 9

[[sharing]]
id = "taxes-sell"
from = "taxes"
to = "bank"
what = "all"
way = "sold"
"""
)
"""What the tax office knows of firms lies with it, is altered, told and sold there."""


@pytest.mark.parametrize(
    ("text", "people", "days", "step_days"),
    [
        pytest.param(YEARS, 60, 150, 10, id="small", marks=AGAIN),
        pytest.param(CARRYING, 60, 150, 10, id="held-to-grades", marks=AGAIN),
        pytest.param(KINDS, 60, 100, 10, id="scores-of-every-kind", marks=AGAIN),
        pytest.param(HELD, 60, 150, 10, id="held", marks=AGAIN),
        pytest.param(GOVERNED, 700, 400, 14, id="many-firms", marks=pytest.mark.nightly),
        pytest.param(BUSINESS, 700, 400, 14, id="many-acts-of-the-file", marks=pytest.mark.nightly),
        pytest.param(KINDS, 700, 400, 14, id="many-scores", marks=pytest.mark.nightly),
    ],
)
def test_a_town_with_organisations_is_that_of_the_twin(text, people, days, step_days):
    rows = live_both(parse_scheme(text), people=people, days=days, step_days=step_days, seed=3)
    assert text is not YEARS or any(row["kind"] == Entry.RESET for row in rows["organisation_entries"])
    for whose in ({183, 184}, {182, 185}) if text is YEARS else ():
        assert whose & {row["act"] for row in rows["organisation_acts"]}, "of firms, and of the government"
        assert whose & {row["act"] for row in rows["organisation_sightings"]}
    for name in ("acts", "sightings", "entries", "panel"):
        assert rows[f"organisation_{name}"], name
