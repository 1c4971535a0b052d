"""Texts with faults of ranks; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_ranks import RANKED

RANK_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH397": (RANKED.replace('rank_of = "points"\nrank_scope = "d', 'rank_of = "rank"\nrank_scope = "d'), '"rank"'),
    "SCH398": (RANKED.replace('score = "points"\nat_least = 90', 'score = "points"\ntop_share = 0.1'), "0.1"),
}
"""By code: a text that has the fault, and what it points at."""
