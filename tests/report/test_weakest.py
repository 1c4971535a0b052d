"""The weakest mark behind a consequence, with every mark that could be overlooked put into one small scheme."""

from __future__ import annotations

import pytest

from glasstown.report.weakest import known_words
from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme

COURT_LIST = find("court-list").read_text()
SUINING = find("suining-2010").read_text()
GUESS = '{ value = 0.5, band = [0.1, 0.9], mark = "assumed" }'
AFTER_D = """
[[consequence]]
id = "more"
title = "More"
grade = "D"
mark = "documented"
cite = ["global-voices-2010"]
domain = "employment"
notice = "none"
"""


def words_of(text):
    return known_words(parse_scheme(text))


def test_what_is_well_known_is_weak_where_an_official_decides_on_the_ground_by_a_guess():
    assert words_of(COURT_LIST)["no-flights"] == "whose weakest figure is assumed"


def test_a_guess_at_how_often_somebody_looks_is_the_weakest():
    assert words_of(COURT_LIST)["lenders-look"] == "whose weakest figure is assumed"


def test_one_mark_behind_all_is_said_of_all():
    words = words_of(SUINING)
    assert words["failed-vetting"] == "whose figures are assumed"
    assert words["barred-from-support"] == "whose figures are reported"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('deny = ["flight"]', "whose figures are documented"),
        ("degree = { loan-terms = -1 }", "whose weakest figure is assumed"),
        (f'deny = ["loan"]\nthrough = "look-up"\nlook_up = {GUESS}', "whose weakest figure is assumed"),
        (f'deny = ["flight"]\ndecision = {{ by = "judge", override = {GUESS} }}', "whose weakest figure is assumed"),
    ],
)
def test_each_part_of_a_consequence_counts(lines, words):
    assert words_of(SUINING + AFTER_D + lines + "\n")["more"] == words
