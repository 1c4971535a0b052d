"""What holds firms by another firm or by their age is refused where it cannot mean anything."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE
from scheme.dense_firms_held import RATING

CARRIED, NEW = 'same_officer = "d"', "younger_days = 365"
OF_RESIDENTS = '\n[[override]]\nid = "held"\ngrade = "bottom"\n'


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        (RATING.replace(CARRIED, 'same_officer = "e"'), "SCH105", '"e"'),
        (RATING.replace(CARRIED, f'{CARRIED}\nacts = ["tax-evaded-by-firm"]'), "SCH322", "another firm"),
        (RATING.replace(CARRIED, f"{CARRIED}\n{NEW}"), "SCH322", "age"),
        (RATING.replace(CARRIED, f"{CARRIED}\ncount = 2"), "SCH322", "count"),
        (RATING.replace(NEW, f"{NEW}\nwithin_days = 30"), "SCH322", "within_days"),
        (RATING.replace(NEW, "younger_days = 0"), "SCH202", "younger_days"),
        (DENSE + f'{OF_RESIDENTS}same_officer = "bottom"\n', "SCH391", "about firms"),
        (DENSE + f"{OF_RESIDENTS}younger_days = 365\n", "SCH391", "about firms"),
        (RATING.replace("by_override = true", "by_override = true\nat_least = 50"), "SCH306", "threshold"),
        (RATING.replace('id = "a"\nat_least = 90', 'id = "a"\nby_override = true'), "SCH306", "the best or the last"),
        (RATING.replace('id = "d"\n', 'id = "d"\nby_override = true\n'), "SCH306", "the best or the last"),
        (RATING.replace('grade = "m"', 'grade = "c"'), "SCH306", "no override leads"),
    ],
)
def test_what_cannot_be_meant_is_refused(text, code, word):
    assert text not in (RATING, DENSE)
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text)
    found = [one for one in caught.value.diagnostics if one.code == code]
    assert found, [str(one) for one in caught.value.diagnostics]
    assert any(word in one.message for one in found)
    assert all(one.span is not None for one in found)
