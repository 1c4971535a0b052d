"""Every metric of harm, by code. A new one is a file and a line here."""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm import parity_difference, wrongful_days
from glasstown.audit.harm.contract import Metric

HARMS: Final[tuple[Metric, ...]] = (
    parity_difference.METRIC,  # M01
    wrongful_days.METRIC,  # M15
)
