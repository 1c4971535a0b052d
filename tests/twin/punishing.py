"""The twin's notion of a list that punishes."""

from __future__ import annotations


def is_punished_by_list(world, person):
    """Whether somebody stands on a list that harm follows from, or on a published one that nothing follows from."""
    for name in person["lists"]:
        rows = [row for row in world.text.consequences if row.on_list == name]
        if any(row.deny or min((level for _, level in row.degree + row.terms), default=0) < 0 for row in rows):
            return True
        if world.text.published and not rows:
            return True
    return False
