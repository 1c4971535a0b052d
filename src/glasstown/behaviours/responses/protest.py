"""Protest: where a scheme has lost the trust that it began with, people protest more often.

That approval falls is measured: among students who were told for and against, from 53 to 29 in a hundred (Rieger,
Wang and Ohlberg 2020). What follows in the street nobody has counted; it is assumed.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.evidence import Figure

ID: Final = "protest"

ACT: Final = "protest"
"""The act that becomes more frequent."""

AT_NOTHING: Final[Figure] = assumed("8", "1", "30")
"""How many times as often people protest where nothing of the trust is left."""
