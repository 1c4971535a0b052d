"""A grade that reaches a household: Harbour's grade D denies public jobs to all of a household, or to its children.

Household 1 is residents 1 and 5, 2 is 2 and 6, 3 is 3 and 7; everybody else lives alone. Resident 1 is in D by true
records from day 14, 2 by a false one only, 3 from day 35, though true records alone give it from day 105.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, PANEL, PERSONS, SPELLS, write_harbour
from glasstown.audit.case import open_case
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.ledger.model_scores import ScoreFacts

KIN = {5: 1, 6: 2, 7: 3}
HOMES = [dict(row, household=KIN.get(row["resident"], row["resident"])) for row in PERSONS]
HIT = tuple(dict(SPELLS[member - 1], resident=kin) for kin, member in KIN.items())


def judged(folder, scope, spells, **changed):
    """Cause, days denied and wrongful days of each of the punished, under a consequence of this scope."""
    manifest = changed.pop("manifest", HARBOUR)
    names = replace(manifest.names, consequences=(ConsequenceRow(0, "no-public-job", 3, 1, 0, "none", scope=scope),))
    folder = write_harbour(folder, manifest=replace(manifest, names=names), people=HOMES, spells=spells, **changed)
    rows = open_case(open_worlds(folder)).punished.iter_rows(named=True)
    return {row["resident"]: (row["cause"], row["denied_days"], row["wrongful_days"]) for row in rows}


def test_who_is_hit_by_a_true_grade_of_a_member_is_hit_through_others(tmp_path):
    found = judged(tmp_path / "run", "household", (*SPELLS[:3], *HIT))
    assert found == {
        1: ("own", 350, 0), 5: ("through-others", 350, 0),
        2: ("wrongly", 350, 350), 6: ("wrongly", 350, 350),
        3: ("own", 329, 70), 7: ("through-others", 329, 70),
    }  # fmt: skip


def test_children_are_hit_through_others_by_their_parents_grade(tmp_path):
    found = judged(tmp_path / "run", "children", HIT)
    assert found == {5: ("through-others", 350, 0), 6: ("wrongly", 350, 350), 7: ("through-others", 329, 70)}


@pytest.mark.parametrize(("is_graded", "cause"), [(True, "by-state"), (False, "wrongly")])
def test_whoever_was_never_graded_has_no_fall_of_their_own(tmp_path, is_graded, cause):
    """The score begins in D, and resident 8, who lives alone, is held by nobody's grade."""
    low = replace(HARBOUR, score=ScoreFacts(100_000, 0, 1_000_000, "each-entry", "act"))
    panel = [dict(row, grade=row["grade"] if is_graded or row["resident"] != 8 else 0) for row in PANEL]
    spells = ({"resident": 8, "consequence": 0, "grade": 3, "start_day": 0, "end_day": 364, "open": 1},)
    found = judged(tmp_path / "run", "household", spells, manifest=low, panel=panel)
    assert found[8][0] == cause
