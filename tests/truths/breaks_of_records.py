"""Breaks of who is watched and what is written down: id, what is wrong, file, text, text instead, test."""

from __future__ import annotations

SMALL_TOWN = "tests/truths/test_small_towns.py::test_a_small_town_says_it_too[{}]"
SIGHTINGS, COURT = "simulate/sightings.py", "tests/engine/test_court_list.py::{}"

OF_RECORDS = (
    ("detection-ignored", "sources see every act", SIGHTINGS,
     "if not _below(w0, high, low, c0, c1, c2, c3, keys, np.int64(0)):",
     "if _below(w0, np.uint64(0), np.uint64(0), c0, c1, c2, c3, keys, np.int64(0)):",
     SMALL_TOWN.format("clean-days-in-a-row")),
    ("never-the-wrong-person", "records always reach who did it", SIGHTINGS,
     "if _below(w1, wrong_high[s], wrong_low[s], c0, c1, c2, c3, keys, np.int64(1)):", "if wrong_high[s] < 0:",
     SMALL_TOWN.format("taken-for-strangers")),
    ("wrong-person-told-as-right", "a record of somebody else is written down as true", SIGHTINGS,
     "                truth = WRONG_PERSON\n", "                truth = TRUE\n",
     SMALL_TOWN.format("taken-for-strangers")),
    ("made-up-told-as-true", "a record of what never happened is written down as true", SIGHTINGS,
     "FALSE: Final = np.int64(Truth.FALSE)", "FALSE: Final = np.int64(Truth.TRUE)", SMALL_TOWN.format("fixed-term")),
    ("made-up-twice-as-often", "false records come at twice their rate", "compiled/sources.py",
     "invention(Fraction(source.false_per_year.value)", "invention(2 * Fraction(source.false_per_year.value)",
     SMALL_TOWN.format("fixed-term")),
    ("no-delay", "records arrive on the day of the act", SIGHTINGS,
     'due = np.int64(acts[a]["day"]) + np.int64(delay[s, np.int64(w2 >> np.uint64(24))])',
     'due = np.int64(acts[a]["day"])', SMALL_TOWN.format("nine-months-late")),
    ("watch-ignored", "groups are suspected alike, whatever the source says", "compiled/watch_classes.py",
     "rate = value * watch.factor(kind)", "rate = value", SMALL_TOWN.format("suspected-unlike")),
    ("records-counted-twice", "several records of one act each count where one should", SIGHTINGS,
     "if watchers.by_act != 0:", "if watchers.by_act > 1:",
     SMALL_TOWN.format("one-act-counts-once")),
    ("term-ignored", "a listing never ends by itself", "simulate/grounds.py",
     'row["until"] = OPEN_ENDED if term < 0 else min(entry + term, LATEST)', 'row["until"] = OPEN_ENDED',
     SMALL_TOWN.format("fixed-listing-term")),
    ("exit-ignored", "who pays stays on the list", "simulate/grounds.py", 'if end < np.int64(row["until"]):',
     "if end < 0:", COURT.format("test_who_pays_later_leaves_three_working_days_later")),
    ("official-ignored", "officials let nobody off", "simulate/decisions.py",
     'case["otherwise"] = (OTHERWISE if otherwise else 0)', 'case["otherwise"] = (0 if otherwise else 0)',
     "tests/engine/test_court_limits.py::test_who_is_limited_need_not_be_listed"),
    ("denial-ignored", "who may not do it does it all the same", "simulate/deeds.py", 'deed["outcome"] = DENIED',
     'deed["outcome"] = DONE', SMALL_TOWN.format("mended-by-appeals")),
    ("everybody-knows", "the whole town knows of the scheme on day 0", "simulate/enrol.py",
     "standing.aware[:] |= know & stretch.subject", "standing.aware[:] |= stretch.subject",
     SMALL_TOWN.format("nobody-knows")),
    ("nobody-is-chilled", "who knows speaks as before", "behaviours/responses/chilling.py",
     "return max(1 + effect.value * AFTER_PUNISHMENT[fear].value, LEAST_FACTOR)",
     "return max(1 + 0 * effect.value * AFTER_PUNISHMENT[fear].value, LEAST_FACTOR)", SMALL_TOWN.format("chilled")),
)  # fmt: skip
"""Rows of breaks of sources, lists and responses."""
