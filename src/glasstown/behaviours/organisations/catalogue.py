"""Every act of organisations, in one list. Add an act: one entry here, one line in `vocab.organisation_acts`."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.behaviours.organisation_act import OrganisationAct
from glasstown.behaviours.organisations.business import BUSINESS, SPEECH
from glasstown.behaviours.organisations.firms import FORBIDDEN
from glasstown.behaviours.organisations.governments import GOVERNING

ORGANISED: Final[tuple[OrganisationAct, ...]] = (*FORBIDDEN, *SPEECH, *BUSINESS, *GOVERNING)
"""All acts of firms and governments."""

ORGANISED_BY_ID: Final = {act.id: act for act in ORGANISED}
"""Each act of organisations by its name."""

TENDERS_PER_YEAR: Final = assumed("12", "4", "52")
"""Public contracts that the government of a district gives out in a year, whatever a scheme does."""

RULE_BREAKING_OCTAVES: Final = assumed("0.5", "0", "1.5")
"""By how much the rate of a forbidden act doubles with each standard deviation of its representative's trait."""
