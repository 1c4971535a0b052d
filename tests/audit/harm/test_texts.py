"""Every metric says what it says, in what unit, how it is read, what it cannot see, and where it comes from."""

from __future__ import annotations

import pytest

from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import HEADINGS, SWITCHED, THEMES, sections
from glasstown.scheme.library import SCHEMES

BY_CODE = pytest.mark.parametrize("metric", HARMS, ids=lambda one: one.code)


@BY_CODE
def test_a_metric_tells_itself_under_every_heading(metric):
    assert list(metric.text) == list(HEADINGS)
    assert all(len(text) > 4 for text in metric.text.values()), metric.text


@BY_CODE
def test_a_metric_stands_where_it_can_be_found(metric):
    assert metric.theme in THEMES
    assert metric.shown_by in SCHEMES
    assert metric.moved_by
    assert set(metric.needs) <= set(SWITCHED)


def test_codes_and_names_are_given_once_and_stand_in_order():
    codes = [one.code for one in HARMS]
    assert codes == sorted(set(codes))
    assert len({one.slug for one in HARMS}) == len(HARMS)


def test_lines_of_a_section_are_joined_and_other_paragraphs_are_left():
    assert sections("Title.\n\nUnit: a share,\n0 to 1.\n\nNo heading: x.") == {"Unit": "a share, 0 to 1."}
