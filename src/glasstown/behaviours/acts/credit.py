"""Bills and loans: what people pay late when they are short of money, and what money lent does for them."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Child, Multiplier
from glasstown.behaviours.figures import assumed, by_definition, event, per_year
from glasstown.vocab.codes import Asset, Capacity, Effect, Standing, Work

SHORT_OF_WORK: Final = Multiplier(1, assumed("2", "1.3", "4"))
IN_NEED: Final = Multiplier(2, assumed("4", "2", "8"))
ON_LESS: Final = Multiplier(0, assumed("1.6", "1.1", "3"))
ON_MORE: Final = Multiplier(2, assumed("0.7", "0.4", "1"))
OUT_OF_WORK: Final = Multiplier(int(Work.OUT_OF_WORK), assumed("2.5", "1.5", "5"))
STRAINED: Final = (Multiplier(1, assumed("1.5", "1", "3")), Multiplier(2, assumed("3", "1.5", "6")))
BORROWERS: Final = "residents of 18 and older with a loan"

CREDIT: Final = (
    Act(
        id="late-bill",
        title="Utility bill of the household paid late",
        who="the reference person of each household",
        victim="nobody",
        lawful=False,
        rate=per_year(event("late_utility_bill")),
        basis="households per year",
        kind="household",
        needs=Standing.REFERENCE,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.ARREARS,
        strain_factor=(SHORT_OF_WORK, IN_NEED),
        income_factor=(ON_LESS, ON_MORE),
    ),
    Act(
        id="loan-default",
        title="Loan unpaid for ninety days",
        who=BORROWERS,
        victim="nobody",
        lawful=False,
        rate=per_year(event("loan_default_90d")),
        basis="persons per year",
        age_profile="defaulter_listing",
        needs=Standing.BORROWER,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.ARREARS,
        work_factor=(OUT_OF_WORK,),
        strain_factor=STRAINED,
        income_factor=(ON_LESS, ON_MORE),
    ),
    Act(
        id="late-loan-payment",
        title="Instalment of a loan or a card paid thirty days late",
        who=BORROWERS,
        victim="nobody",
        lawful=False,
        rate=per_year(event("late_credit_payment_30d")),
        basis="persons per year",
        needs=Standing.BORROWER,
        work_factor=(OUT_OF_WORK,),
        strain_factor=STRAINED,
        income_factor=(ON_LESS, ON_MORE),
    ),
    Act(
        id="bill-paid-in-arrears",
        title="Arrears of bills or of a loan paid off",
        who="residents of 18 and older in arrears",
        victim="nobody",
        lawful=True,
        rate=assumed("1.4", "0.5", "6"),
        basis="committed",
        needs_assets=Asset.ARREARS,
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.ARREARS,
        strain_factor=(Multiplier(1, assumed("0.7", "0.4", "1")), Multiplier(2, assumed("0.4", "0.2", "0.8"))),
        income_factor=(Multiplier(0, assumed("0.7", "0.4", "1")), Multiplier(2, assumed("1.3", "1", "2"))),
        yuan=assumed("300", "50", "2000"),
    ),
    Act(
        id="loan-application",
        title="Application for a loan to get over a shortage of money",
        who="residents of 18 and older who are short of money and have no such loan",
        victim="nobody",
        lawful=True,
        rate=assumed("0.7", "0.2", "3"),
        basis="committed",
        needs_assets=Asset.SHORT_OF_MONEY,
        needs_lack=Asset.LOAN,
        capacity=Capacity.LOAN,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.LOAN,
        children=(Child("shortage-passes", by_definition("1")),),
    ),
    Act(
        id="loan-repaid",
        title="Such a loan repaid in full",
        who="residents of 18 and older with such a loan",
        victim="nobody",
        lawful=True,
        rate=assumed("0.35", "0.2", "1"),
        basis="committed",
        needs_assets=Asset.LOAN,
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.LOAN,
        income_factor=(Multiplier(0, assumed("0.6", "0.3", "1")), Multiplier(2, assumed("1.3", "1", "2"))),
    ),
    Act(
        id="shortage-passes",
        title="A shortage of money passes",
        who="residents of 18 and older who are short of money",
        victim="nobody",
        lawful=True,
        rate=assumed("0.7", "0.3", "2"),
        basis="committed",
        needs_assets=Asset.SHORT_OF_MONEY,
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.SHORT_OF_MONEY,
        work_factor=(Multiplier(int(Work.OUT_OF_WORK), assumed("0.4", "0.2", "0.8")),),
    ),
    Act(
        id="consumer-dispute",
        title="Dispute over goods or services bought",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=event("consumer_contract_dispute"),
        basis="committed",
    ),
    Act(
        id="contract-breach",
        title="Breach of a contract, a lease or a guarantee",
        who="residents of 18 and older",
        victim="one resident",
        lawful=False,
        rate=assumed("0.015", "0.004", "0.05"),
        basis="committed",
        age_profile="defaulter_listing",
        strain_factor=STRAINED,
        income_factor=(ON_LESS, ON_MORE),
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.1", "0.02", "0.3"),
    ),
    Act(
        id="utility-theft",
        title="Water, gas, power or heat taken without paying",
        who="the reference person of each household",
        victim="the public",
        lawful=False,
        rate=assumed("0.003", "0.0005", "0.02"),
        basis="committed",
        kind="household",
        needs=Standing.REFERENCE,
        strain_factor=(SHORT_OF_WORK, IN_NEED),
    ),
)
"""Acts of money owed."""
