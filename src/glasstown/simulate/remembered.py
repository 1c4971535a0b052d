"""Living worlds of one town whose rows are kept in memory: for questions that need the rows once and then no more."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from functools import partial

from glasstown.ledger.in_memory import Remembered
from glasstown.ledger.reader import Ledger
from glasstown.scheme.model import Scheme
from glasstown.simulate.counties import counties_of
from glasstown.simulate.digests import Lanes, digests
from glasstown.simulate.facts import kept_of, manifest_of
from glasstown.simulate.lay_out import lay_out, write_people
from glasstown.simulate.limits import spec_within_limits
from glasstown.simulate.plan import Progress, RunRequest
from glasstown.simulate.settings import settings_of, settings_with, spans_of
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.tie_faults import check_ties
from glasstown.simulate.town import Clock, live_town
from glasstown.society.build import build
from glasstown.vocab.geography import DISTRICT

OnProgress = Callable[[Progress], None]


class RememberedTown:
    """The people of one request, to be lived in several worlds; where it would be written does not matter.

    Args:
        request: what to live.
        forgets: tables that nobody will ask for.
        whose: the resident whose rows are kept, with those of the district, beside those that the run keeps, and whose
            acts alone are; None for those that the run keeps.

    Raises:
        PlanError: the run cannot be.
        InputFaultsError: the scheme or the society asks for more than the engine can do; all faults at once.
    """

    def __init__(self, request: RunRequest, forgets: Collection[str] = (), whose: int | None = None) -> None:
        """Draw the people."""
        self.request, self.forgets, self.whose = request, frozenset(forgets), whose
        self.spec = spec_within_limits(request)
        self.people = build(self.spec, seed=request.seed, people=request.people, replicate=request.replicate)

    def lived(self, on_progress: OnProgress | None = None) -> Ledger:
        """The world that was asked for, to the same bits as its run folder; `on_progress` is called after each step."""
        return self._lived(self.request, self.request.scheme, on_progress)

    def without_scheme(self) -> Ledger:
        """The paired world."""
        return self._lived(self.request, None)

    def otherwise(self, request: RunRequest) -> Ledger:
        """A world of the same people in which something is otherwise.

        Args:
            request: as that of the town, with another scheme or change.

        Raises:
            PlanError: ties are to be cut that are not there.
            InputFaultsError: the scheme asks for more than the engine can do.
        """
        return self._lived(request, request.scheme)

    def _lived(self, request: RunRequest, scheme: Scheme | None, on_progress: OnProgress | None = None) -> Ledger:
        check_ties(self.people, request.change)
        settings = settings_of(request, scheme, self.spec)
        town = lay_out(request, self.people, settings, kept_of(request), sample=False)
        if self.whose is not None:
            keep_alone(town, self.whose)
        counties = counties_of(settings, town, partial(settings_with, request, scheme, self.spec)) if scheme else None
        rows, lanes = Remembered(self.forgets), Lanes()
        write_people(self.people, town, rows)
        clock = Clock("again", time.perf_counter(), request.threads, request.steps + 1, on_progress, None)
        live_town(town, settings, counties, spans_of(request), rows, lanes, clock, 0)
        lived = sum(stretch.size for stretch in town)
        return rows.ledger(
            manifest_of(request, scheme, self.spec, self.people, lived), *digests(town, settings, lanes)
        )


def keep_alone(town: Sequence[Stretch], resident: int) -> None:
    """Keep the rows of one resident's district beside those that a run keeps, and the acts of that resident alone.

    Whatever others have to do with a resident ends at the district.
    """
    for stretch in town:
        stretch.traced[:] = 0
        if stretch.first <= resident < stretch.first + stretch.size:
            slot = resident - stretch.first
            stretch.kept[slot // DISTRICT * DISTRICT :][:DISTRICT] = 1
            stretch.traced[slot] = 1
