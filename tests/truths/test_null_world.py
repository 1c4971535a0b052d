"""A scheme whose records, points, lists and grades lead nowhere: no metric finds that it did anything to anybody.

Nobody knows of it, nothing follows from a grade, and no list is published. The books are as full as ever: false
records, records of the wrong person, groups that are watched unlike, families that answer for each other.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from engine.lives import scheme_of
from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import REACTIONS, Figure, Undefined
from glasstown.audit.harm.outside import OUTSIDE
from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.studies.replicates import Wanted, count_world
from scheme.dense import RULES
from scheme.dense_ties import TIES
from truths.lived import Truth, town

KNOWN = "start = 0.3\nlearned_per_year = 0.4"
IDLE = re.sub(r"\[\[consequence\]\]\n(?:.+\n)+", "", RULES + TIES).replace(KNOWN, "start = 0\nlearned_per_year = 0")
NULL = Truth("null", "nothing", IDLE, tuple, people=1_000, days=770, pair=True, groups=True)

NOTHING = frozenset(
    {"M01", "M06", "M09", "M15", "M21", "M24", "M26", "M27", "M28", "B01", "B02", "B03", "B04"}
)  # fmt: skip
"""Exactly 0: what is held against the world without the scheme, or without a cause, and what counts punishments."""

NOBODY = {
    "M02": "nobody was punished", "M03": "30 residents", "M04": "30 punished residents", "M07": "fewer than 30",
    "M12": "punished residents", "M16": "punished residents", "M19": "spells of punishment", "M20": "ever punished",
    "M23": "four quarters", "M35": "decisions", "M36": "alike", "M40": "nothing was averted",
    "O01": "innocent residents", "O02": "punished residents", "O05": "punished subjects", "O06": "punished subjects",
}  # fmt: skip
"""None, and why: there is nobody of whom it could be said."""

NOT_OF_IT = {"M29", "M30", "M31", "M32", "M33", "M34", "M37", "M39", "B05"}
"""None, for the scheme, or a town of one district, has nothing of the kind."""

OF_THE_BOOKS = {"O03", "O04", "M05", "M08", "M10", "M11", "M13", "M14", "M17", "M18", "M22", "M25", "M38"}
"""A value all the same: they tell of records, points and people, whether anything follows from them or not."""


@cache
def figures() -> dict[str, Figure]:
    with tempfile.TemporaryDirectory() as folder:
        counted = count_world(Wanted(town(NULL, 0, Path(folder))))
    return {
        one.code: Figure(None, 0, "", counts.reason) if isinstance(counts, Undefined) else one.measure(counts)
        for one in (*HARMS, *BENEFITS, *OUTSIDE)
        for counts in (counted[one.code],)
    }


def test_every_metric_is_of_one_kind():
    codes = [*NOTHING, *NOBODY, *NOT_OF_IT, *OF_THE_BOOKS]
    assert sorted(codes) == sorted(one.code for one in (*HARMS, *BENEFITS, *OUTSIDE))


def test_reactions_are_all_responses_but_those_that_are_there_without_a_scheme():
    assert set(RESPONSE_IDS) - set(REACTIONS) == {"lost-capacity", "deed-cost"}
    assert set(REACTIONS) < set(RESPONSE_IDS)


@pytest.mark.nightly
def test_every_difference_is_nothing_to_the_last_digit():
    assert {code: figures()[code].value for code in NOTHING} == dict.fromkeys(NOTHING, 0.0)


@pytest.mark.nightly
def test_what_can_be_said_of_nobody_has_no_value_and_says_why():
    for code, why in NOBODY.items():
        found = figures()[code]
        assert found.value is None, code
        assert found.reason, code
        assert why in found.reason, (code, found.reason)
    assert all(figures()[code].value is None and figures()[code].reason for code in NOT_OF_IT)


@pytest.mark.nightly
def test_the_books_are_full_all_the_same():
    values = {code: figures()[code].value for code in OF_THE_BOOKS}
    assert None not in values.values(), values
    parts = {part.label: part.value for part in figures()["M13"].parts}
    assert min(parts["wrong-person"], parts["never-happened"]) > 1
    assert values["M17"] > 0.1


@pytest.mark.nightly
def test_as_soon_as_something_follows_it_is_found():
    """The same with a consequence: most of what was nothing is something."""
    follows = '[[consequence]]\nid = "no-jobs"\ngrade = "middle"\ndeny = ["public-job"]\nnotice = "given"\n'
    cited = 'mark = "fiction"\ncite = ["test-book"]\n'
    with tempfile.TemporaryDirectory() as folder:
        asked = replace(town(NULL, 0, Path(folder)), scheme=scheme_of(f"{IDLE}\n{follows}{cited}"))
        counted = count_world(Wanted(asked))
    moved = {
        one.code
        for one in (*HARMS, *BENEFITS, *OUTSIDE)
        if one.code in NOTHING and not isinstance(counts := counted[one.code], Undefined) and one.measure(counts).value
    }
    assert moved >= {"M01", "M06", "M09", "M15", "M28"}
