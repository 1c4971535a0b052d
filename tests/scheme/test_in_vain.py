"""What a scheme would wait for in vain is refused: records of quantities, and look-ups where nobody looks."""

from __future__ import annotations

import pytest

from glasstown.behaviours.acts.gauges import GAUGES as MODEL_GAUGES
from glasstown.vocab.acts import GAUGES
from glasstown.vocab.capacities import CAPACITY_IDS
from scheme.fault_texts import faults_of, swap

WAITING_FOR_RECORDS = (
    'sees = ["late-bill", "charity-gift", "civil-dispute", "elder-care"]',
    'act = "late-bill"',
    'acts = ["critical-post"]',
    'extend_acts = ["late-bill"]',
    'exit_acts = ["charity-gift"]',
)


@pytest.mark.parametrize("gauge", GAUGES)
@pytest.mark.parametrize("old", WAITING_FOR_RECORDS)
def test_a_quantity_of_a_month_is_refused_where_records_are_waited_for(old: str, gauge: str):
    key, _, value = old.partition(" = ")
    new = f'{key} = ["{gauge}"]' if value.startswith("[") else f'{key} = "{gauge}"'
    (told,) = (one for one in faults_of(swap(old, new)) if one.code == "SCH116")
    assert told.span is not None
    assert told.span.source_line[told.span.column - 1 : told.span.end_column - 1] == f'"{gauge}"'
    assert ("volunteer-day" in told.fix) == (gauge == "volunteer-hours")


def test_the_gauges_that_schemes_are_told_of_are_those_of_the_model():
    assert tuple(gauge.id for gauge in MODEL_GAUGES) == GAUGES


@pytest.mark.parametrize("capacity", CAPACITY_IDS)
def test_only_employers_landlords_lenders_and_dates_look_somebody_up(capacity: str):
    looks = {"public-job", "private-job", "prestige-job", "promotion", "rental", "loan", "dating"}
    told = faults_of(swap('["private-job", "rental", "loan", "dating"]', f'["{capacity}"]'))
    assert [one.code for one in told] == ([] if capacity in looks else ["SCH319"])
    for one in told:
        assert 'through = "direct"' in one.fix
        assert all(name in one.fix for name in looks)
