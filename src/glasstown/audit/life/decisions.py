"""Every decision against a resident as the ledger holds it: falls of grade, listings, consequences, refused appeals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from glasstown.audit.life.answers import REFUSED, against, facts_of
from glasstown.audit.life.event import Part
from glasstown.audit.life.evidence import Evidence, of_listing, of_score
from glasstown.audit.life.names import Whose, points
from glasstown.audit.life.organisation import answered_for, as_evidence
from glasstown.audit.life.standing import EXITS, STILL_OPEN, cause_of, refusals, spells
from glasstown.audit.listings import punishing_lists
from glasstown.audit.organised import THROUGH
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.vocab.sighting_numbers import number_of

FALL, LISTING, CONSEQUENCE, APPEAL = "fall", "listing", "consequence", "appeal-refused"
DECISIONS: Final = (FALL, LISTING, CONSEQUENCE, APPEAL)
"""Every kind of decision that has a file."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision against a resident."""

    kind: str
    name: str
    part: Part
    """The grade, ground or consequence in the scheme; of a refused appeal what it was against."""
    day: int
    """First day on which it holds."""
    ended_day: int | None
    """First day on which it holds no more; None where it held at the end of the run, or is no state."""
    ended: str
    """How it ended, in words; empty where it did not."""
    ground: str
    ground_day: int | None
    evidence: Evidence
    decided_day: int | None
    """Day on which it was decided, where that is another than the first one."""
    notice_day: int | None
    notice: str
    """How the resident heard of it; empty for not at all."""
    appeals: tuple[dict[str, Any], ...]
    """Days and outcomes of the resident's appeals against the records behind it."""
    earned_by: int | None = None
    """Who earned it, where that is somebody else: of the household, or a firm or government by its number."""


def decisions_of(whose: Whose) -> tuple[Decision, ...]:
    """Every decision against one resident, by day."""
    found = [*_falls(whose), *_listings(whose), *_consequences(whose), *_refused(whose)]
    return tuple(sorted(found, key=lambda one: (one.day, DECISIONS.index(one.kind))))


def _falls(whose: Whose) -> Iterator[Decision]:
    rows = whose.rows("grades")
    ids = {row.code: row for row in whose.names.grades}
    for row in rows:
        old, new = row["from_grade"], row["to_grade"]
        if not 0 < old < new:
            continue
        later = [one["day"] for one in rows if one["score"] == row["score"] and one["day"] > row["day"]]
        evidence = of_score(whose, row["score"], row["day"], new)
        end = min(later, default=None)
        following = [one for one in whose.names.consequences if one.grade == new]
        heard = _notice(whose, following, row["day"], end)
        ground = _why_graded(whose, row["score"], new, evidence)
        yield Decision(
            FALL, ids[new].id, ("grade", ids[new].id), row["day"], end, "" if end is None else "another grade came",
            ground, row["day"] - 1, evidence, None, *heard, _appeals(whose, evidence),
        )  # fmt: skip


def _why_graded(whose: Whose, score: int, grade: int, evidence: Evidence) -> str:
    """Why a resident came into a grade: the score, or else what holds them to it whatever the score."""
    better = [row for row in whose.names.grades if row.score == score and row.code < grade]
    edge = better[-1].at_least_milli if better else None
    score_milli, true = evidence.score_milli or 0, evidence.true_milli
    said = f"{whose.scores[score]} of {points(score_milli)}"
    said += f" (by what is true, {points(true)})" if true is not None and true != score_milli else ""
    if edge is not None and score_milli >= edge:
        holding = [row.id for row in whose.names.overrides if row.grade == grade]
        return f"{said}; held to this grade by {' or '.join(holding)}" if holding else said
    return said if edge is None else f"{said}, below {points(edge)}"


def _listings(whose: Whose) -> Iterator[Decision]:
    grounds = {row.code: row for row in whose.names.grounds}
    lists = {row.code: row.id for row in whose.names.lists}
    punishing = punishing_lists(whose.names)
    for row in whose.rows("listings"):
        ground = grounds[row["ground"]]
        if ground.list not in punishing or row["end_day"] <= row["entry_day"]:
            continue
        is_open, evidence = row["exit"] == STILL_OPEN, of_listing(whose, row, ("ground", ground.id))
        end = None if is_open else row["end_day"]
        following = [one for one in whose.names.consequences if one.list == ground.list]
        yield Decision(
            LISTING, lists[ground.list], ("ground", ground.id), row["entry_day"], end,
            "" if is_open else EXITS[row["exit"]], f"ground {ground.id}", row["known_day"], evidence,
            row["known_day"], *_notice(whose, following, row["entry_day"], end), _appeals(whose, evidence),
        )  # fmt: skip


def _consequences(whose: Whose) -> Iterator[Decision]:
    rows = {row.code: row for row in whose.names.consequences}
    for row in whose.rows("spells"):
        one = rows[row["consequence"]]
        if not one.harms:
            continue
        day, end = row["start_day"], None if row["open"] else row["end_day"]
        earner, evidence = _behind(whose, one, day)
        yield Decision(
            CONSEQUENCE, one.id, ("consequence", one.id), day, end, "" if end is None else "its cause was over",
            f"{cause_of(whose, one)}", None, evidence, None, *_notice(whose, [one], day, end),
            _appeals(whose, evidence), None if earner == whose.resident else earner,
        )  # fmt: skip


def _behind(whose: Whose, one: ConsequenceRow, day: int) -> tuple[int, Evidence]:
    """Whose grade or list brought a consequence on a day, the resident's own first, and what that rested on."""
    if one.scope in THROUGH:
        for view in answered_for(whose, one, day):
            if (found := _earned(view, one, day)) is not None:
                return view.resident, as_evidence(view, found, one)
        return whose.resident, Evidence(reason="the ledger holds no organisation in it on its first day")
    people = whose.ledger.table("people")
    home = people.filter(people["resident"] == whose.resident)["household"][0]
    members = people.filter(people["household"] == home)["resident"].to_list() if one.scope != "self" else []
    for who in sorted({*members, whose.resident}, key=lambda number: number != whose.resident):
        other = whose if who == whose.resident else Whose(whose.ledger, who)
        if (found := _earned(other, one, day)) is not None:
            return who, found
    return whose.resident, Evidence(reason="the ledger holds no cause that was open on its first day")


def _earned(whose: Whose, one: ConsequenceRow, day: int) -> Evidence | None:
    """What a resident's own grade or list rested on, where it brings a consequence on a day."""
    if one.list is not None:
        grounds = {row.code: row for row in whose.names.grounds if row.list == one.list}
        open_ = [
            row for row in whose.rows("listings")
            if row["ground"] in grounds and row["entry_day"] <= day < max(row["end_day"], row["entry_day"] + 1)
        ]  # fmt: skip
        records = [of_listing(whose, row, ("ground", grounds[row["ground"]].id)).records for row in open_]
        return Evidence(tuple(record for each in records for record in each)) if records else None
    score = next((row.score for row in whose.names.grades if row.code == one.grade), 0)
    rows = [row for row in whose.rows("grades") if row["score"] == score and row["day"] <= day]
    held = rows[-1]["to_grade"] if rows else None
    return of_score(whose, score, day, one.grade) if held in {None, one.grade} else None


def _refused(whose: Whose) -> Iterator[Decision]:
    for row in whose.rows("appeals"):
        if row["outcome"] != REFUSED:
            continue
        part = against(whose, row)
        yield Decision(
            APPEAL, part[1], part, row["decided_day"], None, "", f"appeal against {part[0]} {part[1]}",
            row["filed_day"], of_listing(whose, row, part), row["decided_day"], None, "", (facts_of(row),),
        )  # fmt: skip


def _notice(whose: Whose, following: list[ConsequenceRow], day: int, end: int | None) -> tuple[int | None, str]:
    """When the resident heard of a decision while it held, and how: by notice, or by being refused something."""
    names = {one.id for one in following}
    hears_all = whose.ledger.manifest.appeals is not None
    told = [event for event in (*spells(whose), *refusals(whose)) if event.kind == "notice"]
    mine = [
        event for event in told
        if day <= event.day and (end is None or event.day < end)
        and (event.name in names or hears_all)
    ]  # fmt: skip
    first = min(mine, key=lambda event: event.day, default=None)
    return (first.day, first.text) if first else (None, "")


def _appeals(whose: Whose, evidence: Evidence) -> tuple[dict[str, Any], ...]:
    """The resident's appeals against the records behind a decision."""
    numbers = {one.number for one in evidence.records if one.number is not None}
    return tuple(
        facts_of(row) | {"against": list(against(whose, row))}
        for row in whose.rows("appeals")
        if number_of(row["origin"], row["ref"], row["act"]) in numbers
    )
