"""RL601: a rule holds before anybody could know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import put
from glasstown.review.rule import TEXT, Reference, Rule, Words

LAW: Final = At("legal_basis", "", "public_on")


def decide(case: Case) -> Iterator[Answer]:
    """Compare the day from which each rule that takes points holds with the day on which it was made public."""
    for feed in case.judging:
        if feed.at.table == "rule":
            yield from _of_rule(case, feed.at.id)


def _of_rule(case: Case, name: str) -> Iterator[Answer]:
    earlier, since = At("rule", name, "earlier_acts"), At("rule", name, "effective_on")
    public = At("rule", name, "published_on")
    begun, told, law = case.value(since), case.value(public), case.value(LAW)
    known = max((day for day in (told, law) if isinstance(day, dt.date)), default=None)
    if case.value(earlier) is True:
        yield fails(
            earlier, "it answers acts done before it held", put("let it answer later acts only", (earlier, "false"))
        )
    elif isinstance(begun, dt.date) and known is not None and begun < known:
        text = f"it holds from {begun:%Y-%m-%d}, and was made public on {known:%Y-%m-%d}"
        yield fails(since, text, put("let it hold from the day on which it is public", (since, f"{known:%Y-%m-%d}")))
    elif not isinstance(begun, dt.date):
        yield missing(since, "from which day does it hold?")
    elif known is None:
        yield missing(public, "when was it made public?")


RULE = Rule(
    code="RL601",
    name="retroactive",
    status="stable",
    severity="B",
    mode=TEXT,
    words=Words(
        what="Compares `effective_on` of each rule that takes points with `published_on`, and with the day on which the"
        " law was made public; and reads whether it answers earlier acts.",
        why="Nobody can keep a rule that is not there yet.",
        example="[[rule]]\npublished_on = 2016-04-01\neffective_on = 2016-01-01",
        instead="[[rule]]\npublished_on = 2016-04-01\neffective_on = 2016-07-01",
        allow="Where the later rule is the milder one.",
        limits="Whether it is a penalty at all, in the sense of the norms, a court says. Grounds of lists have"
        " no dates.",
    ),
    references=(
        Reference("coe", "ECHR, Article 7"),
        Reference("un", "ICCPR, Article 15"),
        Reference("eu", "Charter of Fundamental Rights, Article 49"),
    ),
    decide=decide,
)
