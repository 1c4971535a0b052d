"""How well it is known what a consequence does: by the weakest mark among all that decides whom it reaches and how."""

from __future__ import annotations

from glasstown.scheme.key import RUNNING
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Consequence
from glasstown.vocab.evidence import MARKS

_OWN = ("consequence", "consequence.degree", "consequence.decision")
"""Tables of a consequence: what it takes, how often anybody looks, how much worse it makes, how an official decides."""

_BEFORE = "ground.decision"
"""How an official decides whether a ground for a list opens at all."""


def known_words(scheme: Scheme) -> dict[str, str]:
    """How well the figures behind each consequence are known, by its id: `whose weakest figure is assumed`."""
    found: dict[str, str] = {}
    for consequence in scheme.consequences:
        marks = _marks_behind(scheme, consequence)
        if marks:
            weakest = max(marks, key=MARKS.index)
            found[consequence.id] = f"whose {'figures are' if len(marks) == 1 else 'weakest figure is'} {weakest}"
    return found


def _marks_behind(scheme: Scheme, consequence: Consequence) -> set[str]:
    """The marks of everything that runs behind a consequence; of a list, with what decides on its grounds.

    What the file leaves out and the grammar fills in counts too: nobody has published it.
    """
    behind = {(table, consequence.id) for table in _OWN}
    if consequence.on_list:
        behind |= {(_BEFORE, ground.id) for ground in scheme.grounds if ground.on_list == consequence.on_list}
    return {
        setting.mark
        for setting in scheme.settings
        if (setting.table, setting.id) in behind and setting.kind == RUNNING and setting.value is not None
        if setting.mark
    }
