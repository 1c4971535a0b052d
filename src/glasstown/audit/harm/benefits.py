"""The other side of the scale: what a scheme gives, counted in the same form as what it takes.

No sum is made of the two. Who is spared an offence and who is punished for nothing are not the same people, and how
much of one is worth how much of the other is not a question that counting answers.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm import debts_paid, good_deeds, offences_averted, stood_behind, victims_spared
from glasstown.audit.harm.contract import Metric

BENEFITS: Final[tuple[Metric, ...]] = (
    offences_averted.METRIC,  # B01
    victims_spared.METRIC,  # B02
    debts_paid.METRIC,  # B03
    good_deeds.METRIC,  # B04
    stood_behind.METRIC,  # B05
)
