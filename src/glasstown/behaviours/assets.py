"""What residents have or carry: how it is meant, and who has it at day 0.

The shares at day 0 lie near the balance of what is gained and lost in a year without a scheme, so that a
town neither fills up nor empties in its first years. All of them are assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.behaviours.figures import assumed
from glasstown.vocab.codes import Asset, Standing
from glasstown.vocab.evidence import Figure


@dataclass(frozen=True, slots=True)
class Start:
    """Who has an asset at day 0.

    Attributes:
        asset: which.
        text: what it means to have it.
        share: of those who may have it at day 0.
        needs: standing facts without which nobody has it at day 0.
        from_age: completed years below which nobody has it at day 0.
        to_age: completed years above which nobody has it at day 0.
    """

    asset: Asset
    text: str
    share: Figure
    needs: Standing = Standing(0)  # noqa: RUF009  an immutable number
    from_age: int = 18
    to_age: int = 110


NONE: Final = assumed("0", "0", "0.01")

STARTS: Final[tuple[Start, ...]] = (
    Start(Asset.HOME, "the household owns its home", assumed("0.8", "0.6", "0.9"), needs=Standing.REFERENCE),
    Start(Asset.INSURED, "has private insurance beside the public one", assumed("0.25", "0.1", "0.4")),
    Start(Asset.PARTNER, "has a partner and is not married", assumed("0.158", "0.1", "0.25"), to_age=44),
    Start(Asset.LOAN, "owes a loan taken in a shortage of money", assumed("0.02", "0.005", "0.1")),
    Start(Asset.VISA, "may travel abroad", assumed("0.1", "0.05", "0.2")),
    Start(Asset.LICENCE, "holds a trade licence", assumed("0.9", "0.6", "1"), needs=Standing.ENTREPRENEUR),
    Start(Asset.PRESTIGE, "holds a post of high prestige", assumed("0.05", "0.02", "0.1"), to_age=64),
    Start(Asset.SICK, "needs a hospital", assumed("0.1", "0.02", "0.2"), from_age=0),
    Start(Asset.DEBT, "has not performed a judgment", assumed("0.01", "0.005", "0.03")),
    Start(Asset.ARREARS, "has bills or instalments in arrears", assumed("0.04", "0.01", "0.1")),
    Start(Asset.SHORT_OF_MONEY, "is short of money", assumed("0.04", "0.01", "0.1")),
)
"""One entry for every asset, in order of its bit."""
