"""Texts with faults of when parts of a scheme run; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_dated import DATED

_MANY = "".join(
    f'\n[[rule]]\nid = "rule-{n}"\nact = "littering"\npoints = -1\nfrom_day = {200 + n}\n' for n in range(33)
)

DATED_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH333": (DATED.replace("until_date = 2020-06-20", "until_date = 2020-04-10"), "2020-04-10"),
    "SCH334": (DATED.replace("until_day = 100", "until_day = 100\nuntil_date = 2020-09-01"), "2020-09-01"),
    "LIM-turns": (DATED + _MANY, "229"),
}
"""By code: a text that has the fault, and what it points at. Three days stand in the scheme itself: 29 more may."""
