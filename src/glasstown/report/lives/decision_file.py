"""The file of one decision against a resident: seven things that whoever decides would have to write down.

The ledger says what happened and when; what the scheme declares of itself is added where it stands. What neither
holds is "none".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from glasstown.audit.life.decisions import APPEAL, CONSEQUENCE, FALL, LISTING, Decision
from glasstown.audit.life.event import Part
from glasstown.audit.life.evidence import Record
from glasstown.audit.life.names import moved, points
from glasstown.report.lives.proof import proof_of
from glasstown.scheme.declared import declared_value
from glasstown.scheme.model import Scheme, Value
from glasstown.vocab.evidence import Figure

NONE: Final = "none"
HEADS: Final = (
    ("ground", "Ground"),
    ("evidence", "Evidence"),
    ("standard_of_proof", "Standard of proof"),
    ("decided_by", "Who decided"),
    ("notice", "Notice"),
    ("remedy", "Remedy"),
    ("time_limit", "Time limit"),
)
"""What a file holds: key in JSON, and title."""

MOST_RECORDS: Final = 12
"""Records that a page names; JSON has all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the seven: in words, and its day; None where it has none."""

    text: str
    day: int | None = None

    def to_plain(self) -> dict[str, Any]:
        """The entry as JSON holds it."""
        return {"text": self.text, "day": self.day}


def decision_file(decision: Decision, scheme: Scheme) -> dict[str, Entry]:
    """The seven entries of one decision, by key, in the order of `HEADS`."""
    entries = (
        Entry(decision.ground, decision.ground_day), _evidence(decision), Entry(proof_of(decision, scheme) or NONE),
        _decided_by(decision, scheme), Entry(decision.notice or NONE, decision.notice_day), _remedy(decision, scheme),
        _time_limit(decision, scheme),
    )  # fmt: skip
    return {key: entry for (key, _), entry in zip(HEADS, entries, strict=True)}


def _evidence(decision: Decision) -> Entry:
    found = decision.evidence
    if not found.records and not found.without_record_milli:
        return Entry(f"{NONE}: {found.reason}" if found.reason else NONE)
    records = sorted(found.records, key=lambda one: (one.milli or 0, one.day))
    said = [_record(one) for one in records[:MOST_RECORDS]]
    said += [f"and {len(records) - MOST_RECORDS} more"] if len(records) > MOST_RECORDS else []
    said += [f"{moved(milli)} without a record ({kind})" for kind, milli in found.without_record_milli.items()]
    number = len(found.records)
    head = f"{number} record{'' if number == 1 else 's'}, {found.untrue or 'none'} of them untrue"
    head += "" if found.true_milli is None else f"; by what is true the score was {points(found.true_milli)}"
    return Entry(f"{head}: {'; '.join(said)}", max((one.day for one in found.records), default=None))


def _record(one: Record) -> str:
    by = "" if one.milli is None else f" {moved(one.milli)} points"
    number = "" if one.number is None else f", sighting {one.number}"
    tie = f", through a tie ({one.tie})" if one.tie else ""
    return f"day {one.day:,}: {one.act} by {one.source}{by}{tie}{number}, {one.in_truth}"


def _decided_by(decision: Decision, scheme: Scheme) -> Entry:
    """An official where the scheme has one decide on each case; else the rules alone, as the scheme declares it."""
    by = declared_value(scheme, f"{decision.part[0]}.decision", "by", decision.part[1])
    if decision.kind == APPEAL:
        independent = declared_value(scheme, "appeal", "independent")
        body = "another body" if independent is True else "the same body"
        return Entry(f"declared: {body}" if independent is not None else "not declared", decision.decided_day)
    if by is not None:
        return Entry(f"an official decided on this case (declared: {by})", decision.decided_day or decision.day)
    said = ["nobody looked at this case: it followed from the rules"]
    if chosen := _discretion(decision, scheme):
        said = [f"an official chose the points of {chosen}; the rest followed from the rules"]
    for key, words in (("decision", "declared: decided by"), ("human_step", "declared human step:")):
        value = declared_value(scheme, "automation", key)
        said += [f"{words} {value}"] if value else []
    return Entry("; ".join(said), decision.day)


def _discretion(decision: Decision, scheme: Scheme) -> str:
    """The rules behind a decision that leave an official a choice of points."""
    used = {one.part[1] for one in decision.evidence.records if one.part and one.part[0] == "rule"}
    return ", ".join(rule.id for rule in scheme.rules if rule.id in used and rule.points[0] != rule.points[1])


def _remedy(decision: Decision, scheme: Scheme) -> Entry:
    """What could be done about it, and what the resident did."""
    if decision.kind == APPEAL:
        return Entry(f"{NONE} further")
    said = [
        f"appealed on day {one['filed_day']:,}: {one['outcome']}"
        + (f" on day {one['decided_day']:,}" if one["decided_day"] is not None else "")
        for one in decision.appeals
    ]
    if scheme.process.appeal and not said:
        said = ["an appeal, which the resident did not file"]
    elif not scheme.process.appeal and declared_value(scheme, "appeal", "exists"):
        said = ["an appeal is declared, and nobody files any in the model"]
    said += _repairs(decision, scheme)
    steps = declared_value(scheme, "restoration", "steps")
    said += [f"declared: {'; '.join(map(str, steps))}"] if isinstance(steps, tuple) and steps else []
    return Entry("; ".join(said) or NONE, min((one["filed_day"] for one in decision.appeals), default=None))


def _repairs(decision: Decision, scheme: Scheme) -> list[str]:
    used = {one.part for one in decision.evidence.records if one.part}
    fitting = [
        repair.id for repair in scheme.repairs
        if any(("rule", name) in used for name in repair.rules) or ("ground", repair.ground) in used
    ]  # fmt: skip
    return [f"repair by {', '.join(fitting)}"] if fitting else []


def _time_limit(decision: Decision, scheme: Scheme) -> Entry:
    """How long it lasts: as the scheme says, and when it was over."""
    rule = _limit_of(decision, scheme)
    if decision.kind == APPEAL:
        days = _days(declared_value(scheme, "appeal", "decision_days"))
        return Entry(f"declared: decided within {days} days" if days else NONE)
    ended = f"it ended: {decision.ended}" if decision.ended_day is not None else "it still held at the end of the run"
    return Entry(f"{rule or NONE}; {ended}", decision.ended_day)


def _limit_of(decision: Decision, scheme: Scheme) -> str:
    if decision.kind == LISTING:
        term = next((one.term_days for one in scheme.grounds if one.id == decision.part[1]), None)
        return f"a term of {term.value:,} days" if term else ""
    if decision.kind == CONSEQUENCE:
        days = _days(declared_value(scheme, "consequence", "duration_days", decision.name))
        return f"declared: {days} days" if days else "as long as its cause lasts"
    used = _parts(decision)
    each = {rule.id: rule.expires_days for rule in scheme.rules if ("rule", rule.id) in used}
    said = [f"{name} expires after {days.value:,} days" for name, days in each.items() if days]
    never = [name for name, days in each.items() if not days]
    said += [f"{', '.join(never)} never expire{'s' if len(never) == 1 else ''}"] if never else []
    return "; ".join(said) if decision.kind == FALL else ""


def _parts(decision: Decision) -> set[Part]:
    return {one.part for one in decision.evidence.records if one.part}


def _days(value: Value) -> str:
    return f"{value.value:,}" if isinstance(value, Figure) else ""
