"""Phase 9: what a step came to, as rows for the ledger, totals and digests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.charges import Consequences
from glasstown.simulate.docket import NOT_IN_FORCE, Docket
from glasstown.simulate.outlook import OUT_OF_WORK, subjects_of
from glasstown.simulate.rows import (
    FURTHER_GRADES,
    GRADES,
    INFERENCES,
    LISTINGS,
    REFRESHES,
    Keys,
    StepRows,
    account,
    digest_entries,
    digest_grounds,
    digest_sightings,
    digest_table,
)
from glasstown.simulate.slots import grade_in
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import I64, U8, U16, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Flag, Outcome

DONE, HELD_BACK, NO_PLACE = int(Outcome.DONE), int(Outcome.HELD_BACK), int(Outcome.NO_PLACE)
DENIED, LOOKED_UP = int(Outcome.DENIED), int(Outcome.LOOKED_UP)
IN_NEED = 2
"""Household strain of a household in need."""


def write_acts(rows: StepRows, stretch: Stretch, settings: Settings, deeds: AnyArray, span: Span) -> None:
    """Deeds: counts and digests, the rows of residents whose every act is kept, and what was denied or held back."""
    account(settings.names, deeds, stretch.people.group, stretch.first, span.step, rows.counts, rows.life, rows.record)
    by_outcome = rows.counts.sum(axis=(0, 1)).tolist()
    totals = rows.totals
    totals["acts"], totals["held_back"], totals["no_place"] = (by_outcome[o] for o in (DONE, HELD_BACK, NO_PLACE))
    totals["came_to_nothing"] = by_outcome[Outcome.CAME_TO_NOTHING]
    totals["blocked"] = by_outcome[DENIED] + by_outcome[LOOKED_UP]
    lives = deeds[stretch.traced[deeds["slot"]] != 0]
    rows.tables["acts"] = {
        "resident": lives["slot"] + stretch.first, "day": lives["day"], "act": lives["act"],
        "family": lives["family"], "ordinal": lives["ordinal"], "child": lives["child"],
        "step": np.full(lives.size, span.step), "outcome": lives["outcome"],
    }
    if totals["blocked"] + totals["held_back"] + totals["came_to_nothing"]:
        outcome = deeds["outcome"]
        denied = deeds[(outcome != DONE) & (outcome != NO_PLACE) & (stretch.kept[deeds["slot"]] != 0)]
        standing, slot = stretch.standing, denied["slot"]
        taken = np.where(denied["outcome"] == LOOKED_UP, standing.looked_up[slot], standing.denied[slot])
        taken = np.where(denied["outcome"] == HELD_BACK, np.uint64(0), taken)
        rows.tables["blocked"] = {
            "resident": slot + stretch.first, "day": denied["day"], "act": denied["act"],
            "outcome": denied["outcome"], "capacity": taken & settings.world.acts.capacity[denied["act"]],
        }


def write_gauges(rows: StepRows, stretch: Stretch, readings: AnyArray, span: Span) -> None:
    """Quantities of one month."""
    rows.tables["gauges"] = {
        "resident": readings["slot"] + stretch.first, "day": np.full(readings.size, span.day), "act": readings["act"],
        "milli": readings["milli"], "logged_milli": readings["logged_milli"],
    }


def write_places(rows: StepRows, stretch: Stretch, swaps: AnyArray) -> None:
    """Who got a place only because of the scheme, and who lost it, where one of the two is kept."""
    other = np.where(swaps["other"] < 0, swaps["slot"], swaps["other"])
    swaps = swaps[(stretch.kept[swaps["slot"]] | stretch.kept[other]) != 0]
    order = np.lexsort((swaps["place"], swaps["slot"]))
    swaps = swaps[order]
    other = np.where(swaps["other"] < 0, swaps["slot"], swaps["other"])
    rows.tables["places_given"] = {
        "resident": swaps["slot"] + stretch.first, "day": swaps["day"], "place": swaps["place"], "won": swaps["won"],
        "other": other + stretch.first,
    }


def write_harms(rows: StepRows, stretch: Stretch, hits: AnyArray) -> None:
    """Harm that reached its victim."""
    hits = hits[stretch.kept[hits["who"]] != 0]
    rows.tables["harms"] = {
        "resident": hits["who"].astype(np.int64) + stretch.first, "day": hits["due"], "act": hits["act"],
        "origin": hits["origin"],
    }


def write_sightings(rows: StepRows, stretch: Stretch, names: Keys, looks: AnyArray, span: Span) -> None:
    """Every look that did not miss, where it touches a kept resident."""
    rows.totals["sightings"] = looks.size
    digest_sightings(rows.record, names, looks, stretch.first, span.step)
    rows.tables["sightings"] = _chosen(
        (stretch.kept[looks["origin"]] | stretch.kept[looks["on"]]) != 0, origin=looks["origin"] + stretch.first,
        step=np.full(looks.size, span.step), family=looks["family"], ordinal=looks["ordinal"], act=looks["act"],
        source=looks["source"], truth=looks["truth"], child=looks["child"], on_resident=looks["on"] + stretch.first,
        act_day=looks["act_day"], due_day=np.minimum(looks["due_day"], 65_535), fate=looks["fate"],
    )


def write_refreshes(rows: StepRows, stretch: Stretch, found: AnyArray, span: Span, *, of_ties: bool) -> None:
    """Scores that were worked out anew and are otherwise than before."""
    who = found["who"].astype(np.int64) + stretch.first
    day = np.full(found.size, span.end - 1)
    alone = (found["alone"],) if of_ties else ()
    digest_table(rows.record, REFRESHES, who, day, found["score"], found["true"], found["thin"], *alone)
    rows.tables["refreshes"] = _chosen(
        stretch.kept[found["who"]] != 0, resident=who, day=day, score_milli=found["score"], true_milli=found["true"],
        thin=found["thin"], alone_milli=found["alone"],
    )


def write_inferences(rows: StepRows, stretch: Stretch, names: U32, changed: AnyArray, span: Span) -> None:
    """What was concluded, where that or the truth is otherwise than before."""
    who = changed["who"].astype(np.int64) + stretch.first
    day = np.full(changed.size, span.day)
    digest_table(rows.record, INFERENCES, who, day, names[changed["inference"]], changed["inferred"], changed["is_so"])
    rows.tables["inferences"] = _chosen(
        stretch.kept[changed["who"]] != 0, resident=who, day=day, inference=changed["inference"],
        inferred=changed["inferred"], is_so=changed["is_so"],
    )


def write_entries(
    rows: StepRows, stretch: Stretch, settings: Settings, entries: AnyArray, records: int
) -> None:
    """Every movement of a score."""
    rows.punished = int(punished(stretch.docket.in_force, settings.world.consequences.harms, stretch.standing.lists))
    rows.totals["entries"] = entries.size
    rows.totals["records"] = records
    taken = (entries["kind"] == BY_RULE) & (entries["delta"] < 0)
    rows.totals["points_lost_milli"] = -int(entries["delta"][taken].sum())
    digest_entries(rows.record, settings.names, entries, stretch.first)
    rows.tables["entries"] = _chosen(
        stretch.kept[entries["who"]] != 0, resident=entries["who"] + stretch.first, day=entries["day"],
        kind=entries["kind"], rule=entries["rule"], act=entries["act"], source=entries["source"],
        truth=entries["truth"], via=entries["via"], score=entries["score"], origin=entries["origin"],
        ref=entries["ref"], delta_milli=entries["delta"], score_after_milli=entries["after"],
    )


@kernel
def punished(in_force: U64, harms: np.uint64, lists: U16) -> Whole:
    """How many residents are on a list, or under a consequence that denies or worsens something."""
    count = np.int64(0)
    for i in range(lists.size):
        count += 1 if (in_force[i] & harms) | np.uint64(lists[i]) != np.uint64(0) else 0
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
        added = _chosen(kept, resident=who, day=day, score=score, from_grade=old, to_grade=new[changed])
        rows.tables["grades"] = _by_resident(rows.tables.get("grades"), added)


def _by_resident(before: dict[str, AnyArray] | None, added: dict[str, AnyArray]) -> dict[str, AnyArray]:
    """Rows of further scores among those of the scores before, by resident: how a town is cut shows nowhere."""
    if before is None:
        return added
    both = {name: np.concatenate((before[name], added[name])) for name in added}
    order = np.argsort(both["resident"], kind="stable")
    return {name: column[order] for name, column in both.items()}


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


def _chosen(mask: AnyArray, **columns: AnyArray) -> dict[str, AnyArray]:
    return {name: column[mask] for name, column in columns.items()}


def panel(stretch: Stretch, min_age_days: int, day: int) -> dict[str, AnyArray]:
    """One row for every kept resident: score, grade, flags and labour state on a day."""
    subject = np.empty(stretch.size, np.uint8)
    subjects_of(stretch.ages.birth_day, stretch.covered, min_age_days, day, subject)
    flags = stretch.standing.aware * int(Flag.AWARE) + subject * int(Flag.COVERED)
    flags = flags + (stretch.strain == IN_NEED) * int(Flag.NEED)
    kept = stretch.kept != 0
    return _chosen(
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
    """One row for every kept resident and score after the first."""
    kept = np.flatnonzero(stretch.kept)
    scores, grades = stretch.scores.further[:, kept], stretch.standing.further[:, kept]
    return {
        "resident": np.repeat(kept + stretch.first, scores.shape[0]), "day": np.full(scores.size, day),
        "score": np.tile(np.arange(1, scores.shape[0] + 1), kept.size), "score_milli": scores.T.ravel(),
        "grade": grades.T.ravel(),
    }
