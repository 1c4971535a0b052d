"""The harm audit of a run: every metric over the run and its replicates, the headline five first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Figure, Metric, Undefined
from glasstown.audit.harm.outside import OUTSIDE
from glasstown.ledger.model import Manifest
from glasstown.ledger.reader import open_run
from glasstown.simulate.run import ShouldStop
from glasstown.studies.between_groups import RATE, Comparison, between_groups
from glasstown.studies.intervals import Estimate, estimate
from glasstown.studies.replicates import Counted, HowFar, counted_worlds

HEADLINE: Final = ("M15", "M16", "M19", "M26", "M40")
"""Wrongful-days, others' share, escape time, lawful speech lost, price of deterrence: named before anything was run."""

PAIR: Final = ("M03", "M04")
"""Errors and what a punishment means: always told together, for where groups differ they cannot both vanish."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One metric with what it came to."""

    metric: Metric
    estimate: Estimate

    def to_plain(self) -> dict[str, Any]:
        """The answer as one JSON object; where a value or an interval is undefined the reason stands."""
        figure, found = self.estimate.figure, self.estimate
        return {
            "slug": self.metric.slug,
            "title": self.metric.title,
            "theme": self.metric.theme,
            "value": figure.value,
            "unit": self.metric.unit,
            "interval": None if found.interval is None else list(found.interval),
            "interval_reason": found.why,
            "n": figure.n,
            "reason": figure.reason,
            "says": figure.says,
            "worlds": found.worlds,
            "parts": [
                {
                    "label": part.label, "value": part.value, "unit": part.unit or self.metric.unit, "n": part.n,
                    "reason": part.reason,
                    "interval": list(found.parts[part.label]) if part.label in found.parts else None,
                }
                for part in figure.parts
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HarmAudit:
    """The answers of every metric about a run and its replicates."""

    manifest: Manifest
    worlds: int
    answers: tuple[Answered, ...]
    benefits: tuple[Answered, ...] = ()
    """The other side of the scale; never added to the first."""
    comparisons: tuple[Comparison, ...] = ()
    """Each group and intersection held against all others, as one family."""
    outside: tuple[Answered, ...] = ()
    """What an outside auditor would have seen, beside the truth."""

    @property
    def headline(self) -> tuple[Answered, ...]:
        """The five that were named before anything was run."""
        return tuple(one for code in HEADLINE for one in self.answers if one.metric.code == code)

    def to_plain(self) -> dict[str, Any]:
        """The audit as one JSON object."""
        m = self.manifest
        return {
            "scheme": m.scheme.id if m.scheme else None,
            "people": m.people,
            "days": m.horizon_days,
            "worlds": self.worlds,
            "varies": "people and luck" if self.worlds > 1 else "nothing: one world",
            "headline": list(HEADLINE),
            "findings": {one.metric.code: one.to_plain() for one in self.answers},
            "between_groups": {
                "false_discovery_rate": RATE,
                "method": "Benjamini-Yekutieli over all comparisons of this audit",
                "comparisons": [one.to_plain() for one in self.comparisons],
            },
            "outside": {one.metric.code: one.to_plain() for one in self.outside},
            "benefits": {one.metric.code: one.to_plain() for one in self.benefits},
        }


def audit(
    run: Path,
    worlds: int = 1,
    *,
    processes: int = 1,
    on_progress: Callable[[HowFar], None] | None = None,
    should_stop: ShouldStop | None = None,
) -> HarmAudit | None:
    """Audit a run for harm.

    Args:
        run: the folder of a finished run.
        worlds: how many worlds in all; each further one has other people and other luck.
        processes: worlds that are lived at the same time.
        on_progress: called after every world.
        should_stop: asked between worlds.

    Returns:
        What every metric comes to; None where it was stopped: worlds that are done are kept.

    Raises:
        RunFolderError: there is no such run, or another version of the engine lived it.
    """
    counted = counted_worlds(run, worlds, processes=processes, on_progress=on_progress, should_stop=should_stop)
    if counted is None:
        return None
    manifest = open_run(run).manifest
    harms, benefits, outside = (answered(counted, metrics) for metrics in (HARMS, BENEFITS, OUTSIDE))
    return HarmAudit(manifest, worlds, harms, benefits, between_groups(counted), outside)


def answered(counted: Sequence[Counted], metrics: Sequence[Metric] = HARMS) -> tuple[Answered, ...]:
    """What every metric comes to, from the counts of each world."""
    return tuple(Answered(metric, _estimate(metric, counted)) for metric in metrics)


def _estimate(metric: Metric, counted: Sequence[Counted]) -> Estimate:
    """The estimate of one metric; undefined where a world gives it no counts."""
    known = [one for each in counted if not isinstance(one := each[metric.code], Undefined)]
    if len(known) == len(counted):
        return estimate(metric, known)
    why = next(one.reason for each in counted if isinstance(one := each[metric.code], Undefined))
    if known:
        why = f"in {len(counted) - len(known)} of {len(counted)} worlds there is nothing to count: {why}"
    return Estimate(Figure(None, 0, f"No value: {why}.", why), None, why, {}, {}, len(known))
