"""SC801: one leak, or one hand inside, reaches everything about somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import THEN_OUTCOME, Reference, Rule, Words

MOST_KINDS: Final = 8
"""Kinds of data under one key from which on a leak tells a whole life."""

MOST_ONWARD: Final = 2
"""Recipients that may pass it on, from which on nobody knows where it is."""

LOG: Final = At("log", "", "kind")


def decide(case: Case) -> Iterator[Answer]:
    """Count kinds of data under one key and recipients that pass them on, and read the log."""
    if not case.person_sources:
        return
    yield from _joined(case)
    named = [one.id for one in case.scheme.settings if (one.table, one.key) == ("recipient", "id")]
    onward = [name for name in named if case.value(At("recipient", name, "onward")) is True]
    if len(onward) >= MOST_ONWARD:
        pairs = tuple((At("recipient", name, "onward"), "false") for name in onward)
        remedy = put("let nobody pass it on", *pairs)
        yield fails(pairs[0][0], f"{', '.join(onward)} may pass it on", remedy, "who is exposed by a breach, in a run")
    for name in named:
        if case.value(At("recipient", name, "onward")) is None:
            yield missing(At("recipient", name, "onward"), "may it pass on what it is given?")
    kind = case.value(LOG)
    if kind in {"none", "plain"}:
        what = "no log is kept" if kind == "none" else "the log can be altered without a trace"
        remedy = put("keep a log that shows every change", (LOG, '"tamper-evident"'))
        yield fails(LOG, what, remedy, "how many altered records would be noticed")
    elif kind is None:
        yield missing(LOG, "would anybody notice that a record was altered?")


def _joined(case: Case) -> Iterator[Answer]:
    kept = {name for one in case.scheme.holding.holders for name in one.keeps}
    together = [one for one in case.person_sources if one.id not in kept]
    kinds = {kind for one in together for kind in case.texts(At("source", one.id, "categories")) or ()}
    if len(kinds) >= MOST_KINDS:
        text = f"{len(kinds)} kinds of data lie together with the scorer, of {len(together)} sources"
        yield needs(At("source", together[0].id, "categories"), text, "who is exposed by a breach, in a run; a person: "
                    "could they be kept apart?")  # fmt: skip


RULE = Rule(
    code="SC801",
    name="blast-radius",
    status="preview",
    severity="S",
    mode=THEN_OUTCOME,
    words=Words(
        what="Counts kinds of data that lie together under one key and recipients that may pass them on, and reads"
        " whether the log shows what was altered.",
        why="What lies together leaks together, and whoever can change a record unseen can make anybody guilty.",
        example='[log]\nkind = "none"',
        instead='[log]\nkind = "tamper-evident"',
        allow="Where another body keeps a copy of every change.",
        limits="The numbers from which it speaks are ours. Many kinds under one key are an outcome's question: what a"
        " breach would expose, holders in a run show.",
    ),
    references=(
        Reference("eu", "Regulation (EU) 2016/679, Articles 25 and 32"),
        Reference("eu", "Regulation (EU) 2024/1689, Article 12"),
        Reference("cn", "Personal Information Protection Law, Article 51"),
    ),
    decide=decide,
    figures=("holders.exposed", "M37"),
)
