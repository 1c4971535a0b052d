"""What an outside auditor would have seen, beside the exact truth: the gap is a result.

Whoever audits a real scheme has records and decisions, and not what was done, nor the same people without the scheme.
Here both are known, so that what such an auditor says can be held against what is so in the model.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm import (
    seen_conduct,
    seen_errors,
    seen_loss,
    seen_loss_matched,
    seen_meaning,
    seen_untrue,
)
from glasstown.audit.harm.contract import Metric

OUTSIDE: Final[tuple[Metric, ...]] = (
    seen_errors.METRIC,  # O01
    seen_meaning.METRIC,  # O02
    seen_untrue.METRIC,  # O03
    seen_conduct.METRIC,  # O04
    seen_loss.METRIC,  # O05
    seen_loss_matched.METRIC,  # O06
)
"""Estimates from records alone, each less, or over, the truth."""
