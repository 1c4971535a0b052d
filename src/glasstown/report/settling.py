"""By which figures of a run a question that the review leaves open is settled, and from which value on.

A figure of one run settles against a scheme, or not at all. Rows are taken in their order, and the first that has a
value is the one that speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from glasstown.audit.case import open_case
from glasstown.audit.contract import Finding, found, undefined
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Bundle, Metric, Part, Undefined
from glasstown.audit.worlds import Worlds

HALF: Final = 0.5
"""Share of the days of a wrong punishment: `DU503` holds the text of a scheme to the same half."""

TEN_YEARS: Final = 3_650
"""Days for which `RL605` looks for a way out of the text of a scheme."""


@dataclass(frozen=True, slots=True)
class Settler:
    """One figure: its name (a slug of the audit, or a code of a metric of harm with a part), and where it settles.

    It settles above `beyond`, or from it on where it is `at_least`; else it is told and settles nothing.
    """

    name: str
    beyond: float = 0
    at_least: bool = False

    def settles(self, value: float) -> bool:
        """Whether a value speaks against the scheme."""
        return value > self.beyond or (self.at_least and value == self.beyond)


SETTLES: Final[Mapping[str, tuple[Settler, ...]]] = {
    "SS101": (Settler("places-lost"),),
    "SS102": (Settler("M36.worst-light-over-median-grave", 1),),
    "DP205": (Settler("punished-wrongly"),),
    "DP206": (Settler("punished-wrongly"),),
    "EX301": (Settler("held-back"),),
    "RL603": (Settler("punished-through-others"),),
    "DU503": (Settler("M34", HALF, at_least=True),),
    "RL605": (Settler("M19", TEN_YEARS),),
    "SC801": (Settler("holders.exposed"), Settler("M37")),
}
"""By code of a rule the figures that it asks for, where the audit has one."""


def harm_figures(worlds: Worlds, names: tuple[str, ...]) -> dict[str, Finding]:
    """Those metrics of harm of one run that are named, by name; nothing is lived anew, and none has an interval."""
    asked = {name: name.partition(".") for name in names}
    wanted = {one.code: one for one in HARMS if one.code in {code for code, _, _ in asked.values()}}
    if not wanted:
        return {}
    bundle = Bundle(open_case(worlds), {})
    return {name: _figure(wanted[code], part, bundle) for name, (code, _, part) in asked.items() if code in wanted}


def _figure(metric: Metric, part: str, bundle: Bundle) -> Finding:
    """One figure in the form of the others: its slug is its code with its name."""
    slug = f"{metric.code} {part or metric.slug}"
    counts = metric.tally(bundle)
    if isinstance(counts, Undefined):
        return undefined(slug, metric.title, metric.unit, 0, counts.reason)
    whole = metric.measure(counts)
    if not part:
        return _of(slug, metric, Part(part, whole.value, whole.n, whole.reason))
    one = next((one for one in whole.parts if one.label == part), None)
    return _of(slug, metric, one or Part(part, None, whole.n, whole.reason or "the run has no such figure"))


def _of(slug: str, metric: Metric, part: Part) -> Finding:
    unit = part.unit or metric.unit
    if part.value is None:
        return undefined(slug, metric.title, unit, part.n, part.reason or "the run does not say why")
    return found(slug, metric.title, part.value, unit, part.n, "")
