"""The part of the dense scheme in which points hang on what residents are."""

from __future__ import annotations

STATES = """\
[[rule]]
id = "town-bills"
act = "late-bill"
points = -7
when = "urban and score > 20 or income-fifth < 2"
mark = "fiction"
cite = ["test-book"]

[[state_rule]]
id = "schooling"
title = "Schooling counts"
when = "education >= 2 and not out-of-work"
points = { value = 6, band = [1, 20], mark = "assumed" }
refresh_days = 60
mark = "fiction"
cite = ["test-book"]

[[state_rule]]
id = "work"
when = "clamp(age / 3 - 2 * short-of-money, 0, 40) > step(household-size, 1, 10, 3, 9.5) or employed"
points = -4.5
mark = "fiction"
cite = ["test-book"]

[[consequence]]
id = "lean-years"
grade = "middle"
degree = { loan-terms = -2, deposit = -1 }
when = "age >= 40 and not short-of-money or score < 60"
notice = "none"
mark = "fiction"
cite = ["test-book"]

"""
"""A rule and a consequence with a condition, and points that stand."""
