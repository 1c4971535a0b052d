"""What consequences that begin or end do to how somebody stands: what is denied, and who is told."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.charges import Consequences
from glasstown.simulate.effects import Life
from glasstown.simulate.follow import Changes, bits_of
from glasstown.simulate.outlook import Standing


def impose(table: Consequences, standing: Standing, life: Life, changes: Changes, day: int) -> None:
    """Bring what is denied and favoured up to a day.

    Whoever is told of a consequence that begins knows the scheme from then on.

    Args:
        table: consequences as they are from that day on.
        standing: how residents stand with the scheme, changed in place.
        life: marked as stale where something changed.
        changes: whose consequences changed.
        day: first day on which they hold.
    """
    who, looked = changes.who, table.looked != 0
    standing.denied[who] = bits_of(table.deny, ~looked, changes.after)
    standing.looked_up[who] = bits_of(table.deny, looked, changes.after)
    standing.favoured[who] = bits_of(table.favour, np.ones(looked.size, np.bool_), changes.after)
    life.stale[who] = 1
    begun = changes.after & ~changes.before
    told = who[((begun & table.told) != 0) & (standing.aware[who] == 0)]
    standing.aware[told] = 1
    standing.warned_day[told] = day
