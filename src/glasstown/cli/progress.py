"""Progress of a run on standard error, and stopping it without harm."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from time import monotonic
from types import FrameType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class HowFar(Protocol):
    """What the engine says about its progress (`simulate.plan.Progress`)."""

    @property
    def world(self) -> str:
        """Which of the two worlds: `scheme` or `baseline`; or the name of what is lived, where runs follow runs."""
        ...

    @property
    def step(self) -> int:
        """Steps lived."""
        ...

    @property
    def steps(self) -> int:
        """Steps in all."""
        ...


class Show(Protocol):
    """Somewhere progress is shown."""

    def move(self, progress: HowFar) -> None:
        """Show how far one world has come."""
        ...

    def say(self, text: str) -> None:
        """Show one line."""
        ...


class Bars:
    """One bar per world with the time left, for a terminal."""

    def __init__(self, bars: Progress) -> None:
        """Show on bars that are already drawn."""
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def move(self, progress: HowFar) -> None:
        """Move the bar of one world."""
        if progress.world not in self._tasks:
            self._tasks[progress.world] = self._bars.add_task(_words(progress.world), total=progress.steps)
        self._bars.update(self._tasks[progress.world], completed=progress.step)

    def say(self, text: str) -> None:
        """Print a line above the bars."""
        self._bars.console.print(text)


class Lines:
    """A line at every tenth of the way, for a log file."""

    def __init__(self) -> None:
        """Begin each world at its first tenth."""
        self._tenths: dict[str, int] = {}
        self._began: dict[str, float] = {}

    def move(self, progress: HowFar) -> None:
        """Print a line when another tenth is done."""
        now = monotonic()
        began = self._began.setdefault(progress.world, now)
        tenth = 10 * progress.step // max(progress.steps, 1)
        if tenth > self._tenths.get(progress.world, 0):
            self._tenths[progress.world] = tenth
            left = (now - began) * (progress.steps - progress.step) / max(progress.step - 1, 1)
            self.say(f"{_words(progress.world)}: step {progress.step} of {progress.steps}, about {left:.0f} s left")

    def say(self, text: str) -> None:
        """Print a line at once."""
        print(text, file=sys.stderr, flush=True)  # noqa: T201  the point of it


class Watch:
    """Passes on progress, and knows whether somebody asked to stop."""

    def __init__(self, show: Show) -> None:
        """Show progress somewhere."""
        self._show = show
        self._stop = False

    def show(self, progress: HowFar) -> None:
        """Show how far one world has come."""
        self._show.move(progress)

    def say(self, text: str) -> None:
        """Show one line."""
        self._show.say(text)

    def should_stop(self) -> bool:
        """Whether the run should end after the step it is in."""
        return self._stop

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        """Handle Ctrl-C: once lets the step end, twice ends at once."""
        del number, frame
        if self._stop:
            raise KeyboardInterrupt
        self._stop = True
        self._show.say("stopping after this step; press Ctrl-C again to stop at once")


def _words(world: str) -> str:
    """Which world it is, for people."""
    return {"scheme": "under the scheme", "baseline": "without it", "again": "the run again"}.get(world, world)


@contextmanager
def watching() -> Generator[Watch]:
    """Show progress on standard error while a run is lived, and let Ctrl-C end it without harm."""
    console = Console(stderr=True, emoji=False)
    with _bars(console) if console.is_terminal else nullcontext(Lines()) as show:
        show.say("making the people and the tables; the first run also compiles")
        watch = Watch(show)
        before = {number: signal.signal(number, watch.ask_to_stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield watch
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _bars(console: Console) -> Generator[Bars]:
    """Draw bars until the run ends."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.completed:.0f} of {task.total:.0f}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bars:
        yield Bars(bars)
