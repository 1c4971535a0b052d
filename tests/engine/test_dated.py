"""Parts that begin and end while a run goes on, worked by hand; day 0 is 1 January 2020, a step has seven days."""

from __future__ import annotations

from datetime import date

import pytest

from engine.cases import Record, tell
from engine.lives import live, request, scheme_of, society
from glasstown.audit.overrides import forced_spans
from glasstown.compiled.periods import lower_periods
from glasstown.ledger.model_names import OverrideRow
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.names_facts import names_of
from glasstown.simulate.settings import settings_of
from scheme.dense_dated import DATED

LOW = 3


def dated(table: str, name: str, lines: str) -> str:
    head = f'[[{table}]]\nid = "{name}"\n'
    assert DATED.count(head) == 1
    return DATED.replace(head, f"{head}{lines}\n")


def litter(day: int) -> Record:
    return Record(day, "littering", "wardens", done=day)


def dispute(day: int) -> Record:
    return Record(day, "civil-dispute", "utility", done=day)


def test_points_of_an_act_change_at_a_date():
    """Litter costs 5 until day 100 and 11 from 10 April, day 100; steps that begin on days 98 and 105 turn it.

    20 June is day 171: the last step in which it costs 11 begins on day 168, the next one on day 175.
    """
    days = [97, 104, 105, 174, 175]
    told = tell(scheme_of(DATED), [litter(day) for day in days], 182)
    after = [told.scores[day // 7] for day in days]
    start = told.scores[0]
    assert [start - one for one in after] == [5_000, 10_000, 21_000, 32_000, 32_000]


def test_dates_are_counted_from_the_date_of_day_0():
    scheme = parse_scheme(DATED)
    rule = next(one for one in scheme.dated if one.id == "dear-litter")
    assert [rule.first_day(day) for day in (date(2020, 1, 1), date(2020, 4, 9), date(2020, 5, 1))] == [100, 1, 0]
    assert [rule.end_day(day) for day in (date(2020, 6, 19), date(2021, 1, 1))] == [1, 0]
    number = [one.id for one in scheme.rules].index("dear-litter")
    runs = [(one.from_day, one.rules[number]) for one in lower_periods(scheme, date(2020, 4, 9))]
    assert runs == [(0, False), (1, True), (72, False), (100, False)]


def test_the_start_of_a_run_moves_its_dates():
    later = request(parse_scheme(DATED), people=60)
    settings = settings_of(later, later.scheme, society())
    assert [one.from_day for one in (settings, *settings.later)] == [0, 100, 171]


def test_a_record_counts_by_the_day_on_which_it_arrives():
    """Bills have no times here: what an ended rule gave comes back all the same, on day 20 + 50 = 70."""
    text = dated("rule", "bills", "until_day = 28")
    told = tell(scheme_of(text), [Record(20, "late-bill", "utility", 20), Record(30, "late-bill", "utility", 20)], 84)
    start = told.scores[0]
    assert [start - told.scores[day // 7] for day in (20, 30, 69, 70)] == [8_000, 8_000, 8_000, 0]


def test_a_ground_that_has_ended_opens_nothing_and_what_it_opened_runs_out():
    """Ten days of grace, sixty of term: a dispute of day 6 lists from day 16 to day 75; one of day 30 nobody."""
    text = dated("ground", "quarrelling", "until_day = 28")
    told = tell(scheme_of(text), [dispute(6), dispute(30)], 140)
    assert [(ground, first, after) for ground, first, after, _ in told.on_list("shame")] == [("quarrelling", 16, 76)]
    begun = dated("ground", "quarrelling", "from_day = 28")
    told = tell(scheme_of(begun), [dispute(6), dispute(30)], 140)
    assert [(ground, first, after) for ground, first, after, _ in told.on_list("shame")] == [("quarrelling", 40, 100)]


def test_a_list_that_has_ended_lets_everybody_go_with_what_followed_from_it():
    told = tell(scheme_of(dated("list", "shame", "until_day = 30")), [dispute(6)], 84)
    assert [(first, after) for _, first, after, _ in told.on_list("shame")] == [(16, 35)]
    assert told.held("stays-home") == [(21, 35)]


def test_a_consequence_begins_for_those_who_have_long_been_listed():
    told = tell(scheme_of(dated("consequence", "stays-home", "from_day = 40\nuntil_day = 50")), [dispute(6)], 84)
    assert told.held("stays-home") == [(42, 56)]


@pytest.mark.parametrize(("lines", "held"), [("from_day = 15\nuntil_day = 43", [3, 4, 5]), ("until_day = 15", [0, 1])])
def test_an_override_holds_while_it_runs(lines: str, held: list[int]):
    """Disputes of days 4 and 24 count for 80 days; what was not counted before it began never is.

    Day 15 turns it with the step that begins on day 21, number 3; day 43 with the one of day 49, number 7.
    """
    text = dated("override", "quarrels", lines)
    text = text.replace('acts = ["civil-dispute"]\nentry', 'acts = ["littering"]\nentry')  # nobody comes onto the list
    told = tell(scheme_of(text), [dispute(4), dispute(24)], 70)
    assert [step for step, grade in enumerate(told.grades) if grade == LOW] == held


def test_nobody_fears_a_consequence_that_has_not_begun():
    def near(lines: str) -> list[tuple[int, bool]]:
        scheme = scheme_of(dated("consequence", "waits", lines))
        return [(one.from_day, one.worse_below[2]) for one in lower_periods(scheme, date(2020, 1, 1))]

    assert near("from_day = 40") == [(0, False), (40, True), (100, True), (171, True)]
    assert near("until_day = 40") == [(0, True), (40, False), (100, False), (171, False)]


def test_the_audit_knows_when_an_override_on_a_list_ran():
    asked = request(parse_scheme(dated("override", "shamed", "from_day = 20\nuntil_date = 2020-02-20")), days=182)
    row = next(one for one in names_of(asked.scheme, asked).overrides if one.id == "shamed")
    assert (row.start_day, row.end_day) == (21, 56)
    listed = {0: ((7, 30), (49, 100))}
    assert forced_spans(row, (), listed, 7, 182) == ((21, 35), (49, 56))
    never = OverrideRow(0, "never", LOW, 1, None, 0, start_day=182)
    assert forced_spans(never, (), listed, 7, 182) == ()


def test_what_begins_later_changes_nobody_before():
    """The same acts, looks and movements until the day of the change, and others after it."""
    base, changed = (live(scheme_of(text), people=200, days=140) for text in (
        DATED, dated("source", "utility", "from_day = 70")))  # fmt: skip
    late = [world.table("sightings").filter(world.table("sightings")["source"] == 1) for world in (base, changed)]
    assert late[1]["act_day"].min() >= 70
    assert late[0]["act_day"].min() < 70
    tables = [world.table("sightings") for world in (base, changed)]
    kept = [table.filter((table["source"] == 1) & (table["act_day"] >= 70)) for table in tables]
    seen = [set(zip(one["origin"], one["act"], one["act_day"], strict=True)) for one in kept]
    assert len(seen[0] & seen[1]) > 0.7 * len(seen[0]), "a source's luck does not hang on when it began"
