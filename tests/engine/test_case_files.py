"""Cases written as data: each holds, none is faulty, and nothing of a shipped scheme is shown by none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.case_cover import held_together, mismatches, shown, to_be_shown, told_of, with_edges
from engine.case_files import CaseFaultsError, case_files, parse_cases, read_cases
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.read import read_scheme


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in case_files()])
def test_each_case_of_a_scheme_holds_and_together_they_show_all_that_can_happen_in_it(path):
    scheme, wrong, found = read_scheme(find(path.stem)), list[str](), set[str]()
    for case in read_cases(path):
        told = told_of(case)
        wrong += [f"{case.title}: {fault}" for fault in mismatches(case, told)]
        found |= set() if case.is_changed else shown(case, told)
    wrong += [f"no case shows: {one}" for one in sorted(to_be_shown(scheme) - with_edges(scheme, found))]
    assert not wrong, "\n".join(wrong)


def test_a_scheme_without_cases_has_nothing_that_can_happen():
    silent = set(SCHEMES) - {path.stem for path in case_files()}
    assert [name for name in silent if to_be_shown(read_scheme(find(name)))] == []


def test_a_file_is_named_after_its_scheme():
    assert [path.stem for path in case_files()] == [read_cases(path)[0].scheme.id for path in case_files()]


GOOD = """\
[about]
scheme = "suining-2010"

[[case]]
title = "A red light"
cite = ["global-voices-2010"]
worked = "1,000 - 20 = 980"
happens = [{ day = 3, act = "red-light", recorded_by = "traffic-police" }]
expect = [{ day = 3, points = 980, grade = "A", under = [] }]
"""


def test_a_case_that_does_not_hold_says_where_and_what_came_instead():
    (case,) = parse_cases(GOOD.replace("points = 980", "points = 990").encode(), "mine.toml")
    assert mismatches(case, told_of(case)) == ["mine.toml:9:11: on day 3 the points are 980"]
    (case,) = parse_cases(GOOD.replace('grade = "A", under = []', 'grade = "D", knows = true').encode(), "mine.toml")
    assert mismatches(case, told_of(case)) == [
        "mine.toml:9:11: on day 3 the grade is A",
        "mine.toml:9:11: on day 3 the resident does not know of the scheme",
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("suining-2010", "suining-2011", "2:10", 'no scheme "suining-2011"; did you mean "suining-2010"?'),
        ('red-light"', 'red-ligth"', "8:29", 'no act "red-ligth"; did you mean "red-light"?'),
        ("traffic-police", "courts", "8:56", '"courts" does not see "red-light"'),
        ("traffic-police", "police", "8:56", 'no source "police"'),
        ('grade = "A"', 'grade = "E"', "9:44", 'no grade "E"'),
        ("under = []", 'under = ["flogging"]', "9:58", 'no consequence "flogging"'),
        ("points = 980", "points = true", "9:31", '"points" of expect holds true or false'),
        ("points = 980", "points = [990, 980]", "9:31", "points are one number"),
        ("day = 3, points", "day = -1, points", "9:19", "day -1 is not one of 0 to 36,500"),
        ("title =", 'whose = "firm"\ntitle =', "5:9", 'no kind of subject "firm"'),
        ("points = 980, ", "pionts = 980, ", "9:31", 'no key of expect is "pionts"; did you mean "points"?'),
        ('["global-voices-2010"]', '["global-vices"]', "6:9", 'no source key "global-vices"'),
        ('worked = "1,000 - 20 = 980"\n', "", "4:3", 'a case needs "worked"'),
        ('recorded_by = "traffic-police"', "done = 2", "8:49", "nobody records this"),
        ('"traffic-police" }', '"traffic-police", done = 4 }', "8:81", "day 4 is not one of 0 to 3"),
        ('"traffic-police" }', '"traffic-police", of_other = true }', "8:85", "of firms alone"),
        ('worked = "', 'age_days = 9\nworked = "', "7:12", "of firms alone"),
        (', points = 980, grade = "A", under = []', "", "9:11", "nothing is expected of day 3"),
        ("[about]", "[about", "1:7", ""),
    ],
)  # fmt: skip
def test_a_bad_case_file_says_where_and_what(old, new, place, told):
    assert GOOD.count(old) == 1
    with pytest.raises(CaseFaultsError) as caught:
        parse_cases(GOOD.replace(old, new).encode(), "mine.toml")
    assert str(caught.value).startswith(f"mine.toml:{place}: ")
    assert told in str(caught.value)


COURT = """\
[about]
scheme = "court-list"

[[case]]
title = "A debt"
cite = ["spc-provisions-2017"]
worked = "20 + 15 = 35"
lets_off = ["able-but-refuses"]
happens = [{ day = 20, act = "judgment-default", recorded_by = "enforcement-register", done = 1 }]
expect = [{ day = 35, lists = ["spending-limit"] }]
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ('lets_off = ["able-but-refuses"]\n', "", "4:3", "officials decide here"),
        ('["able-but-refuses"]', '["evades"]', "8:13", 'no decision "evades"'),
        ('["able-but-refuses"]', '"nobody"', "8:12", '"lets_off" of case holds text'),
        ("happens", "changes = [['list = ', 'lots = ']]\nhappens", "9:12", "times in the scheme, not once"),
        ("happens", "changes = [['china-daily-2017']]\nhappens", "9:12", "a change is a pair of texts"),
        ("happens", "changes = [['min_age_years = 18', 'min_age_years = -1']]\nhappens", "9:11", "no scheme any more"),
    ],
)  # fmt: skip
def test_what_is_decided_and_changed_by_hand_is_looked_up(old, new, place, told):
    assert COURT.count(old) == 1
    with pytest.raises(CaseFaultsError) as caught:
        parse_cases(COURT.replace(old, new).encode(), "mine.toml")
    assert str(caught.value).startswith(f"mine.toml:{place}: ")
    assert told in str(caught.value)


def test_a_changed_scheme_is_worked_and_shows_nothing_of_the_shipped_one():
    old, new = "entry_delay_days = { value = 15,", "entry_delay_days = { value = 30,"
    text = COURT.replace("happens", f"changes = [['{old}', '{new}']]\nhappens")
    (case,) = parse_cases(text.encode(), "mine.toml")
    assert case.is_changed
    assert mismatches(case, told_of(case)) == ["mine.toml:11:11: on day 35 the resident stands on nothing"]


def test_a_group_is_shown_by_two_of_its_rules_and_once_in_a_while_by_two_records():
    """One record of pyramid selling meets both rules of its group; arrears move once in 30 days, so two are needed."""
    fraud, arrears = "group:fraud", "once in a while:late-loan-payment"
    cases = read_cases(next(path for path in case_files() if path.stem == "rongcheng-2016"))
    assert set().union(*(held_together(case, 10_000) for case in cases)) == {fraud, arrears}
    for case in cases:
        assert held_together(case, -1) == held_together(replace(case, things=()), 10_000) == set()
        late = tuple(one._replace(day=400 * place) for place, one in enumerate(case.things))
        for few in (case.things[:1], late):
            assert arrears not in held_together(replace(case, things=few), 100_000)
        alone = tuple(one for one in case.things if one.act != "pyramid-selling")
        assert fraud not in held_together(replace(case, things=alone), 10_000)
