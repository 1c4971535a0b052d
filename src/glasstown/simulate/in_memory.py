"""One world that is lived in memory, step by step, and written nowhere: the same bits as a run folder would hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np

from glasstown.ledger.sink import Nowhere
from glasstown.simulate.checkpoints import restore, restore_part, state_arrays
from glasstown.simulate.counties import Counties, counties_of, exchange
from glasstown.simulate.digests import Lanes, at_the_end, digests
from glasstown.simulate.facts import kept_of
from glasstown.simulate.lay_out import lay_out
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.rows import StepRows
from glasstown.simulate.settings import settings_of, settings_with
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.tie_faults import check_ties
from glasstown.simulate.town import live_span
from glasstown.society.population import Population
from glasstown.society.spec import Spec
from glasstown.vocab.arrays import AnyArray


@dataclass(frozen=True, slots=True)
class Moment:
    """The state of a world before a step."""

    step: int
    arrays: Mapping[str, AnyArray]
    life: tuple[int, ...]
    record: tuple[int, ...]


@dataclass(slots=True)
class World:
    """A world under a scheme, between two steps."""

    town: list[Stretch]
    settings: Settings
    counties: Counties | None
    lanes: Lanes

    def live(self, span: Span, pool: ThreadPoolExecutor) -> list[StepRows]:
        """Live one step; returns what the stretches would write."""
        results = live_span(self.town, self.settings, self.counties, span, pool)
        with np.errstate(over="ignore"):
            for rows in results:
                self.lanes.life += rows.life
                self.lanes.record += rows.record
            if self.counties:
                exchange(self.counties, self.town, results, span, Nowhere(), self.lanes.record)
        return results

    def sums(self) -> Lanes:
        """What the digests are made of, after the last step that was lived; of parts of a town they add up."""
        return at_the_end(self.town, self.settings, self.lanes)

    def take_part(self, moment: Moment) -> None:
        """Take up the state of a moment of the whole town, where this world is some districts; digests begin anew."""
        restore_part(self.town, {name: np.array(column) for name, column in moment.arrays.items()})
        self.lanes = Lanes()

    def moment(self, step: int) -> Moment:
        """The state before a step, to be gone on from; later steps leave it as it is."""
        arrays = state_arrays(self.town) | (self.counties.arrays() if self.counties else {})
        own = {name: np.array(column) for name, column in arrays.items()}
        return Moment(step, own, tuple(map(int, self.lanes.life)), tuple(map(int, self.lanes.record)))

    def go_back(self, moment: Moment) -> None:
        """Take up the state of a moment of this world, or of one that was the same until then."""
        arrays = {name: np.array(column) for name, column in moment.arrays.items()}
        restore(self.town, arrays)
        if self.counties:
            self.counties.restore(arrays)
        self.lanes = Lanes(np.array(moment.life, np.uint64), np.array(moment.record, np.uint64))

    def digests(self) -> tuple[str, str]:
        """Digest of everything, and of lives, after the last step that was lived."""
        return digests(self.town, self.settings, self.lanes)


def begin(
    request: RunRequest, spec: Spec, people: Population, *, districts: Sequence[int] | None = None,
    settings: Settings | None = None,
) -> World:
    """A world on day 0, in which every act of everybody is told.

    Args:
        request: what to live; where it would be written does not matter.
        spec: the society.
        people: everybody.
        districts: numbers of those that are lived, rising; None for all.
        settings: its tables, where they are known; None to make them.

    Raises:
        PlanError: ties are to be cut that are not there.
        InputFaultsError: the scheme asks for more than the engine can do.
    """
    check_ties(people, request.change)
    settings = settings or settings_of(request, request.scheme, spec)
    town = lay_out(request, people, settings, kept_of(request), sample=False, districts=districts)
    for stretch in town:
        stretch.traced[:] = 1
    counties = None
    if request.scheme:
        counties = counties_of(settings, town, partial(settings_with, request, request.scheme, spec))
    return World(town, settings, counties, Lanes())
