"""The names by which schemes call what they take away or favour."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.codes import Capacity

CAPACITIES: Final = (
    ("public-job", Capacity.PUBLIC_JOB, "being hired by a government or public body"),
    ("private-job", Capacity.PRIVATE_JOB, "being hired by a private employer"),
    ("government-support", Capacity.GOVERNMENT_SUPPORT, "being granted public support in need"),
)
"""Every capacity: name, bit, meaning."""

CAPACITY_IDS: Final = tuple(name for name, _, _ in CAPACITIES)
"""The names a consequence may use."""

CAPACITY_BITS: Final = {name: bit for name, bit, _ in CAPACITIES}
"""From name to bit."""
