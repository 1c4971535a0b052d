"""Public contracts: the government of each district gives out so many a year, and firms bid for them.

Who is served goes by level, then by a keyed priority, as for every place that many ask for: one wins, and where that
is so only because of the scheme, a numbered other loses. A scheme moves contracts; it makes none.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from glasstown.simulate.acting import levels_of_places
from glasstown.simulate.places import EXCHANGE, give_places
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.organisations import PLACES_OF_DISTRICT


def call_tenders(stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> AnyArray:
    """Serve the bids of one step, district by district; outcomes of deeds are changed in place.

    Returns:
        Rows of `EXCHANGE`, by slot of the stretch.
    """
    world = settings.world
    levels = levels_of_places(stretch, world, span)
    found: list[AnyArray] = []
    ends = np.searchsorted(deeds["slot"], np.arange(0, stretch.size + 1, PLACES_OF_DISTRICT))
    for district, (begin, end) in enumerate(pairwise(ends.tolist())):
        base = district * PLACES_OF_DISTRICT
        bids = deeds[begin:end].copy()
        bids["slot"] -= base
        swaps = np.empty(2 * bids.size + 1, dtype=EXCHANGE)
        # a block of 64 places for itself, so that how a town is cut changes nothing
        used = give_places(world.by_act.seats, stretch.carried[:, district : district + 1], stretch.first + base,
                           PLACES_OF_DISTRICT, span.step, span.length, settings.luck,
                           levels[:, base : base + PLACES_OF_DISTRICT] if levels.size else levels,
                           stretch.ages.sex[base : base + PLACES_OF_DISTRICT], bids, swaps)
        deeds["outcome"][begin:end] = bids["outcome"]
        swaps = swaps[:used]
        swaps["slot"] += base
        swaps["other"] = np.where(swaps["other"] < 0, swaps["other"], swaps["other"] + base)
        found.append(swaps)
    return np.concatenate(found)


