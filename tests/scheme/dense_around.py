"""A dense scheme of what those tied to one score: friends in an index, and others in conditions."""

from __future__ import annotations

from scheme.dense_index import INDEX

OF_FRIENDS = """\
[[category]]
id = "company"
value = "80 * friend.mean + 20 * colleague.lowest - 500 * (neighbour.lowest < 60) + 100 * kin.number"
weight = 40
needs = "friend.number + household.number > 0"
default = 4000
mark = "fiction"
cite = ["test-book"]

"""

AROUND = INDEX + OF_FRIENDS
"""An index of four categories, one of them of others."""
