"""Phase 5 of a step: looks at what was done, and at what was not."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.ghosts import FALSE_SIGHTING, LAST_ORDINAL, Ghosts, draw_ghosts
from glasstown.simulate.deeds import looks_at_most
from glasstown.simulate.overrides import unseen
from glasstown.simulate.patrol import levels_of, remember_finds
from glasstown.simulate.room import FEWEST_ROWS
from glasstown.simulate.sightings import FALSE, LOGGED_FALSELY, LOOK, see_acts, see_ghosts
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.telling import keep
from glasstown.vocab.arrays import U8, AnyArray


def be_seen(stretch: Stretch, settings: Settings, span: Span, deeds: AnyArray) -> AnyArray:
    """Phase 5: looks at what was done, and at what was not; by resident, true looks first."""
    world, days = settings.world, span.days()
    if not world.has_scheme:
        return np.empty(0, dtype=LOOK)
    ghosts = _drawn(world.ghosts, stretch.people.watch, stretch, settings, span)
    logged = _drawn(world.logs, (stretch.classes.public & 1).astype(np.uint8), stretch, settings, span)
    logged["ordinal"] = LAST_ORDINAL - logged["ordinal"]  # from the other end than what sources invent
    looks = np.empty(int(looks_at_most(world.watchers.seen_count, deeds)) + ghosts.size + logged.size + 1, dtype=LOOK)
    levels = np.zeros(stretch.found.shape, np.uint8)
    levels_of(stretch.found, world.patrols.most, levels)
    number = see_acts(world.watchers, stretch.people, stretch.ties, stretch.first, span.step, days, settings.luck,
                      deeds, levels, looks)
    number = see_ghosts(world.watchers.delay, ghosts, ghosts.size, days, looks, number, FALSE)
    looks = looks[: see_ghosts(world.watchers.delay, logged, logged.size, days, looks, number, LOGGED_FALSELY)]
    looks = unseen(looks, settings.overrides, stretch, span, world.watchers)
    keep(stretch, settings, span, looks)
    remember_finds(world.watchers.patrol, world.patrols.keep, stretch.found, looks, looks.size)
    return looks[np.argsort(looks["origin"], kind="stable")]


def _drawn(ghosts: Ghosts, kinds: U8, stretch: Stretch, settings: Settings, span: Span) -> AnyArray:
    """What is written down of the step and never happened; `kinds` are the columns of the residents."""
    room = FEWEST_ROWS
    while True:
        found = np.empty(room, dtype=FALSE_SIGHTING)
        count = draw_ghosts(ghosts, kinds, stretch.first, span.step, span.days(), settings.luck, found)
        if count < room:
            return found[:count]
        room *= 2
