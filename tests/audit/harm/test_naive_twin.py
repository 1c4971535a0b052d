"""The naive twin of every tally that is fast: plain loops over the rows of a small town give the same counts."""

from __future__ import annotations

from collections import Counter

import pytest

from glasstown.audit.case import open_case
from glasstown.audit.groups import group_slug
from glasstown.audit.harm import (
    confusion,
    false_listing,
    intersections,
    misidentification,
    price_of_deterrence,
    speech_suppressed,
    time_to_correct,
    wrongful_days,
)
from glasstown.audit.harm.by_group import tally_punished
from glasstown.audit.harm.contract import Bundle
from glasstown.audit.worlds import open_worlds
from glasstown.vocab.codes import Entry, Group
from scheme.dense import DENSE
from scheme.dense_ties import TIES
from studies.small_town import lived, small_town

TOWN = {**small_town(people=400, days=182), "baseline": "full"}
HARSH = (DENSE + TIES).replace("at_least = 55", "at_least = 59.5")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return Bundle(open_case(open_worlds(lived(tmp_path_factory, HARSH, TOWN))), {})


def rows(bundle, table):
    return list(bundle.case.worlds.scheme.table(table).iter_rows(named=True))


def people(bundle):
    """Every kept resident with what befell them, joined by hand."""
    fell = {row["resident"]: row for row in bundle.case.punished.iter_rows(named=True)}
    return [(row, fell.get(row["resident"])) for row in bundle.case.people.iter_rows(named=True)]


def test_somebody_is_punished_here(bundle):
    assert bundle.case.punished.height > 5


def test_punished_of_each_group(bundle):
    found = Counter()
    for who, fell in people(bundle):
        if who["is_subject"]:
            slug = group_slug(Group(who["group"]))
            found[f"subjects/{slug}"] += 1
            found[f"punished/{slug}"] += fell is not None
    assert tally_punished(bundle) == {name: found[name] for name in tally_punished(bundle)}


def test_intersections_of_group_sex_and_place(bundle):
    found = Counter()
    for who, fell in people(bundle):
        if who["is_subject"]:
            cell = (
                f"{group_slug(Group(who['group']))}+{('male', 'female')[who['sex']]}+{('rural', 'urban')[who['urban']]}"
            )
            found[f"subjects/{cell}"] += 1
            found[f"punished/{cell}"] += fell is not None
    assert intersections.tally(bundle) == found


def test_who_did_it_and_who_was_punished(bundle):
    names = bundle.case.worlds.scheme.manifest.names
    against = {row.act for row in names.rules if row.points_low_milli < 0 or row.points_high_milli < 0}
    against |= {act for row in names.grounds for act in row.acts}
    doers = {row["resident"] for row in rows(bundle, "acts") if row["outcome"] == 0 and row["act"] in against}
    found = Counter()
    for who, fell in people(bundle):
        if who["is_subject"]:
            slug, did = group_slug(Group(who["group"])), "did" if who["resident"] in doers else "innocent"
            found[f"{slug}/{did}/{'punished' if fell else 'spared'}"] += 1
            found[f"days/{slug}/{did}"] += fell["denied_days"] if fell else 0
    told = confusion.tally_confusion(bundle)
    assert {name: number for name, number in told.items() if number and name not in ("residents", "person-days")} == {
        name: number for name, number in found.items() if number
    }


def test_wrongful_days_and_their_share(bundle):
    days = sum(fell["wrongful_days"] for _, fell in people(bundle) if fell)
    told = wrongful_days.tally(bundle)
    assert sum(number for name, number in told.items() if name.startswith("wrongful/")) == days
    assert sum(number for name, number in told.items() if name.startswith("person-days/")) == 400 * 182
    assert false_listing.tally(bundle)["wrongful"] == days
    assert false_listing.tally(bundle)["untrue"] == sum(row["truth"] != 0 for row in rows(bundle, "listings"))


def debits(bundle):
    for row in rows(bundle, "entries"):
        if row["via"] == 0 and (
            (row["kind"] == Entry.RULE and row["delta_milli"] < 0) or row["kind"] == Entry.OVERRIDE
        ):
            yield row


def test_records_of_somebody_else(bundle):
    truths = [row["truth"] for row in debits(bundle)] + [row["truth"] for row in rows(bundle, "listings")]
    told = misidentification.tally(bundle)
    assert told["records"] == len(truths)
    assert told["never-happened"] == truths.count(1)
    assert told["wrong-person"] == truths.count(2)


def test_how_long_untrue_records_count(bundle):
    back, found = {}, Counter()
    for row in rows(bundle, "entries"):
        if row["kind"] in (Entry.EXPIRY, Entry.APPEAL, Entry.LIFTED):
            key = tuple(row[name] for name in ("resident", "rule", "ref", "origin", "score"))
            back[key] = min(row["day"], back.get(key, 9_999))
    for row in debits(bundle):
        if row["truth"]:
            key = tuple(row[name] for name in ("resident", "rule", "ref", "origin", "score"))
            found[f"ended/{back[key] - row['day']}" if key in back else f"open/{182 - row['day']}"] += 1
    for row in rows(bundle, "listings"):
        if row["truth"]:
            found[f"{'open' if row['exit'] == 3 else 'ended'}/{row['end_day'] - row['entry_day']}"] += 1
    assert time_to_correct.tally(bundle) == found


def test_what_is_said_and_what_is_done_in_both_worlds(bundle):
    acts = {row.code: row for row in bundle.case.worlds.scheme.manifest.names.acts}
    voiced, done = Counter(), Counter()
    for world, ledger in (("with", bundle.case.worlds.scheme), ("without", bundle.case.worlds.baseline)):
        for row in ledger.table("act_counts").iter_rows(named=True):
            act = acts.get(row["act"])
            if act and act.voice:
                for what in ("done", "blocked", "held_back"):
                    voiced[f"{world}/{what}/{act.id}/{group_slug(Group(row['group']))}"] += row[what]
                done[f"{world}/voice/{act.id}"] += row["done"]
            elif act and act.lawful is False:
                done[f"{world}/offence/{act.id}"] += row["done"]
    assert speech_suppressed.tally(bundle) == voiced
    told = price_of_deterrence.tally(bundle)
    assert {name: number for name, number in told.items() if "/" in name and number} == {
        n: k for n, k in done.items() if k
    }
