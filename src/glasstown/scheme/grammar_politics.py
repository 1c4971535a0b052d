"""Grammar of politics: what a county thinks of the scheme, and what ends or changes it from within."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

SCOPES: Final = ("county", "nation")
"""Whose opinion is one: that of each county of 64 districts, or of the whole town."""

EVENTS: Final = ("learned", "debited", "debited_wrongly", "speech_debited", "punished", "rewarded")
"""What moves legitimacy, in the order of every table of it."""

_ZERO, _ONE, _MOST = Decimal(0), Decimal(1), Decimal(100)

_TEXTS: Final = (
    ("learned", "a subject learns of the scheme"),
    ("debited", "a rule takes points from somebody, by a record of their own"),
    ("debited_wrongly", "that record is untrue; beside `debited`"),
    ("speech_debited", "that record is of lawful speech, belief or meeting; beside `debited`"),
    ("punished", "somebody comes onto a list, or under a consequence that denies or worsens, after a step without any"),
    ("rewarded", "somebody comes under a consequence that favours or betters, after a step without any"),
)

POLITICS_TABLES: Final = (
    Table("legitimacy", "Which share of a county stands behind the scheme, and what moves that share. Nobody has an"
          " opinion of their own: it is one number for all of a county."),
    Table("trigger", "What must hold in a county, and for how long, before a version begins there.", many=True,
          named=True),
)  # fmt: skip
"""Tables of politics."""


def _share(name: str, text: str, *, required: bool = False, default: Decimal | None = None) -> Key:
    return Key("legitimacy", name, RUNNING, "figure", text, "share, 0 to 1", required=required, default=default,
               low=_ZERO, high=_ONE)  # fmt: skip


def _event(name: str, text: str) -> Key:
    return Key("legitimacy", name, RUNNING, "figure", f"added to it when {text}", "share, for one event per subject",
               default=_ZERO, low=-_MOST, high=_MOST)  # fmt: skip


POLITICS_KEYS: Final = (
    Key("legitimacy", "scope", RUNNING, "choice", "whose opinion is one, and in how much of the town a trigger acts",
        default="county", choices=SCOPES),
    _share("start", "share on day 0", required=True),
    _share("lowest", "share under which it never falls", default=_ZERO),
    _share("highest", "share above which it never rises", default=_ONE),
    *(_event(name, text) for name, text in _TEXTS),
    Key("legitimacy", "drift_per_year", RUNNING, "figure", "added to it in a year in which nothing happens",
        "share a year", default=_ZERO, low=-_ONE, high=_ONE),
    *mark_and_cite("legitimacy"),
    Key("trigger", "id", DECLARED, "name", "name of the trigger", required=True),
    Key("trigger", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("trigger", "version", RUNNING, "name", "the version that begins", required=True),
    Key("trigger", "legitimacy_below", RUNNING, "figure", "it holds while legitimacy is below this", "share, 0 to 1",
        low=_ZERO, high=_ONE),
    Key("trigger", "protests_above", RUNNING, "figure", "it holds while protests of a step are more than this; with"
        " legitimacy_below both must hold", "per 1,000 residents and year", low=_ZERO, high=Decimal(1_000_000)),
    Key("trigger", "for_days", RUNNING, "figure", "days for which it must have held, step after step; the version"
        " begins with the step after the next", "days", default=_ZERO, low=_ZERO, high=MAX_DAYS, whole=True),
    *mark_and_cite("trigger"),
)  # fmt: skip
"""Keys of politics."""
