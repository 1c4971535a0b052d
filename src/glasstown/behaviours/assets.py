"""What it means to have or to carry each asset; `behaviours.start` says who does on day 0."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.codes import Asset

MEANINGS: Final[tuple[tuple[Asset, str], ...]] = (
    (Asset.HOME, "the household owns its home (kept by its reference person)"),
    (Asset.INSURED, "has private insurance beside the public one"),
    (Asset.PARTNER, "has a partner and is not married"),
    (Asset.LOAN, "owes a loan taken in a shortage of money"),
    (Asset.VISA, "may travel abroad"),
    (Asset.LICENCE, "holds a trade licence"),
    (Asset.PRESTIGE, "holds a post of high prestige"),
    (Asset.SICK, "is so ill that a hospital is needed"),
    (Asset.DEBT, "has not performed a judgment in force"),
    (Asset.ARREARS, "has bills or instalments in arrears"),
    (Asset.SHORT_OF_MONEY, "is short of money"),
    (Asset.HEALTH_INSURED, "has public health insurance"),
)
"""Every asset in order of its bit. Arrears and a shortage weigh on the household like somebody out of work."""
