"""The ladder of good-faith repairs: what a scheme could do without being given up, each a change of the scheme alone.

Every one takes something from the scheme or adds a safeguard; none makes it find or punish more. Figures that a repair
puts in are ours: assumed, with a band.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.scheme.model import Scheme
from glasstown.vocab.change import NOTHING, Change
from glasstown.vocab.evidence import ASSUMPTION, Figure

GIVEN: Final = "given"
TWO_YEARS: Final = Figure(Decimal(730), "assumed", Decimal(365), Decimal(1_825), (ASSUMPTION,))
"""After which a debit is given back, or an open-ended ground closes."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A scheme after a repair, and what is otherwise about the world for it."""

    scheme: Scheme
    change: Change = NOTHING


@dataclass(frozen=True, slots=True)
class Repair:
    """One rung: its name, what it does in words, and the scheme after it; None where there is nothing to repair."""

    id: str
    says: str
    carry_out: Callable[[Scheme], Repaired | None]


def _notice(scheme: Scheme) -> Repaired | None:
    told = tuple(replace(one, notice=GIVEN) for one in scheme.consequences)
    return None if told == scheme.consequences else Repaired(replace(scheme, consequences=told))


def _appeal(scheme: Scheme) -> Repaired | None:
    return None if scheme.process.appeal else Repaired(scheme, Change((), 0, ("appeals",)))


def _expiry(scheme: Scheme) -> Repaired | None:
    rules = tuple(
        replace(rule, expires_days=TWO_YEARS) if rule.expires_days is None and min(rule.points) < 0 else rule
        for rule in scheme.rules
    )
    return None if rules == scheme.rules else Repaired(replace(scheme, rules=rules))


def _verified(scheme: Scheme) -> Repaired | None:
    return Repaired(scheme, Change(("false-sightings", "wrong-persons"))) if scheme.sources else None


def _no_association(scheme: Scheme) -> Repaired | None:
    hits = any(one.scope != "self" for one in scheme.consequences)
    return Repaired(scheme, Change(("association",))) if scheme.associations or hits else None


def _no_lawful_act(scheme: Scheme) -> Repaired | None:
    lawful = {act.id for act in (*RESIDENT_ACTS, *scheme.acts) if act.lawful}
    rules = tuple(rule.id for rule in scheme.rules if rule.act in lawful and min(rule.points) < 0)
    return Repaired(scheme, Change(tuple(f"rule:{name}" for name in rules))) if rules else None


def _shorter_terms(scheme: Scheme) -> Repaired | None:
    grounds = tuple(
        replace(one, term_days=TWO_YEARS if one.term_days is None else _half(one.term_days)) for one in scheme.grounds
    )
    return Repaired(replace(scheme, grounds=grounds)) if grounds else None


def _half(term: Figure) -> Figure:
    days = Decimal(int(term.value) // 2 or 1)
    return Figure(days, "assumed", Decimal(1), term.value, (ASSUMPTION,))


LADDER: Final = (
    Repair("notice", "everybody is told of a consequence when it begins", _notice),
    Repair("appeal", "appeals are heard, as a credit bureau hears them (assumed)", _appeal),
    Repair("expiry", "every debit is given back after two years", _expiry),
    Repair("verified-sources", "no source records what never happened or somebody else did", _verified),
    Repair("no-association", "nobody answers for others", _no_association),
    Repair("no-lawful-act", "no rule takes points for what the law allows", _no_lawful_act),
    Repair("shorter-terms", "terms of lists are halved, open-ended ones last two years", _shorter_terms),
)
"""In the order in which they are told; a further one is a function and a line."""


def all_together(scheme: Scheme, rungs: Iterable[Repair]) -> Repaired:
    """The scheme after several rungs."""
    change = NOTHING
    for rung in rungs:
        done = rung.carry_out(scheme)
        if done is not None:
            scheme, change = done.scheme, change.then(done.change)
    return Repaired(scheme, change)
