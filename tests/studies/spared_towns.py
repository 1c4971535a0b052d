"""Small towns in which it is known by hand what would have spared whom: one act, one source that sees all of it.

Nobody acts otherwise for the scheme. Each act of one kind is one true record, and takes ten points of
a hundred. So whoever has `records` of them, and falls with more than `allowed`, is spared by any `records - allowed` of
them, and by no fewer.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from engine.lives import scheme_of
from glasstown.audit.life.fallen import fallen
from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.ledger.reader import Ledger
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live

TOWN: Final = {"people": 120, "days": 140, "step_days": 7, "seed": 1, "start": date(2020, 1, 1), "baseline": "none"}

COUNTED: Final = """
[scheme]
id = "counted"
title = "Ten points a time"
evidence = "constructed"
status = "made up"
place = "nowhere"
years = "never"
consent = "compulsory"
mark = "fiction"

[subjects]
min_age_years = 0
coverage = 1

[awareness]
start = 0
learned_per_year = 0

[score]
start = 100
lowest = 0
highest = 200
cap = "each-entry"
stack = "record"

[[act]]
id = "whistling"
title = "Whistling"
by = "adult"
victim = "nobody"
lawful = true
rate = 3

[[source]]
id = "ears"
title = "Ears"
context = "neighbourhood"
sees = ["whistling"]
detection = 1
false_per_year = 0
wrong_person = 0
match = "id-code"
delay_days = 3
delay = "fixed"

[[rule]]
id = "whistles"
act = "whistling"
points = -10

[[grade]]
id = "good"
at_least = {edge}
label = "good"

[[grade]]
id = "bad"
label = "bad"
"""

FRIENDS: Final = """
[[association]]
id = "friends"
tie = "friend"
carries = "losses"
share = 1
"""

APPEALED: Final = """
[[list]]
id = "notebook"
title = "A notebook"

[[ground]]
id = "noted"
list = "notebook"
acts = ["whistling"]

[[consequence]]
id = "told"
list = "notebook"
favour = ["private-job"]
notice = "given"

[appeal]
exists = true
filed = 1
filed_if_right = 1
upheld = 0
upheld_if_right = 0
days = 2
suspends = false
first = "oldest"
"""
"""Everybody is told of their first record by what takes nothing, appeals against it, and is refused."""


def counted(allowed: int, more: str = "") -> str:
    """The scheme in which whoever has more than `allowed` records falls."""
    return COUNTED.replace("{edge}", f"{100 - 10 * allowed - 5}") + more


def lived(text: str, folder: Path, **more: object) -> Path:
    """A finished run of a small town under a scheme."""
    silent = tuple(f"response:{name}" for name in RESPONSE_IDS)
    live(RunRequest(scheme=scheme_of(text), out=folder, **TOWN | {"without": silent} | more))
    return folder


def records_of(ledger: Ledger, resident: int) -> int:
    """How many records about a resident were counted."""
    return ledger.table("entries").filter((pl.col("resident") == resident) & (pl.col("via") == 0)).height


def with_records(ledger: Ledger, number: int) -> int:
    """The first resident who fell with so many records of their own."""
    return next(who for who in sorted(fallen(ledger)) if records_of(ledger, who) == number)
