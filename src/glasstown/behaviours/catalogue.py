"""Every act of residents, in one list. Add an act: one entry in its domain's file, one line in `vocab.acts`."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.acts.careers import CAREERS
from glasstown.behaviours.acts.conduct import CONDUCT
from glasstown.behaviours.acts.courts import COURTS
from glasstown.behaviours.acts.credit import CREDIT
from glasstown.behaviours.acts.gauges import GAUGES
from glasstown.behaviours.acts.good_deeds import GOOD_DEEDS
from glasstown.behaviours.acts.health import HEALTH
from glasstown.behaviours.acts.home import HOME
from glasstown.behaviours.acts.livelihood import LIVELIHOOD
from glasstown.behaviours.acts.public_order import PUBLIC_ORDER
from glasstown.behaviours.acts.streets import STREETS
from glasstown.behaviours.acts.trade import TRADE
from glasstown.behaviours.acts.traffic import TRAFFIC
from glasstown.behaviours.acts.travel import TRAVEL
from glasstown.behaviours.acts.voice import VOICE

RESIDENT_ACTS: Final[tuple[Act, ...]] = (
    *TRAFFIC,
    *PUBLIC_ORDER,
    *STREETS,
    *CREDIT,
    *COURTS,
    *TRADE,
    *VOICE,
    *GOOD_DEEDS,
    *CONDUCT,
    *LIVELIHOOD,
    *CAREERS,
    *HOME,
    *HEALTH,
    *TRAVEL,
    *GAUGES,
)
"""All acts that the default society commits."""
