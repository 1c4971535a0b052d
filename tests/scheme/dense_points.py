"""The part of the dense scheme in which records decide grades beside points."""

from __future__ import annotations

POINTS = """\
[[override]]
id = "careless"
title = "Whoever is careless twice is low"
grade = "bottom"
acts = ["elder-neglect", "late-bill"]
sources = ["neighbours"]
count = 2
within_days = 90
mark = "fiction"
cite = ["test-book"]

[[override]]
id = "critics"
grade = "middle"
acts = ["critical-post"]
mark = "fiction"
cite = ["test-book"]

"""
"""Overrides by records: for a time, and for good."""
