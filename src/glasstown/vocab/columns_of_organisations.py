"""Columns of the tables about firms and governments. There is no name in any of them, and no code that is not ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from glasstown.vocab.column import Column, TableEntry

OWN_TABLES: Final = (
    ("organisations", "one firm or government, as society made it", "all of the town", (
        ("organisation", "uint32", "number", "the number of its place; there is no name"),
        ("representative", "uint32", "number", "number of the resident who runs a firm; 0 of a government"),
        ("size", "uint8", "code", "size of a firm (vocab.organisations.Size)"),
        ("industry", "uint8", "code", "what a firm does (vocab.organisations.Industry)"),
        ("ownership", "uint8", "code", "whose a firm is (vocab.organisations.Ownership)"),
        ("facts", "uint16", "bits", "what is true of it (vocab.organisations.OrganisationFact)"),
        ("founded_day", "int32", "day", "day of founding, counted from day 0 (negative before it)"),
        ("staff", "uint16", "residents", "residents whom a firm employs at day 0"),
    )),
    ("organisation_panel", "one firm or government on one day of the quarter", "every 91 days and at the end", (
        ("organisation", "uint32", "number", "the organisation"),
        ("day", "uint16", "day", "day on which the row holds, before anything of that day"),
        ("score_milli", "int32", "1/1000 point", "the first score of its kind as read; 0 where its kind has none"),
        ("grade", "uint8", "code", "grade of it in force"),
        ("lists", "uint16", "bits", "lists on which it stands, by code of the manifest"),
        ("sales_share", "uint8", "1/64", "sales as a share of those of day 0"),
        ("assets", "uint16", "bits", "what it has or owes (vocab.organisations.OrganisationAsset)"),
        ("held_back", "uint16", "acts", "lawful acts held back so far"),
    )),
    ("organisation_scores_panel", "one further score of one firm or government on one day of the quarter",
     "as in organisation_panel", (
        ("organisation", "uint32", "number", "the organisation"),
        ("day", "uint16", "day", "day on which the row holds, before anything of that day"),
        ("score", "uint8", "code", "score code of the manifest"),
        ("score_milli", "int32", "1/1000 point", "that score as read: its start plus all its entries"),
        ("grade", "uint8", "code", "grade of it in force"),
    )),
)  # fmt: skip
"""Tables that only organisations have: name, what one row is, whose rows are kept, and columns."""

LIKE_RESIDENTS: Final = (
    "acts", "blocked", "places_given", "harms", "sightings", "entries", "grades", "listings", "spells",
    "favours",
)  # fmt: skip
"""Tables of residents that organisations have likewise, with the same columns."""


def organisation_tables(of_residents: Iterable[TableEntry]) -> tuple[TableEntry, ...]:
    """Tables of organisations, given those of residents."""
    like = [entry for entry in of_residents if entry.name in LIKE_RESIDENTS]
    return (
        *(TableEntry(name, row, kept) for name, row, kept, _ in OWN_TABLES),
        *(
            TableEntry(f"organisation_{one.name}", f"{one.row}: firms and governments", "all organisations")
            for one in like
        ),
    )


def organisation_columns(of_residents: Iterable[Column]) -> tuple[Column, ...]:
    """Columns of their tables, given those of residents."""
    like = [one for one in of_residents if one.table in LIKE_RESIDENTS]
    return (
        *(
            Column(table, name, kind, unit, "society" if table == "organisations" else "simulate", text)
            for table, _, _, columns in OWN_TABLES
            for name, kind, unit, text in columns
        ),
        *(
            replace(one, table=f"organisation_{one.table}", name=one.name.replace("resident", "organisation"))
            for one in like
        ),
    )
