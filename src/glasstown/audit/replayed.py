"""The books of one resident, kept again once for however many questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from glasstown.audit.movements import Movement
from glasstown.audit.replay import scores_by_step
from glasstown.audit.terms import Terms


class Replay:
    """Movements of one resident, whose scores are kept again once, however often they are asked about.

    Attributes:
        movements: the records that rules answered or overrides counted, and what others share, in any order.
    """

    def __init__(self, movements: Iterable[Movement]) -> None:
        """Take the movements; nothing is replayed before it is asked for."""
        self.movements = tuple(movements)
        self._paths: dict[int, list[tuple[int, int]]] = {}
        self._of_score = defaultdict[int, list[Movement]](list)
        for movement in self.movements:
            self._of_score[movement.score].append(movement)

    def path(self, terms: Terms) -> list[tuple[int, int]]:
        """`scores_by_step`, by the code of the score: of one resident, terms differ in what harms alone."""
        if terms.code not in self._paths:
            self._paths[terms.code] = scores_by_step(self._of_score[terms.code], terms)
        return self._paths[terms.code]
