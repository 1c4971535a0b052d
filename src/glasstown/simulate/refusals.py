"""Learning of the scheme by being refused: the first word that somebody hears of it is a no."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.follow import bits_of
from glasstown.simulate.for_children import of_children
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.codes import Outcome


def learn_by_refusal(stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> None:
    """Let those who were refused what such a consequence denies know the scheme from the next step on.

    A look-up tells nobody why. Whoever applied for a child of whom the consequence holds hears of it as well.

    Args:
        stretch: the stretch, changed in place.
        settings: what holds in the step.
        span: the step.
        deeds: deeds of the step.
    """
    table, standing = settings.world.consequences, stretch.standing
    if not int(table.by_refusal):
        return
    refused = deeds[deeds["outcome"] == int(Outcome.DENIED)]
    slots = refused["slot"].astype(np.int64)
    direct = table.looked == 0
    telling = stretch.docket.in_force & table.by_refusal
    denied = bits_of(table.deny, direct, telling[slots])
    theirs = of_children(telling, stretch.household, stretch.ages.birth_day, span.day)[slots]
    denied |= bits_of(table.deny, direct, theirs) & np.uint64(settings.world.by_act.for_children)
    told = (denied & settings.world.by_act.acts.capacity[refused["act"]]) != 0
    who = slots[told & (standing.aware[slots] == 0)]
    standing.aware[who] = 1
    standing.warned_day[who] = span.end
    stretch.life.stale[who] = 1
