"""An appeal is a matter of one resident: nobody else is moved by its decision in the step in which it falls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.lives import request, scheme_of, side_by_side
from glasstown.simulate.objections import NOT_FILED
from glasstown.simulate.stretch import Stretch
from twin.schemes import CONTESTED

STEP = 8


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
