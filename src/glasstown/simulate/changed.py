"""A run that differs from another in one thing: what is otherwise, and the tables before and after the turn."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.untied import finding_nobody
from glasstown.scheme.appealed import APPEALS, with_appeals, without_appeals
from glasstown.scheme.corrected import corrected, corrected_watch, flaws_of
from glasstown.scheme.model import Scheme
from glasstown.scheme.switched import switched
from glasstown.scheme.untied import untied
from glasstown.simulate.acts_of import acts_of, watch_of
from glasstown.simulate.compiling import compile_for_run
from glasstown.simulate.plan import RunRequest
from glasstown.society.shares import group_shares
from glasstown.society.spec import Spec
from glasstown.vocab.change import Change
from glasstown.vocab.tie_kinds import kinds_off

Tables: TypeAlias = CompiledScheme | None


def with_change(request: RunRequest, change: Change, of: str = "") -> RunRequest:
    """The same run with something otherwise; the text of its scheme stays as it is.

    Args:
        request: the run.
        change: what is otherwise.
        of: digest of the run that it is held against.
    """
    scheme = switched(request.scheme, change, request.start) if request.scheme else None
    if scheme and change.has((APPEALS,)):
        scheme = with_appeals(scheme)
    return replace(request, scheme=scheme, change=change, of=of)


def worlds_apart(request: RunRequest, scheme: Scheme | None, spec: Spec) -> tuple[Tables, Tables, int]:
    """The tables before the turn, those from it on, and the day of the turn; without a change both are the same.

    Parts of a scheme that end do so by their own periods, in both. The turn is for what sources do, whom a consequence
    hits, who hears appeals, and responses.

    Raises:
        InputFaultsError: the scheme asks for more than the engine can do.
    """
    if scheme is None:
        return None, None, 0
    change, watch = request.change, watch_of(spec)
    heard_later = change.has((APPEALS,)) and change.from_day > 0
    was = without_appeals(scheme) if heard_later else scheme
    before = compile_for_run(was, request.step_days, acts_of(spec), watch, request.start)
    flaws, kinds = flaws_of(change), kinds_off(change)
    if not flaws and not kinds and not heard_later:
        return before, before, change.from_day
    otherwise = corrected_watch(watch, flaws, group_shares(spec))
    mended = untied(corrected(scheme, flaws), kinds)
    after = compile_for_run(mended, request.step_days, acts_of(spec), otherwise, request.start)
    return before, finding_nobody(after, kinds), change.from_day
