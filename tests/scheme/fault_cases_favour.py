"""Texts with faults of favour; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_favour import FAVOURED

_NOBODY = (
    FAVOURED[: FAVOURED.index("[ground.decision.favour]")]
    + "[ground.decision.favour]\n\n"
    + FAVOURED[FAVOURED.index('[[consequence]]\nid = "no-loans"') :]
)

_SHARES = "{ self = 0.9, household = 0.8, kin = 0.75, colleague = 0.5, neighbour = 0.4, friend = 0.6 }"

FAVOUR_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH395": (FAVOURED.replace("points = [-20, -1]", "points = -20"), _SHARES),
    "SCH396": (_NOBODY, "ground.decision.favour"),
}
"""By code: a text that has the fault, and what it points at."""
