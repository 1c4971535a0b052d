"""Records of one act: several sources write down what was done on one day, and one record alone may count.

Which one that is (`score.stack`) is not worked out here: the kernel that marks the others in a run is asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np

from glasstown.simulate.sightings import DUPLICATE, LOOK, RECORDED, mark_duplicates
from glasstown.vocab.arrays import U32


class Seen(NamedTuple):
    """What one source wrote down: of which deed, on which day, and the number of the source."""

    deed: Hashable
    day: int
    source: int


def not_the_first(seen: Sequence[Seen], digest: U32) -> set[int]:
    """Places of records that do not count where one act counts once.

    Args:
        seen: what is written down. A source that writes one deed down twice means two deeds, of which nothing is said.
        digest: digest of the name of each source.
    """
    late: set[int] = set()
    for deed in {one.deed for one in seen}:
        places = [place for place, one in enumerate(seen) if one.deed == deed]
        looks = np.zeros(len(places), dtype=LOOK)
        looks["due_day"] = [seen[place].day for place in places]
        looks["source"] = [seen[place].source for place in places]
        looks["fate"] = RECORDED
        if np.unique(looks["source"]).size == looks.size:
            mark_duplicates(digest, looks, 0, looks.size)
        late |= {place for place, look in zip(places, looks, strict=True) if look["fate"] == DUPLICATE}
    return late
