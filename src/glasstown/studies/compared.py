"""The same town under several schemes: who is punished in each, in all and in none, and which weighs heaviest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Counts, Metric, Undefined
from glasstown.audit.harm.weights import Weights, weighted
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import ShouldStop
from glasstown.studies.intervals import Estimate, estimate, together
from glasstown.studies.replicates import DENIED, WHO, Counted, HowFar
from glasstown.studies.side_by_side import counted_forms
from glasstown.vocab.change import NOTHING

CODES: Final = ("M15", "M16", "M19", "M26", "M40")
"""Metrics that are told of each scheme: the headline five."""


@dataclass(frozen=True, slots=True)
class Under:
    """The town under one scheme.

    Attributes:
        id: the scheme.
        punished: residents punished, in all worlds together.
        alone: those of them whom no other of the schemes punishes.
        told: the headline metrics.
        burden: weighted days per 1,000 person-years, by name of the weights; None where nothing was counted.
    """

    id: str
    punished: int
    alone: int
    told: tuple[tuple[Metric, Estimate], ...]
    burden: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Compared:
    """Several schemes over the same people and luck.

    Attributes:
        residents: lives in all worlds together.
        in_all, in_none: residents punished under every scheme, and under none.
        orders: scheme ids from the heaviest burden to the lightest, by name of the weights.
    """

    people: int
    days: int
    worlds: int
    schemes: tuple[Under, ...]
    residents: int
    in_all: int
    in_none: int
    orders: Mapping[str, tuple[str, ...]]

    @property
    def survives(self) -> bool | None:
        """Whether the order is the same by all weights; None where there is one set of them."""
        return None if len(self.orders) == 1 else len(set(self.orders.values())) == 1

    def to_plain(self) -> dict[str, Any]:
        """The comparison as one JSON object."""
        return {
            "people": self.people, "days": self.days, "worlds": self.worlds, "residents": self.residents,
            "punished_in_all": self.in_all, "punished_in_none": self.in_none,
            "orders": {name: list(order) for name, order in self.orders.items()}, "order_survives": self.survives,
            "schemes": {
                one.id: {
                    "punished": one.punished, "punished_here_alone": one.alone, "weighted_days": dict(one.burden),
                    "findings": {
                        metric.code: {
                            "slug": metric.slug, "value": found.figure.value, "unit": metric.unit,
                            "interval": found.interval, "n": found.figure.n, "reason": found.figure.reason,
                        }
                        for metric, found in one.told
                    },
                }
                for one in self.schemes
            },
        }  # fmt: skip


def compare(
    requests: Mapping[str, RunRequest],
    worlds: int,
    weights: Mapping[str, Weights],
    *,
    processes: int = 1,
    on_progress: Callable[[HowFar], None] | None = None,
    should_stop: ShouldStop | None = None,
) -> Compared | None:
    """Live the same town under several schemes.

    Args:
        requests: the schemes with the town, by id of the scheme.
        worlds: how many worlds of each.
        weights: sets of weights of harm, by name.
        processes: worlds that are lived at the same time.
        on_progress: called after every world.
        should_stop: asked between worlds.

    Returns:
        What each scheme did to the same people; None where it was stopped.
    """
    forms = {name: (request, NOTHING) for name, request in requests.items()}
    codes = (*CODES, WHO.code, DENIED.code)
    counted = counted_forms(forms, worlds, codes, processes=processes, on_progress=on_progress, should_stop=should_stop)
    if counted is None:
        return None
    fell = {name: _fell(each) for name, each in counted.items()}
    request = next(iter(requests.values()))
    lives, ever = request.people * worlds, set[tuple[int, str]]().union(*fell.values())
    schemes = tuple(
        Under(name, len(fell[name]), len(fell[name] - set().union(*(fell[o] for o in fell if o != name))),
              _told(each), {which: _burden(each, one) for which, one in weights.items()})
        for name, each in counted.items()
    )  # fmt: skip
    orders = {
        which: tuple(one.id for one in sorted(schemes, key=lambda one: (-(one.burden[which] or 0), one.id)))
        for which in weights
    }
    in_all = len(set.intersection(*fell.values())) if fell else 0
    return Compared(request.people, request.days, worlds, schemes, lives, in_all, lives - len(ever), orders)


def _known(counted: Sequence[Counted], code: str) -> list[Counts]:
    return [one for each in counted if not isinstance(one := each[code], Undefined)]


def _fell(counted: Sequence[Counted]) -> set[tuple[int, str]]:
    """World and number of everybody who was punished."""
    return {(world, who) for world, one in enumerate(_known(counted, WHO.code)) for who in one}


def _told(counted: Sequence[Counted]) -> tuple[tuple[Metric, Estimate], ...]:
    found = ((metric, _known(counted, metric.code)) for metric in HARMS if metric.code in CODES)
    return tuple((metric, estimate(metric, counts)) for metric, counts in found if len(counts) == len(counted))


def _burden(counted: Sequence[Counted], weights: Weights) -> float | None:
    counts = _known(counted, DENIED.code)
    return weighted(together(counts), weights) if len(counts) == len(counted) else None
