"""A warning where a consequence for children takes nothing that is theirs, and the truth of what children use."""

from __future__ import annotations

import pytest

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.degrees import TERMS
from glasstown.compiled.acts import OwnActs
from glasstown.simulate.deed_tables import act_tables
from glasstown.vocab.capacities import CAPACITIES, FOR_CHILDREN_IDS, USED_BY_CHILDREN_IDS
from glasstown.vocab.codes import Capacity
from scheme.dense import DENSE
from scheme.fault_texts import faults_of

JOBS = 'deny = ["public-job"]\ndegree = { airport-lane = -2, fare = -1 }'
SHIFT = '[[act]]\nid = "shift"\nrate = 1\ncapacity = ["public-job"]\nmark = "fiction"\n'


@pytest.mark.parametrize(
    ("takes", "more", "warned"),
    [
        (JOBS, "", True),
        ('deny = ["loan", "rental"]', "", True),
        ('favour = ["promotion"]', "", True),
        ("degree = { deposit = -2 }", "", True),
        ('deny = ["loan", "hospital"]', "", False),
        ('favour = ["top-school"]', "", False),
        ("degree = { hospital-queue = -2 }", "", False),
        (JOBS, SHIFT + 'by = "resident"\n', False),
        (JOBS, SHIFT + 'by = "adult"\n', True),
    ],
)
def test_it_is_told_where_nothing_is_theirs_to_use(takes: str, more: str, warned: bool):
    assert JOBS in DENSE
    text = DENSE.replace(JOBS, takes, 1).replace('scope = "self"', 'scope = "children"', 1) + more
    told = [one for one in faults_of(text) if one.code == "SCH426"]
    assert [one.severity for one in told] == ["warning"] * warned
    assert all("private-school" in one.fix and '"no-jobs"' in one.message for one in told)


def test_what_children_use_is_what_the_model_lets_them_do():
    bits = {name: bit for name, bit, _ in CAPACITIES}
    theirs = Capacity(0)
    for act in RESIDENT_ACTS:
        theirs |= act.capacity if act.from_age < 18 else Capacity(0)
    assert theirs == sum(bits[name] for name in USED_BY_CHILDREN_IDS)
    assert act_tables(OwnActs(), frozenset()).for_children == sum(bits[name] for name in FOR_CHILDREN_IDS)
    for_grown_ups = {act.id for act in RESIDENT_ACTS if act.from_age >= 18} | {"air-trip"}
    assert {term.act for term in TERMS} <= for_grown_ups, "worse terms tell on no child: it earns nothing"
