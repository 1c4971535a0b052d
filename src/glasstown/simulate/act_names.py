"""What an auditor is told of every act that can occur in the tables: its name, and what it is apart from any scheme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.compiled.model import ACT_ROWS
from glasstown.ledger.model_names import ActRow
from glasstown.scheme.model import Scheme
from glasstown.simulate.opinion import SPEECH
from glasstown.vocab.acts import ACTS
from glasstown.vocab.gauges import GAUGE_CODES
from glasstown.vocab.units import milli

_OF_MODEL: Final = {act.id: act for act in RESIDENT_ACTS}
_GAUGES: Final = tuple(ActRow(code, name) for name, code in GAUGE_CODES.items() if code >= ACT_ROWS)
"""Gauges whose numbers no act can have."""


def act_rows(scheme: Scheme | None, codes: Mapping[str, int]) -> tuple[ActRow, ...]:
    """Every act, registered ones before those that a scheme's file declares.

    Args:
        scheme: the scheme whose file may declare acts; None where there is none.
        codes: numbers of acts by name.
    """
    declared = {act.id: act.lawful for act in (*scheme.acts, *scheme.business)} if scheme else {}
    return (*(_row(code, name, declared) for name, code in codes.items()), *_GAUGES)


def registered() -> dict[str, int]:
    """Numbers of the acts of the model."""
    return {act.id: act.code for act in ACTS}


def _row(code: int, name: str, declared: Mapping[str, bool]) -> ActRow:
    act = _OF_MODEL.get(name)
    if act is None:
        return ActRow(code, name, lawful=declared.get(name))
    hours = milli(act.hours.value) if act.hours else 0
    return ActRow(code, name, act.lawful, code in SPEECH, hours)
