"""The contexts of life that sources, rules and consequences belong to."""

from __future__ import annotations

from typing import Final

CONTEXTS: Final = (
    "association",
    "consumption",
    "credit",
    "education",
    "employment",
    "family",
    "health",
    "housing",
    "neighbourhood",
    "online",
    "public-office",
    "public-order",
    "religion",
    "speech",
    "tax",
    "traffic",
    "welfare",
)
"""The default taxonomy. How related two contexts are is for the review to say, never for a scheme."""
