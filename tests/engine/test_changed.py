"""A world in which something is otherwise: it is the world of a text that says so, and before its day it is the same.

The oracle is never the switch itself: for parts of a scheme it is the text without them, read by name; for what
sources do it is the text in which they do not; for responses it is a run without them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

import polars as pl
import pytest

from engine.lives import Lived, edited, live, request, scheme_of, society
from glasstown.simulate.changed import with_change
from glasstown.simulate.rates import FIRST_DECLARED
from glasstown.society.shares import group_shares
from glasstown.vocab.acts import ACTS
from glasstown.vocab.change import NOTHING, Change
from glasstown.vocab.codes import Entry, Outcome, Truth
from scheme.dense import DENSE
from scheme.dense_quantities import QUANTITIES

TOWN = {"people": 150, "days": 168}
DAY = 70
STEP = 7


@cache
def world(*without: str, from_day: int = 0, text: str = DENSE, **more) -> Lived:
    """The dense town, without some causes from a day on."""
    asked = request(scheme_of(text), **{**TOWN, **more})
    return live(with_change(asked, Change(without, from_day)) if without or from_day else asked)


@cache
def written(*changes: tuple[str, str], text: str = DENSE) -> Lived:
    """The dense town under another text."""
    return live(request(scheme_of(edited(text, *changes)), **TOWN))


def without_block(table: str, name: str, text: str = DENSE) -> str:
    """A text without one of its blocks."""
    pattern = rf'\[\[{table}\]\]\nid = "{name}"\n(?:(?!\[).*\n|\n)*'
    found, number = re.subn(pattern, "", text)
    assert number == 1
    return found


def named(lived: Lived, text: str, table: str) -> pl.DataFrame:
    """Entries or spells with names in place of codes, in a fixed order."""
    scheme = scheme_of(text)
    parts = {"rule": scheme.rules, "source": scheme.sources, "consequence": scheme.consequences}
    rows = lived.table(table)
    for column, ids in parts.items():
        if column in rows.columns:
            names = {number: one.id for number, one in enumerate(ids)}
            said = pl.col(column).cast(pl.Int64).replace_strict(names, default="none", return_dtype=pl.String)
            keep = pl.col("kind") == 0 if column in {"rule", "source"} else True
            rows = rows.with_columns(pl.when(keep).then(said).otherwise(pl.lit("")).alias(column))
    # the place of a source within a step is part of `ref`, so it moves with the codes of the sources
    rows = rows.drop("ref") if "ref" in rows.columns else rows
    return rows.sort(rows.columns)


PARTS = {
    "rule:bills": (("rule", "bills"),),
    "rule:gifts": (("rule", "gifts"),),
    "consequence:no-jobs": (("consequence", "no-jobs"),),
    "consequence:*": tuple(("consequence", name) for name in ("precedence", "no-jobs", "no-support")),
    "source:neighbours": (("source", "neighbours"),),
}


def text_without(cause: str) -> str:
    text = DENSE
    for table, name in PARTS[cause]:
        text = without_block(table, name, text)
    return text.replace('sources = ["registry", "neighbours"]', 'sources = ["registry"]') if "source" in cause else text


@pytest.mark.parametrize("cause", PARTS)
def test_without_a_part_the_world_is_that_of_the_text_without_it(cause):
    text = text_without(cause)
    off, taken_out = world(cause), live(request(scheme_of(text), **TOWN))
    assert off.life_digest == taken_out.life_digest
    for table in ("entries", "spells"):
        assert named(off, DENSE, table).equals(named(taken_out, text, table))
    assert off.digest != world().digest


FLAWS = {
    "false-sightings": (("false_per_year = 0.2", "false_per_year = 0"), ("false_per_year = 0.1", "false_per_year = 0")),
    "wrong-persons": (("wrong_person = 0.2", "wrong_person = 0"), ("wrong_person = 0.1", "wrong_person = 0")),
    "delay": (('delay_days = 20\ndelay = "exponential"', 'delay_days = 0\ndelay = "fixed"'),
              ("delay_days = 5", "delay_days = 0")),
}  # fmt: skip


@pytest.mark.parametrize("flaw", FLAWS)
def test_without_a_flaw_the_world_is_that_of_sources_that_have_none(flaw):
    off = world(flaw)
    assert off.digest == written(*FLAWS[flaw]).digest
    assert off.digest != world().digest


def test_without_misses_a_meter_sees_all_and_without_false_sightings_it_is_never_off():
    """Of the hours of service 0.7 are seen, of nine in ten, and half of what is seen may be off."""
    seen = edited(QUANTITIES, ("share = 0.7\n", ""), ("missing = 0.1\n", ""))
    exact = edited(QUANTITIES, *((f"error = {part}\n", "") for part in (0.6, 0.5, 0.3)))
    assert world("misses", text=QUANTITIES).digest == world("misses", text=seen).digest
    assert world("misses", text=QUANTITIES).digest != world(text=seen).digest, "sources miss nothing either"
    for flaw in ("false-sightings", "sensor-errors"):
        right = world(flaw, text=QUANTITIES)
        assert right.digest == world(flaw, text=exact).digest
        moved = right.table("entries").filter(pl.col("kind") == int(Entry.QUANTITY))
        assert moved.height
        assert (moved["truth"] == int(Truth.TRUE)).all()


def test_all_errors_of_sources_together_are_each_of_them():
    every = tuple(change for changes in FLAWS.values() for change in changes)
    together = world("sensor-errors")
    assert together.digest == written(*every).digest == world(*FLAWS).digest


def test_without_misses_every_act_that_a_source_sees_is_recorded_by_it():
    scheme, lived = scheme_of(DENSE), world("misses")
    codes = {act.id: act.code for act in ACTS}
    done = lived.table("acts").filter(pl.col("outcome") == int(Outcome.DONE))
    key = ["step", "family", "ordinal", "child", "act"]
    for number, source in enumerate(scheme.sources):
        due = done.filter(pl.col("act").is_in([codes[one] for one in source.sees if one in codes]))
        kept = lived.table("sightings").filter(pl.col("source") == number)
        assert due.height
        assert due.join(kept, left_on=["resident", *key], right_on=["origin", *key], how="anti").height == 0
    assert lived.digest != world().digest


def test_without_the_scheme_lives_are_those_of_no_scheme():
    off, never, was = (acts_of_everybody(lived) for lived in (world("scheme"), live(request(None, **TOWN)), world()))
    assert off.equals(never)
    assert not off.equals(was)
    assert world("scheme").table("entries").height == 0


def acts_of_everybody(lived: Lived) -> pl.DataFrame:
    """All acts but those that only the scheme's file knows."""
    acts = lived.table("acts").filter(pl.col("act") < FIRST_DECLARED)
    return acts.sort(acts.columns)


def test_where_the_scheme_ends_on_a_day_nothing_is_held_by_it_after():
    later = world("scheme", from_day=DAY)
    assert later.table("entries").filter(pl.col("day") >= DAY).height == 0
    assert world().table("entries").filter(pl.col("day") >= DAY).height > 0
    assert later.table("spells")["end_day"].max() <= DAY < world().table("spells")["end_day"].max()


def test_groups_are_looked_at_alike_where_group_watch_is_off():
    """The mean of the multipliers over the shares of the groups, written into the text in place of each."""
    shares = group_shares(society())
    mean = shares[0] / 2 + shares[1] + shares[2]
    plain = Decimal(mean.numerator) / mean.denominator
    assert Fraction(plain) == mean
    told = "majority = 1, minority_a = 1.05, minority_b = 1.1"
    text = edited(DENSE, (told, "majority = 0.5, minority_a = 1, minority_b = 1"))
    even = edited(DENSE, (told, f"majority = {plain}, minority_a = {plain}, minority_b = {plain}"))
    assert world("group-watch", text=text).digest == world(text=even).digest != world(text=text).digest


def test_without_a_response_the_world_is_that_of_a_run_without_it():
    off = world("response:deterrence")
    assert off.digest == live(request(scheme_of(DENSE), without=("response:deterrence",), **TOWN)).digest
    every = world("response:*")
    assert every.digest == live(request(scheme_of(DENSE), without=("response:*",), **TOWN)).digest
    assert every.digest != world().digest


CAUSES = (*PARTS, *FLAWS, "sensor-errors", "misses", "scheme", "response:*")
SOME = ("rule:bills", "false-sightings", "response:*")
"""Those that are tried every time; the others at night."""


@pytest.mark.parametrize(
    "cause", [one if one in SOME else pytest.param(one, marks=pytest.mark.nightly) for one in CAUSES]
)
def test_before_its_day_nothing_is_otherwise_and_after_it_something_is(cause):
    later, same = world(cause, from_day=DAY), world()
    assert later.digest not in {same.digest, world(cause).digest}
    for table in ("entries", "grades", "blocked", "acts"):
        one, two = (lived.table(table).filter(pl.col("day") < DAY) for lived in (later, same))
        assert one.sort(one.columns).equals(two.sort(two.columns))
    seen, was = (lived.table("sightings").filter(pl.col("step") < DAY // STEP) for lived in (later, same))
    assert seen.sort(seen.columns).equals(was.sort(was.columns))


def test_a_rule_that_ended_moves_nobody_from_its_day_on():
    bills = 0
    moved = world("rule:bills", from_day=DAY).table("entries").filter((pl.col("rule") == bills) & (pl.col("kind") == 0))
    assert not moved.is_empty()
    assert moved["day"].max() < DAY
    still = world().table("entries").filter((pl.col("rule") == bills) & (pl.col("kind") == 0))
    assert still["day"].max() >= DAY


def test_a_day_within_a_step_means_the_next_step():
    assert world("rule:bills", from_day=DAY - 3).digest == world("rule:bills", from_day=DAY).digest
    assert world("rule:bills", from_day=DAY + 1).digest == world("rule:bills", from_day=DAY + STEP).digest


@pytest.mark.parametrize("day", [0, DAY])
def test_nothing_changed_is_the_same_world_to_the_bit(day):
    asked = with_change(request(scheme_of(DENSE), **TOWN), Change((), day))
    assert live(asked).digest == world().digest
    assert not NOTHING


def test_what_nobody_meets_changes_nothing():
    """A rule on an act that no source sees: its switch is there, and moves nobody."""
    idle = f'{DENSE}\n[[rule]]\nid = "idle"\nact = "red-light"\npoints = -10\nmark = "fiction"\ncite = ["test-book"]\n'
    assert world("rule:idle", text=idle).digest == world(text=idle).digest


def test_causes_compose_in_any_order_and_twice_is_once():
    both = Change(("rule:bills", "delay", "rule:bills"))
    assert both == Change(("delay",)).then(Change(("rule:bills",)))
    assert world("rule:bills", "delay").digest == world("delay", "rule:bills").digest
    assert world("rule:bills", "delay").digest not in {world("delay").digest, world("rule:bills").digest}
