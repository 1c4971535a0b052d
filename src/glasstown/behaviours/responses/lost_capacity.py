"""Lost capacity: a lost job, a ban or a debt makes the next bill late and the next loan fail.

The factors stand with each act (by labour state, strain of the household, and income against day 0); this response
is what lets them work. Swedes with one more year of a bad credit mark earned about 1,000 US dollars less (Bos,
Breza and Liberman 2016, NBER working paper 22436); Americans no less at all (Dobbie, Goldsmith-Pinkham, Mahoney and
Song 2020, doi:10.1111/jofi.12954).
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.codes import Asset

ID: Final = "lost-capacity"

_CREDIT: Final = next(family.number for family in FAMILIES if family.name == "credit")
_OF_CREDIT: Final = frozenset(act.id for act in ACTS if act.family == _CREDIT)
_OWED: Final = Asset.ARREARS | Asset.LOAN | Asset.DEBT


def concerns(act: Act) -> bool:
    """Whether an act is a bill or a debt, or the payment of one: what this response lets money weigh on."""
    return act.id in _OF_CREDIT or bool(act.needs_assets & _OWED)
