"""DP202: records made for one part of life are used in another."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.belongs import Bond, contexts_of_act, furthest
from glasstown.review.case import Case
from glasstown.review.contexts import reason_of
from glasstown.review.contract import Answer, At, fails, needs
from glasstown.review.feeds import Feed
from glasstown.review.remedies import without_feeds
from glasstown.review.rule import THEN_PERSON, Reference, Rule, Words
from glasstown.scheme.model_sources import Source


def decide(case: Case) -> Iterator[Answer]:
    """Compare the context of each source with that of every act for which its records are used."""
    for source in case.person_sources:
        bonds = list(_uses(case, source))
        at = At("source", source.id, "context")
        apart = [(feed, bond) for feed, bond in bonds if bond.is_apart]
        asked = [(feed, bond) for feed, bond in bonds if bond.is_open]
        if apart:
            used = ", ".join(f"{feed.at} ({bond.other})" for feed, bond in apart)
            remedy = without_feeds(case, [feed for feed, _ in apart], f"do not use records of {source.id} there")
            text = f"records kept for {source.context} feed {used}"
            yield fails(at, text, remedy, "a person: is the new use compatible with the old one?")
        elif asked:
            yield needs(
                at, _question(asked[0][1], asked[0][0]), "a person: is the new use compatible with the old one?"
            )


def _uses(case: Case, source: Source) -> Iterator[tuple[Feed, Bond]]:
    """Each feed that uses records of a source, with how little the two have to do with each other."""
    for feed in case.feeds:
        acts = [act for act in feed.acts if act in source.sees] if source in case.sources_of(feed) else []
        bonds = [furthest(case, (source.context,), _of_use(case, act, feed)) for act in acts]
        found = [bond for bond in bonds if bond is not None]
        if found:
            yield feed, max(found, key=lambda bond: (bond.is_apart, bond.is_open))


def _of_use(case: Case, act: str, feed: Feed) -> tuple[str, ...]:
    """What the rule says that its part of life is, and what the act is by the taxonomy; else nothing is known."""
    said = case.text(At(feed.at.table, feed.at.id, "context"))
    of_act = contexts_of_act(case, act)
    return tuple(dict.fromkeys((*((said,) if said else ()), *of_act)))


def _question(bond: Bond, feed: Feed) -> str:
    if bond.claim:
        return f'records kept for {bond.one} feed {feed.at} ({bond.other}); the file says "{bond.claim}". Is it so?'
    why = reason_of(bond.one, bond.other)
    return f"records kept for {bond.one} feed {feed.at}, which is about {bond.other}; {why}. Enough?"


RULE = Rule(
    code="DP202",
    name="incompatible-reuse",
    status="stable",
    severity="S",
    mode=THEN_PERSON,
    words=Words(
        what="Compares the context of each source with that of the acts, and of the rules and grounds, for which its"
        " records are used.",
        why="People tell a hospital what they would not tell an employer. Data gathered for one purpose may be used for"
        " another only if the two go together.",
        example='[[source]]\ncontext = "health"\nsees = ["late-bill"]',
        instead='[[source]]\ncontext = "credit"\nsees = ["late-bill"]',
        allow="Where a law allows the new use and says so clearly.",
        limits="The context of a source is what the file says; a source that is called otherwise than it is passes.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Articles 5(1)(b) and 6(4)"),
        Reference("coe", "ECHR, Article 8"),
        Reference("cn", "Personal Information Protection Law, Article 6"),
    ),
    decide=decide,
)
