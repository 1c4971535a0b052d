"""At every limit a world lives; no limit is met at run time, because the one above is refused before."""

from __future__ import annotations

import re

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lives import edited, live, request, scheme_of
from glasstown.compiled.acts import OwnActs
from glasstown.compiled.lower import compile_scheme
from glasstown.compiled.model import ACT_ROWS
from glasstown.kernels.rates import TOP, ZERO
from glasstown.kernels.tables import LOG_SIZE
from glasstown.scheme.read import parse_scheme
from glasstown.simulate import agenda, deed_tables
from glasstown.simulate.classes import PRIVATE_CLASSES, public_classes
from glasstown.simulate.grounds import LATEST
from glasstown.simulate.rates import FIRST_DECLARED
from glasstown.simulate.rows import DECLARED_FAMILY, GHOST_FAMILY
from glasstown.society.build import COLLEAGUES, FRIENDS, KIN, LOOKALIKES
from glasstown.vocab.acts import ACTS, FAMILIES, MAX_DECLARED_ACTS
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.limits import MAX_CLASSES, MAX_DAYS, MAX_POINTS, MAX_RULES, MAX_SCORES, MAX_SOURCES, MAX_TALLIES
from glasstown.vocab.organisation_acts import (
    FIRST_OF_ORGANISATIONS,
    FIRST_OWN_OF_ORGANISATIONS,
    MAX_OWN_OF_ORGANISATIONS,
    ORGANISATION_ACTS,
)
from glasstown.vocab.units import MOST_DAYS, MOST_STEPS, milli
from scheme.dense import DENSE, FULL
from scheme.fault_texts import ACT, GROUND, REPEAT, SOURCE, many

MARK = '\nmark = "fiction"'
LONG = {"people": 60, "days": 620, "step_days": 31}
FARTHEST = edited(
    FULL,
    ("start = 100", "start = 2_000_000"), ("lowest = 0\n", "lowest = -2_000_000\n"),
    ("highest = 150", "highest = 2_000_000"),
    ("points = [-60, -20]", "points = [-2_000_000, 2_000_000]"), ("points = -30", "points = -2_000_000"),
    ("points = 35", "points = 2_000_000"), ("expires_days = 200", "expires_days = 36_500"),
    ("delay_days = 20", "delay_days = 36_500"), ("within_days = 300", "within_days = 36_500"),
    ("term_days = 100", "term_days = 36_500"), ("extend_by_days = 60", "extend_by_days = 36_500"),
    ("longest_days = 150", "longest_days = 36_500"), ("rate = 0.8", "rate = 50"),
    ("false_per_year = 0.2", "false_per_year = 2.6"),
    ("per_thousand_year = 600", "per_thousand_year = 1_000_000"),
)  # fmt: skip
"""Every number that could run over, at its limit."""

ref_of = getattr(agenda.ref_of, "py_func", agenda.ref_of)
"""In plain Python: only kernels may call it when it is compiled."""


@pytest.mark.jit_off
@pytest.mark.bounds
@pytest.mark.parametrize("cap", ["each-entry", "on-reading"])
def test_a_town_lives_with_every_number_at_its_limit(cap):
    scheme = scheme_of(FARTHEST.replace('cap = "each-entry"', f'cap = "{cap}"'))
    world = live(request(scheme, **LONG))
    entries, panel = world.table("entries"), world.table("panel")
    assert entries.height > 0
    assert panel["score_milli"].abs().max() == milli(MAX_POINTS) < 2**31
    assert world.table("sightings").filter(pl.col("due_day") >= LONG["days"]).height > 0
    assert world.table("sightings")["due_day"].max() < 2**16
    assert world.table("acts").filter(pl.col("family") >= DECLARED_FAMILY)["ordinal"].max() < 64


@pytest.mark.jit_off
def test_records_that_are_very_late_are_kept_after_the_horizon():
    late = edited(DENSE, ("delay_days = 20", "delay_days = 36_500"))
    sightings = live(request(scheme_of(late), people=60, days=364)).table("sightings")
    assert sightings.filter((pl.col("due_day") > 60_000) & (pl.col("act_day") > 0)).height > 0


@pytest.mark.jit_off
def test_the_longest_run_has_a_last_step():
    asked = request(None, people=1, days=MOST_STEPS, step_days=1)
    assert asked.steps == MOST_STEPS
    assert ref_of(MOST_STEPS - 1, 31, 63, 62, 7) < 2**32
    assert int(MAX_DAYS * 7 / 5) + MOST_DAYS < LATEST, "working days of the longest delay too"


@given(
    step=st.integers(0, MOST_STEPS - 1),
    family=st.integers(0, 31),
    ordinal=st.integers(0, 63),
    source=st.integers(0, MAX_SOURCES - 1),
    child=st.integers(0, 7),
)
def test_an_address_holds_whatever_the_limits_allow(step, family, ordinal, source, child):
    ref = int(np.uint32(ref_of(step, family, ordinal, source, child)))
    parts = ref >> 20, (ref >> 15) & 31, (ref >> 9) & 63, (ref >> 3) & 63, ref & 7
    assert parts == (step, family, ordinal, source, child)


def test_what_the_code_fixes_keeps_inside_the_limits():
    assert PRIVATE_CLASSES <= MAX_CLASSES
    assert public_classes(MAX_SCORES) <= MAX_CLASSES
    assert max(act.code for act in ACTS) < FIRST_DECLARED == 128
    assert FIRST_DECLARED + MAX_DECLARED_ACTS <= FIRST_OF_ORGANISATIONS
    assert max(act.code for act in ORGANISATION_ACTS) < FIRST_OWN_OF_ORGANISATIONS
    assert FIRST_OWN_OF_ORGANISATIONS + MAX_OWN_OF_ORGANISATIONS <= ACT_ROWS
    assert len(FAMILIES) == DECLARED_FAMILY
    assert DECLARED_FAMILY + MAX_DECLARED_ACTS <= GHOST_FAMILY < 32
    assert int(deed_tables.offspring(OwnActs()).number.max()) <= 7
    assert max(COLLEAGUES, FRIENDS, KIN, LOOKALIKES) <= 16
    assert np.iinfo(np.uint16).max >= MAX_RULES
    assert milli(MAX_POINTS) < np.iinfo(np.int32).max
    assert (milli(MAX_POINTS) * 2) + 1 < 2**32, "choices of an official"
    assert (ZERO, TOP) == (LOG_SIZE // 2, LOG_SIZE - 1)


def listed(table: str, number: int, body: str, text: str = FULL) -> str:
    """The dense scheme with so many tables of one name in all."""
    have = len(re.findall(rf"^\[\[{table}\]\]", text, flags=re.MULTILINE))
    return text + many(table, number - have, body + MARK)


LOOKS = 'list = "blacklist"\ndeny = ["private-job"]\nnotice = "none"'
COUNTS = (
    ("LIM-sources", "source", 63, SOURCE.replace("petition", "worship")),
    ("LIM-rules", "rule", 1_023, 'act = "late-bill"\npoints = 1'),
    ("LIM-consequences", "consequence", 64, LOOKS),
    ("LIM-acts", "act", 16, ACT),
    ("LIM-lists", "list", 16, ""),
    ("LIM-grounds", "ground", 64, GROUND),
    ("LIM-versions", "version", 16, 'from_day = 9_000\ndrop = ["rules"]'),
)


@pytest.mark.parametrize(("code", "table", "most", "body"), COUNTS, ids=[row[0] for row in COUNTS])
def test_so_many_are_read_and_one_more_is_refused(code, table, most, body):
    watched = code == "LIM-sources"
    for number in (most, most + 1):
        text = listed(table, number, body)
        if watched:  # eight sources may see one act, so each block of eight sees another one
            text = spread(text)
        try:
            codes = {one.code for one in parse_scheme(text).warnings}
        except InputFaultsError as error:
            codes = {one.code for one in error.diagnostics if one.severity == "error"}
        assert (code in codes) == (number > most), codes
        assert number > most or not {one for one in codes if one.startswith("LIM-")}


def spread(text: str) -> str:
    """Let added sources see one shipped act after another, none of them seen by more than eight."""
    names = iter([act.id for act in ACTS if act.leaf][20:] * 2)
    return re.sub(r'sees = \["worship"\]', lambda _: f'sees = ["{next(names)}"]', text)


def test_grades_to_the_last_are_read_and_one_more_is_refused():
    def ladder(number):
        low = DENSE.index("[[grade]]")
        rest = DENSE[low:]
        after = rest.index("[[consequence]]")
        steps = "".join(f'[[grade]]\nid = "g-{n}"\nat_least = {149 - n}\n{MARK[1:]}\n' for n in range(number - 1))
        kept = re.sub(r'grade = "[a-z]+"', 'grade = "g-1"', rest[after:])
        return DENSE[:low] + steps + f'[[grade]]\nid = "last"\n{MARK[1:]}\n' + kept

    def codes_of(number):
        try:
            return {one.code for one in parse_scheme(ladder(number)).warnings}
        except InputFaultsError as error:
            return {one.code for one in error.diagnostics}

    assert not {code for code in codes_of(63) if code.startswith("LIM-")}
    assert "LIM-grades" in codes_of(64)


def test_counts_of_records_to_the_limit_are_read():
    have = compile_scheme(parse_scheme(FULL), sightable={}, step_days=7)
    room = MAX_TALLIES - have.rules.tallies - have.overrides.tallies - int((have.grounds.tally >= 0).sum())
    parse_scheme(FULL + many("ground", room, f"{GROUND}\n{REPEAT}{MARK}"))
    with pytest.raises(InputFaultsError, match="fault"):
        parse_scheme(FULL + many("ground", room + 1, f"{GROUND}\n{REPEAT}{MARK}"))
