"""Phase 9: what a step came to, as rows for the ledger, totals and digests."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.outlook import OUT_OF_WORK, subjects_of
from glasstown.simulate.rows import GRADES, Keys, StepRows, account, digest_entries, digest_sightings, digest_table
from glasstown.simulate.span import Acts, Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import I64, U8, U32, AnyArray
from glasstown.vocab.codes import Flag

IN_NEED = 2
"""Household strain of a household in need."""


def write_acts(rows: StepRows, stretch: Stretch, settings: Settings, acts: Acts, span: Span) -> None:
    """Acts: counts and digests, the rows of residents whose every act is kept, and blocked attempts."""
    found, capacity = acts.rows, settings.world.acts.capacity
    rows.totals["acts"] = int(account(settings.names, found, acts.blocked, stretch.people.group, stretch.first,
                                      span.step, rows.done, rows.blocked, rows.life, rows.record))
    rows.totals["blocked"] = found.size - rows.totals["acts"]
    chosen = np.flatnonzero(stretch.traced[found["slot"]])
    lives = found[chosen]
    rows.tables["acts"] = {
        "resident": lives["slot"] + stretch.first, "day": lives["day"], "act": lives["act"],
        "family": lives["family"], "ordinal": lives["ordinal"], "step": np.full(lives.size, span.step),
        "blocked": acts.blocked[chosen],
    }
    if rows.totals["blocked"]:
        denied = found[(acts.blocked != 0) & (stretch.kept[found["slot"]] != 0)]
        rows.tables["blocked"] = {
            "resident": denied["slot"] + stretch.first, "day": denied["day"], "act": denied["act"],
            "capacity": stretch.denied[denied["slot"]] & capacity[denied["act"]],
        }


def write_sightings(rows: StepRows, stretch: Stretch, names: Keys, looks: AnyArray, span: Span) -> None:
    """Every look that did not miss, where it touches a kept resident."""
    rows.totals["sightings"] = looks.size
    digest_sightings(rows.record, names, looks, stretch.first, span.step)
    rows.tables["sightings"] = _chosen(
        (stretch.kept[looks["origin"]] | stretch.kept[looks["on"]]) != 0, origin=looks["origin"] + stretch.first,
        step=np.full(looks.size, span.step), family=looks["family"], ordinal=looks["ordinal"], act=looks["act"],
        source=looks["source"], truth=looks["truth"], on_resident=looks["on"] + stretch.first,
        act_day=looks["act_day"], due_day=np.minimum(looks["due_day"], 65_535), fate=looks["fate"],
    )


def write_entries(rows: StepRows, stretch: Stretch, names: Keys, entries: AnyArray, records: int) -> None:
    """Every movement of a score."""
    rows.totals["entries"] = entries.size
    rows.totals["records"] = records
    taken = (entries["kind"] == BY_RULE) & (entries["delta"] < 0)
    rows.totals["points_lost_milli"] = -int(entries["delta"][taken].sum())
    digest_entries(rows.record, names, entries, stretch.first)
    rows.tables["entries"] = _chosen(
        stretch.kept[entries["who"]] != 0, resident=entries["who"] + stretch.first, day=entries["day"],
        kind=entries["kind"], rule=entries["rule"], act=entries["act"], source=entries["source"],
        truth=entries["truth"], origin=entries["origin"], ref=entries["ref"], delta_milli=entries["delta"],
        score_after_milli=entries["after"],
    )


def write_grades(rows: StepRows, stretch: Stretch, settings: Settings, changed: I64, new: U8, span: Span) -> None:
    """Changes of grade, and the consequences that end with the grade before.

    A change in the last step would hold from the day after the run: it never does.
    """
    who = changed + stretch.first
    old = stretch.grade[changed]
    digest_table(rows.record, GRADES, who, np.full(changed.size, span.end), old, new[changed])
    kept = stretch.kept[changed] != 0
    over = span.end >= span.horizon
    if not over:
        day = np.full(changed.size, span.end)
        rows.tables["grades"] = _chosen(kept, resident=who, day=day, from_grade=old, to_grade=new[changed])
    rows.tables["spells"] = spells(stretch, settings, changed[kept], span.end, still_open=over)


def spells(
    stretch: Stretch, settings: Settings, slots: I64, end_day: int, *, still_open: bool
) -> dict[str, AnyArray]:
    """One row for every consequence that the grade of each of these residents has brought until `end_day`."""
    pieces: list[tuple[I64, int, int]] = []
    for grade, consequences in enumerate(settings.consequences):
        holders = slots[stretch.grade[slots] == grade]
        pieces.extend((holders, consequence, grade) for consequence in consequences if holders.size)
    holders = np.concatenate([p[0] for p in pieces]) if pieces else np.zeros(0, np.int64)
    sizes = [p[0].size for p in pieces]
    columns = {
        "resident": holders + stretch.first,
        "consequence": np.repeat([p[1] for p in pieces], sizes),
        "grade": np.repeat([p[2] for p in pieces], sizes),
        "start_day": stretch.grade_since[holders],
        "end_day": np.full(holders.size, end_day),
        "open": np.full(holders.size, int(still_open)),
    }
    order = np.lexsort((columns["consequence"], columns["resident"]))
    return {name: column[order] for name, column in columns.items()}


def write_totals(rows: StepRows, stretch: Stretch, span: Span) -> None:
    """Counts of the stretch at the end of the step."""
    totals = rows.totals
    totals["residents"] = stretch.size
    counts = np.zeros(5, np.int64)
    count_states(stretch.subject, stretch.aware, stretch.work, stretch.strain, stretch.denied, stretch.grade, counts,
                 rows.grades)
    for name, value in zip(("subjects", "aware", "out_of_work", "in_need"), counts[:4].tolist(), strict=True):
        totals[name] = value
    totals["punished_days"] = int(counts[4]) * (span.end - span.day)


@kernel
def count_states(subject: U8, aware: U8, work: U8, strain: U8, denied: U32, grade: U8, counts: I64,
                 grades: I64) -> None:
    """Count subjects, who is aware, out of work, in need and denied anything, and residents by grade."""
    for i in range(subject.size):
        counts[0] += np.int64(subject[i])
        counts[1] += np.int64(aware[i])
        counts[2] += 1 if work[i] == OUT_OF_WORK else 0
        counts[3] += 1 if strain[i] == IN_NEED else 0
        counts[4] += 1 if denied[i] != 0 else 0
        grades[np.int64(grade[i])] += 1


def _chosen(mask: AnyArray, **columns: AnyArray) -> dict[str, AnyArray]:
    return {name: column[mask] for name, column in columns.items()}


def panel(stretch: Stretch, min_age_days: int, day: int) -> dict[str, AnyArray]:
    """One row for every kept resident: score, grade, flags and labour state on a day."""
    subjects_of(stretch.birth_day, stretch.covered, min_age_days, day, stretch.subject)
    flags = stretch.aware * int(Flag.AWARE) + stretch.subject * int(Flag.COVERED)
    flags = flags + (stretch.strain == IN_NEED) * int(Flag.NEED)
    kept = stretch.kept != 0
    return _chosen(
        kept, resident=np.arange(stretch.size) + stretch.first, day=np.full(stretch.size, day),
        score_milli=stretch.scores.score, grade=stretch.grade, flags=flags, work=stretch.work,
    )
