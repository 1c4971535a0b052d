"""Bills and loans: what people pay late when they are short of money."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.figures import assumed, event, per_year
from glasstown.vocab.codes import Standing, Work

SHORT_OF_WORK: Final = Multiplier(1, assumed("2", "1.3", "4"))
IN_NEED: Final = Multiplier(2, assumed("4", "2", "8"))

CREDIT: Final = (
    Act(
        id="late-bill",
        title="Utility bill of the household paid late",
        who="the reference person of each household",
        victim="nobody",
        lawful=False,
        rate=per_year(event("late_utility_bill")),
        basis="households per year",
        needs=Standing.REFERENCE,
        strain_factor=(SHORT_OF_WORK, IN_NEED),
    ),
    Act(
        id="loan-default",
        title="Loan unpaid for ninety days",
        who="residents of 18 and older with a loan",
        victim="nobody",
        lawful=False,
        rate=per_year(event("loan_default_90d")),
        basis="persons per year",
        age_profile="defaulter_listing",
        needs=Standing.BORROWER,
        work_factor=(Multiplier(int(Work.OUT_OF_WORK), assumed("2.5", "1.5", "5")),),
        strain_factor=(Multiplier(1, assumed("1.5", "1", "3")), Multiplier(2, assumed("3", "1.5", "6"))),
    ),
)
"""Acts of money owed."""
