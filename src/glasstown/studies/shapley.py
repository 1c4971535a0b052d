"""Shapley values in whole numbers: what each of several causes adds, over every order in which they could come.

The value of a cause is its mean addition over all n! orders. Times n! it is a whole number, so that the parts are kept
that way and their sum is exactly n! times the whole: nothing is rounded before it is shown.
"""

from __future__ import annotations

from math import factorial
from typing import Final

import numpy as np

from glasstown.vocab.arrays import I64

MOST: Final = 8
"""Causes that can share a whole: two to the eighth is 256 worlds."""


class Shares:
    """The shares of n causes, gathered world by world, in any order and each world once.

    Worlds are told by the causes that are there, one bit each. Shares are n! times what they are.
    """

    def __init__(self, causes: int, size: int) -> None:
        """Begin with nothing; `size` is how many residents have a share each."""
        if not 1 <= causes <= MOST:
            message = f"{causes} causes cannot share a whole: 1 to {MOST} can"
            raise ValueError(message)
        self.causes, self.times = causes, factorial(causes)
        self.parts: I64 = np.zeros((causes, size), np.int64)
        self.rest: I64 = np.zeros(size, np.int64)
        self.whole: I64 = np.zeros(size, np.int64)
        self._seen: set[int] = set()

    def add(self, there: int, values: I64) -> None:
        """Add a world.

        Args:
            there: bit i is 1 where cause i is there.
            values: (size,) what every resident has in it.
        """
        if there in self._seen:
            message = f"world {there:b} was added before"
            raise ValueError(message)
        self._seen.add(there)
        number = there.bit_count()
        for cause in range(self.causes):
            if there >> cause & 1:
                self.parts[cause] += factorial(number - 1) * factorial(self.causes - number) * values
            else:
                self.parts[cause] -= factorial(number) * factorial(self.causes - number - 1) * values
        if there == 0:
            self.rest = values.copy()
        if there == (1 << self.causes) - 1:
            self.whole = values.copy()

    @property
    def is_whole(self) -> bool:
        """Whether every world has been added."""
        return len(self._seen) == 1 << self.causes
