"""What is asked of a run, how it is going, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.ledger.model import LIVES_SAMPLE
from glasstown.scheme.model import Scheme
from glasstown.vocab.change import NOTHING, Change
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.societies import USUAL
from glasstown.vocab.units import LONGEST_STEP, MOST_DAYS, MOST_STEPS

BASELINES = ("full", "sample", "none")
"""How much of the paired world without the scheme is lived."""

MOST_PEOPLE = 10_000_000
"""Residents of the largest town that is kept whole."""


LARGEST_SEED: Final = 2**63 - 1
"""The largest seed; seeds begin at 0."""

FIRST_START: Final = date(1912, 1, 1)
"""The first date that day 0 can have."""

RESPONSE: Final = "response:"
"""What the name of a response begins with where one is switched off."""

_MISSING: Final = object()

_KINDS: Final[tuple[tuple[str, str, *tuple[type, ...]], ...]] = (
    ("scheme", "the scheme", Scheme, type(None)),
    ("people", "the number of residents", int),
    ("days", "the days", int),
    ("step_days", "the days in a step", int),
    ("seed", "the seed", int),
    ("start", "the date of day 0", date),
    ("out", "the folder", Path),
    ("replicate", "the replicate", int),
    ("threads", "the threads", int),
    ("baseline", "the paired world", str),
    ("block", "the block size", int),
    ("checkpoint_steps", "the spacing of checkpoints", int),
    ("society", "the society", str),
    ("without", "what is switched off", tuple),
    ("change", "what is otherwise than in the run it is held against", Change),
    ("of", "the digest of the run it is held against", str),
    ("lives", "the residents whose every act is kept", int),
)
"""Everything a run may be asked for: field, what it is, and the types it may have. A truth value is no number."""


class PlanError(InputFaultsError):
    """A run that cannot be: too many people, too long, or a step out of range. Tells all of it at once."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep every fault; the first one is told as that of the error itself."""
        super().__init__(diagnostics)
        first, more = diagnostics[0], len(diagnostics) - 1
        self.what = f"{first.message} (and {more} more faults)" if more else first.message
        self.where, self.why, self.fix = first.where, first.why, first.fix
        self.args = (self.what,)


@dataclass(frozen=True, slots=True)
class RunRequest:
    """One run: a scheme (None: the world without any), a town, a span of days, and where it is written.

    `threads`, `block` and `checkpoint_steps` change how fast it goes and nothing else. `without` names responses
    that are switched off in both worlds, such as "response:chilling" or "response:*"; it is kept in one form, so that
    the same names in another order, or twice, ask for the same run. `change` is what is otherwise than in the run whose
    digest is `of`; a run that is held against none has neither. Of `lives` residents every act is kept.
    """

    scheme: Scheme | None
    people: int
    days: int
    step_days: int
    seed: int
    start: date
    out: Path
    replicate: int = 0
    threads: int = 1
    baseline: str = "full"
    block: int = 2048
    checkpoint_steps: int = 26
    society: str = ""
    without: tuple[str, ...] = ()
    change: Change = NOTHING
    of: str = ""
    lives: int = LIVES_SAMPLE

    def __post_init__(self) -> None:
        """Bring what is switched off into its one form, and find the society: that of the scheme where none is asked.

        What is no tuple of names is refused by `check_request`.
        """
        if self.society == "":
            object.__setattr__(self, "society", getattr(self.scheme, "society", "") or USUAL)
        if type(self.without) is tuple and all(type(name) is str for name in self.without):
            object.__setattr__(self, "without", _in_one_form(self.without))

    @property
    def responses_off(self) -> frozenset[str]:
        """Responses that are switched off from the first day on."""
        return self.responses_off_on(0)

    def responses_off_on(self, day: int) -> frozenset[str]:
        """Responses that are switched off in a step that begins on a day."""
        names = {name.removeprefix(RESPONSE) for name in self.without}
        names |= self.change.named("response") if day >= self.change.from_day else set()
        return frozenset(RESPONSE_IDS) if "*" in names else frozenset(names)

    @property
    def organisations(self) -> tuple[str, ...]:
        """Kinds of organisations that live in the town, in both worlds: those that the scheme reaches."""
        return self.scheme.organisations if self.scheme else ()

    @property
    def steps(self) -> int:
        """Number of steps; the last may be short."""
        return -(-self.days // self.step_days)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one of the worlds has come; `seconds` since the run began."""

    world: str
    step: int
    steps: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run came to. Digests are empty where it was stopped."""

    folder: Path
    digest: str
    life_digest: str
    baseline_life_digest: str | None
    seconds: float
    living_seconds: float
    compile_seconds: float
    writing_seconds: float
    resident_steps: int
    stopped: bool


def _in_one_form(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names in order, each once; every response by name is the same as "response:*"."""
    chosen, everything = set(names), RESPONSE + "*"
    every = {RESPONSE + name for name in RESPONSE_IDS}
    if everything in chosen or every <= chosen:
        chosen = (chosen - every) | {everything}
    return tuple(sorted(chosen))


def check_request(request: RunRequest) -> None:
    """Refuse a run that cannot be lived.

    Raises:
        PlanError: numbers are out of range, or no numbers; all of them at once, each with the range that holds.
    """
    faults = request_faults(request)
    if faults:
        raise PlanError(faults)


def request_faults(request: RunRequest) -> tuple[Diagnostic, ...]:
    """Everything about a request that cannot be lived, each with its option."""
    return tuple(_wrong_kinds(request)) or (*_beyond_limits(request), *_wrong_start(request), *_wrong_how(request))


def _fault(code: str, what: str, *, where: str, why: str, fix: str) -> Diagnostic:
    return Diagnostic(code, what, why, fix, where=where)


def _wrong_kinds(request: object) -> Iterator[Diagnostic]:
    """What is no request, and what brings along anything but numbers, dates and a scheme."""
    for name, words, *kinds in _KINDS:
        value = getattr(request, name, _MISSING)
        if type(value) not in kinds and not (name == "out" and isinstance(value, Path)):
            yield _fault(
                "RUN-kind",
                f"{words} of a run cannot be of type {type(value).__name__}",
                where=f"RunRequest.{name}",
                why="a run is asked for in numbers, a date and a scheme; nobody and nothing else is taken from outside",
                fix=f"give {' or '.join(kind.__name__ for kind in kinds)}",
            )


def _beyond_limits(request: RunRequest) -> Iterator[Diagnostic]:
    """Residents, step and horizon."""
    if not 1 <= request.people <= MOST_PEOPLE:
        yield _fault(
            "LIM-residents",
            f"{request.people:,} residents cannot be lived",
            where="--people",
            why=f"a town has 1 to {MOST_PEOPLE:,} residents; whole nations are run in a way that is not built yet",
            fix="ask for at least 1" if request.people < 1 else f"ask for at most {MOST_PEOPLE:,}",
        )
    step_fits = 1 <= request.step_days <= LONGEST_STEP
    if not step_fits:
        yield _fault(
            "LIM-step",
            f"a step of {request.step_days} days cannot be lived",
            where="--step",
            why=f"a step has 1 to {LONGEST_STEP} days",
            fix="ask for 1, 7 or 30 days",
        )
    if not 1 <= request.days <= MOST_DAYS or (step_fits and request.steps > MOST_STEPS):
        steps = f" in {request.steps:,} steps" if step_fits else ""
        yield _fault(
            "LIM-horizon",
            f"{request.days:,} days{steps} cannot be lived",
            where="--years",
            why=f"nobody is born, dies or moves, so a run ends after {MOST_DAYS:,} days or {MOST_STEPS:,} steps",
            fix="ask for fewer years, or for longer steps",
        )


def _wrong_start(request: RunRequest) -> Iterator[Diagnostic]:
    if request.start < FIRST_START:
        yield _fault(
            "RUN-start",
            f"a run cannot begin on {request.start.isoformat()}",
            where="--start",
            why=f"dates and working days are of the calendar that China has used since {FIRST_START.isoformat()}",
            fix=f"begin on {FIRST_START.isoformat()} or later; how people live is of about 2020 whatever the date",
        )
    try:
        _ = request.start + timedelta(days=request.days)
    except OverflowError:
        yield _fault(
            "RUN-start",
            f"a run of {request.days:,} days from {request.start.isoformat()} leaves the calendar",
            where="--start",
            why="dates end with the year 9999",
            fix="begin earlier; the date of day 0 matters only where a scheme counts working days",
        )


def _wrong_how(request: RunRequest) -> Iterator[Diagnostic]:
    known = [RESPONSE + name for name in (*RESPONSE_IDS, "*")]
    for name in request.without:
        if name not in known:
            yield _fault(
                "RUN-without",
                f'"{name}" is nothing that can be switched off in a run',
                where="--without",
                why=f"a run can do without {', '.join(known)}",
                fix="name one of these; causes are switched off in a second world",
            )
    if request.baseline not in BASELINES:
        yield _fault(
            "RUN-baseline",
            f'"{request.baseline}" is no way to live the paired world',
            where="--baseline",
            why=f"it is one of {', '.join(BASELINES)}",
            fix="ask for full",
        )
    if request.threads < 1 or request.block < 1 or request.checkpoint_steps < 1:
        yield _fault(
            "RUN-threads",
            "threads, block size and spacing of checkpoints are at least 1",
            where="--threads",
            why="nothing can be lived by nobody",
            fix="ask for 1 or more",
        )
    if not 0 <= request.seed <= LARGEST_SEED:
        yield _fault(
            "RUN-seed",
            f"{request.seed:,} is no seed",
            where="--seed",
            why=f"a seed is a whole number from 0 to {LARGEST_SEED:,}",
            fix="choose one of these; nothing but luck and people hangs on which",
        )
