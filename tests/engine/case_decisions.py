"""Officials in cases: they always, or never, let off, and find that an exit does or does not: luck has no part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Ground


def asked_of(scheme: Scheme) -> list[str]:
    """What officials decide by luck: grounds and consequences by name, and exits of grounds as "exit:NAME"."""
    parts = (*scheme.grounds, *scheme.consequences)
    cases = [one.id for one in parts if one.decision and 0 < one.decision.override.value < 1]
    exits = (one.id for one in scheme.grounds if one.exit_override and 0 < one.exit_override.value < 1)
    return [*cases, *(f"exit:{name}" for name in exits)]


def decided(scheme: Scheme, lets_off: Sequence[str]) -> Scheme:
    """The scheme with officials who let off, or find that an exit does not do, where it is said, and nowhere else."""
    return replace(
        scheme,
        grounds=tuple(_exits(_let_off(one, lets_off), lets_off) for one in scheme.grounds),
        consequences=tuple(_let_off(one, lets_off) for one in scheme.consequences),
    )


def _let_off(one: Any, lets_off: Sequence[str]) -> Any:
    if one.decision is None:
        return one
    override = replace(one.decision.override, value=Decimal(int(one.id in lets_off)))
    return replace(one, decision=replace(one.decision, override=override))


def _exits(ground: Ground, lets_off: Sequence[str]) -> Ground:
    if ground.exit_override is None:
        return ground
    does_not = Decimal(int(f"exit:{ground.id}" in lets_off))
    return replace(ground, exit_override=replace(ground.exit_override, value=does_not))
