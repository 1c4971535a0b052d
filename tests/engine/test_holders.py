"""Holders: who knows what and when, worked by hand; what is stolen; and that more sharing only ever tells more."""

from __future__ import annotations

from functools import cache

import polars as pl
import pytest

from engine.cases import Record, tell
from engine.lives import edited, live, scheme_of
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.codes import Fate, Truth
from glasstown.vocab.errors import InputFaultsError
from scheme.dense_holders import HOLDERS

BANK, BROKER, OFFICE = 1, 2, 3
"""Numbers by name; 0 is the scorer."""

NAMES = ("bank-to-scorer", "broker-to-bank", "office-sells", "office-to-scorer")
"""Sharings by name."""

PLAIN = edited(HOLDERS, ("altered = 0.3", "altered = 0"), ("altered = 0.1", "altered = 0"))
SILENT = edited(
    PLAIN, ('what = "some"\nshare = 0.6', 'what = "nothing"'), ('what = "some"\nshare = 0.5', 'what = "nothing"')
)
TOLD_ALL = edited(PLAIN, ('what = "some"\nshare = 0.6', 'what = "all"'), ('what = "some"\nshare = 0.5', 'what = "all"'))
TOWN = {"people": 150, "days": 364, "step_days": 14}


@cache
def lived(text: str):
    return live(scheme_of(text), **TOWN)


def record(day: int, holder: int) -> Record:
    return Record(day, "late-bill", "clerk", done=day, holder=holder)


def test_a_rule_and_a_list_know_what_their_holder_has():
    """The scorer takes 10 for a bill; the bank 7 from the second on, and lists at the first for 60 days."""
    told = tell(scheme_of(HOLDERS), [record(3, 0)], 14)
    assert (told.scores, told.on_list("debtors")) == ([90_000, 90_000], [])
    told = tell(scheme_of(HOLDERS), [record(3, BANK)], 70)
    assert (told.scores[-1], told.on_list("debtors")) == (100_000, [("two-bills", 3, 63, 0)])
    told = tell(scheme_of(HOLDERS), [record(3, BANK), record(10, BANK)], 14)
    assert told.scores == [100_000, 93_000]
    told = tell(scheme_of(HOLDERS), [record(3, BROKER), record(4, OFFICE)], 14)
    assert (told.scores, told.on_list("debtors")) == ([100_000, 100_000], []), "no rule is theirs"


def test_a_longer_term_needs_the_record_of_who_keeps_the_list():
    """Listed from 3 to 63; a second bill that the bank hears of makes it 83, one it does not, nothing."""
    told = tell(scheme_of(HOLDERS), [record(3, BANK), record(10, 0)], 91)
    assert told.on_list("debtors") == [("two-bills", 3, 63, 0)]
    told = tell(scheme_of(HOLDERS), [record(3, BANK), record(10, BANK)], 98)
    assert ("two-bills", 3, 83, 0) in told.on_list("debtors")


def test_an_override_counts_what_the_scorer_knows():
    """Two bills within 100 days hold somebody in the lower grade; at 80 points that is their own, so hold 100."""
    text = edited(HOLDERS, ("points = -10", "points = -1"))
    mine, theirs = (tell(scheme_of(text), [record(3, holder), record(10, holder)], 21).grades for holder in (0, BANK))
    assert (mine[-1], theirs[-1]) == (2, 1), "codes of grades: 1 the higher, 2 the lower"


def test_what_the_office_says_nothing_of_stays_there():
    register = pl.col("source") == 0
    looks = lived(SILENT).table("sightings").filter(register)
    assert set(looks["fate"].unique()) <= {Fate.NOT_SHARED, Fate.LOST, Fate.AFTER_HORIZON}
    assert looks.filter(fate=int(Fate.NOT_SHARED)).height > 20
    assert lived(SILENT).table("entries").filter(register).is_empty()
    assert lived(SILENT).table("tellings").filter(register).is_empty()
    assert lived(PLAIN).table("entries").filter(register).height > 0


def test_records_take_the_earliest_way_and_as_long_as_it_takes():
    """Office to scorer 9 days; office, broker, bank, scorer 2 + 4 + 1 = 7: all is told, so all of it in 7."""
    told = lived(TOLD_ALL).table("tellings").filter(pl.col("source") == 0)
    due = lived(TOLD_ALL).table("sightings").filter((pl.col("source") == 0) & (pl.col("fate") == 0))
    first = dict(told.group_by("holder").agg(pl.col("day").min()).iter_rows())
    begins = due["due_day"].min()
    assert first == {0: begins + 7, BANK: begins + 6, BROKER: begins + 2}
    ways = dict(told.select("holder", "sharing").unique().iter_rows())
    assert {holder: NAMES[way] for holder, way in ways.items()} == {
        0: "bank-to-scorer", BANK: "broker-to-bank", BROKER: "office-sells"}  # fmt: skip


def test_more_sharing_tells_more_and_takes_nothing_back():
    rows = [set(lived(text).table("tellings").filter(pl.col("source") == 0).select(
        "resident", "day", "act", "truth", "holder").iter_rows()) for text in (
            edited(PLAIN, ("share = 0.5", "share = 0.2")), PLAIN)]  # fmt: skip
    bought = [{row for row in one if row[4] == BROKER} for one in rows]
    assert bought[0] < bought[1]


def test_altered_records_are_untrue_and_of_somebody_else():
    looks = lived(HOLDERS).table("sightings").filter(truth=int(Truth.EDITED))
    kept = looks.filter(pl.col("fate") != int(Fate.LOST))
    assert looks.height > 20
    assert kept.height > 0, "few have namesakes in a small town: of those who have none the record is lost"
    assert set(kept["source"].unique()) <= {0, 1}, "with the office and with the bank"
    assert kept.filter(pl.col("on_resident") == pl.col("origin")).is_empty()


def test_a_theft_exposes_whom_luck_says_whatever_else_the_scheme_does():
    """The office loses its files once a year, and 0.4 of those on about 110 people who are scored."""
    stolen = [lived(text).table("tellings").filter(pl.col("sharing") == 255) for text in (PLAIN, SILENT, HOLDERS)]
    assert stolen[0].height == stolen[0]["resident"].n_unique() > 20
    assert set(stolen[0]["holder"].unique()) == {OFFICE}
    assert stolen[0]["day"].n_unique() == 1
    assert stolen[1].equals(stolen[0])
    assert stolen[2].equals(stolen[0])


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('keeps = ["register"]', 'keeps = ["registry"]', "SCH104", 'keeps = ["registry"]'),
        ('keeps = ["clerk"]', 'keeps = ["register"]', "SCH431", None),
        ('[[holder]]\nid = "broker"', '[[holder]]\nid = "scorer"', "SCH431", None),
        ('from = "broker"', 'from = "brokers"', "SCH430", 'from = "brokers"'),
        ('to = "bank"', 'to = "broker"', "SCH431", None),
        ('holder = "bank"\nact', 'holder = "banc"\nact', "SCH430", 'holder = "banc"'),
        ("share = 0.6\n", "", "SCH432", None),
        ('what = "all"\ndelay_days = 4', 'what = "all"\nshare = 0.3\ndelay_days = 4', "SCH432", "share = 0.3"),
        ("exposes = 0.4\n", "", "SCH432", None),
        ('stack = "record"', 'stack = "act"', "SCH433", 'stack = "act"'),
    ],
)
def test_faults_of_holders_say_where(old, new, code, line):
    assert HOLDERS.count(old) >= 1
    text = HOLDERS.replace(old, new, 1)
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text)
    (one, *_) = [one for one in caught.value.diagnostics if one.code == code]
    if line:
        assert text.splitlines()[one.span.line - 1] == line


def test_records_of_before_somebody_joined_do_not_go_with_holders():
    text = HOLDERS.replace('consent = "compulsory"\n', "", 1) + (
        '\n[consent]\nkind = "opt-in"\nstart = 0.5\nback_days = 30\n')  # fmt: skip
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(text)
    assert "SCH434" in {one.code for one in caught.value.diagnostics}
