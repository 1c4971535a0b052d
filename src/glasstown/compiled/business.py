"""Acts of firms and governments that a file declares, as numbers. They belong to the town, as those of residents do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from glasstown.scheme.model import Scheme
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class OwnBusiness:
    """One declared act of organisations.

    Attributes:
        code: its act number.
        id: its name, by which its luck is addressed.
        title: what it is, in plain words.
        kind: who does it, one of `vocab.organisations.KINDS`.
        lawful: whether the law allows it.
        rate: acts per organisation and year.
        victim: the tie through which a resident suffers, or "".
        effect: what that does to the resident, in the next step.
        asset: which asset it gives or takes.
        chance: how likely that is; None for certain.
    """

    code: int
    id: str
    title: str
    kind: str
    lawful: bool
    rate: Figure
    victim: str
    effect: Effect
    asset: Asset
    chance: Figure | None


def lower_business(scheme: Scheme, codes: Mapping[str, int]) -> tuple[OwnBusiness, ...]:
    """Lower all declared acts of organisations, in order of their numbers."""
    return tuple(
        OwnBusiness(
            codes[act.id], act.id, act.title, act.by, act.lawful, act.rate, act.tie, act.harm.effect, act.harm.asset,
            act.harm.chance,
        )
        for act in scheme.business
    )  # fmt: skip
