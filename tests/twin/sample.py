"""What the twin's index weighs, and of whom a record came since the days of a fit began."""

from __future__ import annotations

from fractions import Fraction


def refit_of(world):
    return world.text.refit if world.text else None


def weight_of(world, category):
    """What a category weighs now."""
    return getattr(world, "fitted", {}).get(category.id, Fraction(category.weight.value))


def note_record(world, person, act):
    """A record has reached the scorer."""
    sample = person.get("sample")
    if sample and act in refit_of(world).acts:
        sample["recorded"] = True
