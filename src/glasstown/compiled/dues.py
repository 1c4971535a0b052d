"""The tables of what falls due: after which acts, when, how likely it fails, and what happens then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from glasstown.scheme.model import Scheme
from glasstown.vocab.names import name_digest


@dataclass(frozen=True, slots=True)
class DueRow:
    """What one declared act leaves owing, as numbers.

    Attributes:
        act: number of the act; digest: of its name.
        days: after which it falls due.
        fails, paid: numbers of the acts that happen then; -1 for none.
        settled_by: numbers of acts that make it good before.
        chance: how likely it fails for who has work and enough.
        times: factors for who is out of work, in a household in need, earning less, and short of money.
    """

    act: int
    digest: int
    days: int
    fails: int
    paid: int
    settled_by: tuple[int, ...]
    chance: Decimal
    times: tuple[Decimal, Decimal, Decimal, Decimal]


def lower_dues(scheme: Scheme, codes: Mapping[str, int]) -> tuple[DueRow, ...]:
    """Lower what every declared act leaves owing, in order of the acts."""
    return tuple(
        DueRow(
            act=codes[act.id],
            digest=name_digest(act.id),
            days=int(due.days.value),
            fails=codes[due.fails],
            paid=codes[due.paid] if due.paid else -1,
            settled_by=tuple(sorted({codes[name] for name in due.settled_by})),
            chance=due.chance.value,
            times=(due.out_of_work.value, due.in_need.value, due.earns_less.value, due.short_of_money.value),
        )
        for act in scheme.acts
        if (due := act.due) is not None
    )
