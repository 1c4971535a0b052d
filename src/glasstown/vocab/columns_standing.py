"""Columns of where residents stand with a scheme: movements of scores, lists, consequences, grades."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import column

ENTRIES: Final = (
    column("entries", "resident", "uint32", "number", "whose score moved"),
    column("entries", "day", "uint16", "day", "day on which it moved"),
    column(
        "entries",
        "kind",
        "uint8",
        "code",
        "what moved it (vocab.codes.Entry); an override counts a record and moves nothing",
    ),
    column(
        "entries",
        "rule",
        "uint16",
        "code",
        "rule code of the manifest; of a clamp or expiry its rule; of an override, of points that stand or are"
        " for a quantity, that code",
    ),
    column("entries", "act", "uint8", "code", "act of the record behind it"),
    column("entries", "source", "uint8", "code", "source of the record behind it; 255 where there is none"),
    column(
        "entries",
        "truth",
        "uint8",
        "code",
        "truth of the record behind it; of points for a quantity 0 as far as it truly is worth them, 1 beyond",
    ),
    column("entries", "via", "uint8", "code", "0 own; 1 + the code of the association through which the points came"),
    column("entries", "score", "uint8", "code", "score code of the manifest; 0 the first"),
    column(
        "entries",
        "origin",
        "uint32",
        "number",
        "who acted, or the accused of a false record; of shared points whose they were",
    ),
    column("entries", "ref", "uint32", "address", "step 12 bits, family 5, ordinal 6, source 6, child 3"),
    column(
        "entries",
        "delta_milli",
        "int64",
        "1/1000 point",
        "the movement; of a rule the points it drew, a clamp follows as a row",
    ),
    column("entries", "score_after_milli", "int64", "1/1000 point", "start plus all movements so far"),
)
"""Movements of scores."""

LISTINGS: Final = (
    column("listings", "resident", "uint32", "number", "who was listed"),
    column("listings", "ground", "uint8", "code", "ground code of the manifest, which names the list"),
    column("listings", "known_day", "uint16", "day", "day on which the keeper knew: of the record, or of the decision"),
    column("listings", "entry_day", "uint16", "day", "first day on the list on this ground"),
    column("listings", "end_day", "uint16", "day", "first day after it; the horizon where it was still open"),
    column(
        "listings",
        "exit",
        "uint8",
        "code",
        "0 its term ended, 1 an exit was done, 2 the list ended, 3 still open, 4 an appeal was upheld, 5 consent was "
        "withdrawn, 6 it was repaired",
    ),
    column("listings", "act", "uint8", "code", "act of the record behind it"),
    column("listings", "source", "uint8", "code", "source of the record behind it"),
    column("listings", "truth", "uint8", "code", "truth of the record behind it"),
    column("listings", "origin", "uint32", "number", "who acted, or the accused of a false record"),
    column("listings", "ref", "uint32", "address", "step 12 bits, family 5, ordinal 6, source 6, child 3"),
)
"""Grounds for being listed."""

STATE: Final = (
    column("spells", "resident", "uint32", "number", "whom it held"),
    column("spells", "consequence", "uint8", "code", "consequence code of the manifest"),
    column("spells", "grade", "uint8", "code", "grade that brought it; 0 where a list did"),
    column("spells", "start_day", "uint16", "day", "first day"),
    column("spells", "end_day", "uint16", "day", "first day after it; the horizon where it was still open"),
    column("spells", "open", "uint8", "code", "1 where it still held at the end of the run"),
    column("grades", "resident", "uint32", "number", "whose grade changed"),
    column("grades", "day", "uint16", "day", "first day of the new grade: the day after the step that brought it"),
    column("grades", "score", "uint8", "code", "score code of the manifest; 0 the first"),
    column("grades", "from_grade", "uint8", "code", "grade before; 0 not graded"),
    column("grades", "to_grade", "uint8", "code", "grade after; 0 not graded"),
    column("panel", "resident", "uint32", "number", "the resident"),
    column("panel", "day", "uint16", "day", "day on which the row holds, before anything of that day"),
    column("panel", "score_milli", "int32", "1/1000 point", "the first score as read: start plus all entries before"),
    column("panel", "grade", "uint8", "code", "grade of it in force"),
    column("panel", "flags", "uint8", "bits", "aware, scored, in need (vocab.codes.Flag)"),
    column("panel", "work", "uint8", "code", "labour state (vocab.codes.Work)"),
    column("panel", "assets", "uint16", "bits", "what the resident has or owes (vocab.codes.Asset)"),
    column("panel", "income_share", "uint8", "1/64", "income as a share of that of day 0"),
    column("panel", "schooling", "uint8", "code", "where a child goes to school (vocab.codes.Schooling)"),
    column("panel", "ties_cut", "uint16", "bits", "bit k where the k-th friendship has lapsed, 8 + k where dropped"),
    column("panel", "held_back", "uint16", "acts", "lawful acts held back so far"),
)
"""Consequences, grades, and where residents stand on one day of the quarter."""
