"""One stretch: up to fifteen neighbouring districts, their people, their state, and the agenda of what is due.

A stretch is the unit of work of one thread: large enough that the time between kernels does not count,
small enough that a slot fits 16 bits. How a town is cut into stretches changes no result, since nothing
reaches beyond a district within a step and everything is addressed by resident.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from glasstown.kernels.bounds import UNBOUND
from glasstown.kernels.rates import Classes, People
from glasstown.simulate.ballot import nothing_lived
from glasstown.simulate.docket import Docket
from glasstown.simulate.effects import Life
from glasstown.simulate.growing import Ages
from glasstown.simulate.harms import Circle
from glasstown.simulate.inferences import Inferred
from glasstown.simulate.lasting import Lasting
from glasstown.simulate.meters import Readings
from glasstown.simulate.outlook import Standing, household_strain
from glasstown.simulate.sample import nobody_sampled
from glasstown.simulate.scores import Scores
from glasstown.simulate.sightings import Ties
from glasstown.simulate.slots import grade_counts, grades_of
from glasstown.simulate.standing_points import Held
from glasstown.simulate.variables import Known
from glasstown.simulate.working_out import Worked
from glasstown.vocab.arrays import I32, I64, U8, U16, AnyArray
from glasstown.vocab.geography import DISTRICTS_IN_COUNTY

if TYPE_CHECKING:  # they are stretches themselves
    from glasstown.simulate.organised import Organisations

MOST_DISTRICTS: Final = 15
"""Districts in one stretch: their 61,440 slots stay below the mark of a void tie."""


@dataclass(slots=True)
class Stretch:
    """Residents `first` to `first + size - 1`. Static columns, then what changes; all of length size."""

    first: int
    size: int
    people: People
    ties: Ties
    circle: Circle
    ages: Ages
    fifth: U8
    kept: U8
    traced: U8
    known: Known
    scores: Scores
    held: Held
    counted: I32
    """(2 counts, residents) records that formulas count, all and then true ones."""
    readings: Readings
    inferred: Inferred
    owed: U16
    """(dues, residents) day on which what acts leave owing falls due; 0 for nothing."""
    worked: Worked
    standing: Standing
    docket: Docket
    lasting: Lasting
    covered: U8
    life: Life
    subject: U8
    moved: U8
    """1 where the score moved, or who is scored changed, since grades were last looked at."""
    classes: Classes
    strain: U8
    grades: I64
    """(64,) residents by grade, 0 not graded."""
    carried: I32
    """(places + 1, districts) seats that wait to be filled."""
    remembered: I64
    """(2, residents) weights of the stars that are remembered, and weights times stars; of nobody without stars."""
    found: I64
    """(patrols, neighbourhoods) what sources that look harder where they found something remember."""
    agenda: AnyArray
    used: int
    start_milli: int
    """Thousandths with which everybody starts."""
    period: int
    """Number of the period that the bounds are those of."""
    ranked: Sequence[tuple[int, I32]] = ()
    """Ranks of the step, where some are worked out in it: the slot, and thousandths of a per cent, -1 for nobody."""
    ungraded: U8 | None = None
    """(slots, subjects) 1 for those whose score this is not; None where every score is everybody's. Below, firms and
    governments."""
    organisations: Organisations | None = None
    lived: I32 = field(default_factory=nothing_lived)
    """(rows, residents) how often what votes hang on has happened to somebody: see `simulate.ballots`."""
    sample: I32 = field(default_factory=nobody_sampled)
    """(3, residents) what a fit remembers of them, where weights are fitted: see `simulate.sample`."""

    @property
    def household(self) -> I32:
        """Slot of the household's first member, by slot."""
        return self.circle.household

    def graded(self, slot: int) -> U8:
        """1 for subjects who have a grade of a score."""
        return self.subject if self.ungraded is None else self.subject & (1 - self.ungraded[slot])


STATE: Final = (
    ("scores", "score"), ("scores", "open_sum"), ("held", "holding"), ("held", "so"), ("held", "so_alone"),
    ("worked", "truly"), ("worked", "alone"), ("worked", "thin"), ("inferred", "inferred"), ("inferred", "is_so"),
    ("standing", "grade"), ("standing", "aware"), ("standing", "lists"), ("standing", "denied"),
    ("standing", "looked_up"), ("standing", "favoured"), ("standing", "warned_day"), ("standing", "punished_day"),
    ("lasting", "graded_day"), ("lasting", "debited_day"), ("lasting", "truly_debited_day"),
    ("", "covered"), ("docket", "earned"), ("docket", "by_scheme"), ("docket", "heard"), ("docket", "cleared"),
    ("docket", "qualifies"),    ("docket", "in_force"),
    ("life", "work"), ("life", "sector"), ("life", "need"), ("life", "assets"), ("life", "income"),
    ("life", "schooling"), ("life", "ties_cut"), ("life", "held"),
)  # fmt: skip
"""Columns that a checkpoint keeps, by the part of a stretch they stand in; beside repeats, seats and the agenda."""


def cut(districts: Sequence[int], threads: int, *, by_county: bool = False) -> list[tuple[int, int]]:
    """Cut the districts to be lived into stretches: (first district, number of districts), as many for each thread.

    Args:
        districts: numbers of districts, ascending; gaps end a stretch.
        threads: how many stretches are lived at once.
        by_county: no stretch reaches into a second county.
    """
    rounds = -(-len(districts) // (MOST_DISTRICTS * max(threads, 1)))
    longest = -(-len(districts) // (rounds * max(threads, 1))) if rounds else 1
    pieces: list[tuple[int, int]] = []
    for district in districts:
        first, number = pieces[-1] if pieces else (-1, 0)
        new_county = by_county and district % DISTRICTS_IN_COUNTY == 0
        if number and district == first + number and number < longest and not new_county:
            pieces[-1] = (first, number + 1)
        else:
            pieces.append((district, 1))
    return pieces


def refresh(stretch: Stretch) -> None:
    """Work out anew what follows from the state: strain, counts of grades; classes and ages in the next step."""
    stretch.life.stale[:] = 1
    stretch.people.state[:] = UNBOUND
    stretch.ages.turns[:] = 0
    household_strain(stretch.household, stretch.life, stretch.strain)
    stretch.grades[:] = grade_counts(grades_of(stretch))
