"""Columns of totals over a whole town, step by step."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import column

STEPS: Final = (
    column("steps", "step", "uint16", "step", "number of the step, from 0"),
    column("steps", "day", "uint16", "day", "first day of the step"),
    column("steps", "days", "uint8", "days", "days in the step; the last one may be short"),
    column("steps", "residents", "int64", "residents", "residents lived"),
    column("steps", "subjects", "int64", "residents", "residents whom the scheme scores in the step"),
    column("steps", "acts", "int64", "acts", "acts committed"),
    column("steps", "blocked", "int64", "acts", "acts tried and denied"),
    column("steps", "held_back", "int64", "acts", "lawful acts that would have been, had nobody feared for them"),
    column("steps", "no_place", "int64", "acts", "attempts at something of which there was too little"),
    column("steps", "came_to_nothing", "int64", "acts", "attempts that failed on the worse terms of a scheme"),
    column("steps", "harms_void", "int64", "acts", "acts whose victim would have been nobody in the town"),
    column("steps", "sightings", "int64", "sightings", "looks of sources that saw something, false ones included"),
    column("steps", "records", "int64", "records", "records that came due"),
    column("steps", "entries", "int64", "entries", "movements of scores, clamps and expiries included"),
    column("steps", "points_lost_milli", "int64", "1/1000 point", "points taken by rules, as a positive number"),
    column("steps", "aware", "int64", "residents", "residents who know of the scheme at the end of the step"),
    column("steps", "out_of_work", "int64", "residents", "residents out of work at the end of the step"),
    column("steps", "in_need", "int64", "residents", "residents in need of support at the end of the step"),
    column("steps", "punished_days", "int64", "resident-days", "days listed or under a consequence that harms"),
)
"""One step."""

COUNTS: Final = (
    column("grade_counts", "step", "uint16", "step", "number of the step"),
    column("grade_counts", "day", "uint16", "day", "first day after the step, when the grade is in force"),
    column("grade_counts", "grade", "uint8", "code", "grade code of the manifest; 0 not graded by the first score"),
    column(
        "grade_counts",
        "residents",
        "int64",
        "residents",
        "residents of that grade at the end of the step; each score has its own",
    ),
    column("act_counts", "step", "uint16", "step", "number of the step"),
    column("act_counts", "act", "uint8", "code", "act code of the manifest"),
    column("act_counts", "group", "uint8", "code", "invented group of who acted"),
    column("act_counts", "done", "int64", "acts", "acts committed"),
    column("act_counts", "blocked", "int64", "acts", "acts tried and denied"),
    column("act_counts", "held_back", "int64", "acts", "lawful acts that would have been, had nobody feared for them"),
    column("act_counts", "no_place", "int64", "acts", "attempts at something of which there was too little"),
    column("act_counts", "came_to_nothing", "int64", "acts", "attempts that failed on the worse terms of a scheme"),
)
"""Grades, and acts by group, in one step."""
