"""The barrier between steps: what a county thinks of the scheme, and what begins there because of it.

Counts of all stretches of a county are added up after a step; what they change holds from the next step on, and a
version that they begin from the step after that, as every version turns at the end of a step. No stretch reaches into
a second county where there are politics.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import numpy as np

from glasstown.compiled.politics import BILLION, MILLION, Politics, TriggerRow
from glasstown.kernels.bounds import Bounds
from glasstown.ledger.sink import Sink
from glasstown.scheme.grammar_politics import EVENTS
from glasstown.simulate.fits import Fits, fits_of
from glasstown.simulate.overlay import with_points, with_weights
from glasstown.simulate.rows import COUNTIES, VERSIONS_BEGUN, StepRows, digest_table
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.votes import NATION, Ballots, ballots_of
from glasstown.vocab.arrays import I32, I64, U64
from glasstown.vocab.geography import MOODS, RESIDENTS_IN_COUNTY
from glasstown.vocab.units import DAYS_IN_YEAR

BILLIONTHS: Final = BILLION // MILLION
"""Billionths in a millionth."""

AFRESH: Final = -1
"""Number of no period: everybody's bounds are worked out anew."""

NOT_YET: Final = -1
"""Day of a version that no trigger has begun."""


QUIET: Final = Politics(nation=False, start=BILLION, lowest=0, highest=BILLION, events=(), drift=0, triggers=())
"""Of a scheme of which nobody thinks anything."""

SettingsWith: TypeAlias = Callable[[Mapping[int, int], frozenset[int]], Settings]
Decided: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...], tuple[int, ...]]
"""Days of versions that were begun, points that were voted, and weights that were fitted."""


@dataclass(slots=True)
class Counties:
    """State of all counties of a world.

    Attributes:
        politics: the politics of the scheme.
        lived: numbers of the counties that are lived, ascending.
        settings_with: settings of a world in which versions (by number) begin on days, and rules move nothing.
        legitimacy: (counties,) i64, billionths; one for the whole town where the scope is the nation.
        held: (triggers, counties) i32 days for which each trigger has held.
        begun: (triggers, counties) i32 first day of what each trigger began, or `NOT_YET`.
        ballots: what has been voted, where anything is.
        fits: what has been fitted, where anything is.
        bound: by first resident of a stretch, the bounds that its residents were held to last.
        known: settings by what has been decided.
    """

    politics: Politics
    lived: tuple[int, ...]
    settings_with: SettingsWith
    legitimacy: I64
    held: I32
    begun: I32
    ballots: Ballots | None = None
    fits: Fits | None = None
    bound: dict[int, Bounds] = field(default_factory=dict[int, Bounds])
    known: dict[Decided, Settings] = field(default_factory=dict[Decided, Settings])

    def of(self, stretch: Stretch) -> int:
        """Place of a stretch's county in the columns."""
        return 0 if self.politics.nation else self.place_of(stretch)

    def settings_of(self, stretch: Stretch) -> Settings:
        """What holds for a stretch, with the versions that triggers have begun in its county."""
        days: dict[int, int] = {}
        for trigger, day in zip(self.politics.triggers, self.begun[:, self.of(stretch)].tolist(), strict=True):
            if day != NOT_YET:
                days[trigger.version] = min(day, days.get(trigger.version, day))
        points = self.ballots.voted(self.place_of(stretch)) if self.ballots else {}
        weights = self.fits.fitted(self.place_of(stretch)) if self.fits else ()
        key = tuple(sorted(days.items())), tuple(sorted(points.items())), weights
        if key not in self.known:
            silent = frozenset(rule for rule, milli in points.items() if not milli)
            self.known[key] = with_weights(with_points(self._lowered(days, silent), points), weights)
        return self.known[key]

    def _lowered(self, days: Mapping[int, int], silent: frozenset[int]) -> Settings:
        """Tables in which versions begin on days and some rules move nothing, so that nobody minds them."""
        key = tuple(sorted(days.items())), tuple((rule, 0) for rule in sorted(silent)), ()
        if key not in self.known:
            self.known[key] = self.settings_with(days, silent)
        return self.known[key]

    def place_of(self, stretch: Stretch) -> int:
        """Place of a stretch's county among those that are lived."""
        return self.lived.index(stretch.first // RESIDENTS_IN_COUNTY)

    def arrays(self) -> dict[str, Any]:
        """State as arrays of a checkpoint."""
        own = {"county_legitimacy": self.legitimacy, "county_held": self.held, "county_begun": self.begun}
        own |= self.fits.arrays() if self.fits else {}
        return own | (self.ballots.arrays() if self.ballots else {})

    def restore(self, arrays: Mapping[str, Any]) -> None:
        """Take up the state of a checkpoint."""
        self.legitimacy, self.held, self.begun = (arrays[f"county_{name}"] for name in ("legitimacy", "held", "begun"))
        if self.ballots:
            self.ballots.restore(arrays)
        if self.fits:
            self.fits.restore(arrays)


def counties_of(
    settings: Settings, town: Sequence[Stretch], settings_with: SettingsWith
) -> Counties | None:
    """The counties of a town on day 0; None where a scheme has neither politics, nor votes, nor fits.

    Args:
        settings: those of day 0.
        town: the stretches.
        settings_with: settings of the same world in which versions (by number) begin on days, and rules move nothing.
    """
    if not settings.by_county:
        return None
    politics = settings.politics or QUIET
    lived = tuple(sorted({stretch.first // RESIDENTS_IN_COUNTY for stretch in town}))
    number, triggers = 1 if politics.nation else len(lived), len(politics.triggers)
    return Counties(
        politics, lived, settings_with, np.full(number, politics.start, np.int64),
        np.zeros((triggers, number), np.int32), np.full((triggers, number), NOT_YET, np.int32),
        ballots=ballots_of(settings.votes, len(lived)), fits=fits_of(settings.fits, len(lived)),
        known={((), (), ()): settings},
    )  # fmt: skip


def prepare(counties: Counties, town: Sequence[Stretch], span: Span) -> None:
    """Let the mood of each county hold from a step on; where the scheme has ended there is none."""
    for stretch in town:
        world = counties.settings_of(stretch).at(span.day).world
        if counties.bound.setdefault(stretch.first, world.bounds) is not world.bounds:
            counties.bound[stretch.first], stretch.period = world.bounds, AFRESH
        ended = not world.has_scheme
        mood = 0 if ended else mood_of(counties.politics, int(counties.legitimacy[counties.of(stretch)]))
        if stretch.people.mood[0] != mood:
            stretch.people.mood[:] = mood
            stretch.life.stale[:] = 1


def mood_of(politics: Politics, legitimacy: int) -> int:
    """How far legitimacy has fallen from its start, in eighths of it: 0 to 7."""
    fallen = max(politics.start - legitimacy, 0)
    return min(fallen * MOODS // politics.start, MOODS - 1)


def exchange(
    counties: Counties, town: Sequence[Stretch], results: Sequence[StepRows], span: Span, writer: Sink,
    record: U64,
) -> None:
    """Add up a step county by county, move legitimacy, look at the triggers, and write it down."""
    places = [counties.place_of(one) for one in town]
    for decided in (counties.ballots, counties.fits):
        if decided:
            decided.hold(counties.lived, places, results, span, writer, record)
    if counties.politics is QUIET:
        return
    number = counties.legitimacy.size
    events, totals = np.zeros((len(EVENTS), number), np.int64), np.zeros((3, number), np.int64)
    for stretch, rows in zip(town, results, strict=True):
        place = counties.of(stretch)
        events[:, place] += rows.events
        totals[:, place] += (rows.totals["residents"], rows.totals["subjects"], rows.protests)
    for place in range(number):
        residents, subjects, protests = totals[:, place].tolist()
        before = int(counties.legitimacy[place])
        after = moved(counties.politics, before, events[:, place].tolist(), subjects, span.end - span.day)
        counties.legitimacy[place] = after
        for t, trigger in enumerate(counties.politics.triggers):
            holds = _holds(trigger, after, protests, residents, span.end - span.day)
            _count_days(counties, t, place, holds=holds, span=span)
    _write(counties, events, totals, span, writer, record)


def moved(politics: Politics, legitimacy: int, events: Sequence[int], subjects: int, days: int) -> int:
    """Legitimacy after a step, in billionths; halves of one go away from 0. Where nobody is scored nothing moves."""
    if not subjects:
        return legitimacy
    millionths = sum(weight * number for weight, number in zip(politics.events, events, strict=False))
    change = _nearest(millionths * BILLIONTHS, subjects) + _nearest(politics.drift * days, DAYS_IN_YEAR)
    return min(max(legitimacy + change, politics.lowest), politics.highest)


def _nearest(number: int, parts: int) -> int:
    size = (2 * abs(number) + parts) // (2 * parts)
    return size if number >= 0 else -size


def _holds(trigger: TriggerRow, legitimacy: int, protests: int, residents: int, days: int) -> bool:
    low = trigger.below is None or legitimacy < trigger.below
    loud = trigger.protests_above is None
    loud = loud or protests * 1_000 * DAYS_IN_YEAR > (trigger.protests_above or 0) * residents * days
    return low and loud


def _count_days(counties: Counties, trigger: int, place: int, *, holds: bool, span: Span) -> None:
    """Count the days for which a trigger has held; where they are enough its version begins after the next step."""
    if counties.begun[trigger, place] != NOT_YET:
        return
    held = int(counties.held[trigger, place]) + span.end - span.day if holds else 0
    counties.held[trigger, place] = held
    day = span.end + span.length
    if holds and held >= counties.politics.triggers[trigger].for_days and day < span.horizon:
        counties.begun[trigger, place] = day


def _write(counties: Counties, events: I64, totals: I64, span: Span, writer: Sink, record: U64) -> None:
    """Rows of the step, and of what it began; where the scope is the nation a version begins in every county."""
    number = counties.legitimacy.size
    one = (NATION,) if counties.politics.nation else counties.lived
    columns = {
        "step": np.full(number, span.step), "day": np.full(number, span.day), "county": np.array(one),
        "residents": totals[0], "subjects": totals[1], "legitimacy_nano": counties.legitimacy,
        **dict(zip(EVENTS, events, strict=True)), "protests": totals[2],
    }  # fmt: skip
    writer.append("counties", columns)
    digest_table(record, COUNTIES, *columns.values())
    for t, trigger in enumerate(counties.politics.triggers):
        began = np.flatnonzero(counties.begun[t] == span.end + span.length)
        if not began.size:
            continue
        where = np.array(counties.lived)[began] if not counties.politics.nation else np.array(counties.lived)
        day = np.full(where.size, span.end + span.length)
        writer.append("versions_begun", {
            "county": where, "day": day, "version": np.full(where.size, trigger.version),
            "trigger": np.full(where.size, t),
        })
        digest_table(record, VERSIONS_BEGUN, where, day)
