"""Texts with faults of repairs; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_organisations import ORGANISED
from scheme.dense_repairs import MARK, REPAIRED
from scheme.dense_returns import RETURNING

_GIVING = 'act = "charity-gift"\npoints = 4.5\nrules = ["bills", "posts", "neglect"]'
_MANY = "".join(f'\n[[repair]]\nid = "r{n}"\n{_GIVING}\n{MARK}' for n in range(14))

REPAIR_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH445": (REPAIRED.replace('rules = ["bills", "posts", "neglect"]', 'rules = ["gifts"]'), '["gifts"]'),
    "SCH446": (REPAIRED.replace("within_days = 110", "within_days = 8"), "8"),
    "LIM-repairs": (REPAIRED + _MANY, "repair"),
}
"""By code: a text that has the fault, and what it points at."""

OTHER_REPAIR_FAULTS: tuple[tuple[str, str, str], ...] = (
    # code, text, what it points at
    (
        "SCH103",
        REPAIRED.replace('act = "charity-gift"\npoints = 4.5', 'act = "charity-gifts"\npoints = 4.5'),
        '"charity-gifts"',
    ),
    (
        "SCH104",
        REPAIRED.replace('sources = ["registry"]\npoints = 9', 'sources = ["registrar"]\npoints = 9'),
        '"registrar"',
    ),
    ("SCH118", REPAIRED.replace('["bills", "queues", "quarrels"]', '["bills", "queue", "quarrels"]'), '"queue"'),
    ("SCH117", REPAIRED.replace('ground = "quarrelsome"\nafter', 'ground = "quarrels"\nafter'), '"quarrels"'),
    (
        "SCH310",
        REPAIRED.replace('sources = ["registry"]\npoints = 9', 'sources = ["neighbours"]\npoints = 9'),
        '["neighbours"]',
    ),
    (
        "SCH116",
        REPAIRED.replace('act = "elder-care"\nsources', 'act = "volunteer-hours"\nsources'),
        '"volunteer-hours"',
    ),
    ("SCH445", REPAIRED.replace('ground = "quarrelsome"\nafter', 'ground = "quarrelsome"\npoints = 2\nafter'), "2"),
    ("SCH445", REPAIRED.replace(_GIVING, 'act = "charity-gift"\npoints = 4.5'), "repair"),
    ("SCH446", REPAIRED.replace("most = 1\nper_days = 40", "most = 1"), "1"),
    ("SCH446", REPAIRED.replace('rules = ["bills", "posts", "neglect"]', 'rules = ["neglect"]\nafter_days = 90'), "90"),
    (
        "SCH442",
        RETURNING + f'\n[[repair]]\nid = "mend"\nact = "charity-gift"\npoints = 1\nrules = ["standing-bills"]\n{MARK}',
        "",
    ),
    (
        "SCH391",
        ORGANISED + f'\n[[repair]]\nid = "mend"\nact = "charity-gift"\npoints = 1\nrules = ["complaints"]\n{MARK}',
        "",
    ),
)
