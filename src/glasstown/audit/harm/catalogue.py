"""Every metric of harm, by code. A new one is a file and a line here."""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm import (
    escape_time,
    others_share,
    parity_difference,
    price_of_deterrence,
    speech_suppressed,
    wrongful_days,
)
from glasstown.audit.harm.contract import Metric

HARMS: Final[tuple[Metric, ...]] = (
    parity_difference.METRIC,  # M01
    wrongful_days.METRIC,  # M15
    others_share.METRIC,  # M16
    escape_time.METRIC,  # M19
    speech_suppressed.METRIC,  # M26
    price_of_deterrence.METRIC,  # M40
)
