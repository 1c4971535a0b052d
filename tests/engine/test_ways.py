"""Ways of sharing: what is given stops at a refusal, what is compelled or sold does not; abroad; and who is told."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import polars as pl
import pytest

from engine.cases import Record, tell
from engine.lives import edited, live, people_of, scheme_of
from glasstown.audit.metrics.consent import TAKEN
from glasstown.audit.metrics.holders import despite_refusal
from glasstown.ledger.model_holders import SharingRow
from glasstown.vocab.codes import Entry, Flag, Way
from scheme.dense_ways import OBEYED, WAYS

BUYER = 1
_HARMLESS = re.compile(r"\[\[consequence\]\]\n.*?\n\n", re.DOTALL)
STAYING = _HARMLESS.sub("", edited(WAYS, ("join_per_year = 0.3\nleave_per_year = 0.3\n", "")))
"""Whoever has refused on day 0 stays outside; nothing follows from anything, so that lives stay what they are."""

GIVING = edited(STAYING, ('way = "compelled"', 'way = "given"'), ('way = "sold"', 'way = "given"'))
HOARDING = edited(STAYING, ('what = "all"', 'what = "nothing"'), ('what = "some"\nshare = 0.7', 'what = "nothing"'))
FROM_HERE, OBEYING = (_HARMLESS.sub("", text) for text in (WAYS, OBEYED))
ABROAD = OBEYING.replace("abroad = 0.8", "abroad = 0")
DEMANDED, BOUGHT = 1, 0
"""Sharings by name."""


GROWN = np.flatnonzero(people_of(1, 80).birth_day <= -12 * 365).tolist()


@cache
def world(text: str):
    return live(scheme_of(text), people=80, days=364, step_days=28)


def told(text: str, sharing: int) -> set[tuple[int, ...]]:
    """What went one way about residents of age; children have not been asked."""
    rows = world(text).table("tellings").filter(pl.col("resident").is_in(GROWN) & (pl.col("sharing") == sharing))
    return set(rows.select("resident", "day", "act", "source", "truth").iter_rows())


def outsiders(text: str) -> set[int]:
    panel = world(text).table("panel")
    covered = panel.group_by("resident").agg((pl.col("flags") & int(Flag.COVERED) > 0).any().alias("ever"))
    return set(covered.filter(~pl.col("ever"))["resident"]) & set(GROWN)


def test_what_is_given_is_told_of_nobody_who_refused_and_what_is_compelled_of_both():
    refused = outsiders(STAYING)
    assert len(refused) > 20
    for sharing in (DEMANDED, BOUGHT):
        given, taken = told(GIVING, sharing), told(STAYING, sharing)
        assert given == {row for row in taken if row[0] not in refused}, "consent takes away, and changes nothing else"
        assert {row[0] for row in taken} & refused


def test_what_is_taken_of_who_refused_moves_points_and_lists():
    refused = pl.col("resident").is_in(sorted(outsiders(STAYING)))
    rows = world(STAYING).table("consents").filter(what=TAKEN)
    assert rows.filter(refused).height == sum(
        row[0] in outsiders(STAYING) for sharing in (DEMANDED, BOUGHT) for row in told(STAYING, sharing)
    )
    assert world(STAYING).table("entries").filter(refused).height
    assert world(STAYING).table("listings").filter(refused).height, "the buyer keeps a list"
    assert world(GIVING).table("entries").filter(refused).is_empty()
    assert world(GIVING).table("listings").filter(refused).is_empty()


def test_who_hoards_tells_nobody():
    assert world(HOARDING).table("tellings").is_empty()
    assert world(HOARDING).table("entries").is_empty()
    assert set(world(HOARDING).table("sightings")["fate"].unique()) >= {5}


def test_a_holder_abroad_is_reached_as_far_as_it_obeys():
    """By the same luck at 0.8 a part of what is told at home, at 0 nothing; what it sells is sold all the same."""
    home, obeyed, abroad = (told(text, DEMANDED) for text in (FROM_HERE, OBEYING, ABROAD))
    assert abroad == set()
    assert set() < obeyed < home
    assert 0.6 < len(obeyed) / len(home) < 0.95
    assert told(ABROAD, BOUGHT) == told(FROM_HERE, BOUGHT)


@pytest.mark.parametrize(("way", "files"), [(Way.GIVEN, True), (Way.SOLD, False)])
def test_nobody_appeals_against_points_of_a_record_that_was_sold(way, files):
    """100 - 15 = 85: low, with notice from day 7. Filed then, upheld seven days later: 15 back, if they were told."""
    text = WAYS
    for key in ("filed = 0.9", "filed_if_right = 0.9", "upheld = 0.8", "upheld_if_right = 0.5"):
        text = edited(text, ("\n" + key, "\n" + key.split("=")[0] + "= 1"))
    case = tell(scheme_of(text), [Record(3, "late-bill", "clicks", done=3, holder=BUYER, way=way)], 28, knows=True)
    assert case.scores[0] == 85_000
    assert case.held("no-flight")[0][0] == 7
    assert case.scores[-1] == (100_000 if files else 85_000)
    assert [one.day for one in case.moved if one.kind == Entry.APPEAL] == ([14] if files else [])


def test_the_report_tells_what_counted_despite_a_refusal():
    names = [SharingRow(n, one.id, 1, 0, one.way) for n, one in enumerate(scheme_of(STAYING).holding.sharings)]
    mine = (world(STAYING).table(name).filter(pl.col("resident").is_in(GROWN)) for name in ("tellings", "consents"))
    one = despite_refusal(names, *mine)
    taken = sum(row[0] in outsiders(STAYING) for sharing in (DEMANDED, BOUGHT) for row in told(STAYING, sharing))
    assert one.value == taken
    assert dict(one.table.rows)["sold"] + dict(one.table.rows)["compelled"] == taken
