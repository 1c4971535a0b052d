"""Columns of what a person can do about a scheme."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(name: str, kind: str, unit: str, text: str) -> Column:
    return Column("appeals", name, kind, unit, "simulate", text)


APPEALS: Final = (
    _c("resident", "uint32", "number", "who appealed"),
    _c("known_day", "uint16", "day", "day of the debit or count, or first day on the list"),
    _c("filed_day", "uint16", "day", "day on which the resident learned of it and appealed"),
    _c("decided_day", "uint16", "day", "day of the decision; the horizon where there was none"),
    _c("corrected_day", "uint16", "day", "first day on which it counts no more; 65535 where it went on"),
    _c("outcome", "uint8", "code", "0 refused, 1 upheld, 2 not decided by the end of the run"),
    _c(
        "what",
        "uint8",
        "code",
        "0 points that a rule took, 1 a record that an override counts, 2 a listing, "
        "3 a record by which a score is worked out",
    ),
    _c("number", "uint16", "code", "rule, override, ground or act code of the manifest"),
    _c("act", "uint8", "code", "act of the record behind it"),
    _c("source", "uint8", "code", "source of the record behind it"),
    _c("truth", "uint8", "code", "truth of the record behind it"),
    _c("via", "uint8", "code", "1 + the association through which points came; 0 for one's own"),
    _c("origin", "uint32", "number", "who acted, or the accused of a false record"),
    _c("ref", "uint32", "address", "step 12 bits, family 5, ordinal 6, source 6, child 3"),
)
"""One appeal against what one record did."""

CONSENTS: Final = (
    Column("consents", "resident", "uint32", "number", "simulate", "who joined, left, or was outside"),
    Column("consents", "day", "uint16", "day", "simulate", "first day on which it holds; day of a record taken"),
    Column("consents", "what", "uint8", "code", "simulate",
           "0 joined, 1 joined without knowing it, 2 left, 3 a record of somebody outside was taken, "
           "4 qualified anew, 5 no longer qualified"),
)  # fmt: skip
"""What residents did about being scored, and what was taken of those outside."""
