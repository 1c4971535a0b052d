"""Dense schemes in which conditions ask for other scores of the resident."""

from __future__ import annotations

from scheme.dense import DENSE
from scheme.dense_slots import slotted

ASKED = (
    slotted(DENSE)
    .replace('id = "standing-bills"\n', 'id = "standing-bills"\nwhen = "score.points < 90 or score.quarrelling < 0"\n')
    .replace('id = "no-credit"\n', 'id = "no-credit"\nwhen = "score.points < 95 and score.standing <= 40"\n')
)
"""A rule of one score hangs on two others, and a consequence on the first and on its own."""
