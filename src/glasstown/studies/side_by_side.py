"""Several schemes, or several forms of one, over the same people and luck: counted world by world."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from glasstown.simulate.changed import with_change
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import ShouldStop
from glasstown.studies.replicates import Counted, HowFar, Wanted, lived, replicate_of
from glasstown.vocab.change import Change

Form = tuple[RunRequest, Change]
"""A request, and what is otherwise in its world."""


def counted_forms(
    forms: Mapping[str, Form],
    worlds: int,
    codes: Sequence[str],
    *,
    processes: int = 1,
    on_progress: Callable[[HowFar], None] | None = None,
    should_stop: ShouldStop | None = None,
) -> dict[str, tuple[Counted, ...]] | None:
    """What metrics count of each form in each world; world n of every form has the same people and luck.

    Args:
        forms: what to live, by name.
        worlds: how many worlds of each.
        codes: metrics to count.
        processes: worlds that are lived at the same time.
        on_progress: called after every world.
        should_stop: asked between worlds.

    Returns:
        Counts by form and world; None where it was stopped.
    """
    names = list(forms)
    with tempfile.TemporaryDirectory(prefix="glasstown-") as folder:
        todo: dict[int, Wanted] = {}
        for f, (request, change) in enumerate(forms.values()):
            for n in range(worlds):
                number = f * worlds + n
                asked = replicate_of(replace(request, baseline="full"), n, Path(folder) / str(number))
                todo[number] = Wanted(with_change(asked, change) if change else asked, tuple(codes))
        done: dict[int, Counted] = {}
        for number, counted in lived(todo, processes, should_stop):
            done[number] = counted
            if on_progress:
                on_progress(HowFar("worlds", len(done), len(todo)))
    if len(done) < len(todo):
        return None
    return {name: tuple(done[f * worlds + n] for n in range(worlds)) for f, name in enumerate(names)}
