"""Every response of residents to a scheme; each can be switched off by its name."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.responses import (
    awareness,
    chilling,
    deed_cost,
    deterrence,
    displacement,
    dropping,
    fading,
    favour,
    gaming,
    lost_capacity,
    protest,
    pursuit,
    self_restraint,
)

RESPONSES: Final = (
    (awareness.ID, "residents learn of the scheme, sooner when people around them know it"),
    (deterrence.ID, "who knows it and is close to losing a grade breaks fewer rules"),
    (fading.ID, "deterrence wears off unless something reminds of it"),
    (chilling.ID, "who knows that lawful speech costs points speaks less"),
    (favour.ID, "who is given priority in something is served first, and tries more often"),
    (lost_capacity.ID, "a lost job, a ban or a debt makes the next bill late"),
    (protest.ID, "where a scheme has lost trust, people protest more often"),
    (pursuit.ID, "who knows it and has a reward in reach does more of what earns points"),
    (displacement.ID, "good deeds that earn points take the place of some that earn none"),
    (gaming.ID, "who has a reward in reach logs deeds that were never done, where their own word is enough"),
    (dropping.ID, "where scores are public, friends of a lower score are dropped"),
    (deed_cost.ID, "a good deed can leave its doer short of money"),
    (
        self_restraint.ID,
        "firms close to losing a grade break fewer rules, and do less of what is lawful and costs points",
    ),
)
"""Name and what it says."""

RESPONSE_IDS: Final = tuple(name for name, _ in RESPONSES)
"""The names by which responses are switched off."""
