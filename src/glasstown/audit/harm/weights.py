"""Weights of harm: how heavily a day without each thing weighs, from a file that a reader can change."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from glasstown.audit.harm.contract import Counts, under
from glasstown.audit.harm.denied_days import ON_LIST, OTHER
from glasstown.vocab.capacities import CAPACITY_IDS
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.units import DAYS_IN_YEAR
from glasstown.vocab.wording import meant, quoted

_TABLE: Final = "weights"

Weights = Mapping[str, float]
"""Weight of a day without each thing, with `other` and `on-list`."""


def shipped_weights() -> Weights:
    """The weights that come with the package; assumed, every one."""
    return _read(files("glasstown.audit.harm").joinpath("weights.toml").read_text(encoding="utf-8"), "weights.toml")


def read_weights(path: Path) -> Weights:
    """The weights of a file.

    Raises:
        InputFaultsError: it cannot be read, names what nothing denies, or holds no weight; all faults at once.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _fault(f"{path} cannot be read", str(error), "give a copy of the file of weights", str(path)) from None
    return _read(text, str(path))


def _read(text: str, name: str) -> Weights:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _fault("the file of weights is not TOML", str(error), "mend that line", name) from None
    given = values.pop(_TABLE, {})
    rows = {**values, **(given if isinstance(given, dict) else {_TABLE: given})}
    faults = [one for key, raw in rows.items() if (one := _wrong(key, raw, name))]
    missing = [key for key in (OTHER, ON_LIST) if key not in rows]
    why = "everything that a scheme can deny needs one"
    faults += [
        _diagnostic(f"{quoted(key)} has no weight", why, f"add {key} = {{ weight = 1 }}", name) for key in missing
    ]
    if faults:
        raise InputFaultsError(tuple(faults))
    return {key: float(raw["weight"]) for key, raw in rows.items()}


def _wrong(key: str, raw: Any, name: str) -> Diagnostic | None:
    if key not in (*CAPACITY_IDS, OTHER, ON_LIST):
        fix = meant(key, CAPACITY_IDS, "things that a scheme can deny")
        return _diagnostic(
            f"nothing is called {quoted(key)}", "a weight is of something that a scheme can deny", fix, name
        )
    weight = raw.get("weight") if isinstance(raw, dict) else None
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < float("inf"):
        return _diagnostic(f"{quoted(key)} has no weight", "a weight is a number from 0 up",
                           f"write {key} = {{ weight = 1, band = [0, 3] }}", name)  # fmt: skip
    return None


def _fault(message: str, why: str, fix: str, where: str) -> InputFaultsError:
    return InputFaultsError((_diagnostic(message, why, fix, where),))


def _diagnostic(message: str, why: str, fix: str, where: str) -> Diagnostic:
    return Diagnostic("AUD-weights", message, why, fix, where=where)


def weighted(counts: Counts, weights: Weights) -> float:
    """Weighted days without things, per 1,000 person-years.

    Args:
        counts: those of `denied_days.tally`, of one world or several.
        weights: how heavily a day without each thing weighs.
    """
    days = sum(weights.get(thing[0], weights[OTHER]) * number for thing, number in under(counts, "days").items())
    return 1000 * DAYS_IN_YEAR * days / counts["person-days"]
