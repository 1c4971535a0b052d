"""To which contexts of life the links of a chain belong, and how related the two ends of it are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from glasstown.review.case import Case
from glasstown.review.contexts import ARGUABLE, LEVELS, RELATED, SAME, UNRELATED, relatedness, words_of
from glasstown.review.contract import At
from glasstown.review.feeds import Feed, asks_of
from glasstown.scheme.model_lists import Consequence


@dataclass(frozen=True, slots=True)
class Bond:
    """How related two ends of a chain are at their furthest: the two contexts, the level, and the claim, if any.

    `claim` is the reason that the file gives for calling the two related, "" where it gives none.
    """

    one: str
    other: str
    level: str
    claim: str = ""

    @property
    def is_open(self) -> bool:
        """Whether only a person can say."""
        return self.level == ARGUABLE or (self.level == UNRELATED and bool(self.claim))

    @property
    def is_apart(self) -> bool:
        """Whether the two have nothing to do with each other, and nobody claims otherwise."""
        return self.level == UNRELATED and not self.claim


NEAR = (SAME, RELATED)
"""Levels of which there is nothing to say."""


def contexts_of_act(case: Case, act: str, feed: Feed | None = None) -> tuple[str, ...]:
    """Contexts of an act: by the taxonomy where the model ships it; else what rule or source say of it."""
    known = words_of("acts", act)
    if known:
        return known
    own = (case.text(At(feed.at.table, feed.at.id, "context")),) if feed else ()
    seen = case.sources_of(feed, act) if feed else case.scheme.sources
    return tuple(one for one in own if one) or tuple(dict.fromkeys(one.context for one in seen if act in one.sees))


def contexts_of_feed(case: Case, feed: Feed) -> tuple[str, ...]:
    """Contexts of everything that a feed goes by: its acts, and the facts and quantities of its formulas."""
    found = [context for act in feed.acts for context in contexts_of_act(case, act, feed)]
    for name in feed.asks:
        bare = name.removeprefix("gauge.")
        if name.startswith("inferred."):
            found += _of_inference(case, name.removeprefix("inferred."))
        elif not name.startswith("count "):
            found += words_of("gauges" if bare != name else "facts", bare)
    return tuple(dict.fromkeys(found))


def _of_inference(case: Case, name: str) -> list[str]:
    one = next((one for one in case.scheme.inferences if one.id == name), None)
    asked = asks_of(one.about, one.evidence) if one else ()
    return [word for ask in asked for word in words_of("facts", ask) + words_of("gauges", ask.removeprefix("gauge."))]


def contexts_of_consequence(case: Case, consequence: Consequence) -> tuple[str, ...]:
    """Contexts of what a consequence takes or gives, by the taxonomy; what the file calls it where that knows none."""
    names = (*consequence.deny, *consequence.favour, *(name for name, _ in consequence.degree))
    found = [context for name in names for context in words_of("taken", name)]
    own = {one.id: one.acts for one in case.scheme.capacities}
    found += [context for name in names for act in own.get(name, ()) for context in contexts_of_act(case, act)]
    found += [context for act in consequence.brings for context in words_of("acts", act)]
    domain = case.text(At("consequence", consequence.id, "domain"))
    return tuple(dict.fromkeys(found)) or ((domain,) if domain else ())


def claim_of(case: Case, one: str, other: str) -> str:
    """The reason that the file gives for calling two contexts related; "" where it gives none."""
    for setting in case.scheme.settings:
        if setting.table == "relatedness" and setting.key == "contexts" and setting.value == (one, other):
            return case.text(At("relatedness", setting.id, "reason"))
        if setting.table == "relatedness" and setting.key == "contexts" and setting.value == (other, one):
            return case.text(At("relatedness", setting.id, "reason"))
    return ""


def furthest(case: Case, ones: tuple[str, ...], others: tuple[str, ...]) -> Bond | None:
    """The two that have least to do with each other, one of each side; nothing where a side is unknown."""
    pairs = [Bond(one, other, relatedness(one, other)) for one, other in product(ones, others)]
    bonds = [Bond(b.one, b.other, b.level, claim_of(case, b.one, b.other)) if b.level not in NEAR else b for b in pairs]
    return max(bonds, key=lambda bond: (bond.is_apart, LEVELS.index(bond.level)), default=None)
