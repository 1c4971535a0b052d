"""Phase 9: what a step came to, as rows for the ledger, totals and digests."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.district import District
from glasstown.simulate.outlook import household_strain, subjects_of
from glasstown.simulate.rows import (
    ACTS,
    BLOCKED,
    GRADES,
    Keys,
    StepRows,
    digest_entries,
    digest_sightings,
    digest_table,
)
from glasstown.simulate.span import Acts, Settings, Span
from glasstown.simulate.worlds import World
from glasstown.vocab.arrays import I64, U8, AnyArray
from glasstown.vocab.codes import Flag, Work

IN_NEED = 2
"""Household strain of a household in need."""


def write_acts(rows: StepRows, district: District, acts: Acts, span: Span) -> None:
    """Acts: counts by group, and the rows of residents whose every act is kept."""
    slot, act, done = acts.rows["slot"], acts.rows["act"], ~acts.blocked
    group = district.people.group[slot]
    np.add.at(rows.done, (act[done], group[done]), 1)
    np.add.at(rows.blocked, (act[~done], group[~done]), 1)
    rows.totals["acts"] = int(done.sum())
    rows.totals["blocked"] = int(slot.size - done.sum())
    rows.tables["acts"] = _chosen(
        district.traced[slot] != 0, resident=slot + district.first, day=acts.rows["day"], act=act,
        family=acts.rows["family"], ordinal=acts.rows["ordinal"], step=np.full(slot.size, span.step),
        blocked=acts.blocked.astype(np.uint8),
    )


def digest_acts(rows: StepRows, district: District, names: Keys, acts: Acts, capacity: AnyArray, span: Span) -> None:
    """Digest what was done (life) and what was blocked (record); keep the rows of blocked attempts."""
    slot, act, done = acts.rows["slot"], acts.rows["act"], ~acts.blocked
    who = slot.astype(np.int64) + district.first
    columns = (who, np.full(slot.size, span.step), names.family(acts.rows["family"]), acts.rows["ordinal"],
               names.act(act), acts.rows["day"])
    digest_table(rows.life, ACTS, *(column[done] for column in columns))
    digest_table(rows.record, BLOCKED, *(column[~done] for column in columns))
    rows.tables["blocked"] = _chosen(
        ~done & (district.kept[slot] != 0), resident=who, day=acts.rows["day"], act=act,
        capacity=district.denied[slot] & capacity[act],
    )


def write_sightings(rows: StepRows, district: District, names: Keys, looks: AnyArray, span: Span) -> None:
    """Every look that did not miss, where it touches a kept resident."""
    rows.totals["sightings"] = looks.size
    digest_sightings(rows.record, names, looks, district.first, span.step)
    rows.tables["sightings"] = _chosen(
        (district.kept[looks["origin"]] | district.kept[looks["on"]]) != 0, origin=looks["origin"] + district.first,
        step=np.full(looks.size, span.step), family=looks["family"], ordinal=looks["ordinal"], act=looks["act"],
        source=looks["source"], truth=looks["truth"], on_resident=looks["on"] + district.first,
        act_day=looks["act_day"], due_day=np.minimum(looks["due_day"], 65_535), fate=looks["fate"],
    )


def write_entries(rows: StepRows, district: District, names: Keys, entries: AnyArray, records: int) -> None:
    """Every movement of a score."""
    rows.totals["entries"] = entries.size
    rows.totals["records"] = records
    taken = (entries["kind"] == BY_RULE) & (entries["delta"] < 0)
    rows.totals["points_lost_milli"] = -int(entries["delta"][taken].sum())
    digest_entries(rows.record, names, entries, district.first)
    rows.tables["entries"] = _chosen(
        district.kept[entries["who"]] != 0, resident=entries["who"] + district.first, day=entries["day"],
        kind=entries["kind"], rule=entries["rule"], act=entries["act"], source=entries["source"],
        truth=entries["truth"], origin=entries["origin"], ref=entries["ref"], delta_milli=entries["delta"],
        score_after_milli=entries["after"],
    )


def write_grades(rows: StepRows, district: District, settings: Settings, changed: I64, new: U8, span: Span) -> None:
    """Changes of grade, and the consequences that end with the grade before.

    A change in the last step would hold from the day after the run: it never does.
    """
    who = changed + district.first
    old = district.grade[changed]
    digest_table(rows.record, GRADES, who, np.full(changed.size, span.end), old, new[changed])
    kept = district.kept[changed] != 0
    over = span.end >= span.horizon
    if not over:
        day = np.full(changed.size, span.end)
        rows.tables["grades"] = _chosen(kept, resident=who, day=day, from_grade=old, to_grade=new[changed])
    rows.tables["spells"] = spells(district, settings, changed[kept], span.end, still_open=over)


def spells(
    district: District, settings: Settings, slots: I64, end_day: int, *, still_open: bool
) -> dict[str, AnyArray]:
    """One row for every consequence that the grade of each of these residents has brought until `end_day`."""
    pieces: list[tuple[I64, int, int]] = []
    for grade, consequences in enumerate(settings.consequences):
        holders = slots[district.grade[slots] == grade]
        pieces.extend((holders, consequence, grade) for consequence in consequences if holders.size)
    holders = np.concatenate([p[0] for p in pieces]) if pieces else np.zeros(0, np.int64)
    sizes = [p[0].size for p in pieces]
    columns = {
        "resident": holders + district.first,
        "consequence": np.repeat([p[1] for p in pieces], sizes),
        "grade": np.repeat([p[2] for p in pieces], sizes),
        "start_day": district.grade_since[holders],
        "end_day": np.full(holders.size, end_day),
        "open": np.full(holders.size, int(still_open)),
    }
    order = np.lexsort((columns["consequence"], columns["resident"]))
    return {name: column[order] for name, column in columns.items()}


def write_totals(rows: StepRows, district: District, world: World, span: Span) -> None:
    """Counts of the district at the end of the step."""
    totals = rows.totals
    totals["residents"] = district.size
    totals["subjects"] = int(district.subject.sum())
    totals["aware"] = int(district.aware.sum())
    totals["out_of_work"] = int((district.work == int(Work.OUT_OF_WORK)).sum())
    household_strain(district.household, district.work, district.need, district.strain)
    totals["in_need"] = int((district.strain == IN_NEED).sum())
    denied = world.ladder.deny[district.classes.public >> 1] != 0
    totals["punished_days"] = int(denied.sum()) * (span.end - span.day)
    rows.grades += np.bincount(district.grade, minlength=64)


def _chosen(mask: AnyArray, **columns: AnyArray) -> dict[str, AnyArray]:
    return {name: column[mask] for name, column in columns.items()}


def panel(district: District, min_age_days: int, day: int) -> dict[str, AnyArray]:
    """One row for every kept resident: score, grade, flags and labour state on a day."""
    household_strain(district.household, district.work, district.need, district.strain)
    subjects_of(district.birth_day, district.covered, min_age_days, day, district.subject)
    flags = district.aware * int(Flag.AWARE) + district.subject * int(Flag.COVERED)
    flags = flags + (district.strain == IN_NEED) * int(Flag.NEED)
    kept = district.kept != 0
    return _chosen(
        kept, resident=np.arange(district.size) + district.first, day=np.full(district.size, day),
        score_milli=district.scores.score, grade=district.grade, flags=flags, work=district.work,
    )
