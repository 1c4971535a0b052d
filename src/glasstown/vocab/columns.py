"""Every column that a run folder can hold: table, name, type, unit, who writes it, what it says.

The boundary is kept here: no column holds a name, an identity or phone number, a face, a device, an
address, or a place finer than a province. A table with a column that is not listed cannot be written,
and one whose column is listed but missing cannot be read. Append only within a format.
"""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column, TableEntry
from glasstown.vocab.columns_favour import FAVOURS
from glasstown.vocab.columns_holders import TELLINGS
from glasstown.vocab.columns_index import REFRESHES
from glasstown.vocab.columns_inferred import INFERENCES
from glasstown.vocab.columns_of_organisations import organisation_columns, organisation_tables
from glasstown.vocab.columns_politics import POLITICS
from glasstown.vocab.columns_process import APPEALS, CONSENTS
from glasstown.vocab.columns_scores import FURTHER_SCORES

OF_RESIDENTS: Final = (
    TableEntry("people", "one resident, as society made them", "kept residents"),
    TableEntry("places", "one resident's province, in no table with anything else about them", "kept residents"),
    TableEntry("steps", "one step: totals over the whole town", "every step"),
    TableEntry("grade_counts", "one grade at the end of one step", "every step and grade, 0 = not graded"),
    TableEntry("act_counts", "one act by one group in one step", "every step in which it was tried"),
    TableEntry("acts", "one act somebody tried to commit", "the keyed sample of lives"),
    TableEntry("sightings", "one look of one source that did not miss", "looks that touch a kept resident"),
    TableEntry("entries", "one movement of one score", "kept residents"),
    TableEntry("refreshes", "one score that was worked out anew and changed", "kept residents"),
    TableEntry("inferences", "one conclusion about a resident that is otherwise than before", "kept residents"),
    TableEntry("listings", "one ground on which somebody stood on a list", "kept residents"),
    TableEntry("appeals", "one appeal against what one record did", "kept residents"),
    TableEntry("consents", "one time that somebody joined or left, or that a record was taken", "kept residents"),
    TableEntry("favours", "one decision that was kinder for a tie to an official", "kept residents"),
    TableEntry("tellings", "one record of which one holder was told, or one file that was exposed", "kept residents"),
    TableEntry("spells", "one consequence that held somebody for some days", "kept residents"),
    TableEntry("grades", "one change of grade", "kept residents"),
    TableEntry("blocked", "one act that a consequence denied, or that somebody held back", "kept residents"),
    TableEntry("places_given", "one place got, or lost to another, because of the scheme", "kept residents"),
    TableEntry("counties", "one county in one step: what it thinks of the scheme, and why", "every step and county"),
    TableEntry("versions_begun", "one version that a trigger began in one county", "every county"),
    TableEntry("gauges", "one quantity of one month: hours, purchases, bills", "the keyed sample of lives"),
    TableEntry("harms", "one act that harmed somebody else", "kept victims"),
    TableEntry("panel", "one resident on one day of the quarter", "kept residents, every 91 days and at the end"),
    TableEntry("scores_panel", "one resident's further score on one day of the quarter", "as in panel"),
)
TABLES: Final = (*OF_RESIDENTS, *organisation_tables(OF_RESIDENTS))
"""Every table."""

PANEL_DAYS: Final = 91
"""Days between two rows of a resident in the panel; the end of the run is one more row."""

NO_RULE: Final = 65_535
"""`entries.rule` of a movement that no rule made."""

_P, _E = "society", "simulate"


def _c(table: str, name: str, kind: str, unit: str, text: str, written_by: str = _E) -> Column:
    """Make one row of the catalogue; the engine writes it unless said otherwise."""
    return Column(table, name, kind, unit, written_by, text)


_PEOPLE: Final = (
    _c("people", "resident", "uint32", "number", "the resident's number; there is no name", _P),
    _c("people", "birth_day", "int32", "day", "day of birth, counted from day 0 (negative before it)", _P),
    _c("people", "sex", "uint8", "code", "0 male, 1 female", _P),
    _c("people", "urban", "uint8", "code", "1 where the neighbourhood is urban, 0 where it is rural", _P),
    _c("people", "group", "uint8", "code", "invented group (vocab.codes.Group)", _P),
    _c("people", "education", "uint8", "code", "highest schooling completed (vocab.codes.Education)", _P),
    _c("people", "sector", "uint8", "code", "where the resident works or last worked, at day 0 (Sector)", _P),
    _c("people", "role", "uint8", "code", "public role (vocab.codes.Role)", _P),
    _c("people", "income_fifth", "uint8", "fifth", "0 the poorest fifth of the nation to 4 the richest", _P),
    _c("people", "household", "uint32", "number", "number of the household's first member", _P),
)

_PLACES: Final = (
    _c("places", "resident", "uint32", "number", "the resident's number", _P),
    _c("places", "province", "uint8", "code", "index among the provinces of the manifest; the finest real place", _P),
)

_STEPS: Final = (
    _c("steps", "step", "uint16", "step", "number of the step, from 0"),
    _c("steps", "day", "uint16", "day", "first day of the step"),
    _c("steps", "days", "uint8", "days", "days in the step; the last one may be short"),
    _c("steps", "residents", "int64", "residents", "residents lived"),
    _c("steps", "subjects", "int64", "residents", "residents whom the scheme scores in the step"),
    _c("steps", "acts", "int64", "acts", "acts committed"),
    _c("steps", "blocked", "int64", "acts", "acts tried and denied"),
    _c("steps", "held_back", "int64", "acts", "lawful acts that would have been, had nobody feared for them"),
    _c("steps", "no_place", "int64", "acts", "attempts at something of which there was too little"),
    _c("steps", "came_to_nothing", "int64", "acts", "attempts that failed on the worse terms of a scheme"),
    _c("steps", "harms_void", "int64", "acts", "acts whose victim would have been nobody in the town"),
    _c("steps", "sightings", "int64", "sightings", "looks of sources that saw something, false ones included"),
    _c("steps", "records", "int64", "records", "records that came due"),
    _c("steps", "entries", "int64", "entries", "movements of scores, clamps and expiries included"),
    _c("steps", "points_lost_milli", "int64", "1/1000 point", "points taken by rules, as a positive number"),
    _c("steps", "aware", "int64", "residents", "residents who know of the scheme at the end of the step"),
    _c("steps", "out_of_work", "int64", "residents", "residents out of work at the end of the step"),
    _c("steps", "in_need", "int64", "residents", "residents in need of support at the end of the step"),
    _c("steps", "punished_days", "int64", "resident-days", "days listed or under a consequence that harms"),
)

_COUNTS: Final = (
    _c("grade_counts", "step", "uint16", "step", "number of the step"),
    _c("grade_counts", "day", "uint16", "day", "first day after the step, when the grade is in force"),
    _c("grade_counts", "grade", "uint8", "code", "grade code of the manifest; 0 not graded by the first score"),
    _c(
        "grade_counts",
        "residents",
        "int64",
        "residents",
        "residents of that grade at the end of the step; each score has its own",
    ),
    _c("act_counts", "step", "uint16", "step", "number of the step"),
    _c("act_counts", "act", "uint8", "code", "act code of the manifest"),
    _c("act_counts", "group", "uint8", "code", "invented group of who acted"),
    _c("act_counts", "done", "int64", "acts", "acts committed"),
    _c("act_counts", "blocked", "int64", "acts", "acts tried and denied"),
    _c("act_counts", "held_back", "int64", "acts", "lawful acts that would have been, had nobody feared for them"),
    _c("act_counts", "no_place", "int64", "acts", "attempts at something of which there was too little"),
    _c("act_counts", "came_to_nothing", "int64", "acts", "attempts that failed on the worse terms of a scheme"),
)

_LIVES: Final = (
    _c("acts", "resident", "uint32", "number", "who acted"),
    _c("acts", "day", "uint16", "day", "day of the act"),
    _c("acts", "act", "uint8", "code", "act code of the manifest"),
    _c("acts", "family", "uint8", "code", "stream of luck it came from; with step and ordinal its address"),
    _c("acts", "ordinal", "uint8", "number", "place of the candidate in its stream, in this step"),
    _c("acts", "step", "uint16", "step", "number of the step"),
    _c(
        "acts",
        "child",
        "uint8",
        "number",
        "0, or which kind of act this is that may follow from another at that address",
    ),
    _c("acts", "outcome", "uint8", "code", "what became of it (vocab.codes.Outcome); 0 done"),
    _c("blocked", "resident", "uint32", "number", "who tried"),
    _c("blocked", "day", "uint16", "day", "day of the attempt"),
    _c("blocked", "act", "uint8", "code", "act code of the manifest"),
    _c(
        "blocked",
        "outcome",
        "uint8",
        "code",
        "denied, looked up, held back, or failed on worse terms (vocab.codes.Outcome)",
    ),
    _c("blocked", "capacity", "uint64", "bits", "capacities that the act needs and a consequence denied (Capacity)"),
)

_SIGHTINGS: Final = (
    _c("sightings", "origin", "uint32", "number", "who acted; of a false sighting the resident who is accused"),
    _c("sightings", "step", "uint16", "step", "step of the act"),
    _c("sightings", "family", "uint8", "code", "stream of luck of the act"),
    _c("sightings", "ordinal", "uint8", "number", "place of the act in its stream, in this step"),
    _c("sightings", "child", "uint8", "number", "as in acts"),
    _c("sightings", "act", "uint8", "code", "act recorded"),
    _c("sightings", "source", "uint8", "code", "source code of the manifest"),
    _c("sightings", "truth", "uint8", "code", "true, false, of the wrong person or act (vocab.codes.Truth)"),
    _c("sightings", "on_resident", "uint32", "number", "whom the record is about; the origin where it was lost"),
    _c("sightings", "act_day", "uint16", "day", "day of the act, or of the invented act"),
    _c("sightings", "due_day", "uint16", "day", "day on which the record takes effect"),
    _c("sightings", "fate", "uint8", "code", "what became of it (vocab.codes.Fate); never MISSED"),
)

_ENTRIES: Final = (
    _c("entries", "resident", "uint32", "number", "whose score moved"),
    _c("entries", "day", "uint16", "day", "day on which it moved"),
    _c(
        "entries",
        "kind",
        "uint8",
        "code",
        "what moved it (vocab.codes.Entry); an override counts a record and moves nothing",
    ),
    _c(
        "entries",
        "rule",
        "uint16",
        "code",
        "rule code of the manifest; of a clamp or expiry its rule; of an override, or of points that stand, that code",
    ),
    _c("entries", "act", "uint8", "code", "act of the record behind it"),
    _c("entries", "source", "uint8", "code", "source of the record behind it; 255 where there is none"),
    _c("entries", "truth", "uint8", "code", "truth of the record behind it"),
    _c("entries", "via", "uint8", "code", "0 own; 1 + the code of the association through which the points came"),
    _c("entries", "score", "uint8", "code", "score code of the manifest; 0 the first"),
    _c(
        "entries",
        "origin",
        "uint32",
        "number",
        "who acted, or the accused of a false record; of shared points whose they were",
    ),
    _c("entries", "ref", "uint32", "address", "step 12 bits, family 5, ordinal 6, source 6, child 3"),
    _c(
        "entries",
        "delta_milli",
        "int64",
        "1/1000 point",
        "the movement; of a rule the points it drew, a clamp follows as a row",
    ),
    _c("entries", "score_after_milli", "int64", "1/1000 point", "start plus all movements so far"),
)

_LISTINGS: Final = (
    _c("listings", "resident", "uint32", "number", "who was listed"),
    _c("listings", "ground", "uint8", "code", "ground code of the manifest, which names the list"),
    _c("listings", "known_day", "uint16", "day", "day on which the keeper knew: of the record, or of the decision"),
    _c("listings", "entry_day", "uint16", "day", "first day on the list on this ground"),
    _c("listings", "end_day", "uint16", "day", "first day after it; the horizon where it was still open"),
    _c(
        "listings",
        "exit",
        "uint8",
        "code",
        "0 its term ended, 1 an exit was done, 2 the list ended, 3 still open, 4 an appeal was upheld, 5 consent was "
        "withdrawn",
    ),
    _c("listings", "act", "uint8", "code", "act of the record behind it"),
    _c("listings", "source", "uint8", "code", "source of the record behind it"),
    _c("listings", "truth", "uint8", "code", "truth of the record behind it"),
    _c("listings", "origin", "uint32", "number", "who acted, or the accused of a false record"),
    _c("listings", "ref", "uint32", "address", "step 12 bits, family 5, ordinal 6, source 6, child 3"),
)

_STATE: Final = (
    _c("spells", "resident", "uint32", "number", "whom it held"),
    _c("spells", "consequence", "uint8", "code", "consequence code of the manifest"),
    _c("spells", "grade", "uint8", "code", "grade that brought it; 0 where a list did"),
    _c("spells", "start_day", "uint16", "day", "first day"),
    _c("spells", "end_day", "uint16", "day", "first day after it; the horizon where it was still open"),
    _c("spells", "open", "uint8", "code", "1 where it still held at the end of the run"),
    _c("grades", "resident", "uint32", "number", "whose grade changed"),
    _c("grades", "day", "uint16", "day", "first day of the new grade: the day after the step that brought it"),
    _c("grades", "score", "uint8", "code", "score code of the manifest; 0 the first"),
    _c("grades", "from_grade", "uint8", "code", "grade before; 0 not graded"),
    _c("grades", "to_grade", "uint8", "code", "grade after; 0 not graded"),
    _c("panel", "resident", "uint32", "number", "the resident"),
    _c("panel", "day", "uint16", "day", "day on which the row holds, before anything of that day"),
    _c("panel", "score_milli", "int32", "1/1000 point", "the first score as read: start plus all entries before"),
    _c("panel", "grade", "uint8", "code", "grade of it in force"),
    _c("panel", "flags", "uint8", "bits", "aware, scored, in need (vocab.codes.Flag)"),
    _c("panel", "work", "uint8", "code", "labour state (vocab.codes.Work)"),
    _c("panel", "assets", "uint16", "bits", "what the resident has or owes (vocab.codes.Asset)"),
    _c("panel", "income_share", "uint8", "1/64", "income as a share of that of day 0"),
    _c("panel", "schooling", "uint8", "code", "where a child goes to school (vocab.codes.Schooling)"),
    _c("panel", "ties_cut", "uint16", "bits", "bit k where the k-th friendship has lapsed, 8 + k where dropped"),
    _c("panel", "held_back", "uint16", "acts", "lawful acts held back so far"),
)

_OTHERS: Final = (
    _c("places_given", "resident", "uint32", "number", "who got or lost the place"),
    _c("places_given", "day", "uint16", "day", "day of the attempt"),
    _c("places_given", "place", "uint8", "code", "what was asked for, from 1 (behaviours.act.PLACES)"),
    _c("places_given", "won", "uint8", "code", "1 got it because of the scheme, 0 lost it because of the scheme"),
    _c("places_given", "other", "uint32", "number", "who lost or got it instead; the resident's own number for nobody"),
    _c("gauges", "resident", "uint32", "number", "whose quantity it is"),
    _c("gauges", "day", "uint16", "day", "first day of the step in which the month begins"),
    _c("gauges", "act", "uint8", "code", "what is counted; its unit stands with the act"),
    _c("gauges", "milli", "int64", "1/1000", "the true quantity"),
    _c("gauges", "logged_milli", "int64", "1/1000", "what of it is logged anywhere"),
    _c("harms", "resident", "uint32", "number", "who suffered"),
    _c("harms", "day", "uint16", "day", "day on which it reached them"),
    _c("harms", "act", "uint8", "code", "what was done to them"),
    _c("harms", "origin", "uint32", "number", "who did it"),
)

_RESIDENTS: Final = (
    *_PEOPLE,
    *_PLACES,
    *_STEPS,
    *_COUNTS,
    *_LIVES,
    *_SIGHTINGS,
    *_ENTRIES,
    *TELLINGS,
    *REFRESHES,
    *INFERENCES,
    *_LISTINGS,
    *APPEALS,
    *CONSENTS,
    *FAVOURS,
    *_STATE,
    *FURTHER_SCORES,
    *_OTHERS,
    *POLITICS,
)

COLUMNS: Final = (*_RESIDENTS, *organisation_columns(_RESIDENTS))
"""Every column of every table, tables together and columns in the order in which they are stored."""


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of one table, in stored order; empty for a name that is no table."""
    return tuple(column for column in COLUMNS if column.table == table)
