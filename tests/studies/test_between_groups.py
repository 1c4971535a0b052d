"""Groups held against all others: by hand, small cells refused, and no finding in a town whose list is drawn by lot."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import t

from glasstown.audit.harm.confusion import DID, FATE, GROUPS
from glasstown.audit.harm.contract import Undefined, named
from glasstown.ledger.reader import open_run
from glasstown.report.harm_page import harm_page
from glasstown.studies.between_groups import RATE, between_groups
from glasstown.studies.harm_audit import HarmAudit
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

SEEDS = 400
WORLDS = 20
CELLS = {
    f"{group}+{sex}+{place}": share * half * where
    for group, share in zip(GROUPS, (0.84, 0.10, 0.06), strict=True)
    for sex, half in (("male", 0.5), ("female", 0.5))
    for place, where in (("rural", 0.4), ("urban", 0.6))
}
"""Share of the town in each intersection."""


def world(luck, people, *, punished=0.05, did=0.3, more=None):
    """Counts of a world in which all are punished by the same lot, but `more`: times as likely, by cell."""
    numbers = luck.multinomial(people, list(CELLS.values()))
    crossed, single = {}, {}
    confusion = {named(group, one, fate): 0.0 for group in GROUPS for one in DID for fate in FATE}
    for (who, _), number in zip(CELLS.items(), numbers, strict=True):
        group, chance = who.split("+")[0], punished * (more or {}).get(who, 1)
        doers = luck.binomial(number, did)
        hit = {DID[1]: luck.binomial(doers, chance), DID[0]: luck.binomial(number - doers, chance)}
        both = sum(hit.values())
        crossed |= {named("subjects", who): float(number), named("punished", who): float(both)}
        for name, count in (("subjects", number), ("punished", both)):
            single[named(name, group)] = single.get(named(name, group), 0.0) + float(count)
        for one, of in ((DID[1], doers), (DID[0], number - doers)):
            confusion[named(group, one, FATE[1])] += hit[one]
            confusion[named(group, one, FATE[0])] += of - hit[one]
    return {"M01": single, "M07": crossed, "M03": confusion, "M04": confusion}


def towns(seed, worlds=WORLDS, people=2_000, **others):
    luck = np.random.default_rng(seed)
    return [world(luck, people, **others) for _ in range(worlds)]


@pytest.mark.parametrize("seeds", [60, pytest.param(SEEDS, marks=pytest.mark.nightly)])
def test_where_all_are_punished_by_lot_few_audits_find_any_difference(seeds):
    """The rule holds under any dependence, so it is stricter than 5 in 100."""
    found = sum(any(one.stands for one in between_groups(towns(seed))) for seed in range(seeds))
    print(f"{found} of {seeds}")
    assert found / seeds <= RATE


def test_whoever_is_punished_twice_as_often_is_found_and_hardly_anybody_else():
    who = "minority-a+female+urban"
    found = [one for one in between_groups(towns(7, more={who: 2})) if one.stands]
    assert any(one.who == who and one.code == "M07" for one in found)
    mine = next(one for one in found if one.who == who)
    assert mine.value == pytest.approx(0.1, abs=0.02)
    assert mine.others == pytest.approx(0.05, abs=0.01)


def test_without_the_correction_many_more_would_be_said_to_differ():
    singly = [any((one.p or 1) <= RATE for one in between_groups(towns(seed))) for seed in range(20)]
    assert sum(singly) > 0.4 * len(singly)


def test_one_comparison_worked_by_hand():
    """Five worlds; the error of a difference of shares from what it is without each of them."""
    hits, rest = [12, 8, 11, 9, 15], [30, 33, 28, 31, 29]
    counts = {"majority": (100, rest), "minority-a": (50, hits)}
    worlds = [
        {
            "M01": {named("subjects", who): of for who, (of, _) in counts.items()}
            | {named("punished", who): of[number] for who, (_, of) in counts.items()},
            **dict.fromkeys(("M07", "M03", "M04"), Undefined("not counted here")),
        }
        for number in range(5)
    ]
    found = next(one for one in between_groups(worlds) if one.who == "minority-a")
    values = [(sum(hits) - hits[number]) / 200 - (sum(rest) - rest[number]) / 400 for number in range(5)]
    error = np.sqrt(4 / 5 * np.sum((np.array(values) - np.mean(values)) ** 2))
    difference = sum(hits) / 250 - sum(rest) / 500
    assert found.p == pytest.approx(2 * t.sf(abs(difference) / error, 4))
    assert found.adjusted_p == pytest.approx(found.p * (1 + 1 / 2)), "two that mirror each other, under any dependence"
    assert found.interval == pytest.approx((difference - t.ppf(0.975, 4) * error, difference + t.ppf(0.975, 4) * error))


@pytest.mark.parametrize(
    ("worlds", "people", "punished", "why"),
    [
        (20, 20, 0.5, "fewer than 30"),
        (20, 400, 0.0005, "expected"),
        (1, 9_000, 0.05, "one world"),
        (4, 9_000, 0.05, "4"),
    ],
)
def test_small_cells_and_few_worlds_are_refused_with_the_reason(worlds, people, punished, why):
    found = between_groups(towns(1, worlds=worlds, people=people, punished=punished))
    refused = [one for one in found if one.p is None]
    assert any(why in str(one.reason) for one in refused)
    assert not any(one.stands for one in refused)
    if worlds < 5:
        assert len(refused) == len(found)


def test_the_page_tells_how_many_were_asked_and_which_stand(tmp_path_factory):
    manifest = open_run(lived(tmp_path_factory, DENSE + TIES, small_town(people=60, days=14))).manifest
    counted = towns(7, more={"minority-a+female+urban": 3})
    page = harm_page(HarmAudit(manifest, WORLDS, (), (), between_groups(counted)))
    section = next(one for one in page.sections if one.id == "between-groups")
    rows = section.tables[0].rows
    assert f"all {len(rows)} comparisons" in section.paragraphs[0]
    assert rows[0][7] == "yes"
