"""Whatever scheme reads without a fault: the reviewer answers, and always within its four verdicts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from glasstown.review.contract import VERDICTS
from glasstown.review.mended import mend
from glasstown.review.plain import review_to_plain
from glasstown.review.reviewed import review_scheme
from glasstown.review.text import review_text
from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.read import parse_scheme
from scheme.dense import DENSE, FULL
from scheme.generated import drafts, mended


def try_out(number: int) -> int:
    reviewed = 0

    @settings(max_examples=number, suppress_health_check=list(HealthCheck), phases=[Phase.generate], deadline=None)
    @given(drafts())
    def each(values):
        nonlocal reviewed
        scheme = mended(values)
        if scheme is not None:
            text = canonical_text(scheme)
            found = review_scheme(parse_scheme(text), text, "scheme.toml")
            assert {one["verdict"] for one in review_to_plain(found)["findings"]} <= set(VERDICTS)
            assert review_text(found)
            reviewed += 1

    each()
    return reviewed


def test_no_scheme_breaks_the_reviewer():
    assert try_out(8) >= 4


@pytest.mark.nightly
def test_nor_do_many():
    assert try_out(150) >= 75


@pytest.mark.parametrize("text", [DENSE, FULL], ids=["dense", "full"])
def test_a_scheme_with_everything_is_reviewed(text):
    found = review_scheme(parse_scheme(text), text, "scheme.toml")
    assert found.totals["fails"] > 10


@pytest.mark.nightly
def test_remedies_of_a_scheme_with_everything_leave_a_file_that_reads():
    found = review_scheme(parse_scheme(DENSE), DENSE, "scheme.toml")
    done = mend(found, DENSE)
    assert parse_scheme(done.text)
    assert any(not one.refused for one in done.tried)
