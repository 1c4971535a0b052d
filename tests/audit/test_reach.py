"""Whom a scheme touched, and how near scores came to harm: in the town whose every number was worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from audit.harbour import HARBOUR, SPELLS, write_harbour
from glasstown.audit.case import open_case
from glasstown.audit.metrics.reach import reach
from glasstown.audit.worlds import open_worlds, pair
from glasstown.vocab.codes import Entry, Outcome


def found(folder, **changed):
    return {one.slug: one for one in reach(open_case(open_worlds(write_harbour(folder / "run", **changed))))}


def test_who_lost_who_was_charged_and_who_was_rewarded(tmp_path):
    """1 to 4 lost points; 1 to 3 were punished, 5 and 9 lost a place; 4 stood in A; 690 was the lowest of anybody."""
    told = found(tmp_path)
    values = {slug: one.value for slug, one in told.items()}
    assert values == {
        "lost-points": 4, "burdened": 5, "rewarded": 1, "score-lowest": 690, "score-highest": 900, "harm-below": 850,
        "reward-from": 900,
    }  # fmt: skip
    assert "3 stood on a list" in told["burdened"].text
    assert "2 lost a place" in told["burdened"].text
    assert "690" in told["score-lowest"].text


def test_an_attempt_that_was_refused_counts_and_one_that_was_held_back_does_not(tmp_path):
    tried = (
        (7, Outcome.DENIED),
        (8, Outcome.LOOKED_UP),
        (10, Outcome.HELD_BACK),
        (11, Outcome.NO_PLACE),
        (1, Outcome.DENIED),
    )
    blocked = [{"resident": who, "day": 30, "act": 5, "outcome": outcome} for who, outcome in tried]
    assert found(tmp_path, blocked=blocked)["burdened"].value == 7


def test_what_ends_by_itself_or_is_cut_off_lowers_no_score(tmp_path):
    kinds = [
        (12, Entry.EXPIRY),
        (13, Entry.CAP),
        (14, Entry.LIMIT),
        (15, Entry.DECAY),
        (16, Entry.STATE),
        (17, Entry.RULE),
    ]
    rows = [
        {"resident": who, "day": 9, "kind": kind, "delta_milli": -1000, "score_after_milli": 899_000}
        for who, kind in kinds
    ]
    rows.append({"resident": 18, "day": 9, "kind": Entry.RULE, "delta_milli": 1000, "score_after_milli": 901_000})
    told = found(tmp_path, entries=rows)
    assert told["lost-points"].value == 2
    assert (told["score-lowest"].value, told["score-highest"].value) == (899, 901)


def test_a_scheme_that_harms_by_no_grade_has_no_edge_and_says_why(tmp_path):
    kind = [row for row in HARBOUR.names.consequences if not row.harms]
    milder = replace(HARBOUR, names=replace(HARBOUR.names, consequences=tuple(kind)))
    told = found(tmp_path, manifest=milder, spells=SPELLS[3:])
    assert told["harm-below"].value is None
    assert "takes nothing from anybody" in told["harm-below"].reason
    bare = replace(HARBOUR, names=replace(HARBOUR.names, consequences=()))
    told = found(tmp_path / "bare", manifest=bare, spells=())
    assert told["harm-below"].reason == "nothing follows from the scheme"
    assert (told["reward-from"].value, told["rewarded"].value) == (None, 0)


def test_in_the_world_without_a_scheme_there_is_nothing_to_say(tmp_path):
    worlds = open_worlds(write_harbour(tmp_path / "run"))
    told = reach(open_case(pair(worlds.baseline, None)))
    assert [one.value for one in told] == [None, None, None]
    assert all("without a scheme" in one.reason for one in told)


def test_of_several_scores_each_is_told_by_its_name(tmp_path):
    one, other = replace(HARBOUR.score, id="deeds"), replace(HARBOUR.score, id="manners", title="Manners")
    told = found(tmp_path, manifest=replace(HARBOUR, score=one, further_scores=(other,)))
    assert told["score-lowest"].text.startswith('Of "deeds": the lowest score of anybody was 690, the highest 900')
    assert told["score-lowest.manners"].text.startswith('Of "Manners": the lowest score of anybody was 900')
    assert told["harm-below"].text == 'Of "deeds": harm begins below 850.'
