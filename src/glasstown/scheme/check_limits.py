"""Faults of size: more of a thing than the engine has room for."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from glasstown.scheme.faults import fault
from glasstown.scheme.sheet import Reading
from glasstown.scheme.tables import Sheets
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import MAX_DECLARED_ACTS
from glasstown.vocab.limits import MAX_CONSEQUENCES, MAX_GRADES, MAX_RULES, MAX_SOURCES, MAX_SOURCES_PER_ACT

_MOST: Final = (
    ("source", "LIM-sources", MAX_SOURCES),
    ("rule", "LIM-rules", MAX_RULES),
    ("grade", "LIM-grades", MAX_GRADES),
    ("consequence", "LIM-consequences", MAX_CONSEQUENCES),
    ("act", "LIM-acts", MAX_DECLARED_ACTS),
)


def check_limits(reading: Reading, sheets: Sheets) -> None:
    """Note every limit that is exceeded, at the first thing beyond it."""
    for table, code, most in _MOST:
        found = sheets.many(table)
        if len(found) > most:
            message = f"there are {len(found):,} tables [[{table}]]; at most {most:,}"
            reading.faults.append(fault(code, message, f"take {len(found) - most:,} out", found[most].span))
    _check_watchers(reading, sheets)


def _check_watchers(reading: Reading, sheets: Sheets) -> None:
    watchers: defaultdict[str, list[str]] = defaultdict(list)
    for sheet in sheets.many("source"):
        for act in sheet.names("sees"):
            watchers[act].append(sheet.id)
            if len(watchers[act]) == MAX_SOURCES_PER_ACT + 1:
                message = f"more than {MAX_SOURCES_PER_ACT} sources see {quoted(act)}: {', '.join(watchers[act])}"
                reading.note("LIM-sources-per-act", message, "let fewer sources see it", (*sheet.path, "sees"))
