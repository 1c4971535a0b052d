"""SS107: an AI system decides on benefits, credit, work or schools, and nobody oversees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.belongs import contexts_of_consequence
from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import put
from glasstown.review.rule import TEXT, Reference, Rule, Words

HIGH_RISK: Final = ("welfare", "credit", "employment", "education", "health")
"""Contexts that Annex III lists, by our reading."""

AI: Final = At("automation", "", "ai")
POWER: Final = At("automation", "", "override_power")


def decide(case: Case) -> Iterator[Answer]:
    """Look for oversight with power where the consequences reach what Annex III lists."""
    reached = {one for c in case.scheme.consequences for one in contexts_of_consequence(case, c)}
    listed = [one for one in HIGH_RISK if one in reached]
    uses = case.value(AI)
    if not listed or uses is False:
        return
    if uses is None:
        yield missing(AI, f"it decides on {', '.join(listed)}; does an AI system take part?")
    elif case.value(POWER) is False:
        text = f"an AI system decides on {', '.join(listed)}, and whoever looks at it may not decide otherwise"
        yield fails(POWER, text, put("give the human in between the power to decide otherwise", (POWER, "true")))
    elif case.value(POWER) is None:
        yield missing(POWER, f"an AI system decides on {', '.join(listed)}; may anybody decide otherwise?")


RULE = Rule(
    code="SS107",
    name="high-risk-duties-missing",
    status="preview",
    severity="S",
    mode=TEXT,
    words=Words(
        what="Where an AI system takes part and a consequence reaches benefits, credit, work, schools or health, reads"
        " whether a human with the power to decide otherwise stands in between.",
        why="Oversight that cannot change anything is none; these are the fields in which the AI Act asks for it"
        " first.",
        example="[automation]\nai = true\noverride_power = false",
        instead="[automation]\nai = true\noverride_power = true",
        allow="Where oversight is built in another way that the file cannot say.",
        limits="The assessment of impact on rights that Article 27 asks for is looked at by DP210, the log by"
        " SC801. When the duties begin to apply was moved in 2026, by secondary pages.",
    ),
    references=(Reference("eu", "Regulation (EU) 2024/1689, Annex III point 5, Articles 14, 26 and 27"),),
    decide=decide,
)
