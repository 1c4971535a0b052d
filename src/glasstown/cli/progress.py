"""Progress of a run on standard error, and stopping it without harm."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class HowFar(Protocol):
    """What the engine says about its progress (`simulate.plan.Progress`)."""

    @property
    def world(self) -> str:
        """Which of the two worlds: `scheme` or `baseline`."""
        ...

    @property
    def step(self) -> int:
        """Steps lived."""
        ...

    @property
    def steps(self) -> int:
        """Steps in all."""
        ...


class Watch:
    """Shows progress, and knows whether somebody asked to stop."""

    def __init__(self, bar: Progress) -> None:
        """Watch with a bar that is already shown."""
        self._bar = bar
        self._tasks: dict[str, TaskID] = {}
        self._stop = False

    def show(self, progress: HowFar) -> None:
        """Move the bar of one world."""
        if progress.world not in self._tasks:
            words = "under the scheme" if progress.world == "scheme" else "without it"
            self._tasks[progress.world] = self._bar.add_task(words, total=progress.steps)
        self._bar.update(self._tasks[progress.world], completed=progress.step)

    def should_stop(self) -> bool:
        """Whether the run should end after the step it is in."""
        return self._stop

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        """Handle Ctrl-C: once lets the step end, twice ends at once."""
        del number, frame
        if self._stop:
            raise KeyboardInterrupt
        self._stop = True
        self._bar.console.print("stopping after this step; press Ctrl-C again to stop at once")


@contextmanager
def watching() -> Generator[Watch]:
    """Show a bar per world with the time left, on standard error, while a run is lived."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.completed:.0f} of {task.total:.0f}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        watch = Watch(bar)
        before = {number: signal.signal(number, watch.ask_to_stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield watch
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
