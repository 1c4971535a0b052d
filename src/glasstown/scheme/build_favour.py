"""From sheets without faults to favour."""

from __future__ import annotations

from glasstown.scheme.model_favour import Favour
from glasstown.scheme.sheet import Sheet
from glasstown.vocab.officials import TIES_TO_OFFICIALS


def build_favour(sheet: Sheet) -> Favour:
    """The favour of a rule or of a decision."""
    inner = sheet.inner("favour")
    if inner is None:
        return ()
    figures = ((tie, inner.figure(tie)) for tie in TIES_TO_OFFICIALS)
    return tuple((tie, figure) for tie, figure in figures if figure is not None)
