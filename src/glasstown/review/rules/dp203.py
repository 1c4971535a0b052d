"""DP203: something is gathered that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, Edit, Remedy, fails, needs
from glasstown.review.rule import TEXT, Reference, Rule, Words
from glasstown.scheme.model_sources import Source


def decide(case: Case) -> Iterator[Answer]:
    """Look for sources, and acts of sources, whose records nothing answers."""
    passed_on = {name for one in case.scheme.holding.sharings for name in _kept_by(case, one.source)}
    for source in case.scheme.sources:
        if source not in case.used_sources and source.id in passed_on:
            text = "no rule uses its records, and whoever keeps them passes them on: for what?"
            yield needs(At("source", source.id), text, "a person: what does the other holder use them for?")
        elif source not in case.used_sources:
            at = At("source", source.id)
            remedy = Remedy("stop gathering it", (Edit("drop-table", at),), f"the {at} goes")
            yield fails(at, "no rule, ground, grade or repair uses what it records", remedy)
        else:
            yield from _in_part(case, source)


def _kept_by(case: Case, holder: str) -> tuple[str, ...]:
    return next((one.keeps for one in case.scheme.holding.holders if one.id == holder), ())


def _in_part(case: Case, source: Source) -> Iterator[Answer]:
    """Acts that a source sees and nothing answers, unless an impression or a formula of stars goes by them."""
    answered = case.answered_acts(source)
    for act in source.sees:
        if act not in answered:
            at = At("source", source.id, "sees")
            remedy = Remedy(f"stop gathering {act}", (Edit("drop-item", at, act),), f"{act} goes from what it sees")
            yield fails(at, f"nothing uses its records of {act}", remedy)


RULE = Rule(
    code="DP203",
    name="unused-source",
    status="stable",
    severity="M",
    mode=TEXT,
    words=Words(
        what="Finds sources, and acts of sources, of which no rule, ground, grade, formula or repair uses a record.",
        why="What is not needed may not be gathered: it can only leak, be altered, or find a use later.",
        example='[[source]]\nid = "library"\nsees = ["litter-dropped"]   # and no rule about litter',
        instead="Take the source out.",
        allow="Where the records serve something outside of the file, with a law of its own.",
        limits="Records that a holder passes on may be used there; the check asks a person.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Article 5(1)(c)"),
        Reference("cn", "National Basic Catalogue of public credit information (2021): nothing beyond it", "seen"),
    ),
    decide=decide,
)
