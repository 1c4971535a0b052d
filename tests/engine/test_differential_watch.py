"""The pair of watching: the same rules for everybody, and how closely each is looked at in its society."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.lives import live, society
from glasstown.compiled.watch_classes import detection
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme, society_named
from glasstown.simulate.acts_of import watch_of
from glasstown.simulate.plan import RunRequest
from glasstown.vocab.watching import ROLE_NAMES

TENTH = Fraction(1, 10)
"""Of the meetings that nobody runs, a tenth is seen, by the file."""


def seen(name: str, act: str, group: int, role: str = "no-role") -> Fraction:
    """How likely the scheme's own source sees an act of somebody in a town who is online, in its own society."""
    scheme = read_scheme(find(name))
    (source,) = (one for one in scheme.sources if act in one.sees)
    chance = detection(Fraction(source.detection.value), source.watch, act, watch_of(society(scheme.society)))
    return chance((group, 1, ROLE_NAMES.index(role), 1))


def test_a_meeting_is_seen_three_times_as_often_of_one_group_and_twice_of_the_other():
    """0.1; times 3 = 0.3; times 2 = 0.2; of a lawyer times 4 = 0.4; of a lawyer of group A 0.1 x 4 x 3 = 1.2, so 1."""
    told = [seen("differential-watch", "association-meeting", group) for group in (0, 1, 2)]
    assert told == [TENTH, 3 * TENTH, 2 * TENTH]
    assert seen("differential-watch", "association-meeting", 0, "lawyer") == 4 * TENTH
    assert seen("differential-watch", "association-meeting", 1, "lawyer") == 1


def test_a_post_of_group_a_is_also_met_by_software_on_the_telephone():
    """0.5 of everybody; of group A 1 - 0.5 x 0.8 = 0.6; of a journalist 0.5 x 4, so 1."""
    assert seen("differential-watch", "critical-post", 0) == Fraction(1, 2)
    assert seen("differential-watch", "critical-post", 1) == Fraction(6, 10)
    assert seen("differential-watch", "critical-post", 0, "journalist") == 1


def test_in_the_blind_twin_everybody_is_met_as_often_as_all_are_on_average():
    """Minorities are 8.89 %, two thirds of it A: 0.9111 x 0.1 + 0.0593 x 0.3 + 0.0296 x 0.2 = 0.1148."""
    told = {seen("differential-watch-blind", "association-meeting", group, role)
            for group in (0, 1, 2) for role in ("no-role", "lawyer")}  # fmt: skip
    assert len(told) == 1
    assert float(told.pop()) == pytest.approx(0.1148, abs=0.0002)


def test_the_three_files_differ_in_nothing_but_their_heads():
    told = read_scheme(find("national-as-told"))
    for name in ("differential-watch", "differential-watch-blind"):
        scheme = read_scheme(find(name))
        assert (scheme.society, society_named(find(name))) == (name, name)
        running = [[one for one in each.settings if one.kind == "running" and one.key != "society"]
                   for each in (told, scheme)]  # fmt: skip
        assert running[0] == running[1]


def test_a_run_lives_in_the_society_of_its_scheme_unless_it_asks_for_another(tmp_path):
    scheme = read_scheme(find("differential-watch"))
    asked = {"people": 10, "days": 7, "step_days": 7, "seed": 1, "start": None, "out": tmp_path}
    assert RunRequest(scheme=scheme, **asked).society == "differential-watch"
    assert RunRequest(scheme=scheme, society="china-2020", **asked).society == "china-2020"
    assert RunRequest(scheme=None, **asked).society == "china-2020"
    assert society_named(None) == ""


@pytest.mark.nightly
def test_more_of_what_a_watched_group_does_is_written_down_and_nothing_that_anybody_does_changes():
    town = {"people": 3_000, "days": 364, "step_days": 14}
    worlds = [live(read_scheme(find(name)), **town) for name in ("national-as-told", "differential-watch")]
    before, after = (one.table("sightings").filter(fate=0).height for one in worlds)
    assert after > before
    assert worlds[0].table("acts").filter(outcome=0).height > 0
