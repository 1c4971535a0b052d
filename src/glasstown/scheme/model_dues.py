"""What a scheme file says of acts that fall due, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Due:
    """What an act leaves owing.

    Attributes:
        days: after which it falls due.
        fails: the act that happens then where it is not made good.
        chance: how likely that is.
        paid: the act that happens then where it is; "" for none.
        settled_by: acts that make it good before.
        out_of_work, in_need, earns_less, short_of_money: so many times as likely for whom that is so.
    """

    days: Figure
    fails: str
    chance: Figure
    paid: str
    settled_by: tuple[str, ...]
    out_of_work: Figure
    in_need: Figure
    earns_less: Figure
    short_of_money: Figure
