"""What stands in the text of a scheme: starts, ends, edges (T32, T34, T38, T39, T43, T44, T46)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from glasstown.scheme.grammar_politics import EVENTS
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import read_scheme
from glasstown.studies.measured import Measured
from glasstown.studies.published import published
from glasstown.studies.verdicts import Checked, compared, not_modelled


def read_off_texts() -> list[Checked]:
    """Every such figure; not modelled where the library has no such scheme."""
    rows: list[Checked] = []
    for id, what in _TEXTS.items():  # noqa: A001  likewise
        scheme = published()[id].scheme
        if scheme not in SCHEMES:
            rows.append(not_modelled(id, f"the library has no scheme {scheme}"))
            continue
        value = what(read_scheme(find(scheme)))
        rows.append(
            compared(id, Measured(value, 0.0)) if value is not None else not_modelled(id, "it has no such edge")
        )
    return rows


def _start(scheme: Scheme) -> float | None:
    return float(scheme.score.start_points) if scheme.score else None


def _lowest(scheme: Scheme) -> float | None:
    return float(scheme.score.low_points) if scheme.score else None


def _highest(scheme: Scheme) -> float | None:
    return float(scheme.score.high_points) if scheme.score else None


def _least_privileged(scheme: Scheme) -> float | None:
    """The lowest edge of a grade that something is favoured in or better by."""
    better = {one.grade for one in scheme.consequences if one.favour or any(level > 0 for _, level in one.degree)}
    edges = [float(grade.at_least.value) for grade in scheme.grades if grade.id in better and grade.at_least]
    return min(edges, default=None)


def _approval(scheme: Scheme) -> float | None:
    """The approval that the model begins with."""
    return float(scheme.legitimacy.start.value) if scheme.legitimacy else None


def _approval_after_learning(scheme: Scheme) -> float | None:
    """What learning of the scheme does to the approval of who learns."""
    if scheme.legitimacy is None:
        return None
    return float(scheme.legitimacy.events[EVENTS.index("learned")].value)


_TEXTS: Final[dict[str, Callable[[Scheme], float | None]]] = {
    "T32": _start,
    "T34": _start,
    "T38": _start,
    "T39": _lowest,
    "T39b": _highest,
    "T43": _least_privileged,
    "T44": _approval,
    "T46": _approval_after_learning,
}
