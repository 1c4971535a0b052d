"""Phase 9: what a step came to, as rows for the ledger, totals and digests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.charges import Consequences
from glasstown.simulate.digest_entries import digest_entries
from glasstown.simulate.docket import NOT_IN_FORCE, Docket
from glasstown.simulate.kept_rows import by_resident, rows_where
from glasstown.simulate.outlook import OUT_OF_WORK, subjects_of
from glasstown.simulate.rows import (
    FURTHER_GRADES,
    GRADES,
    INFERENCES,
    LISTINGS,
    REFRESHES,
    STANDINGS,
    Keys,
    StepRows,
    digest_grounds,
    digest_table,
)
from glasstown.simulate.slots import grade_in
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Flag

IN_NEED = 2
"""Household strain of a household in need."""


def write_refreshes(rows: StepRows, stretch: Stretch, found: AnyArray, span: Span, *, of_ties: bool) -> None:
    """Scores that were worked out anew and are otherwise than before."""
    who = found["who"].astype(np.int64) + stretch.first
    day = np.full(found.size, span.end - 1)
    alone = (found["alone"],) if of_ties else ()
    digest_table(rows.record, REFRESHES, who, day, found["score"], found["true"], found["thin"], *alone)
    rows.tables["refreshes"] = rows_where(
        stretch.kept[found["who"]] != 0, resident=who, day=day, score_milli=found["score"], true_milli=found["true"],
        thin=found["thin"], alone_milli=found["alone"],
    )


def write_standings(rows: StepRows, stretch: Stretch, names: U32, stood: AnyArray, span: Span) -> None:
    """Conditions of points that stand which hold, or would by what is true, otherwise than before."""
    who = stood["who"].astype(np.int64) + stretch.first
    day = np.full(stood.size, span.end - 1)
    digest_table(rows.record, STANDINGS, who, day, names[stood["rule"]], stood["stands"], stood["so"],
                 stood["so_alone"])  # fmt: skip
    rows.tables["standings"] = rows_where(
        stretch.kept[stood["who"]] != 0, resident=who, day=day, state_rule=stood["rule"], stands=stood["stands"],
        is_so=stood["so"], is_so_alone=stood["so_alone"],
    )


def write_inferences(rows: StepRows, stretch: Stretch, names: U32, changed: AnyArray, span: Span) -> None:
    """What was concluded, where that or the truth is otherwise than before."""
    who = changed["who"].astype(np.int64) + stretch.first
    day = np.full(changed.size, span.day)
    digest_table(rows.record, INFERENCES, who, day, names[changed["inference"]], changed["inferred"], changed["is_so"])
    rows.tables["inferences"] = rows_where(
        stretch.kept[changed["who"]] != 0, resident=who, day=day, inference=changed["inference"],
        inferred=changed["inferred"], is_so=changed["is_so"],
    )


def write_entries(
    rows: StepRows, stretch: Stretch, settings: Settings, entries: AnyArray, records: int
) -> None:
    """Every movement of a score."""
    table = settings.world.consequences
    rows.punished = int(punished(stretch.docket.in_force, table.harms, stretch.standing.lists, table.punishing))
    rows.totals["entries"] = entries.size
    rows.totals["records"] = records
    taken = (entries["kind"] == BY_RULE) & (entries["delta"] < 0)
    rows.totals["points_lost_milli"] = -int(entries["delta"][taken].sum())
    digest_entries(rows.record, settings.names, entries, stretch.first)
    rows.tables["entries"] = rows_where(
        stretch.kept[entries["who"]] != 0, resident=entries["who"] + stretch.first, day=entries["day"],
        kind=entries["kind"], rule=entries["rule"], act=entries["act"], source=entries["source"],
        truth=entries["truth"], via=entries["via"], score=entries["score"], origin=entries["origin"],
        ref=entries["ref"], delta_milli=entries["delta"], score_after_milli=entries["after"],
    )


@kernel
def punished(in_force: U64, harms: np.uint64, lists: U16, punishing: np.uint16) -> Whole:
    """How many residents are on a list that punishes, or under a consequence that denies or worsens something."""
    count = np.int64(0)
    for i in range(lists.size):
        count += 1 if (in_force[i] & harms) | np.uint64(lists[i] & punishing) != np.uint64(0) else 0
    return count


def write_grades(rows: StepRows, stretch: Stretch, slot: int, changed: I64, new: U8, span: Span) -> None:
    """Changes of grade of one score. One in the last step would hold from the day after the run: it never does."""
    who, old = changed + stretch.first, grade_in(stretch, slot)[changed]
    table = FURTHER_GRADES if slot else GRADES
    score = np.full(changed.size, slot)
    numbered = (score,) if slot else ()
    digest_table(rows.record, table, who, np.full(changed.size, span.end), old, new[changed], *numbered)
    if span.end < span.horizon:
        kept, day = stretch.kept[changed] != 0, np.full(changed.size, span.end)
        added = rows_where(kept, resident=who, day=day, score=score, from_grade=old, to_grade=new[changed])
        rows.tables["grades"] = by_resident(rows.tables.get("grades"), added)


def write_listings(rows: StepRows, stretch: Stretch, names: Keys, gone: AnyArray) -> None:
    """Grounds that listed somebody and have ended."""
    digest_grounds(rows.record, LISTINGS, names, gone, stretch.first)
    if gone.size:
        rows.tables["listings"] = listings(stretch, gone, gone["until"], gone["exit"])


def listings(stretch: Stretch, grounds: AnyArray, end_day: AnyArray, how: AnyArray) -> dict[str, AnyArray]:
    """One row for each ground on which somebody was listed, with the day and the way of its end."""
    kept = stretch.kept[grounds["who"]] != 0
    order = np.lexsort((grounds["origin"], grounds["ref"], grounds["ground"], grounds["entry"], grounds["who"]))
    order = order[kept[order]]
    rows = grounds[order]
    return {
        "resident": rows["who"].astype(np.int64) + stretch.first, "ground": rows["ground"],
        "known_day": rows["known"], "entry_day": rows["entry"], "end_day": end_day[order], "exit": how[order],
        "act": rows["act"], "source": rows["source"], "truth": rows["truth"], "origin": rows["origin"],
        "ref": rows["ref"],
    }  # fmt: skip


def write_spells(
    rows: StepRows, stretch: Stretch, table: Consequences, found: Sequence[tuple[I64, int, I64]], end_day: int, *,
    still_open: bool,
) -> None:
    """One row for every consequence that held a kept resident until a day."""
    rows.tables["spells"] = spells(stretch, table, found, end_day, still_open=still_open)


def spells(
    stretch: Stretch, table: Consequences, found: Sequence[tuple[I64, int, I64]], end_day: int, *, still_open: bool
) -> dict[str, AnyArray]:
    """Spells from (slots, consequence, first days), of kept residents, by resident and consequence."""
    none = np.zeros(0, np.int64)
    who = np.concatenate([none, *(slots for slots, _, _ in found)])
    what = np.repeat([c for _, c, _ in found], [slots.size for slots, _, _ in found]).astype(np.int64)
    start = np.concatenate([none, *(days for _, _, days in found)])
    chosen = (stretch.kept[who] != 0) & (start < end_day)
    who, what, start = who[chosen], what[chosen], start[chosen]
    order = np.lexsort((what, who))
    return {
        "resident": who[order] + stretch.first, "consequence": what[order], "grade": table.grade[what[order]],
        "start_day": start[order], "end_day": np.full(who.size, end_day), "open": np.full(who.size, int(still_open)),
    }  # fmt: skip


def still_in_force(docket: Docket) -> list[tuple[I64, int, I64]]:
    """(slots, consequence, first days) of all that is in force."""
    holders = [(np.flatnonzero(since != NOT_IN_FORCE), c) for c, since in enumerate(docket.since)]
    return [(who, c, docket.since[c, who].astype(np.int64)) for who, c in holders if who.size]


def write_totals(rows: StepRows, stretch: Stretch, span: Span) -> None:
    """Counts of the stretch at the end of the step."""
    totals, life, standing = rows.totals, stretch.life, stretch.standing
    totals["residents"] = stretch.size
    totals["subjects"] = int(np.count_nonzero(stretch.subject))
    totals["aware"] = int(np.count_nonzero(standing.aware))
    totals["out_of_work"] = int(np.count_nonzero(life.work == OUT_OF_WORK))
    totals["in_need"] = int(np.count_nonzero(stretch.strain == IN_NEED))
    totals["punished_days"] = rows.punished * (span.end - span.day)
    rows.grades += stretch.grades


def panel(stretch: Stretch, min_age_days: int, day: int) -> dict[str, AnyArray]:
    """One row for every kept resident: score, grade, flags and labour state on a day."""
    subject = np.empty(stretch.size, np.uint8)
    subjects_of(stretch.ages.birth_day, stretch.covered, min_age_days, day, subject)
    flags = stretch.standing.aware * int(Flag.AWARE) + subject * int(Flag.COVERED)
    flags = flags + (stretch.strain == IN_NEED) * int(Flag.NEED)
    kept = stretch.kept != 0
    return rows_where(
        kept, resident=np.arange(stretch.size) + stretch.first, day=np.full(stretch.size, day),
        score_milli=stretch.scores.score, grade=stretch.standing.grade, flags=flags, work=stretch.life.work,
        assets=stretch.life.assets, income_share=stretch.life.income, schooling=stretch.life.schooling,
        ties_cut=stretch.life.ties_cut, held_back=stretch.life.held,
    )


def appeals_told(
    stretch: Stretch, appeals: AnyArray, decided: AnyArray, outcome: AnyArray, corrected: AnyArray
) -> dict[str, AnyArray]:
    """One row for each appeal of a kept resident, by resident."""
    order = np.lexsort((appeals["number"], appeals["what"], appeals["origin"], appeals["ref"], appeals["who"]))
    order = order[stretch.kept[appeals["who"][order]] != 0]
    rows = appeals[order]
    return {
        "resident": rows["who"].astype(np.int64) + stretch.first, "known_day": rows["known"],
        "filed_day": rows["filed"], "decided_day": decided[order], "corrected_day": corrected[order],
        "outcome": outcome[order], "what": rows["what"], "number": rows["number"], "act": rows["act"],
        "source": rows["source"], "truth": rows["truth"], "via": rows["via"], "origin": rows["origin"],
        "ref": rows["ref"],
    }  # fmt: skip


def scores_panel(stretch: Stretch, day: int) -> dict[str, AnyArray]:
    """One row for every kept resident and score of theirs after the first."""
    kept = np.flatnonzero(stretch.kept)
    scores, grades = stretch.scores.further[:, kept], stretch.standing.further[:, kept]
    own = np.ones_like(grades) if stretch.ungraded is None else 1 - stretch.ungraded[1:, kept]
    who, slot = np.nonzero(own.T)
    return {
        "resident": kept[who] + stretch.first, "day": np.full(who.size, day), "score": slot + 1,
        "score_milli": scores[slot, who], "grade": grades[slot, who],
    }
