"""The shipped court list as hand-worked cases need it, and the names they use."""

from __future__ import annotations

import re
from functools import cache

from glasstown.scheme.library import find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme

TERM, PERFORMED, ENDED, OPEN = range(4)
DEFAULT, PAID = "judgment-default", "judgment-performed"
EVADES, REFUSES, OBSTRUCTS = "evasion-of-enforcement", "asset-report-refused", "enforcement-obstructed"
REGISTER, JUDGES = "enforcement-register", "enforcement-judges"
LIMIT, LIST = "spending-limit", "defaulters"

_OVERRIDE = re.compile(r"override = \{ value = [\d.]+, band = \[[\d., ]+\]")


@cache
def court_text() -> str:
    """The file as shipped."""
    return find("court-list").read_text(encoding="utf-8")


@cache
def court_of(limit: int = 0, listing: int = 0) -> Scheme:
    """The court list with judges who let off nobody (0) or everybody (1): luck takes no part in what is worked by hand.

    Args:
        limit: for the limit on spending.
        listing: for ground 1.
    """
    answers = iter((limit, listing))
    text, judges = _OVERRIDE.subn(lambda _: f"override = {{ value = {next(answers)}, band = [0, 1]", court_text())
    assert judges == 2
    return parse_scheme(text)
