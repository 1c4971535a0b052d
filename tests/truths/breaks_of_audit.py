"""Breaks of the audit itself: id, what is wrong, file, text, text instead, test."""

from __future__ import annotations

from truths.breaks_of_records import SMALL_TOWN

HARM, HARM_TESTS = "audit/harm/{}.py", "tests/audit/harm/{}"

OF_AUDIT = (
    ("censoring-dropped", "spells that are still open count as ended", HARM.format("survival"),
     "if at_risk and ended.get(day):\n            alive *= 1 - ended[day] / at_risk",
     "if at_risk:\n            alive *= 1 - (ended.get(day, 0) + still.get(day, 0)) / at_risk",
     HARM_TESTS.format("test_headline.py::test_kaplan_and_meier_are_those_of_scipy")),
    ("groups-swapped", "one group's wrongful days are told of another", HARM.format("wrongful_days"),
     'mine = people.filter(pl.col("group") == int(group))', 'mine = people.filter(pl.col("group") == (group + 1) % 3)',
     SMALL_TOWN.format("suspected-unlike")),
    ("all-days-wrongful", "every day of punishment counts as wrongful", HARM.format("false_listing"),
     '"wrongful": int(punished["wrongful_days"].sum())', '"wrongful": int(punished["denied_days"].sum())',
     SMALL_TOWN.format("shares-of-untrue")),
    ("untrue-told-as-true", "a notice of something untrue counts as one of something true",
     HARM.format("decisions_told"),
     'is_true=pl.col("truth") == int(Truth.TRUE),', 'is_true=pl.col("truth") >= 0,',
     HARM_TESTS.format("test_process.py::test_decisions_are_told_in_time_and_for_something_true_or_not")),
    ("first-day-untold", "a listing of the first day of a step counts as untold", HARM.format("decisions_told"),
     '(pl.col("start_day") <= until)', '(pl.col("start_day") < until)', SMALL_TOWN.format("told-of-something-true")),
    ("still-there-forgotten", "nobody counts as still punished at the end", HARM.format("punished_states"),
     'counts["still"] += spans[-1][1] >= horizon', 'counts["still"] += spans[-1][1] > horizon',
     SMALL_TOWN.format("nine-months-late")),
)  # fmt: skip
"""Rows of breaks of metrics."""
