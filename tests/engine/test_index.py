"""Indices and classes worked by hand: weights, edges of grades, thin files, and what would be by true records alone.

Steps are of seven days from day 0: step k ends with day 7k + 6. With `refresh_offset = 5` and `refresh_days = 30` the
score is worked out in the steps that hold the days 5, 35, 65 and so on: on the days 6, 41, 69 (steps 0, 5, 9).
"""

from __future__ import annotations

import pytest

from engine.cases import Record, tell
from engine.lives import scheme_of
from scheme.dense_index import INDEX

HEAD = INDEX[: INDEX.index("[score]")]
REST = INDEX[INDEX.index("[[reference]]") : INDEX.index("[[grade]]")]


def index(*categories: tuple[str, str, str], keys: str = "", ends: tuple[int, int] = (350, 950)) -> str:
    """A scheme with an index of categories (value, weight, more), and a grade from 600 on."""
    score = f'kind = "index"\nstart = 500\nlowest = {ends[0]}\nhighest = {ends[1]}\ncap = "each-entry"\nstack = "act"\n'
    marked = 'mark = "fiction"\ncite = ["test-book"]\n'
    tables = "".join(
        f'[[category]]\nid = "c{n}"\nvalue = "{value}"\nweight = {weight}\n{more}{marked}\n'
        for n, (value, weight, more) in enumerate(categories)
    )
    grades = f'[[grade]]\nid = "good"\nat_least = 600\n{marked}\n[[grade]]\nid = "poor"\n{marked}\n'
    return f"{HEAD}[score]\n{score}{keys}{marked}\n{REST}{tables}{grades}"


def scores(text: str, things=(), days: int = 77) -> list[float]:
    """Points at the end of each step."""
    return [milli / 1000 for milli in tell(scheme_of(text), list(things), days).scores]


def bill(day: int, truth: int = 0) -> Record:
    """A record of a late bill."""
    return Record(day, "late-bill", "registry", done=day, truth=truth)


FIVE = (("9000", "35", ""), ("6000", "25", ""), ("5000", "20", ""), ("8000", "15", ""), ("5000", "5", ""))


def test_an_index_of_five_categories_is_their_weighted_mean_within_the_range():
    """35 * 9,000 + 25 * 6,000 + 20 * 5,000 + 15 * 8,000 + 5 * 5,000 = 710,000 of 1,000,000: 350 + 600 * 0.71 = 776."""
    assert scores(index(*FIVE), days=14) == [776, 776]


@pytest.mark.parametrize(
    ("last", "points", "grade"),
    [("4166.666", 599.99996, 1), ("4166.65", 599.999, 2), ("4166.67", 600, 1)],
)  # fmt: skip
def test_the_edge_of_a_grade_is_reached_in_rounded_thousandths(last, points, grade):
    """350 + 600 * 4,166.666 / 10,000 = 599.99996, which is 600.000 in thousandths; of 4,166.65 it is 599.999."""
    told = tell(scheme_of(index((last, "1", ""))), [], 14)
    assert told.scores[0] == round(points * 1000)
    assert told.grades[0] == grade


def test_a_category_that_falls_takes_its_weight_of_the_range():
    """5,000 to 1,000 at weight 5 of 100: 600 * 0.4 * 0.05 = 12 points. At 15 of 110: 764.545 to 731.818."""
    low = (*FIVE[:4], ("1000", "5", ""))
    assert scores(index(*low), days=7) == [764]
    heavy = [(*FIVE[:4], (value, "15", "")) for value in ("5000", "1000")]
    assert [scores(index(*one), days=7) for one in heavy] == [[764.545], [731.818]]


def test_values_are_cut_to_their_range():
    assert scores(index(("99999", "1", ""), ("-3", "1", "")), days=7) == [650]


HISTORY = ("10000 - 2000 * count(late-bill, 60)", "1", "")


def test_records_count_for_their_window_and_not_a_day_longer():
    """The bill of day 10 lowers the score on day 41 and no more on day 70: 10 + 60. On day 69 it still counts."""
    told = scores(index(HISTORY), [bill(10)], 112)
    assert told == [950] * 5 + [830] * 8 + [950] * 3
    assert scores(index(HISTORY), [bill(9)], 112) == [950] * 5 + [830] * 4 + [950] * 7


def test_it_is_worked_out_on_its_days_alone():
    text = index(HISTORY, keys="refresh_days = 90\nrefresh_offset = 20\n")
    told = scores(text, [bill(5), bill(22)], 133)
    assert told == [500] * 2 + [830] * 13 + [950] * 4


def test_who_is_known_too_little_has_the_default():
    """Of the first category enough is known after a record; then 350 + 600 * (8,000 + 5,000) / 20,000 = 740."""
    needs = 'needs = "count(late-bill, 60) > 0"\n'
    text = index((HISTORY[0], "1", needs), ("5000", "1", ""), keys="thin = { least = 2, default = 420 }\n")
    told = tell(scheme_of(text), [bill(10)], 77)
    assert [milli / 1000 for milli in told.scores] == [420] * 5 + [740] * 6
    mine = [row for row in told.tables["refreshes"] if row["resident"] == told.slot]
    assert [(row["day"], row["score_milli"], row["thin"]) for row in mine] == [(6, 420_000, 1), (41, 740_000, 0)]


def test_a_category_of_which_too_little_is_known_has_its_default():
    needs = 'needs = "count(late-bill, 60) > 0"\ndefault = 2000\n'
    assert scores(index((HISTORY[0], "1", needs), ("5000", "1", "")), days=7) == [560]


def test_an_untrue_record_counts_and_the_true_score_stands_beside_it():
    told = tell(scheme_of(index(HISTORY)), [bill(10, truth=1), bill(11)], 77)
    assert told.scores[5] == 710_000
    mine = [row for row in told.tables["refreshes"] if row["resident"] == told.slot]
    assert [(row["day"], row["score_milli"], row["true_milli"]) for row in mine][1] == (41, 710_000, 830_000)


SHANGHAI = (
    "clamp(100 - 30 * count(false-declaration, 1825) - 5 * count(late-bill, 365)"
    " + 5 * min(3, count(charity-gift, 365)), 0, 200)"
)


def test_a_class_is_one_formula():
    """Four bills: 80; the fifth: 75; three gifts lift by 15, a fourth by nothing."""
    text = index(("1", "1", ""), keys="", ends=(0, 200)).replace(
        'kind = "index"', f'kind = "class"\nvalue = "{SHANGHAI}"'
    )
    text = text[: text.index("[[category]]")] + text[text.index("[[grade]]") :]
    text = text.replace("start = 500", "start = 100").replace("at_least = 600", "at_least = 80")
    text = text.replace('sees = ["late-bill",', 'sees = ["late-bill", "false-declaration",')
    four, gifts = (
        [bill(day) for day in range(8, 12)],
        [Record(36, "charity-gift", "registry", done=d) for d in range(8, 12)],
    )
    assert tell(scheme_of(text), four, 42).scores[-1] == 80_000
    five = tell(scheme_of(text), [*four, bill(12)], 42)
    assert (five.scores[-1], five.grades[-1]) == (75_000, 2)
    assert tell(scheme_of(text), [*four, bill(12), *gifts[:3]], 42).scores[-1] == 90_000
    assert tell(scheme_of(text), [*four, bill(12), *gifts], 42).scores[-1] == 90_000
