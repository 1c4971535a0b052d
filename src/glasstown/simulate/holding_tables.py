"""The table of holders of one world."""

from __future__ import annotations

import numpy as np

from glasstown.compiled.holders import nobody_holds
from glasstown.compiled.model import CompiledScheme
from glasstown.simulate.holding import Holding
from glasstown.simulate.watch_tables import declared_digests


def holding_of(compiled: CompiledScheme | None) -> Holding:
    """The holders of a world."""
    names = compiled.sources.digest if compiled else np.zeros(0, np.uint32)
    return Holding(compiled.holders if compiled else nobody_holds(), names, declared_digests(compiled))
