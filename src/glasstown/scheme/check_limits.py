"""Faults of size: more of a thing than the engine has room for."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from glasstown.scheme.check_agree import agreeing, feeding
from glasstown.scheme.faults import fault
from glasstown.scheme.sheet import Reading
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import acts_of_organisations, acts_of_residents
from glasstown.scheme.words import quoted
from glasstown.vocab.acts import MAX_DECLARED_ACTS
from glasstown.vocab.limits import (
    MAX_ASSOCIATIONS,
    MAX_CAPACITIES,
    MAX_CATEGORIES,
    MAX_CONSEQUENCES,
    MAX_GRADES,
    MAX_GROUNDS,
    MAX_HOLDERS,
    MAX_INFERENCES,
    MAX_LISTS,
    MAX_OPTIONS,
    MAX_OVERRIDES,
    MAX_QUANTITY_RULES,
    MAX_REPAIRS,
    MAX_RULES,
    MAX_SHARINGS,
    MAX_SOURCES,
    MAX_SOURCES_PER_ACT,
    MAX_STATE_RULES,
    MAX_TALLIES,
    MAX_TRIGGERS,
    MAX_VERSIONS,
    MAX_VOTES,
    MAX_WISHES,
)
from glasstown.vocab.organisation_acts import MAX_OWN_OF_ORGANISATIONS

_MOST: Final = (
    ("source", "LIM-sources", MAX_SOURCES),
    ("rule", "LIM-rules", MAX_RULES),
    ("grade", "LIM-grades", MAX_GRADES),
    ("consequence", "LIM-consequences", MAX_CONSEQUENCES),
    ("capacity", "LIM-capacities", MAX_CAPACITIES),
    ("list", "LIM-lists", MAX_LISTS),
    ("ground", "LIM-grounds", MAX_GROUNDS),
    ("version", "LIM-versions", MAX_VERSIONS),
    ("association", "LIM-associations", MAX_ASSOCIATIONS),
    ("holder", "LIM-holders", MAX_HOLDERS),
    ("sharing", "LIM-sharings", MAX_SHARINGS),
    ("override", "LIM-overrides", MAX_OVERRIDES),
    ("repair", "LIM-repairs", MAX_REPAIRS),
    ("category", "LIM-categories", MAX_CATEGORIES),
    ("inference", "LIM-inferences", MAX_INFERENCES),
    ("state_rule", "LIM-state-rules", MAX_STATE_RULES),
    ("quantity_rule", "LIM-quantity-rules", MAX_QUANTITY_RULES),
    ("trigger", "LIM-triggers", MAX_TRIGGERS),
    ("vote", "LIM-votes", MAX_VOTES),
    ("wish", "LIM-wishes", MAX_WISHES),
    ("option", "LIM-options", MAX_OPTIONS),
)


def check_limits(reading: Reading, sheets: Sheets) -> None:
    """Note every limit that is exceeded, at the first thing beyond it."""
    for table, code, most in _MOST:
        found = sheets.many(table)
        if len(found) > most:
            message = f"there are {len(found):,} tables [[{table}]]; at most {most:,}"
            reading.faults.append(fault(code, message, f"take {len(found) - most:,} out", found[most].span))
    _check_acts(reading, sheets)
    _check_watchers(reading, sheets)
    _check_tallies(reading, sheets)


def _check_acts(reading: Reading, sheets: Sheets) -> None:
    """Acts of residents and those of organisations have numbers of their own."""
    for found, code, most, whose in (
        (acts_of_residents(sheets), "LIM-acts", MAX_DECLARED_ACTS, "residents"),
        (acts_of_organisations(sheets), "LIM-acts-of-organisations", MAX_OWN_OF_ORGANISATIONS, "firms and governments"),
    ):
        if len(found) > most:
            message = f"there are {len(found):,} tables [[act]] of {whose}; at most {most:,}"
            reading.faults.append(fault(code, message, f"take {len(found) - most:,} out", found[most].span))


def _check_tallies(reading: Reading, sheets: Sheets) -> None:
    counting = [(*sheet.path, "acts") for sheet in sheets.many("override") if "acts" in sheet.given]
    counting += [(*sheet.path, "per_days") for sheet in sheets.many("rule") if "per_days" in sheet.given]
    groups = {sheet.text("group"): sheet for sheet in sheets.many("rule") if sheet.text("group")}
    counting += [(*sheet.path, "group") for sheet in groups.values()]
    for sheet in (*sheets.many("rule"), *sheets.many("ground")):
        counting += [(*sheet.path, "repeat")] if "repeat" in sheet.given else []
    counting += [(*sheet.path, "rules") for sheet in sheets.many("cap")]
    counting += [(*sheet.path, "per_days") for sheet in sheets.many("repair") if "per_days" in sheet.given]
    for rule, _ in agreeing(sheets):
        counting += [(*rule.path, "agree")] * len(feeding(sheets, rule))
    if len(counting) > MAX_TALLIES:
        message = f"{len(counting)} counts of records are kept; at most {MAX_TALLIES} can be"
        fix = "merge those that count the same records, or leave some of it out"
        reading.note("LIM-tallies", message, fix, counting[MAX_TALLIES])


def _check_watchers(reading: Reading, sheets: Sheets) -> None:
    watchers: defaultdict[str, list[str]] = defaultdict(list)
    for sheet in sheets.many("source"):
        for act in sheet.names("sees"):
            watchers[act].append(sheet.id)
            if len(watchers[act]) == MAX_SOURCES_PER_ACT + 1:
                message = f"more than {MAX_SOURCES_PER_ACT} sources see {quoted(act)}: {', '.join(watchers[act])}"
                reading.note("LIM-sources-per-act", message, "let fewer sources see it", (*sheet.path, "sees"))
