"""Schemes that score only those of whom something is so, worked by hand.

The adult of these cases is the first of the town: 100 points, in grade top from day 0. Loud music costs 12, a charity
gift gives 35. Steps are of seven days; what must be so is asked on day 0 and at the end of each step.
"""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from engine.cases import Record, Told, tell
from engine.lives import live, people_of, scheme_of
from engine.test_held_while import ASKED_AFTER, YEARS
from glasstown.audit.catalogue import assess
from glasstown.audit.worlds import open_worlds
from glasstown.report.build import summarise
from glasstown.report.consent import consent_section
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live as live_run
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import DENSE
from scheme.dense_qualifying import ASKED_AND_QUALIFIED, QUALIFIED

CAME, WENT = 4, 5
WITHDRAWN = 5


def only(when: str, text: str = DENSE) -> str:
    return text.replace("coverage = 0.9\n", f'coverage = 0.9\nwhen = "{when}"\n', 1)


def told(when: str, things: tuple[Record, ...] = (), days: int = 371) -> Told:
    return tell(scheme_of(only(when)), list(things), days)


def moves(one: Told) -> list[tuple[int, int]]:
    return [(row["day"], row["what"]) for row in one.tables.get("consents", []) if row["resident"] == one.slot]


def gift(day: int) -> Record:
    return Record(day, "charity-gift", "registry", done=day)


def test_who_does_not_qualify_has_no_grade_and_no_record_moves_their_score():
    one = told("age > 120", (gift(10),), 70)
    assert set(one.scores) == {100_000}
    assert set(one.grades) == {0}
    assert moves(one) == []


def test_what_always_holds_is_as_if_nothing_were_asked():
    plain = tell(scheme_of(DENSE), [gift(10)], 70)
    one = told("age >= 0", (gift(10),), 70)
    assert (one.scores, one.grades) == (plain.scores, plain.grades)
    assert one.scores[-1] == 135_000


def test_on_a_birthday_somebody_goes_at_the_end_of_the_step_and_what_is_noted_later_counts_no_more():
    """135 from the gift on; the second gift comes after the end of the step of the birthday."""
    one = told(f"age <= {YEARS}", (gift(10), gift(ASKED_AFTER + 3)), ASKED_AFTER + 14)
    assert moves(one) == [(ASKED_AFTER, WENT)]
    assert one.scores[-1] == 135_000
    assert one.grades[-1] == 0
    assert one.grades[ASKED_AFTER // 7 - 2] != 0


def test_and_comes_in_by_a_birthday():
    """The gift of day 10 is before their time; the other one counts: 100 + 35."""
    one = told(f"age > {YEARS}", (gift(10), gift(ASKED_AFTER + 3)), ASKED_AFTER + 14)
    assert moves(one) == [(ASKED_AFTER, CAME)]
    assert one.scores[-1] == 135_000
    assert one.grades[-1] != 0


def test_who_goes_by_the_score_itself_stays_out_with_the_score_they_left_with():
    """135 at the end of the step of day 10: out from day 14, and the next gift is nobody's."""
    one = told("score < 130", (gift(10), gift(20)), 70)
    assert moves(one) == [(14, WENT)]
    assert one.scores[-1] == 135_000


def test_who_is_not_covered_never_comes():
    text = only("driver").replace("coverage = 0.9\n", "coverage = 0\n", 1)
    lived = live(scheme_of(text), people=200, days=28, step_days=14)
    assert lived.table("consents").height == 0
    assert lived.table("panel").filter(pl.col("flags") & 2 > 0).height == 0


def test_in_a_town_exactly_those_of_whom_it_is_so_are_scored():
    full = only("age >= 40 and not urban").replace("coverage = 0.9\n", "coverage = 1\n", 1)
    lived = live(scheme_of(full), people=300, days=28, step_days=14)
    people = people_of(1, 300)
    so = {n for n in range(300) if -int(people.birth_day[n]) >= 40 * 365 and not people.urban[n]}
    first = lived.table("panel").filter((pl.col("day") == 0) & (pl.col("flags") & 2 > 0))
    assert set(first["resident"]) == so


@pytest.mark.parametrize(
    ("text", "told"), [(QUALIFIED, {CAME, WENT}), (ASKED_AND_QUALIFIED, {WENT})], ids=["not asked", "asked first"]
)
def test_no_entry_or_listing_begins_while_somebody_is_out(text, told):
    lived = live(scheme_of(text.replace("compelled = 0.25", "compelled = 0")), people=300, days=364, step_days=14)
    consents = lived.table("consents")
    moves = consents.filter(pl.col("what").is_in([CAME, WENT]))
    assert set(moves["what"]) == told
    assert moves.filter(pl.col("what") == WENT).height > 5
    last = consents.sort("day", "what").group_by("resident", maintain_order=True).last()
    gone = last.filter(pl.col("what") == WENT).select("resident", gone_day="day")
    assert gone.height
    by_rule = lived.table("entries").filter(pl.col("kind") == 0)
    for rows, day in ((by_rule, "day"), (lived.table("listings"), "entry_day")):
        late = rows.join(gone, on="resident").filter(pl.col(day) >= pl.col("gone_day"))
        assert rows.height
        assert late.height == 0


def test_the_findings_and_the_report_tell_of_it(tmp_path):
    asked = {"people": 300, "days": 364, "step_days": 28, "seed": 1, "start": date(2020, 1, 1)}
    live_run(RunRequest(scheme=scheme_of(QUALIFIED), out=tmp_path / "r", **asked))
    finding = next(one for one in assess(open_worlds(tmp_path / "r")) if one.slug == "qualifying")
    assert finding.table
    assert sum(row[4] for row in finding.table.rows) > 0
    at_first, at_last, came, went = (sum(row[place] for row in finding.table.rows) for place in (1, 2, 3, 4))
    grown = at_last - (at_first + came - went)
    assert 0 <= grown < 30, "beside those who came and went only who grew up"
    (section,) = consent_section(summarise(open_worlds(tmp_path / "r")))
    assert section.title == "Who qualifies"


def test_a_number_is_no_condition():
    with pytest.raises(InputFaultsError) as refusal:
        scheme_of(only("age"))
    (fault,) = refusal.value.diagnostics
    assert (fault.code, fault.message) == ("SCH353", '"when" of [subjects] is a number, not a condition')
