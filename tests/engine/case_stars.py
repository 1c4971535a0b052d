"""Cases of stars: by whom the resident is rated in a step, with the kernels of a run and no luck in what is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np

from glasstown.scheme.model import Scheme
from glasstown.simulate.encounters import impressions, meet_ties, remember
from glasstown.simulate.span import Settings
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.geography import VOID

MILLI, STEP = 1_000, 7
MOST_RATERS = 1_000


class Meeting(NamedTuple):
    """In the step of a day, so many people of a score (thousandths of a star) meet the resident."""

    day: int
    raters: int
    score: int


def read_meetings(scheme: Scheme, said: Sequence[Any], path: tuple[Any, ...],
                  form: Callable[..., bool], note: Callable[..., None]) -> Iterator[Meeting]:  # fmt: skip
    """By whom the resident is rated; only where somebody gives stars."""
    for place, row in enumerate(said):
        if not scheme.encounters:
            note((*path, place), "nobody gives stars in this scheme")
        elif form("meets", row, (*path, place)):
            if not 0 <= row["raters"] <= MOST_RATERS:
                note((*path, place, "raters"), f"{row['raters']} raters are not 0 to {MOST_RATERS:,}")
            yield Meeting(row["day"], row["raters"], int(Decimal(row["of_score"]) * MILLI))


def meet_raters(
    stretch: Stretch, settings: Settings, span: Any, deeds: Any, slot: int, meets: Sequence[Meeting]
) -> None:
    """Let the resident be rated by whom the case says, and nobody else; no rating lies beside what is usual.

    Everybody else's score is as it stands: one other resident stands for the raters, and rates as often as they do.
    """
    peers = settings.world.peers._replace(noise=0)
    if not peers.memory:
        return
    size, other = stretch.size, (slot + 1) % stretch.size
    own, penalty, doubles = np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(size, np.uint8)
    impressions(peers, deeds, own, penalty, doubles)
    sums, alone = np.zeros((3, size), np.int64), np.zeros(size, np.uint8)
    alone[slot] = 1
    tied = np.full(stretch.circle.friend.shape, VOID, np.uint16)
    tied[:, slot] = other
    circle = stretch.circle._replace(friend=tied, colleague=tied)
    for one in meets:
        scores = stretch.scores.score.copy()
        scores[other] = one.score
        meet_ties(peers, circle, np.zeros(size, np.uint16), np.ones(size, np.uint8), stretch.first, span.step,
                  one.raters, settings.luck, own, doubles, scores, sums)  # fmt: skip
    low, high = settings.world.rules.limits[0][:2]
    stretch.moved[slot] = 1
    remember(peers, sums, penalty, low, high, alone, stretch.remembered, stretch.scores.score)


def impressions_made(scheme: Scheme, things: Sequence[Any], meets: Sequence[Meeting], last: int) -> set[str]:
    """Impressions of what the resident did, in steps in which somebody rates them and of which a score is expected."""
    steps = {one.day // STEP for one in meets if one.raters and one.day <= last}
    done = {thing.act for thing in things if thing.day // STEP in steps and not hasattr(thing, "source")}
    return {f"impression:{one.id}" for one in scheme.impressions if one.act in done}
