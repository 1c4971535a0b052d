"""An appeal is a matter of one resident: nobody else is moved by its decision in the step in which it falls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.lives import request, scheme_of, side_by_side
from glasstown.simulate.agenda import RECORD
from glasstown.simulate.objections import NOT_FILED
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.acts import ACTS
from scheme.dense_repairs import REPAIRED
from twin.schemes import CONTESTED

STEP = 8
GIFT = next(act.code for act in ACTS if act.id == "charity-gift")


def test_a_decision_reaches_whom_it_is_about_and_their_household_alone():
    """One appeal that waits at the start of a step is turned from upheld to refused, or the other way round."""
    whose: list[int] = []
    homes: set[int] = set()

    def alter(step: int, town: Sequence[Stretch]) -> None:
        if step == STEP:
            rows = town[0].docket.objections
            waiting = np.flatnonzero((rows["filed"] != NOT_FILED) & (rows["what"] == 0))
            assert waiting.size, "the case needs an appeal that waits"
            rows["upheld"][waiting[0]] ^= 1
            who = int(rows["who"][waiting[0]])
            whose.append(who)
            home = town[0].household
            homes.update(np.flatnonzero(home == home[who]).tolist())

    text = CONTESTED.replace("days = 2\n", "days = 9\n")
    asked = request(scheme_of(text), people=120, days=100, step_days=10, seed=2)
    changed = side_by_side((asked, asked), alter)
    assert changed[STEP - 1] == set()
    assert whose[0] in changed[STEP]
    assert changed[STEP] <= homes


def test_a_repair_reaches_whom_it_is_about_and_their_household_alone():
    """Of one debit nothing is left to repair, in a step in which a gift would have repaired it."""
    whose: list[int] = []
    homes: set[int] = set()

    def alter(step: int, town: Sequence[Stretch]) -> None:
        if step == STEP:
            rows, due = town[0].docket.debited, town[0].agenda[: town[0].used]
            gifts = (due["kind"] == RECORD) & (due["act"] == GIFT) & (due["due"] < 10 * (STEP + 1))
            could = rows["who"][(rows["left"] > 0) & np.isin(rows["who"], due["who"][gifts])]
            assert could.size, "the case needs a gift of somebody who has lost points"
            whose.append(int(could[0]))
            rows["left"][rows["who"] == whose[0]] = 0
            home = town[0].household
            homes.update(np.flatnonzero(home == home[whose[0]]).tolist())

    asked = request(scheme_of(REPAIRED), people=150, days=100, step_days=10, seed=2)
    changed = side_by_side((asked, asked), alter)
    assert changed[STEP - 1] == set()
    assert whose[0] in changed[STEP]
    assert changed[STEP] <= homes
