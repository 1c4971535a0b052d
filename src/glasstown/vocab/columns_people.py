"""Columns of who lives in a town, as society made them."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import column

PEOPLE: Final = (
    column("people", "resident", "uint32", "number", "the resident's number; there is no name", "society"),
    column("people", "birth_day", "int32", "day", "day of birth, counted from day 0 (negative before it)", "society"),
    column("people", "sex", "uint8", "code", "0 male, 1 female", "society"),
    column("people", "urban", "uint8", "code", "1 where the neighbourhood is urban, 0 where it is rural", "society"),
    column("people", "group", "uint8", "code", "invented group (vocab.codes.Group)", "society"),
    column("people", "education", "uint8", "code", "highest schooling completed (vocab.codes.Education)", "society"),
    column(
        "people", "sector", "uint8", "code", "where the resident works or last worked, at day 0 (Sector)", "society"
    ),
    column("people", "role", "uint8", "code", "public role (vocab.codes.Role)", "society"),
    column(
        "people",
        "income_fifth",
        "uint8",
        "fifth",
        "0 the poorest fifth of the nation to 4 the richest, by income per head, town and country together",
        "society",
    ),
    column("people", "household", "uint32", "number", "number of the household's first member", "society"),
)
"""Residents."""

PLACES: Final = (
    column("places", "resident", "uint32", "number", "the resident's number", "society"),
    column(
        "places",
        "province",
        "uint8",
        "code",
        "index among the provinces of the manifest; the finest real place",
        "society",
    ),
)
"""Their provinces, beside nothing else about them."""
