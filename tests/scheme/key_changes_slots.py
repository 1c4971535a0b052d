"""Changes of single keys of several scores; see `scheme.key_changes`. Each is (table, key, text, changed text)."""

from __future__ import annotations

from scheme.dense import DENSE
from scheme.dense_slots import SCHOOLED, slotted

_SLOTS = slotted(DENSE) + SCHOOLED
_ONE = DENSE.replace("[score]\n", '[score]\nid = "points"\n', 1)


def _in_one(old: str, new: str, text: str = _SLOTS) -> tuple[str, str]:
    assert text.count(old) == 1, old
    return text, text.replace(old, new)


SLOT_CHANGES: tuple[tuple[str, str, str, str], ...] = (
    ("score", "id", *_in_one('[score]\nid = "points"', '[score]\nid = "sum"', _ONE)),
    ("score", "title", *_in_one('title = "Standing in', 'title = "Name in')),
    ("score", "hidden", _ONE, _ONE.replace("[score]\n", "[score]\nhidden = true\n", 1)),
    ("rule", "score", *_in_one('"standing-neglect"\nscore = "standing"', '"standing-neglect"\nscore = "points"')),
    (
        "state_rule",
        "score",
        *_in_one('"standing-schooling"\nscore = "standing"', '"standing-schooling"\nscore = "points"'),
    ),
    ("grade", "score", *_in_one('"trusted"\nscore = "standing"', '"trusted"\nscore = "points"')),
)
