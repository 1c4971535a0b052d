"""Where every key and value of a scheme file stands (`vocab.places`)."""

from __future__ import annotations

from glasstown.vocab.places import DEEPEST, MOST_ITEMS, Lines, Path, Place, find_places, parse_tree

__all__ = ("DEEPEST", "MOST_ITEMS", "Lines", "Path", "Place", "find_places", "parse_tree")
