"""Movements of a resident's scores: by which rule, for which record, through whom; the score before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from glasstown.audit.life.event import Event, Part
from glasstown.audit.life.names import IN_TRUTH, NO_NAME, Whose, moved, points, truth_word
from glasstown.vocab.codes import NO_SOURCE, Entry, Truth
from glasstown.vocab.sighting_numbers import number_of

COUNTS: Final = (Entry.OVERRIDE, Entry.LIFTED)
"""Kinds of entries that count a record, or count it no more, and move nothing."""

WORDS: Final = {
    Entry.RULE: "by rule {name}",
    Entry.CAP: "kept out, for the score ends there",
    Entry.EXPIRY: "back, for the record of rule {name} expired",
    Entry.ASSOCIATION: "through others, by rule {name}",
    Entry.OVERRIDE: "a record is counted by override {name}",
    Entry.LIFTED: "a record is counted by override {name} no more, for an appeal was upheld",
    Entry.DECAY: "the score goes some of the way back to its start",
    Entry.RESET: "the score is set to its start",
    Entry.REFRESH: "the score is worked out anew",
    Entry.STATE: "for what is so of the resident, by {name}",
    Entry.PEER: "by the stars that others gave",
    Entry.APPEAL: "back, for an appeal against rule {name} was upheld",
    Entry.REPAIR: "earned back by repair {name}",
    Entry.QUANTITY: "for a quantity that was read, by {name}",
    Entry.LIMIT: "kept out by the limit on rule {name}",
}
"""Why a score moved, for each kind of entry."""

_RECORDLESS: Final = (Entry.DECAY, Entry.RESET, Entry.REFRESH, Entry.PEER)


def entries(whose: Whose) -> Iterator[Event]:
    """Every movement, in the order in which it was made."""
    before = Entry.RULE
    for row in whose.rows("entries"):
        kind = Entry(row["kind"])
        part = part_of(whose, kind, row["rule"], before)
        yield _told(whose, row, kind, part)
        before = before if kind in {Entry.CAP, Entry.LIMIT} else kind


def part_of(whose: Whose, kind: Entry, number: int, before: Entry = Entry.RULE) -> Part | None:
    """The part of the scheme behind a movement; a clamp has that of the movement `before` it."""
    names = whose.names
    kind = before if kind in {Entry.CAP, Entry.LIMIT} else kind
    if kind in _RECORDLESS:
        return None
    table, rows = {
        Entry.STATE: ("state_rule", names.state_rules),
        Entry.OVERRIDE: ("override", names.overrides),
        Entry.LIFTED: ("override", names.overrides),
        Entry.REPAIR: ("repair", names.repairs),
        Entry.QUANTITY: ("quantity_rule", names.quantity_rules),
    }.get(kind, ("rule", names.rules))
    return next(((table, row.id) for row in rows if row.code == number), None)


def _told(whose: Whose, row: dict[str, Any], kind: Entry, part: Part | None) -> Event:
    name = part[1] if part else kind.name.lower()
    has_record = row["source"] != NO_SOURCE
    words = WORDS[kind].format(name=name)
    if kind in COUNTS:
        text = words
    else:
        score = whose.scores[row["score"]]
        before = row["score_after_milli"] - row["delta_milli"]
        text = f"{moved(row['delta_milli'])} {words}: {score} {points(before)} to {points(row['score_after_milli'])}"
    if has_record and kind not in {Entry.CAP, Entry.LIMIT}:
        text += f" ({_record(whose, row)})"
    return Event(row["day"], "points", name, text, "entries", number_behind(whose, row) if has_record else None, part,
                 truth_word(row["truth"]) if has_record else None, _facts(whose, row, kind))  # fmt: skip


def _record(whose: Whose, row: dict[str, Any]) -> str:
    """The record behind a movement, and the truth beside it; of shared points whose they were."""
    act, source = whose.acts.get(row["act"], NO_NAME), whose.sources.get(row["source"], NO_NAME)
    if row["via"]:
        tie = whose.ties.get(row["via"], (NO_NAME, NO_NAME))[1]
        return f"a record of {act} about resident {row['origin']}, tied by {tie}; {IN_TRUTH[Truth(row['truth'])]}"
    return f"recorded by {source} as {act}; {whose.in_truth(row['truth'], row['origin'])}"


def number_behind(whose: Whose, row: dict[str, Any]) -> int | None:
    """The number of the sighting behind a movement; that of somebody else's record is looked for among theirs."""
    if row["via"]:
        return whose.of_others.get((row["origin"], row["ref"], row["act"]))
    return number_of(row["origin"], row["ref"], row["act"])


def _facts(whose: Whose, row: dict[str, Any], kind: Entry) -> dict[str, Any]:
    via = whose.ties.get(row["via"])
    return {
        "why": kind.name.lower(),
        "score": whose.scores[row["score"]],
        "before_milli": row["score_after_milli"] - row["delta_milli"],
        "delta_milli": row["delta_milli"],
        "after_milli": row["score_after_milli"],
        "association": via[0] if via else None,
        "tie": via[1] if via else None,
        "origin": row["origin"],
    }


def refreshes(whose: Whose) -> Iterator[Event]:
    """Scores that were worked out anew, beside what they would be by what is true."""
    name = whose.scores[0] if whose.scores else "score"
    for row in whose.rows("refreshes"):
        true = row["true_milli"]
        said = "the same" if true == row["score_milli"] else points(true)
        thin = ", a default since too little is known" if row["thin"] else ""
        text = f"{name} is worked out: {points(row['score_milli'])}{thin}; by what is true it would be {said}"
        facts = {"score_milli": row["score_milli"], "true_milli": true, "alone_milli": row["alone_milli"],
                 "thin": bool(row["thin"])}  # fmt: skip
        yield Event(row["day"], "worked-out", name, text, "refreshes", facts=facts)


def standings(whose: Whose) -> Iterator[Event]:
    """Whether the condition of points that stand holds, beside whether it would by what is true, and without ties."""
    known = {row.code: row.id for row in whose.names.state_rules}
    for row in whose.rows("standings"):
        name = known.get(row["state_rule"], NO_NAME)
        stands, so, alone = (bool(row[column]) for column in ("stands", "is_so", "is_so_alone"))
        text = f"the condition of {name} {'holds' if stands else 'does not hold'} as the scheme has it"
        if stands != so:
            text += f"; by what is true it would {'hold' if so else 'not hold'}"
        if so != alone:
            text += f"; were nobody tied to anybody it would {'hold' if alone else 'not hold'}"
        yield Event(row["day"], "standing", name, text, "standings", part=("state_rule", name),
                    facts={"stands": stands, "is_so": so, "is_so_alone": alone})  # fmt: skip
