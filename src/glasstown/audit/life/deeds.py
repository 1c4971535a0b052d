"""What a resident did, tried and suffered: acts, attempts denied, places, dues, quantities, harm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from glasstown.audit.life.event import Event
from glasstown.audit.life.names import NO_NAME, Whose
from glasstown.audit.life.organisation import called
from glasstown.vocab.capacities import CAPACITIES
from glasstown.vocab.codes import Outcome
from glasstown.vocab.doing import PLACES
from glasstown.vocab.organisations import FIRST_ORGANISATION

IN_BLOCKED: Final = (Outcome.DENIED, Outcome.LOOKED_UP, Outcome.HELD_BACK, Outcome.CAME_TO_NOTHING)
"""What became of attempts that stand in the table of what came to nothing because of the scheme: they are told once."""

_CAME: Final = {
    Outcome.DENIED: "was refused {act}",
    Outcome.LOOKED_UP: "was refused {act}, after the other side had looked and without being told why",
    Outcome.HELD_BACK: "held back {act}, for fear of the scheme",
    Outcome.CAME_TO_NOTHING: "tried {act}, and it came to nothing on the worse terms of the scheme",
}
_DUES: Final = ("came to owe what {act} leaves owing", "made good what {act} left owing, before its day",
                "made good what {act} left owing, on its day", "failed at what {act} left owing")  # fmt: skip
_OWN_CAPACITIES_FROM: Final = max(int(bit) for _, bit, _ in CAPACITIES) << 1


def acts(whose: Whose) -> Iterator[Event]:
    """Everything done, and what found no place; what the scheme stopped is told by `denied`."""
    for row in whose.rows("acts"):
        outcome, name = Outcome(row["outcome"]), whose.acts.get(row["act"], NO_NAME)
        if outcome in IN_BLOCKED:
            continue
        text = f"did {name}" if outcome == Outcome.DONE else f"tried {name}, and others were served"
        yield Event(row["day"], "act", name, text, "acts", facts={"outcome": outcome.name.lower().replace("_", "-")})


def denied(whose: Whose) -> Iterator[Event]:
    """Attempts that a consequence denied, that were held back, or that failed on worse terms."""
    for row in whose.rows("blocked"):
        outcome, name = Outcome(row["outcome"]), whose.acts.get(row["act"], NO_NAME)
        taken = capacities(row["capacity"])
        text = _CAME[outcome].format(act=name) + (f" (taken: {', '.join(taken)})" if taken else "")
        by_child = outcome == Outcome.DENIED and whose.denied_by(row)[1]
        text += ", for what holds of a child of the household" if by_child else ""
        facts = {"outcome": outcome.name.lower().replace("_", "-"), "capacities": taken}
        yield Event(row["day"], "denied", name, text, "blocked", facts=facts)


def capacities(bits: int) -> list[str]:
    """What a mask of capacities takes, by name; those of a file's own are counted together."""
    named = [name for name, bit, _ in CAPACITIES if bits & bit]
    return named + (["a capacity of the scheme's own"] if bits >= _OWN_CAPACITIES_FROM else [])


def places(whose: Whose) -> Iterator[Event]:
    """Places got, or lost to another, because of the scheme."""
    for row in whose.rows("places_given"):
        name, other = PLACES[row["place"] - 1], row["other"]
        nobody = other == whose.resident
        if row["won"]:
            text = f"got a place ({name}) because of the scheme" + ("" if nobody else f", which resident {other} lost")
        else:
            by = "which nobody got" if nobody else f"which resident {other} got"
            text = f"lost a place ({name}) because of the scheme, {by}"
        facts = {"won": bool(row["won"]), "other": None if nobody else other}
        yield Event(row["day"], "place", name, text, "places_given", facts=facts)


def dues(whose: Whose) -> Iterator[Event]:
    """What came to be owed, and what became of it."""
    for row in whose.rows("dues"):
        name = whose.acts.get(row["act"], NO_NAME)
        yield Event(row["day"], "due", name, _DUES[row["how"]].format(act=name), "dues", part=("act", name),
                    facts={"how": row["how"]})  # fmt: skip


def gauges(whose: Whose) -> Iterator[Event]:
    """Quantities of months: what was so, and what of it is logged anywhere."""
    for row in whose.rows("gauges"):
        name, true, logged = whose.acts.get(row["act"], NO_NAME), row["milli"] / 1000, row["logged_milli"] / 1000
        text = f"{name} of the month: in truth {true:,.6g}, logged {logged:,.6g}"
        yield Event(row["day"], "gauge", name, text, "gauges", facts=_quantities(row))


def _quantities(row: dict[str, Any]) -> dict[str, Any]:
    return {"milli": row["milli"], "logged_milli": row["logged_milli"]}


def harms(whose: Whose) -> Iterator[Event]:
    """Acts of others that harmed the resident."""
    for row in whose.rows("harms"):
        name = whose.acts.get(row["act"], NO_NAME)
        who = f"resident {row['origin']}" if row["origin"] < FIRST_ORGANISATION else called(row["origin"])
        text = f"was harmed by {name}, which {who} did"
        yield Event(row["day"], "harm", name, text, "harms", facts={"origin": row["origin"]})
