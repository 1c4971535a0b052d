"""Changes of single keys of favour; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_favour import FAVOURED

_TABLES = {
    "rule": "favour = {",
    "ground.decision": "[ground.decision.favour]",
    "consequence.decision": "[consequence.decision.favour]",
}
_SHARES = {"self": "0.9", "household": "0.8", "kin": "0.75", "colleague": "0.5", "neighbour": "0.4", "friend": "0.6"}


def _one(table: str, tie: str) -> tuple[str, str, str, str]:
    """One share of one table becomes 0."""
    start = FAVOURED.index(_TABLES[table])
    old = f"{tie} = {_SHARES[tie]}"
    at = FAVOURED.index(old, start)
    return f"{table}.favour", tie, FAVOURED, f"{FAVOURED[:at]}{tie} = 0{FAVOURED[at + len(old) :]}"


def _none(table: str) -> tuple[str, str, str, str]:
    """The whole favour of one table goes."""
    start = FAVOURED.index(_TABLES[table])
    end = FAVOURED.index("\n", start) if table == "rule" else FAVOURED.index("\n\n", start)
    return table, "favour", FAVOURED, FAVOURED[:start] + FAVOURED[end + 1 :]


FAVOUR_CHANGES = tuple(change for table in _TABLES for change in (_none(table), *(_one(table, tie) for tie in _SHARES)))
"""Table, key, text, and the text with that key changed."""
