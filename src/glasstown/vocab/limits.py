"""How much one scheme may hold. Every limit is met when a scheme is read, none at run time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

MAX_SOURCES: Final = 63
"""Sources in a scheme."""

MAX_SOURCES_PER_ACT: Final = 8
"""Sources that may see one act."""

MAX_RULES: Final = 1023
"""Rules in a scheme."""

MAX_SCORES: Final = 4
"""Scores of residents and officials together, of firms, and of governments: so many each."""

MAX_GRADES: Final = 63
"""Grades of all scores of a scheme."""

MAX_CONSEQUENCES: Final = 64
"""Consequences in a scheme."""

MAX_POINTS: Final = Decimal(2_000_000)
"""The largest size of any number of points."""

MAX_EVENTS_PER_YEAR: Final = Decimal(50)
"""Acts or false records of one kind for one person in a year."""

MAX_DAYS: Final = Decimal(36_500)
"""The longest span in days that a scheme may name."""

MAX_LISTS: Final = 16
"""Lists in a scheme: the mask of lists of a resident has 16 bits."""

MAX_GROUNDS: Final = 64
"""Grounds for being listed, over all lists of a scheme."""

MAX_VERSIONS: Final = 16
"""Versions of a scheme over time."""

MAX_TURNS: Final = 32
"""Different days on which parts of a scheme begin or end, beside those of its versions."""

MAX_ASSOCIATIONS: Final = 16
MAX_HOLDERS: Final = 16
MAX_SHARINGS: Final = 64
"""Kinds of association of a scheme."""

MAX_FOLLOWERS: Final = 6
"""Declared acts that may follow from one act; a seventh may be the model's own."""

MAX_CAPACITIES: Final = 16
"""Capacities that a scheme declares."""

MAX_OVERRIDES: Final = 16
"""Overrides of a scheme."""

MAX_REPAIRS: Final = 16
"""Repairs of a scheme."""

MAX_TRIGGERS: Final = 16
"""Triggers of versions of a scheme."""

MAX_VOTES: Final = 8
"""Votes on the points of rules."""

MAX_WISHES: Final = 64
"""Wishes of all votes of a scheme."""

MAX_OPTIONS: Final = 64
"""Options of all votes of a scheme."""

MAX_TALLIES: Final = 16
"""Repeats, rules and repairs with `per_days`, groups of rules, overrides of records: each keeps a count for every
resident."""

MAX_STATE_RULES: Final = 16
"""Rules of points that stand: the mask of those that hold for a resident has 16 bits."""

MAX_QUANTITY_RULES: Final = 16
"""Rules of points for quantities of a scheme."""

MAX_INFERENCES: Final = 16
"""Inferences of a scheme: what is concluded about a resident is kept in 16 bits."""

MAX_CATEGORIES: Final = 16
"""Categories of an index."""

MAX_COUNTS: Final = 16
"""Different counts of records that formulas ask for: each keeps two numbers for every resident."""

MAX_CLASSES: Final = 256
"""Public classes of a resident: nearness to a worse grade by each score, and whether listed; likewise private ones."""

WORST_LEVEL: Final = -3
"""The worst level of a degree; 0 is the level of anybody else."""

BEST_LEVEL: Final = 3
"""The best level of a degree."""

MOST_EVENTS_A_STEP: Final = 8
"""Acts of one family that may be expected of one resident in one step; 64 are drawn at most."""
