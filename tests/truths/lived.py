"""What an audit finds in towns lived under a scheme on paper, and how far it lies from the closed form."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import sqrt
from pathlib import Path

from engine.lives import scheme_of
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Figure, Undefined
from glasstown.simulate.plan import RunRequest
from glasstown.studies.intervals import together
from glasstown.studies.replicates import Counted, Wanted, count_world
from truths.texts import SOCIETY

METRIC = {one.code: one for one in HARMS}
BOUND = 4.0
"""Monte Carlo standard errors: beyond them an audit does not say what is so (by luck once in 16,000 cases)."""


@dataclass(frozen=True)
class Expected:
    """One number that a closed form gives, and one standard error of it in the worlds that were lived."""

    code: str
    value: float
    error: float
    part: str = ""
    """Label of a part of the metric; its own value where empty."""

    @property
    def named(self) -> str:
        return f"{self.code}.{self.part}" if self.part else self.code


@dataclass(frozen=True)
class Truth:
    """A scheme, a town, and what the audit must come to."""

    id: str
    form: str
    """The closed form, in words or symbols."""
    text: str
    expected: Callable[[], tuple[Expected, ...]]
    worlds: int = 3
    people: int = 2000
    days: int = 364
    step_days: int = 7
    groups: bool = False
    """Whether the three invented groups are of one size."""
    pair: bool = False
    """Whether a metric asks for the world without the scheme."""


def short(truth: Truth) -> Truth:
    """One world of a truth with a thousand residents, where standard errors are as much larger."""
    by = sqrt(truth.people * truth.worlds / 1_000)
    wider = tuple(replace(one, error=one.error * by) for one in truth.expected())
    return replace(truth, worlds=1, people=1_000, expected=lambda: wider)


def town(truth: Truth, number: int, place: Path) -> RunRequest:
    """One world of a truth."""
    society = "china-2020"
    if truth.groups:
        (place / "society.toml").write_text(SOCIETY)
        society = str(place / "society.toml")
    return RunRequest(
        scheme=scheme_of(truth.text), people=truth.people, days=truth.days, step_days=truth.step_days, seed=3,
        start=date(2020, 1, 1), out=place / "world", replicate=number, baseline="full" if truth.pair else "none",
        lives=truth.people, society=society,
    )  # fmt: skip


def counted_in(truth: Truth, codes: tuple[str, ...], worlds: int) -> tuple[Counted, ...]:
    """What metrics count of the first worlds of a truth."""
    found: list[Counted] = []
    for number in range(worlds):
        with tempfile.TemporaryDirectory() as folder:
            found.append(count_world(Wanted(town(truth, number, Path(folder)), codes)))
    return tuple(found)


@cache
def counted(truth: Truth) -> tuple[Counted, ...]:
    """What the metrics that a truth is about count of each of its worlds."""
    return counted_in(truth, tuple({one.code for one in truth.expected()}), truth.worlds)


def figure(truth: Truth, code: str) -> Figure:
    """What a metric comes to over all worlds of a truth."""
    counts = [one for world in counted(truth) if not isinstance(one := world[code], Undefined)]
    assert len(counts) == truth.worlds, f"{code} has nothing to count: {counted(truth)[0][code]}"
    return METRIC[code].measure(together(counts))


def found(truth: Truth, expected: Expected) -> float:
    """The number that stands where the closed form says."""
    whole = figure(truth, expected.code)
    value = next(one.value for one in whole.parts if one.label == expected.part) if expected.part else whole.value
    assert value is not None, f"{expected.named} has no value: {whole.reason}"
    return value


def errors_apart(truth: Truth, expected: Expected) -> float:
    """How many standard errors lie between what is found and the closed form."""
    return (found(truth, expected) - expected.value) / expected.error
