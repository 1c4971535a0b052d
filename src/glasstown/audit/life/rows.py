"""Which tables make a life: one reader for each table that says how residents lived, and for what was seen of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from glasstown.audit.life.answers import appeals, consents, favours
from glasstown.audit.life.deeds import acts, denied, dues, gauges, harms, places
from glasstown.audit.life.event import Event, by_day
from glasstown.audit.life.names import Whose
from glasstown.audit.life.points import entries, refreshes, standings
from glasstown.audit.life.records import inferences, records, sightings, tellings, unborn
from glasstown.audit.life.standing import further_panel, grades, listings, panel, refusals, spells

Reader: TypeAlias = Callable[[Whose], Iterator[Event]]

READERS: Final[tuple[tuple[str, tuple[Reader, ...]], ...]] = (
    ("acts", (acts,)),
    ("sightings", (sightings, records, unborn)),
    ("entries", (entries,)),
    ("refreshes", (refreshes,)),
    ("standings", (standings,)),
    ("inferences", (inferences,)),
    ("listings", (listings,)),
    ("appeals", (appeals,)),
    ("consents", (consents,)),
    ("favours", (favours,)),
    ("tellings", (tellings,)),
    ("dues", (dues,)),
    ("spells", (spells,)),
    ("grades", (grades,)),
    ("blocked", (denied, refusals)),
    ("places_given", (places,)),
    ("gauges", (gauges,)),
    ("harms", (harms,)),
    ("panel", (panel,)),
    ("scores_panel", (further_panel,)),
)
"""Every table that is about residents, and what reads it."""


def events_of(whose: Whose) -> tuple[Event, ...]:
    """Everything that the ledger holds about one resident, by day."""
    return by_day([event for _, readers in READERS for read in readers for event in read(whose)])
