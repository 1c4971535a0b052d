"""Changes of single keys of ranks; see `scheme.key_changes`. Each is (table, key, text, changed text)."""

from __future__ import annotations

from scheme.dense_ranks import RANKED, RANKS

_OTHER = RANKED.replace(
    RANKS, '[[score]]\nid = "other"\nstart = 50\nlowest = 0\nhighest = 99\ncap = "each-entry"\nstack = "act"\n'
    'mark = "fiction"\ncite = ["test-book"]\n\n[[rule]]\nid = "other-bills"\nscore = "other"\nact = "late-bill"\n'
    'points = -3\nmark = "fiction"\ncite = ["test-book"]\n\n' + RANKS,
)  # fmt: skip
_DISTRICT = 'rank_of = "points"\nrank_scope = "district"'
_TOWN = RANKED.replace('rank_scope = "district"\n', 'rank_scope = "nation"\n')

RANK_CHANGES: tuple[tuple[str, str, str, str], ...] = (
    ("score", "rank_of", _OTHER, _OTHER.replace(_DISTRICT, _DISTRICT.replace("points", "other"))),
    ("score", "rank_scope", RANKED, _TOWN),
    ("grade", "top_share", RANKED, RANKED.replace("top_share = 0.2", "top_share = 0.4")),
)
