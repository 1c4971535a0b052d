"""The part of the dense scheme in which people answer for each other."""

from __future__ import annotations

TIES = """\
[[association]]
id = "families"
title = "Families answer for each other"
tie = "household"
carries = "losses"
share = 0.4
rules = ["queues", "neglect", "posts"]
mark = "fiction"
cite = ["test-book"]

[[association]]
id = "friends"
tie = "friend"
carries = "both"
share = { value = 0.2345675, band = [0, 0.5], mark = "assumed" }
mark = "fiction"
cite = ["test-book"]

[[association]]
id = "relatives"
tie = "kin"
carries = "gains"
share = 0.5
mark = "fiction"
cite = ["test-book"]

[[association]]
id = "workmates"
tie = "colleague"
carries = "losses"
share = 0.1
mark = "fiction"
cite = ["test-book"]

[[association]]
id = "next-door"
tie = "neighbour"
carries = "losses"
share = 0.05
mark = "fiction"
cite = ["test-book"]

"""
"""Associations along every kind of ties."""
