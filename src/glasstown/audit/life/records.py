"""What was seen and written down: sightings, records beside the truth, what holders were told, what was concluded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from glasstown.audit.life.event import Event
from glasstown.audit.life.names import NO_NAME, Whose, number_seen, truth_word
from glasstown.vocab.codes import NO_SOURCE, Fate, Truth

INVENTED: Final = (Truth.FALSE, Truth.LOGGED_FALSELY)
"""Truths of records behind which there is no act that a source could see."""

_NO_RECORD: Final = {
    Fate.LOST: "and the record was lost, for there was nobody of that description",
    Fate.AFTER_HORIZON: "and the record would take effect after the run",
    Fate.DUPLICATE: "and another record of the same act came first",
    Fate.NOT_SHARED: "and whoever keeps the record tells nobody who uses it",
}
_EXPOSED: Final = 255


def sightings(whose: Whose) -> Iterator[Event]:
    """Acts of the resident that a source saw, on the day of the act."""
    for row in whose.seen:
        truth, fate = Truth(row["truth"]), Fate(row["fate"])
        if row["origin"] != whose.resident or truth in INVENTED:
            continue
        source, act = whose.sources.get(row["source"], NO_NAME), whose.acts.get(row["act"], NO_NAME)
        about = "" if row["on_resident"] == whose.resident else f" of resident {row['on_resident']}"
        what = f"{source} saw it and wrote down {act}{about}" if fate != Fate.LOST else f"{source} saw {act}"
        text = f"{what}, {_NO_RECORD[fate]}" if fate in _NO_RECORD else f"{what}; it counts from day {row['due_day']:,}"
        yield Event(row["act_day"], "sighting", act, text, "sightings", number_seen(row),
                    ("source", source), truth_word(truth), _facts(row, fate))  # fmt: skip


def records(whose: Whose) -> Iterator[Event]:
    """Records about the resident, on the day from which they count, with the truth beside them."""
    for row in whose.seen:
        fate = Fate(row["fate"])
        if row["on_resident"] != whose.resident or fate in {Fate.LOST, Fate.AFTER_HORIZON}:
            continue
        source, act = whose.sources.get(row["source"], NO_NAME), whose.acts.get(row["act"], NO_NAME)
        true = whose.in_truth(row["truth"], row["origin"], row)
        text = f"recorded by {source} as {act}, of day {row['act_day']:,}; {true}"
        text += f" ({_NO_RECORD[fate][4:]})" if fate in _NO_RECORD else ""
        yield Event(row["due_day"], "record", act, text, "sightings", number_seen(row),
                    ("source", source), truth_word(row["truth"]), _facts(row, fate))  # fmt: skip


def unborn(whose: Whose) -> Iterator[Event]:
    """Inventions about the resident that came to no record within the run: told on the day that they say."""
    for row in whose.seen:
        fate = Fate(row["fate"])
        own = row["origin"] == whose.resident and Truth(row["truth"]) not in INVENTED
        if own or row["on_resident"] != whose.resident or fate not in {Fate.LOST, Fate.AFTER_HORIZON}:
            continue
        source, act = whose.sources.get(row["source"], NO_NAME), whose.acts.get(row["act"], NO_NAME)
        true = whose.in_truth(row["truth"], row["origin"], row)
        text = f"{source} wrote down {act}, {_NO_RECORD[fate]}; {true}"
        yield Event(row["act_day"], "record", act, text, "sightings", number_seen(row),
                    ("source", source), truth_word(row["truth"]), _facts(row, fate))  # fmt: skip


def _facts(row: dict[str, Any], fate: Fate) -> dict[str, Any]:
    return {"origin": row["origin"], "on_resident": row["on_resident"], "act_day": row["act_day"],
            "due_day": row["due_day"], "fate": fate.name.lower().replace("_", "-")}  # fmt: skip


def tellings(whose: Whose) -> Iterator[Event]:
    """Records of which holders were told, and files that were exposed."""
    holders = {0: "the scorer"} | {row.code: row.id for row in whose.names.holders}
    sharings = {row.code: row for row in whose.names.sharings}
    for row in whose.rows("tellings"):
        holder = holders.get(row["holder"], NO_NAME)
        if row["sharing"] == _EXPOSED:
            text = f"the file that {holder} keeps was stolen and exposed"
            yield Event(row["day"], "telling", holder, text, "tellings", facts={"exposed": True, "way": None})
            continue
        act, source = whose.acts.get(row["act"], NO_NAME), whose.sources.get(row["source"], "no source")
        shared = sharings.get(row["sharing"])
        way = shared.way if shared else None
        part = ("sharing", shared.id) if shared else None
        text = f"{holder} was told of the record of {act} by {source}" + (f" ({way})" if way else "")
        truth = truth_word(row["truth"]) if row["source"] != NO_SOURCE else None
        yield Event(row["day"], "telling", holder, text, "tellings", part=part, truth=truth,
                    facts={"exposed": False, "way": way})  # fmt: skip


def inferences(whose: Whose) -> Iterator[Event]:
    """What the scheme concludes about the resident, beside whether it is so."""
    known = {row.code: row for row in whose.names.inferences}
    for row in whose.rows("inferences"):
        one = known.get(row["inference"])
        name = one.id if one else NO_NAME
        text = f"the scheme {'concludes' if row['inferred'] else 'does not conclude'} {name}; in truth it is {'' if row['is_so'] else 'not '}so"  # noqa: E501  one sentence
        yield Event(row["day"], "inference", name, text, "inferences", part=("inference", name),
                    facts={"inferred": bool(row["inferred"]), "is_so": bool(row["is_so"])})  # fmt: skip
