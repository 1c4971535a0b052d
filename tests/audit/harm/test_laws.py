"""Laws of every metric: groups by other names, people in another order, worlds twice over, and nothing at all."""

from __future__ import annotations

import re
from typing import Final

import polars as pl
import pytest

from glasstown.audit.case import open_case
from glasstown.audit.groups import group_slug
from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import SWITCHED, Bundle, Undefined
from glasstown.audit.harm.outside import OUTSIDE
from glasstown.audit.worlds import Worlds, open_worlds
from glasstown.ledger.reader import Ledger
from glasstown.ledger.tables import SCHEMAS
from glasstown.vocab.codes import Group
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

TOWN: Final = small_town(people=120, days=84) | {"baseline": "full"}
ALL: Final = (*HARMS, *BENEFITS, *OUTSIDE)
BY_CODE = pytest.mark.parametrize("metric", ALL, ids=lambda one: one.code)
DIFFERENCES: Final = ("M28", "M29", "B01", "B02", "B03", "B04")
"""Metrics that are differences between worlds: nothing between a world and itself."""

SLUGS: Final = [group_slug(group) for group in Group]
TURNED: Final = {slug: SLUGS[(n + 1) % len(SLUGS)] for n, slug in enumerate(SLUGS)}


def rewritten(ledger, change):
    """A ledger whose tables are what a function makes of each."""
    return Ledger(ledger.folder, ledger.manifest, {name: change(name, ledger.table(name)) for name in SCHEMAS})


def bundle_of(worlds):
    """A world with its pair, and as itself once more wherever a metric wants it without something."""
    case = open_case(worlds)
    return Bundle(case, dict.fromkeys(SWITCHED, case))


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    return open_worlds(lived(tmp_path_factory, DENSE + TIES, TOWN))


@pytest.fixture(scope="module")
def as_lived(worlds):
    return bundle_of(worlds)


@pytest.fixture(scope="module")
def in_another_order(worlds):
    def shuffled(_, table):
        if "resident" not in table.columns or table.is_empty():
            return table
        return table.sort(pl.col("resident").hash(7), maintain_order=True)

    return bundle_of(Worlds(rewritten(worlds.scheme, shuffled), rewritten(worlds.baseline, shuffled)))


@pytest.fixture(scope="module")
def by_other_names(worlds):
    def turned(_, table):
        if "group" not in table.columns:
            return table
        group = pl.col("group")
        return table.with_columns(
            pl.when(group < len(Group)).then((group + 1) % len(Group)).otherwise(group).alias("group")
        )

    return bundle_of(Worlds(rewritten(worlds.scheme, turned), rewritten(worlds.baseline, turned)))


def renamed(name):
    return re.sub("|".join(SLUGS), lambda slug: TURNED[slug.group()], name)


def known(counts):
    """Counts that are not 0: a name without any may be there or not."""
    return {name: number for name, number in counts.items() if number}


@BY_CODE
def test_the_order_of_people_is_nothing(metric, as_lived, in_another_order):
    one, other = metric.tally(as_lived), metric.tally(in_another_order)
    assert isinstance(one, Undefined) == isinstance(other, Undefined)
    if not isinstance(one, Undefined):
        assert known(other) == pytest.approx(known(one))


@BY_CODE
def test_a_group_by_another_name_is_counted_alike(metric, as_lived, by_other_names):
    one, other = metric.tally(as_lived), metric.tally(by_other_names)
    if not isinstance(one, Undefined):
        assert known(other) == pytest.approx({renamed(name): number for name, number in known(one).items()})


@BY_CODE
def test_worlds_twice_over_say_the_same(metric, as_lived):
    counts = metric.tally(as_lived)
    if isinstance(counts, Undefined):
        return
    many, twice_as_many = (
        metric.measure({name: times * n for name, n in counts.items()}) for times in (10_000, 20_000)
    )
    assert twice_as_many.value == (many.value if many.value is None else pytest.approx(many.value, rel=1e-3, abs=1e-9))


@BY_CODE
def test_a_value_or_a_reason_and_never_both(metric, as_lived):
    counts = metric.tally(as_lived)
    if isinstance(counts, Undefined):
        assert counts.reason
        return
    found = metric.measure(counts)
    for one in (found, *found.parts):
        assert (one.value is None) == bool(one.reason), one
    assert found.says


def test_a_scheme_that_changes_nothing_has_nothing_on_either_side_of_the_scale(worlds):
    null = bundle_of(Worlds(worlds.scheme, worlds.scheme))
    values = {
        one.code: one.measure(counts).value for one in ALL if not isinstance(counts := one.tally(null), Undefined)
    }
    assert {code for code in DIFFERENCES if code in values} >= {"B01", "B02", "B03", "B04"}
    assert {code: values[code] for code in DIFFERENCES if values.get(code) is not None} == pytest.approx(
        {code: 0 for code in DIFFERENCES if values.get(code) is not None}
    )
    assert values["M40"] is None
