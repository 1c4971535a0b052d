"""What a run never reaches of a scheme is said before it begins: which part, why, and what to do."""

from __future__ import annotations

from datetime import date

import pytest

from glasstown.scheme.library import find
from glasstown.scheme.outside import parts_outside
from glasstown.scheme.read import parse_scheme, read_scheme
from scheme.dense_dated import DATED


@pytest.mark.parametrize(
    ("start", "days", "told"),
    [
        (date(2020, 1, 1), 364, []),
        (date(2020, 1, 1), 90, ["dear-litter: it begins on 2020-04-10"]),
        (date(2020, 6, 19), 364, []),
        (date(2020, 6, 20), 364, ["dear-litter: it ended on 2020-06-20"]),
    ],
)
def test_a_rule_by_date(start, days, told):
    """From 10 April up to 20 June 2020."""
    rules = [one for one in parts_outside(parse_scheme(DATED), start, days) if one.startswith('rule "dear-litter"')]
    assert len(rules) == len(told)
    for sentence, words in zip(rules, told, strict=True):
        assert words.partition(": ")[2] in sentence


def test_days_count_from_the_first_one():
    scheme = parse_scheme(DATED.replace("until_day = 100", "from_day = 100"))
    assert parts_outside(scheme, date(2020, 4, 1), 101) == ()
    (told,) = parts_outside(scheme, date(2020, 4, 1), 100)
    assert told.startswith('rule "litter" runs on no day of this run: it begins on day 100')


def test_representatives_of_listed_firms_at_the_usual_start_and_before():
    firms = read_scheme(find("court-list-firms"))
    (told,) = (one for one in parts_outside(firms, date(2020, 1, 1), 1_825) if '"representatives"' in one)
    assert told.startswith('consequence "representatives" runs on no day of this run: it ended on 2020-01-01')
    assert told.endswith("--start 2019-01-01")
    assert not any('"representatives"' in one for one in parts_outside(firms, date(2019, 1, 1), 1_825))
