"""An index that is fitted anew to its own records, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Refit:
    """When and from what the weights of an index are worked out anew.

    Attributes:
        acts: ids of the acts of which a record is what the index is to foretell.
        categories: ids of those that share their weights anew, in the order of their names.
        within: days before a fit in which records count; `every` where the file does not say.
        cut: value from which on a category counts as high.
        least: residents of whom there must be such a record.
    """

    acts: tuple[str, ...]
    categories: tuple[str, ...]
    every: Figure
    within: Figure
    cut: Figure
    least: Figure
    scope: str
    span: Span
