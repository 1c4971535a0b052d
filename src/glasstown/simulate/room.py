"""How much room buffers of rows have at first."""

from __future__ import annotations

from typing import Final

FEWEST_ROWS: Final = 256
"""Rows that a buffer has room for at first; it is doubled and filled again when it was too small."""
