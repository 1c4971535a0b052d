"""Rules on quantities where rules on acts are meant: each refusal says why, and where."""

from __future__ import annotations

import pytest

from scheme.dense_quantities import MARK, QUANTITIES
from scheme.fault_texts import faults_of


@pytest.mark.parametrize(
    ("table", "code", "reason"),
    [
        (
            f'[[vote]]\nid = "poll"\nday = 9\nspread = 1\nrules = ["service"]\n{MARK}',
            "SCH450",
            "votes set points of acts",
        ),
        (f'[[cap]]\nid = "most"\npoints = 5\ndays = 365\nrules = ["service"]\n{MARK}', "SCH443", "for each month"),
    ],
)
def test_a_rule_on_a_quantity_is_no_unknown_rule(table: str, code: str, reason: str):
    (told,) = (one for one in faults_of(f"{QUANTITIES}\n{table}") if one.severity == "error")
    assert told.code == code
    assert 'rule "service" is on a quantity' in told.message
    assert reason in told.message
    assert told.span
    assert told.span.source_line[told.span.column - 1 : told.span.end_column - 1] == '"service"'
