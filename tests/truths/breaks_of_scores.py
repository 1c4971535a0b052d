"""Breaks of points, grades, ties and appeals: id, what is wrong, file, text, text instead, test."""

from __future__ import annotations

CASES = (
    "tests/engine/test_case_files.py::test_each_case_of_a_scheme_holds_and_together_they_show_all_that_can_happen_in_it"
)
ASSESS, TIES = "simulate/assess.py", "tests/engine/test_association.py::{}"
APPEALS, SUINING = "tests/engine/test_appeals.py::{}", "tests/engine/test_suining_cases.py::{}"

OF_SCORES = (
    ("expiry-a-step-late", "points come back seven days late", ASSESS,
     'ends = np.int64(hit["due"]) + np.int64(rules.expires[rule])\n',
     'ends = np.int64(hit["due"]) + np.int64(rules.expires[rule]) + 7\n',
     TIES.format("test_what_was_shared_comes_back_when_the_rule_says_so")),
    ("expiry-skipped", "points never come back", ASSESS, "if given != 0 and np.int64(rules.expires[rule]) >= 0",
     "if given > 10**9 and np.int64(rules.expires[rule]) >= 0",
     SUINING.format("test_points_come_back_after_five_years_as_documented_and_never_as_told")),
    ("cap-not-applied", "a bonus lifts a score above its highest", "simulate/scores.py",
     "reading = min(max(before + delta, low), high)", "reading = max(before + delta, low)",
     SUINING.format("test_an_honour_only_repairs_a_loss")),
    ("repeat-ignored", "a rule that wants a repetition bites at once", ASSESS,
     "if np.int64(scores.tally[tally, i]) < np.int64(rules.repeat[rule]):", "if np.int64(scores.tally[tally, i]) < 0:",
     "tests/engine/test_caps.py::test_it_rises_from_the_record_that_bites"),
    ("edge-off-by-one", "who stands right on the edge of a grade falls below it", "simulate/life.py",
     "if np.int64(score[i]) >= ladder.at_least[k]:", "if np.int64(score[i]) > ladder.at_least[k]:",
     f"{CASES}[flensburg]"),
    ("override-ignored", "a record that holds to a grade holds nobody", "simulate/life.py", "        if holds:\n",
     "        if holds and grade < 0:\n",
     "tests/engine/test_overrides.py::test_a_record_holds_for_its_term_and_not_a_step_longer"),
    ("share-doubled", "those tied to somebody lose twice the share", "simulate/share_points.py",
     "size = (abs(points) * micro + MILLION // 2) // MILLION",
     "size = (2 * abs(points) * micro + MILLION // 2) // MILLION",
     TIES.format("test_the_household_loses_a_quarter_one_step_later")),
    ("shared-on-and-on", "what was shared is shared again", "simulate/share_points.py",
     'if np.int64(entry["kind"]) != BY_RULE:', 'if np.int64(entry["kind"]) < 0:',
     TIES.format("test_the_household_loses_a_quarter_one_step_later")),
    ("upheld-for-nothing", "an appeal is upheld and gives nothing back", "simulate/take_back.py",
     "back = -given if lasts < 0 or known + lasts >= end_day else none", "back = none",
     APPEALS.format("test_who_is_refused_learns_and_is_righted_when_the_decision_falls")),
    ("upheld-counts-on", "a record that was taken back still counts for repetitions", "simulate/take_back.py",
     "if tally < 0 or ends < end_day:", "if tally < 0 or ends < 10**9:",
     APPEALS.format("test_a_record_that_was_taken_back_counts_no_more")),
    ("every-appeal-upheld", "appeals are upheld whatever the scheme says", "simulate/appeals.py",
     'right = np.flatnonzero(decided["upheld"] != 0)', 'right = np.flatnonzero(decided["upheld"] < 2)',
     APPEALS.format("test_an_appeal_that_is_refused_lets_it_go_on")),
)  # fmt: skip
"""Rows of breaks of points, grades, ties and appeals."""
