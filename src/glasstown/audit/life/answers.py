"""What a resident did about the scheme, and how officials met them: appeals, consent, favour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from glasstown.audit.life.event import Event, Part
from glasstown.audit.life.names import NO_NAME, Whose, points, truth_word
from glasstown.vocab.officials import TIES_TO_OFFICIALS
from glasstown.vocab.sighting_numbers import number_of

REFUSED, UPHELD, UNDECIDED = range(3)
NEVER: Final = 65_535

_AGAINST: Final = (("rule", "the points of rule"), ("override", "a record counted by override"),
                   ("ground", "the ground"), ("act", "a record of"))  # fmt: skip
_DECIDED: Final = ("is refused", "is upheld")
_CONSENTS: Final = (
    "joins the scheme", "joins the scheme without knowing it", "leaves the scheme",
    "is outside, and a record about them is taken all the same", "qualifies anew", "qualifies no longer",
)  # fmt: skip
_FAVOURED: Final = ("rule", "ground", "consequence")


def appeals(whose: Whose) -> Iterator[Event]:
    """Appeals: against what, when filed, when and how decided, and from when it counts no more."""
    for row in whose.rows("appeals"):
        part, number = against(whose, row), number_behind(row)
        words = f"{_AGAINST[row['what']][1]} {part[1]}"
        true = whose.in_truth(row["truth"], row["origin"]) if not row["via"] else "of a record about somebody else"
        truth = truth_word(row["truth"])
        facts = facts_of(row)
        text = f"appeals against {words}, held against them since day {row['known_day']:,} ({true})"
        if row["outcome"] == UNDECIDED:
            text += "; it was not decided within the run"
        yield Event(row["filed_day"], "appeal", part[1], text, "appeals", number, part, truth, facts)
        if row["outcome"] == UNDECIDED:
            continue
        text = (
            f"the appeal against {words} {_DECIDED[row['outcome']]}, {row['decided_day'] - row['filed_day']:,} days on"
        )
        yield Event(row["decided_day"], "appeal-decided", part[1], text, "appeals", number, part, truth, facts)
        if row["outcome"] == UPHELD and row["corrected_day"] != NEVER:
            text = f"{words} counts no more"
            yield Event(row["corrected_day"], "corrected", part[1], text, "appeals", number, part, truth, facts)


def against(whose: Whose, row: dict[str, Any]) -> Part:
    """The part of the scheme that an appeal is against; an act where a score is worked out from its records."""
    names, table = whose.names, _AGAINST[row["what"]][0]
    rows = {"rule": names.rules, "override": names.overrides, "ground": names.grounds, "act": names.acts}[table]
    return table, next((one.id for one in rows if one.code == row["number"]), NO_NAME)


def number_behind(row: dict[str, Any]) -> int | None:
    """The number of the sighting behind an appeal; None for points that came through others."""
    return None if row["via"] else number_of(row["origin"], row["ref"], row["act"])


def facts_of(row: dict[str, Any]) -> dict[str, Any]:
    """Days and outcome of an appeal."""
    decided = row["outcome"] != UNDECIDED
    return {
        "known_day": row["known_day"],
        "filed_day": row["filed_day"],
        "decided_day": row["decided_day"] if decided else None,
        "corrected_day": None if row["corrected_day"] == NEVER else row["corrected_day"],
        "outcome": ("refused", "upheld", "not decided")[row["outcome"]],
    }


def consents(whose: Whose) -> Iterator[Event]:
    """Joining, leaving, and what was taken of somebody outside."""
    for row in whose.rows("consents"):
        yield Event(row["day"], "consent", "consent", _CONSENTS[row["what"]], "consents", facts={"what": row["what"]})


def favours(whose: Whose) -> Iterator[Event]:
    """Decisions that were kinder for a tie to an official."""
    names = whose.names
    tables = (names.rules, names.grounds, names.consequences)
    for row in whose.rows("favours"):
        name = next((one.id for one in tables[row["what"]] if one.code == row["number"]), NO_NAME)
        ties = [tie for bit, tie in enumerate(TIES_TO_OFFICIALS) if row["ties"] >> bit & 1]
        kinder = f", {points(row['milli'])} points kinder" if row["milli"] else ""
        to = f"for a tie to an official ({', '.join(ties)})"
        text = f"an official is kinder at {_FAVOURED[row['what']]} {name}{kinder}, {to}"
        yield Event(row["day"], "favour", name, text, "favours", part=(_FAVOURED[row["what"]], name),
                    facts={"milli": row["milli"], "ties": ties})  # fmt: skip
