"""Columns of what residents do, what is seen of it, and what it does to others."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import column

LIVES: Final = (
    column("acts", "resident", "uint32", "number", "who acted"),
    column("acts", "day", "uint16", "day", "day of the act"),
    column("acts", "act", "uint8", "code", "act code of the manifest"),
    column("acts", "family", "uint8", "code", "stream of luck it came from; with step and ordinal its address"),
    column("acts", "ordinal", "uint8", "number", "place of the candidate in its stream, in this step"),
    column("acts", "step", "uint16", "step", "number of the step"),
    column(
        "acts",
        "child",
        "uint8",
        "number",
        "0, or which kind of act this is that may follow from another at that address",
    ),
    column("acts", "outcome", "uint8", "code", "what became of it (vocab.codes.Outcome); 0 done"),
    column("blocked", "resident", "uint32", "number", "who tried"),
    column("blocked", "day", "uint16", "day", "day of the attempt"),
    column("blocked", "act", "uint8", "code", "act code of the manifest"),
    column(
        "blocked",
        "outcome",
        "uint8",
        "code",
        "denied, looked up, held back, or failed on worse terms (vocab.codes.Outcome)",
    ),
    column(
        "blocked", "capacity", "uint64", "bits", "capacities that the act needs and a consequence denied (Capacity)"
    ),
)
"""Acts, and those that came to nothing because of the scheme."""

SIGHTINGS: Final = (
    column("sightings", "origin", "uint32", "number", "who acted; of a false sighting the resident who is accused"),
    column("sightings", "step", "uint16", "step", "step of the act"),
    column("sightings", "family", "uint8", "code", "stream of luck of the act"),
    column("sightings", "ordinal", "uint8", "number", "place of the act in its stream, in this step"),
    column("sightings", "child", "uint8", "number", "as in acts"),
    column("sightings", "act", "uint8", "code", "act recorded"),
    column("sightings", "source", "uint8", "code", "source code of the manifest"),
    column("sightings", "truth", "uint8", "code", "true, false, of the wrong person or act (vocab.codes.Truth)"),
    column("sightings", "on_resident", "uint32", "number", "whom the record is about; the origin where it was lost"),
    column("sightings", "act_day", "uint16", "day", "day of the act, or of the invented act"),
    column("sightings", "due_day", "uint16", "day", "day on which the record takes effect"),
    column("sightings", "fate", "uint8", "code", "what became of it (vocab.codes.Fate); never MISSED"),
)
"""Looks of sources."""

OTHERS: Final = (
    column("places_given", "resident", "uint32", "number", "who got or lost the place"),
    column("places_given", "day", "uint16", "day", "day of the attempt"),
    column("places_given", "place", "uint8", "code", "what was asked for, from 1 (behaviours.act.PLACES)"),
    column("places_given", "won", "uint8", "code", "1 got it because of the scheme, 0 lost it because of the scheme"),
    column(
        "places_given", "other", "uint32", "number", "who lost or got it instead; the resident's own number for nobody"
    ),
    column("gauges", "resident", "uint32", "number", "whose quantity it is"),
    column("gauges", "day", "uint16", "day", "first day of the step in which the month begins"),
    column("gauges", "act", "uint8", "code", "what is counted; its unit stands with the act"),
    column("gauges", "milli", "int64", "1/1000", "the true quantity"),
    column("gauges", "logged_milli", "int64", "1/1000", "what of it is logged anywhere"),
    column("harms", "resident", "uint32", "number", "who suffered"),
    column("harms", "day", "uint16", "day", "day on which it reached them"),
    column("harms", "act", "uint8", "code", "what was done to them"),
    column("harms", "origin", "uint32", "number", "who did it"),
)
"""Places, quantities and harm."""
