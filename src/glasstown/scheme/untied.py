"""A scheme in which nobody feels what others did, along one kind of ties or any: whom that concerns in its text.

Points that are passed on end with their tables. What hits a household hits whoever earned it; what hits others alone,
such as children, hits nobody. Formulas that ask about the scores of others find nobody there.
"""

from __future__ import annotations

from dataclasses import replace

from glasstown.scheme.model import Scheme
from glasstown.vocab.tie_kinds import SHARED, TIE_OF_SCOPE


def kinds_in(scheme: Scheme) -> frozenset[str]:
    """Kinds of ties along which a scheme passes points on, or hits others; formulas may ask about more."""
    found = {one.tie for one in scheme.associations}
    return frozenset(found | {TIE_OF_SCOPE[one.scope] for one in scheme.consequences if one.scope in TIE_OF_SCOPE})


def associations_along(scheme: Scheme, kinds: frozenset[str]) -> list[str]:
    """Names of the associations that pass points on along some kinds of ties."""
    return [one.id for one in scheme.associations if one.tie in kinds]


def hits_others_alone(scheme: Scheme, kinds: frozenset[str]) -> list[str]:
    """Names of the consequences that hit others alone, along some kinds of ties."""
    return [one.id for one in scheme.consequences if one.scope != SHARED and TIE_OF_SCOPE.get(one.scope) in kinds]


def hits_home(scheme: Scheme, kinds: frozenset[str]) -> list[str]:
    """Names of the consequences that hit a household for one of its members, if these ties are among some kinds."""
    return [one.id for one in scheme.consequences if one.scope == SHARED and SHARED in kinds]


def untied(scheme: Scheme, kinds: frozenset[str]) -> Scheme:
    """The scheme in which what hits a household hits whoever earned it alone, if these ties are among some kinds."""
    homes = set(hits_home(scheme, kinds))
    rows = (replace(one, scope="self") if one.id in homes else one for one in scheme.consequences)
    return replace(scheme, consequences=tuple(rows))
