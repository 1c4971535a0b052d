"""Who can commit an act that a scheme file declares itself."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.codes import Standing
from glasstown.vocab.organisations import KINDS

ACTORS: Final = (
    ("resident", None, 0, "every resident"),
    ("adult", None, 18, "residents of 18 years and over"),
    ("driver", Standing.DRIVER, 0, "residents who drive"),
    ("borrower", Standing.BORROWER, 0, "residents who borrow"),
    ("online", Standing.ONLINE, 0, "residents who write online"),
    ("child-of-elder", Standing.HAS_ELDER, 0, "residents with an elderly relative"),
    ("reference", Standing.REFERENCE, 0, "the reference person of a household"),
    ("official", Standing.OFFICIAL, 0, "residents in office"),
    ("trusted-post", Standing.TRUSTED_POST, 0, "residents in a trusted post"),
    ("entrepreneur", Standing.ENTREPRENEUR, 0, "residents who run a firm"),
)
"""Every kind of resident: name, standing bit it needs (or none), least age in years, meaning."""

ACTOR_IDS: Final = (*(name for name, _, _, _ in ACTORS), *KINDS)
"""The names a declared act may use: kinds of residents, and kinds of organisations."""
