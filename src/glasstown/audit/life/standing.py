"""Where a resident stood with the scheme: grades, lists, consequences and who was told of them, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from glasstown.audit.life.deeds import capacities
from glasstown.audit.life.event import Event
from glasstown.audit.life.names import NO_NAME, Whose, assets, days, points, truth_word
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.vocab.codes import Flag, Outcome, Schooling, Work
from glasstown.vocab.sighting_numbers import number_of

EXITS: Final = (
    "its term ended", "an exit was done", "the list ended", "still open at the end of the run",
    "an appeal was upheld", "consent was withdrawn", "it was repaired",
)  # fmt: skip
"""How a ground for a list ended, by code."""

STILL_OPEN: Final = 3


def grades(whose: Whose) -> Iterator[Event]:
    """Changes of grade, with what the first day of each holds."""
    rows = {row.code: row for row in whose.names.grades}
    for row in whose.rows("grades"):
        old, new = row["from_grade"], row["to_grade"]
        name = rows[new].id if new in rows else "none"
        score = f" of {whose.scores[row['score']]}" if len(whose.scores) > 1 else ""
        way = _way(old, new)
        text = f"{way}{score}: {f'{whose.grades[old]} to ' if old else ''}{whose.grades[new]}"
        facts = {"score": whose.scores[row["score"]], "from": whose.grades[old] if old else None, "fell": 0 < old < new}
        yield Event(row["day"], "grade", name, text, "grades", part=("grade", name) if new else None, facts=facts)


def _way(old: int, new: int) -> str:
    if not old:
        return "graded for the first time"
    return "graded no more" if not new else "falls" if new > old else "rises"


def listings(whose: Whose) -> Iterator[Event]:
    """Days on lists: on which ground, by which record, and how it ended."""
    grounds = {row.code: row for row in whose.names.grounds}
    lists = {row.code: row for row in whose.names.lists}
    for row in whose.rows("listings"):
        ground = grounds[row["ground"]]
        name, number = lists[ground.list].id, number_of(row["origin"], row["ref"], row["act"])
        act, source = whose.acts.get(row["act"], NO_NAME), whose.sources.get(row["source"], NO_NAME)
        part, truth = ("ground", ground.id), truth_word(row["truth"])
        facts = {"ground": ground.id, "known_day": row["known_day"], "entry_day": row["entry_day"],
                 "end_day": None if row["exit"] == STILL_OPEN else row["end_day"], "exit": EXITS[row["exit"]],
                 }  # fmt: skip
        if row["end_day"] <= row["entry_day"]:
            text = f"would have come onto {name} ({ground.id}), had it not ended before: {EXITS[row['exit']]}"
            yield Event(row["entry_day"], "listed", name, text, "listings", number, part, truth, facts)
            continue
        text = (
            f"on {name}, on the ground {ground.id} (recorded by {source} as {act}, known on day {row['known_day']:,}; "
        )
        text += f"{whose.in_truth(row['truth'], row['origin'])})"
        yield Event(row["entry_day"], "listed", name, text, "listings", number, part, truth, facts)
        if row["exit"] != STILL_OPEN:
            length = days(row["end_day"] - row["entry_day"])
            text = f"the ground {ground.id} for {name} ends after {length}: {EXITS[row['exit']]}"
            yield Event(row["end_day"], "unlisted", name, text, "listings", number, part, truth, facts)


def spells(whose: Whose) -> Iterator[Event]:
    """Consequences: when each began and ended, from which grade or list, and whether notice was given."""
    rows = {row.code: row for row in whose.names.consequences}
    for row in whose.rows("spells"):
        one = rows[row["consequence"]]
        part, cause = ("consequence", one.id), cause_of(whose, one)
        facts = {"start_day": row["start_day"], "end_day": None if row["open"] else row["end_day"],
                 "harms": one.harms, "cause": cause, "scope": one.scope, "deny": capacities(one.deny),
                 "favour": capacities(one.favour), "degree": one.degree}  # fmt: skip
        text = f"{one.id} holds, from {cause}{_through(one)}: {effect_of(one)}"
        yield Event(row["start_day"], "consequence-begun", one.id, text, "spells", part=part, facts=facts)
        if one.notice == "given":
            told = f"is told that {one.id} holds"
            yield Event(row["start_day"], "notice", one.id, told, "spells", part=part, facts={"way": "given"})
        if not row["open"]:
            text = f"{one.id} ends after {days(row['end_day'] - row['start_day'])}"
            yield Event(row["end_day"], "consequence-ended", one.id, text, "spells", part=part, facts=facts)


def cause_of(whose: Whose, one: ConsequenceRow) -> str:
    """The grade or the list from which a consequence follows, in words."""
    if one.list is None:
        return f"grade {whose.grades.get(one.grade, NO_NAME)}"
    return f"list {next(row.id for row in whose.names.lists if row.code == one.list)}"


def effect_of(one: ConsequenceRow) -> str:
    """What a consequence takes and gives, in words."""
    worse = [f"{name} {level:+d}" for name, level in one.degree.items()]
    parts = (("takes", capacities(one.deny)), ("favours", capacities(one.favour)), ("terms", worse))
    told = [f"{word} {', '.join(names)}" for word, names in parts if names]
    return "; ".join(told) or "neither takes nor gives anything"


def _through(one: ConsequenceRow) -> str:
    """Whom it hits beside who earned it."""
    whom = {"household": " of somebody in the household", "children": " of somebody in the household",
            "officers": " of the resident's firm", "officials": " of the district's government"}  # fmt: skip
    return whom.get(one.scope, "")


def refusals(whose: Whose) -> Iterator[Event]:
    """Days on which the resident hears by being refused: of the scheme, or, where people appeal, of the whole file."""
    hears_all = whose.ledger.manifest.appeals is not None
    for row in whose.rows("blocked"):
        if row["outcome"] != Outcome.DENIED:
            continue
        by, _ = whose.denied_by(row)
        told = [one for one in by if one.notice == "on-refusal"]
        if told or hears_all:
            act, name = whose.acts.get(row["act"], NO_NAME), (told or by)[0].id if told or by else "refusal"
            what = "of what is held against them" if hears_all else f"of {name}"
            yield Event(row["day"], "notice", name, f"hears {what} by being refused {act}", "blocked",
                        part=("consequence", name) if told or by else None, facts={"way": "refusal"})  # fmt: skip


def panel(whose: Whose) -> Iterator[Event]:
    """How the resident stands on the days of the panel."""
    for row in whose.rows("panel"):
        facts = _quarter(whose, row)
        said = [f"{points(row['score_milli'])} points"] if whose.scores else []
        said += [whose.grades[row["grade"]]] if row["grade"] else []
        said += [
            facts["work"],
            f"income {row['income_share']}/64 of day 0",
            *([facts["school"]] if facts["school"] else []),
        ]
        said += ["knows of the scheme"] if facts["aware"] else []
        said += ["not scored"] if whose.scores and not facts["scored"] else []
        said += ["in a household in need"] if facts["in_need"] else []
        said += [f"{facts['held_back']:,} acts held back so far"] if facts["held_back"] else []
        yield Event(row["day"], "quarter", "panel", "; ".join((*said, assets(row["assets"]))), "panel", facts=facts)


def _quarter(whose: Whose, row: dict[str, Any]) -> dict[str, Any]:
    flags, schooling = row["flags"], Schooling(row["schooling"])
    return {
        "score_milli": row["score_milli"] if whose.scores else None,
        "grade": whose.grades[row["grade"]] if row["grade"] else None,
        "aware": bool(flags & Flag.AWARE),
        "scored": bool(flags & Flag.COVERED),
        "in_need": bool(flags & Flag.NEED),
        "work": Work(row["work"]).name.lower().replace("_", " ").replace("outside", "outside the labour force"),
        "income_share_64ths": row["income_share"],
        "assets": assets(row["assets"]),
        "school": f"{schooling.name.lower()} school" if schooling else None,
        "ties_cut": row["ties_cut"].bit_count(),
        "held_back": row["held_back"],
    }


def further_panel(whose: Whose) -> Iterator[Event]:
    """The scores after the first on the days of the panel."""
    for row in whose.rows("scores_panel"):
        name = whose.scores[row["score"]]
        text = f"{name}: {points(row['score_milli'])} points"
        text += f", {whose.grades[row['grade']]}" if row["grade"] else ""
        facts = {"score": name, "score_milli": row["score_milli"], "grade": whose.grades[row["grade"]] or None}
        yield Event(row["day"], "quarter", name, text, "scores_panel", facts=facts)
