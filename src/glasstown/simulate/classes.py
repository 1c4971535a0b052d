"""Public and private classes: how a resident's state enters the rates of acts.

Public: grade x nearness (aware, and in the lower part of a grade whose next one down hurts).
Private: aware x labour state x household strain. Both are product indices of at most 256.
"""

from __future__ import annotations

from typing import Final

WORK_STATES: Final = 3
STRAIN_LEVELS: Final = 3
PRIVATE_CLASSES: Final = 2 * WORK_STATES * STRAIN_LEVELS


def public_classes(grades: int) -> int:
    """Number of public classes of a scheme with this many grades."""
    return 2 * (grades + 1)


def grade_of(public: int) -> int:
    """The grade of a public class; 0 means not graded."""
    return public // 2


def is_near(public: int) -> bool:
    """Whether a public class is near the next grade down."""
    return public % 2 == 1


def work_of(private: int) -> int:
    """The labour state of a private class."""
    return private // STRAIN_LEVELS % WORK_STATES


def strain_of(private: int) -> int:
    """The household strain of a private class: 0 none, 1 somebody out of work, 2 in need."""
    return private % STRAIN_LEVELS
