"""Schemes drawn from the grammar's catalogue: reading tells faults alone, and no valid one breaks the engine."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from engine.lives import live
from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.gallery_pages import scheme_page
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme
from scheme.generated import drafts, mended

PARTS = tuple(one.name for one in fields(Scheme) if one.name not in {"settings", "references", "warnings"})
SMALL = {"people": 30, "days": 21}
LARGER = {"people": 300, "days": 182}


def try_out(number: int, **town: int) -> Counter[str]:
    """Draw drafts, mend and live them; returns how many schemes there were, and how many things of each kind."""
    seen: Counter[str] = Counter()

    @settings(max_examples=number, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(drafts())
    def each(values):
        scheme = mended(values)
        seen["drafts"] += 1
        if scheme is None:
            return
        seen["schemes"] += 1
        seen.update({name: len(part) for name in PARTS if isinstance(part := getattr(scheme, name), tuple)})
        again = parse_scheme(canonical_text(scheme))
        assert canonical_text(again) == canonical_text(scheme)
        assert scheme.title in scheme_page(scheme)
        lived = live(scheme, **town)
        assert lived.digest == live(again, **town).digest if seen["schemes"] == 1 else lived.digest

    each()
    return seen


def test_no_scheme_that_reads_without_a_fault_breaks_the_engine():
    seen = try_out(10, **SMALL)
    assert seen["schemes"] >= seen["drafts"] // 2, seen
    kinds = {
        name for name in PARTS if seen[name]
    }  # which of the rarer ones are drawn hangs on every text of the package
    assert {"rules", "sources", "grades"} <= kinds, seen
    assert len(kinds) >= len(PARTS) // 4, seen


@pytest.mark.nightly
def test_nor_do_many_of_them_in_a_larger_town():
    seen = try_out(120, **LARGER)
    kinds = {name for name in PARTS if isinstance(seen[name], int) and seen[name]}
    assert kinds >= {"rules", "sources", "grades", "consequences", "lists", "grounds", "versions", "acts",
                     "associations", "overrides"}  # fmt: skip
