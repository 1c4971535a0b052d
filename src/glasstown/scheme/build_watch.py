"""From sheets without faults to how a source looks."""

from __future__ import annotations

from glasstown.scheme.model_watch import Patrol, Watch, WrongAct
from glasstown.scheme.sheet import Sheet, need
from glasstown.scheme.watchfulness import EVERYBODY_ALIKE
from glasstown.vocab.watching import WATCH_NAMES


def build_watch(source: Sheet) -> Watch:
    """Whom a source watches more closely."""
    sheet = source.inner("watch")
    return Watch(tuple(need(sheet, name) for name in WATCH_NAMES)) if sheet else EVERYBODY_ALIKE


def build_wrong_act(source: Sheet) -> WrongAct | None:
    """What a source writes down as another act, where it does."""
    sheet = source.inner("wrong_act")
    return WrongAct(sheet.names("acts"), sheet.text("taken_for"), need(sheet, "chance")) if sheet else None


def build_patrol(source: Sheet) -> Patrol | None:
    """Where a source looks harder, if anywhere."""
    sheet = source.inner("patrol")
    return Patrol(need(sheet, "gain"), need(sheet, "half_life_days"), need(sheet, "most")) if sheet else None
