"""Harbour, a toy town of forty, with every number worked out by hand.

The scheme: start 900, range 0 to 1,000, each entry clamped. A: 900 and more; B: 850 and more; D below,
and D may not take public jobs. Red light -50 (expires after 365 days), late bill -20, gift +10, a second
red light within 365 days a further -30. Steps of 7 days, 52 of them: 364 days.

Resident 1, seen rightly:      day 3 red light (850, B), day 10 red light (-50 and -30: 770, D).
                               D from day 14: 350 days, all of them with a true ground.
Resident 2, a false record:    day 3 red light (850), day 10 a FALSE red light (-50, -30: 770, D from 14).
                               Without it 850 stays, B: wrongly, all 350 days wrongful.
Resident 3, wrong and right:   day 20 a record of somebody else's red light (850), day 30 a true one
                               (-50, -30: 770, D from day 35), day 100 a true red light (690).
                               Without the wrong one: 850 after day 30, 770 after day 100: D from day 105.
                               Punished for own acts; wrongful days: 35 to 105, 70 of them.
Resident 4, never below 850:   day 50 late bill (880, B).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from glasstown.ledger.model import Kept, Manifest
from glasstown.vocab.codes import Entry, Flag, Truth
from towns import MANIFEST, NONE, write_run

PEOPLE = 40
HARBOUR: Manifest = replace(MANIFEST, people=PEOPLE, residents_lived=PEOPLE, kept=Kept("all", PEOPLE, PEOPLE))
WITHOUT: Manifest = replace(NONE, people=PEOPLE, residents_lived=PEOPLE, kept=Kept("all", PEOPLE, PEOPLE))

RED, BILL, GIFT, SECOND = 0, 1, 2, 3


def entry(resident: int, day: int, rule: int, delta: int, after: int, truth: Truth = Truth.TRUE, **more: Any) -> dict:
    """One movement, in points; the reference is made of step and source alone."""
    origin = resident if truth != Truth.WRONG_PERSON else resident + 20
    values = {
        "resident": resident, "day": day, "kind": Entry.RULE, "rule": rule, "truth": truth, "origin": origin,
        "ref": (day // 7) << 20, "delta_milli": delta * 1000, "score_after_milli": after * 1000,
    }  # fmt: skip
    return values | more


ENTRIES = (
    entry(1, 3, RED, -50, 850),
    entry(1, 3, SECOND, 0, 850),
    entry(1, 10, RED, -50, 800),
    entry(1, 10, SECOND, -30, 770),
    entry(2, 3, RED, -50, 850),
    entry(2, 3, SECOND, 0, 850),
    entry(2, 10, RED, -50, 800, Truth.FALSE),
    entry(2, 10, SECOND, -30, 770, Truth.FALSE),
    entry(3, 20, RED, -50, 850, Truth.WRONG_PERSON),
    entry(3, 20, SECOND, 0, 850, Truth.WRONG_PERSON),
    entry(3, 30, RED, -50, 800),
    entry(3, 30, SECOND, -30, 770),
    entry(3, 100, RED, -50, 720),
    entry(3, 100, SECOND, -30, 690),
    entry(4, 50, BILL, -20, 880),
)

SPELLS = (
    {"resident": 1, "consequence": 0, "grade": 3, "start_day": 14, "end_day": 364, "open": 1},
    {"resident": 2, "consequence": 0, "grade": 3, "start_day": 14, "end_day": 364, "open": 1},
    {"resident": 3, "consequence": 0, "grade": 3, "start_day": 35, "end_day": 364, "open": 1},
    {"resident": 4, "consequence": 1, "grade": 1, "start_day": 0, "end_day": 56, "open": 0},
)

GRADE_CHANGES = (
    {"resident": 1, "day": 7, "from_grade": 1, "to_grade": 2},
    {"resident": 1, "day": 14, "from_grade": 2, "to_grade": 3},
    {"resident": 2, "day": 7, "from_grade": 1, "to_grade": 2},
    {"resident": 2, "day": 14, "from_grade": 2, "to_grade": 3},
    {"resident": 3, "day": 21, "from_grade": 1, "to_grade": 2},
    {"resident": 3, "day": 35, "from_grade": 2, "to_grade": 3},
    {"resident": 4, "day": 56, "from_grade": 1, "to_grade": 2},
)

SCORES = {1: (770, 3), 2: (770, 3), 3: (690, 3), 4: (880, 2)}

PANEL = tuple(
    {"resident": n, "day": 364, "score_milli": SCORES.get(n, (900, 1))[0] * 1000, "grade": SCORES.get(n, (900, 1))[1],
     "flags": Flag.COVERED, "work": 2}
    for n in range(PEOPLE)
)  # fmt: skip

PERSONS = tuple(
    {"resident": n, "birth_day": -365 * 30, "group": 1 if n < 10 else 0, "income_fifth": n % 5} for n in range(PEOPLE)
)

PLACES = tuple({"resident": n, "province": n // 20} for n in range(PEOPLE))

GRADES = ((91, (37, 1, 2)), (182, (36, 1, 3)), (364, (36, 1, 3)))
GRADE_COUNTS = tuple(
    {"step": day // 7 - 1, "day": day, "grade": place + 1, "residents": number}
    for day, counts in GRADES
    for place, number in enumerate(counts)
)


def steps(out_of_work: int, in_need: int) -> tuple[dict, ...]:
    """Fifty-two steps of seven days, the same number of residents in each state all year."""
    return tuple(
        {"step": s, "day": 7 * s, "days": 7, "residents": PEOPLE, "out_of_work": out_of_work, "in_need": in_need}
        for s in range(52)
    )


ATTEMPTS = (
    {"step": 1, "act": 5, "group": 0, "done": 9, "blocked": 1},
    {"step": 2, "act": 5, "group": 1, "blocked": 1},
    {"step": 2, "act": 11, "group": 1, "blocked": 4, "no_place": 2},
    {"step": 3, "act": 0, "group": 1, "done": 4, "held_back": 3},
)

HARMS = (
    {"resident": 7, "day": 14, "act": 0, "origin": 1},
    {"resident": 8, "day": 21, "act": 0, "origin": 1},
)

GIVEN = (
    {"resident": 5, "day": 20, "place": 1, "won": 0, "other": 6},
    {"resident": 6, "day": 22, "place": 1, "won": 1, "other": 5},
    {"resident": 9, "day": 30, "place": 3, "won": 0, "other": 9},
)


def write_harbour(folder: Path, **changed: Any) -> Path:
    """Write both worlds of Harbour; `changed` replaces tables or the manifest of the scheme's world."""
    manifest = changed.pop("manifest", HARBOUR)
    tables = {
        "people": PERSONS, "places": PLACES, "entries": ENTRIES, "spells": SPELLS, "panel": PANEL,
        "grades": GRADE_CHANGES,
        "grade_counts": GRADE_COUNTS,
        "steps": steps(3, 2), "act_counts": ATTEMPTS, "harms": HARMS, "places_given": GIVEN,
    }  # fmt: skip
    write_run(folder, manifest, **{**tables, **changed})
    bills = [{"step": 1, "act": 5, "group": 0, "done": 4}, {"step": 2, "act": 11, "group": 0, "done": 50}]
    size = {"people": manifest.people, "residents_lived": manifest.residents_lived}
    without = replace(WITHOUT, without=manifest.without, **size)
    people, places = (changed.get(name, rows) for name, rows in (("people", PERSONS), ("places", PLACES)))
    write_run(folder / "baseline", without, people=people, places=places, steps=steps(2, 2), act_counts=bills)
    return folder
