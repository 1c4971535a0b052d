"""RL603: somebody bears what another did."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, Edit, Remedy, fails, missing, needs
from glasstown.review.feeds import asks_of_ties
from glasstown.review.remedies import put, without_consequence, without_feeds
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words
from glasstown.scheme.model_lists import Consequence
from glasstown.vocab.capacities import FOR_CHILDREN_IDS

_OPEN = "the share of those punished who were so through others, in a run"


def decide(case: Case) -> Iterator[Answer]:
    """Look for points, grades and consequences that reach others than who acted."""
    for one in case.scheme.associations:
        at = At("association", one.id)
        if one.carries != "gains":
            remedy = Remedy("let points stay with who earned them", (Edit("drop-table", at),), f"the {at} goes")
            yield fails(at, f"losses are passed on to those tied to a person ({one.tie})", remedy, _OPEN)
    for feed in case.judging:
        ties = asks_of_ties(feed.asks)
        if ties:
            remedy = without_feeds(case, [feed], "do not score whom one knows")
            yield fails(feed.at, f"it goes by {', '.join(ties)}: by what others did", remedy, _OPEN)
        if feed.at.table in {"rule", "ground"}:
            yield from _actor(case, At(feed.at.table, feed.at.id, "actor"))
    for one in case.detriments:
        yield from _scope(one)


def _actor(case: Case, at: At) -> Iterator[Answer]:
    actor = case.value(at)
    if actor is None:
        yield missing(at, "whose act is it?")
    elif actor != "self":
        yield fails(at, f"it answers acts of {actor}", put("answer one's own acts only", (at, '"self"')), _OPEN)


def _scope(one: Consequence) -> Iterator[Answer]:
    at = At("consequence", one.id, "scope")
    for_children = [name for name in one.deny if name in FOR_CHILDREN_IDS]
    if one.scope in {"household", "children"} and not for_children:
        remedy = put("let it hit who acted, and nobody else", (at, '"self"'))
        yield fails(at, f"it hits the {one.scope} of who acted", remedy, _OPEN)
    elif for_children:
        text = f"it denies {', '.join(for_children)}: the children bear what a parent did"
        yield fails(At("consequence", one.id, "deny"), text, _spared(one, for_children), _OPEN)
    elif one.scope in {"officers", "officials"}:
        text = f"it hits the {one.scope} of who acted: were they responsible?"
        yield needs(at, text, "a person: did they have the power to prevent it?")


def _spared(one: Consequence, for_children: list[str]) -> Remedy:
    others = set(one.deny) - set(for_children)
    if not others and not one.favour and not one.degree and not one.brings:
        return without_consequence(one.id, "leave the children out")
    at = At("consequence", one.id, "deny")
    edits = tuple(Edit("drop-item", at, name) for name in for_children)
    return Remedy("leave the children out", edits, f"{', '.join(for_children)} go from what it denies")


RULE = Rule(
    code="RL603",
    name="others-acts",
    status="stable",
    severity="B",
    mode=THEN_OUTCOME,
    words=Words(
        what="Finds associations that pass losses on, formulas that ask about those one knows, rules about acts"
        " of kin or contacts, and consequences that hit a household or its children. Denying a school to who has"
        " children is counted as hitting the children.",
        why="Nobody may be punished for what they did not do. It makes everybody the guard of everybody else.",
        example='[[consequence]]\ngrade = "D"\ndeny = ["flight"]\nscope = "household"',
        instead='[[consequence]]\ngrade = "D"\ndeny = ["flight"]\nscope = "self"',
        allow="Where whoever is hit had a duty to prevent the act, and could.",
        limits="How many bear what others did, a run shows. Officers of firms are a question for a person.",
    ),
    references=(
        Reference("un", "Convention on the Rights of the Child, Article 2(2); ICCPR, Article 24"),
        Reference("un", "General Comment 29, paragraph 11, on collective punishment"),
        Reference("coe", "A.P., M.P. and T.P. v Switzerland (1997); G.I.E.M. v Italy (2018)"),
    ),
    decide=decide,
    figures=("punished-through-others",),
)
