"""Columns of what holders were told, and of what was stolen from them."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column


def _c(name: str, kind: str, unit: str, text: str) -> Column:
    return Column("tellings", name, kind, unit, "simulate", text)


TELLINGS: Final = (
    _c("resident", "uint32", "number", "whom the record is about, or whose file was exposed"),
    _c("day", "uint16", "day", "day on which the holder was told, or the file was exposed"),
    _c("act", "uint8", "code", "act of the record; 255 where a file was exposed"),
    _c("source", "uint8", "code", "source code of the manifest; 255 likewise"),
    _c("truth", "uint8", "code", "what the record is (vocab.codes.Truth); 0 likewise"),
    _c("sharing", "uint8", "code", "sharing code of the manifest by which it came; 255 where a file was exposed"),
    _c("holder", "uint8", "code", "holder code of the manifest, 0 the scorer: who was told, or whose files they were"),
)
"""One record that one holder was told of, or one resident exposed by a theft."""
