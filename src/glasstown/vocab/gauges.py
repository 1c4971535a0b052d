"""Registered numbers of gauges: quantities of a resident that are read once a month. Append only."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.acts import ACTS, GAUGES

GAUGE_CODES: Final[dict[str, int]] = {act.id: act.code for act in ACTS if act.id in GAUGES} | {
    "savings": 200,
    "wallet-spend": 201,
    "nights-away": 202,
}
"""The number of each gauge, which stands in the same column as the numbers of acts: those from 200 on are no acts."""

GAUGE_IDS: Final = tuple(GAUGE_CODES)
"""Every gauge, in the order of its number; tables of gauges have their rows in this order."""

MOST_OF_A_GAUGE: Final = 2_000_000
"""The greatest quantity that a scheme can tell from more, in the unit of the gauge."""
