"""The larger a harm that is put into a scheme, the more often it is found, and none is found where there is none."""

from __future__ import annotations

import re

import pytest

from repository import ROOT
from truths.ladder import LADDERS, found_share

WORLDS = 7
SHORT = [one for one in LADDERS if one.code in {"M13", "M15", "M16", "M19", "M33"}]


@pytest.mark.nightly
@pytest.mark.parametrize("ladder", SHORT, ids=lambda one: one.name)
def test_a_larger_harm_is_found_more_often(ladder):
    shares = [found_share(ladder, size, WORLDS) for size in (ladder.without, ladder.sizes[0], ladder.sizes[-1])]
    assert shares[0] <= 0.25, "nothing is found where there is nothing, but by luck"
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_the_page_has_a_row_for_each_harm_and_the_largest_is_found():
    page = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
    table = page.split("<!-- smallest harms found -->")[1].split("<!-- end of")[0]
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in table.strip().splitlines()[2:]]
    assert [(row[0], row[1]) for row in rows] == [(one.code, one.harm) for one in LADDERS]
    for row, ladder in zip(rows, LADDERS, strict=True):
        told = [(float(size), float(share)) for size, share in re.findall(r"([\d.]+): (\d+) %", row[3])]
        assert [size for size, _ in told] == list(ladder.sizes)
        assert told[-1][1] >= 80
