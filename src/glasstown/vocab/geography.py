"""How residents are numbered: cell, neighbourhood, district, county.

A town of N residents is residents 0 to N-1 of the nation, so every number below belongs to the
address of people and of luck and can never change.
"""

from __future__ import annotations

from typing import Final

CELL: Final = 64
"""Residents in a cell."""

NEIGHBOURHOOD: Final = 2 * CELL
"""Residents in a neighbourhood: two cells; urban or rural is decided here."""

DISTRICT: Final = 4096
"""Residents in a district: the unit of work and of replay."""

DISTRICTS_IN_COUNTY: Final = 64
"""Districts in a county, all of one province."""

RESIDENTS_IN_COUNTY: Final = DISTRICT * DISTRICTS_IN_COUNTY
"""Residents in a county."""

MOODS: Final = 8
"""Steps in which what a county thinks of a scheme enters rates: 0 as at the start, 7 where nothing of it is left."""

VOID: Final = 65_535
"""A tie that points to nobody (slots within a district run from 0 to 4,095)."""

LOOKALIKES: Final = 4
"""Keyed pairings of residents who may be taken for each other."""

KIN: Final = 4
"""Keyed pairings of parents with their grown-up children in other households."""

COLLEAGUES: Final = 8
"""Keyed pairings of residents who work in the same place."""

FRIENDS: Final = 8
"""Keyed pairings of friends."""
