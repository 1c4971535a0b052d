"""XX001: the file is silent where a check has to read."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contract import MISSING, Answer, At, fails
from glasstown.review.judging import JUDGING
from glasstown.review.rule import TEXT, Rule, Words, answers


def decide(case: Case) -> Iterator[Answer]:
    """Ask every other rule, and name each field that one of them misses."""
    waiting: dict[tuple[str, str], tuple[list[At], list[str]]] = {}
    for rule in JUDGING:
        for answer in answers(rule, case):
            if answer.verdict == MISSING and answer.field is not None:
                places, codes = waiting.setdefault((answer.field.table, answer.field.key), ([], []))
                places.append(answer.field)
                codes.append(rule.code)
    for (table, key), (places, codes) in waiting.items():
        number = len(set(places))
        told = f"{table}.{key} is not given" + (f" in {number} places" if number > 1 else "")
        yield fails(places[0], f"{told}, and {', '.join(dict.fromkeys(codes))} cannot tell without it")


RULE = Rule(
    code="XX001",
    name="unknown-field-needed",
    status="stable",
    severity="N",
    mode=TEXT,
    words=Words(
        what="Names every field that another check would have to read and that the file does not give, with the"
        " codes that wait for it.",
        why="Silence looks like innocence. What nobody has written down, nobody can hold anybody to.",
        example="[appeal]\nexists = true   # and not a word on who decides",
        instead="[appeal]\nexists = true\nindependent = true",
        allow="Where nobody knows; then the reason says so.",
        limits="It proposes no value: what a scheme does is for whoever knows it to say. It can always tell: a field is"
        " given or it is not, so it fails or passes and has no third answer. A field said to be unknown is not given.",
    ),
    references=(),
    decide=decide,
)
