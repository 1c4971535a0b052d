"""Columns of what counties think of a scheme, and of versions that begin there."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(table: str, name: str, kind: str, unit: str, text: str) -> Column:
    return Column(table, name, kind, unit, "simulate", text)


POLITICS: Final = (
    _c("counties", "step", "uint16", "step", "number of the step"),
    _c("counties", "day", "uint16", "day", "first day of the step"),
    _c("counties", "county", "uint16", "number", "number of the county of 64 districts; 65535: all of the town"),
    _c("counties", "residents", "int64", "residents", "residents lived"),
    _c("counties", "subjects", "int64", "residents", "residents whom the scheme scores at the end of the step"),
    _c("counties", "legitimacy_nano", "int64", "1e-9", "share that stands behind the scheme after the step"),
    _c("counties", "learned", "int64", "residents", "residents who learned of the scheme in the step"),
    _c("counties", "debited", "int64", "entries", "movements by which a rule took points"),
    _c("counties", "debited_wrongly", "int64", "entries", "those of them that rest on an untrue record"),
    _c("counties", "speech_debited", "int64", "entries", "those of them for lawful speech, belief or meeting"),
    _c("counties", "punished", "int64", "residents", "residents listed, denied something or put on worse terms anew"),
    _c("counties", "rewarded", "int64", "residents", "residents favoured or put on better terms anew"),
    _c("counties", "protests", "int64", "acts", "protests that took place"),
    _c("versions_begun", "county", "uint16", "number", "the county in which it begins"),
    _c("versions_begun", "day", "uint16", "day", "first day of the version there"),
    _c("versions_begun", "version", "uint8", "code", "version code of the manifest"),
    _c("versions_begun", "trigger", "uint8", "number", "place of the trigger in the file, from 0"),
)
"""Counties step by step, and versions that a trigger began."""
