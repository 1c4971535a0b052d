"""Kinds of residents whom somebody may watch differently: invented group, area, public role and digital use."""

from __future__ import annotations

from itertools import product
from typing import Final

import numpy as np

from glasstown.vocab.arrays import I64, U8
from glasstown.vocab.codes import Group, Role

GROUP_NAMES: Final = ("majority", "minority-a", "minority-b")
AREA_NAMES: Final = ("rural", "urban")
ROLE_NAMES: Final = (
    "no-role", "official", "lawyer", "journalist", "petitioner", "doctor", "teacher", "entrepreneur", "police",
)  # fmt: skip
DIGITAL_NAMES: Final = ("offline", "online", "online-much")
"""Names by number: of `vocab.codes.Group`, of the flag `urban`, of `vocab.codes.Role`, of the column `digital`."""

SIZES: Final = (len(Group), len(AREA_NAMES), len(Role), len(DIGITAL_NAMES))
"""How many groups, areas, roles and digital uses there are."""

Kind = tuple[int, int, int, int]
"""One kind of resident: (group, area, role, digital use)."""

KINDS: Final[tuple[Kind, ...]] = tuple(
    (group, area, role, digital) for group, area, role, digital in product(*map(range, SIZES))
)
"""Every kind, at its number: `((group * 2 + area) * 9 + role) * 3 + digital`."""

WATCH_KEYS: Final = (
    ("majority", "minority_a", "minority_b"),
    ("rural", "urban"),
    ("", "official", "lawyer", "journalist", "petitioner", "doctor", "teacher", "entrepreneur", "police"),
    ("offline", "online", "online_much"),
)
"""Keys of the multipliers of a source, by what they go by and its number; who has no role has no multiplier."""

WATCH_NAMES: Final = tuple(name for names in WATCH_KEYS for name in names if name)
"""The same in one row."""


def kind_numbers(group: U8, area: U8, role: U8, digital: U8) -> I64:
    """The number of the kind of each resident, from four columns of the same length."""
    number = np.zeros(group.size, np.int64)
    for column, size in zip((group, area, role, digital), SIZES, strict=True):
        number = number * size + column
    return number
