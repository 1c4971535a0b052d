"""Judgments and taxes: what is owed to a creditor by order of a court, or to the state.

A judgment that is not performed opens a debt; performing it closes the debt. What debtors do in
between are the grounds on which courts list them.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.acts.credit import ON_LESS, ON_MORE, OUT_OF_WORK, STRAINED
from glasstown.behaviours.figures import ADULTS, assumed, committed, event, per_holder, scaled
from glasstown.vocab.codes import Asset, Effect, Standing
from glasstown.vocab.evidence import Figure

DEBTORS: Final = "residents of 18 and older with a judgment against them that is not performed"
TAX_FOUND: Final = assumed("0.01", "0.001", "0.1")
AT_EASE: Final = assumed("0.86", "0.75", "1")
"""Defaults of who is in work, with as much income as on day 0 and no strain at home, to those of everybody.

The published rate is that of everybody; the factors below raise the mean of a town by a sixth. Set to target T29.
"""

DEFAULTED: Final = per_holder(
    scaled(event("enforcement_case_received"), event("defaulter_natural_person_share")), ADULTS
)
DECLARED: Final = assumed("0.05", "0.01", "0.2")


def _of_debtor(name: str, title: str, rate: Figure) -> Act:
    """One way in which a debtor resists enforcement."""
    return Act(
        id=name, title=title, who=DEBTORS, victim="one resident", lawful=False, rate=rate, basis="committed",
        needs_assets=Asset.DEBT, detected=assumed("0.3", "0.1", "0.6"),
    )  # fmt: skip


COURTS: Final = (
    Act(
        id="judgment-default",
        title="A judgment in force is not performed, and the creditor asks for enforcement",
        who="residents of 18 and older",
        victim="one resident",
        lawful=False,
        rate=scaled(DEFAULTED, AT_EASE),
        basis="committed",
        age_profile="defaulter_listing",
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.DEBT,
        work_factor=(OUT_OF_WORK,),
        strain_factor=STRAINED,
        income_factor=(ON_LESS, ON_MORE),
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.3", "0.1", "0.7"),
        detected=assumed("0.98", "0.9", "1"),
    ),
    Act(
        id="judgment-performed",
        title="A debt under a judgment is paid or settled",
        who=DEBTORS,
        victim="nobody",
        lawful=True,
        rate=event("defaulter_removed_2023"),
        basis="committed",
        needs_assets=Asset.DEBT,
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.DEBT,
        work_factor=(Multiplier(1, assumed("0.5", "0.25", "0.9")),),
        income_factor=(Multiplier(0, assumed("0.5", "0.25", "0.9")), Multiplier(2, assumed("1.5", "1", "3"))),
        yuan=assumed("20000", "2000", "200000"),
    ),
    _of_debtor(
        "evasion-of-enforcement", "Property hidden from enforcement, or a sham suit", assumed("0.1", "0.02", "0.4")
    ),
    _of_debtor(
        "asset-report-refused", "A report on one's property refused or falsified", assumed("0.2", "0.05", "0.6")
    ),
    _of_debtor(
        "enforcement-obstructed", "Enforcement obstructed by forgery, threat or force", assumed("0.02", "0.005", "0.1")
    ),
    Act(
        id="tax-evasion",
        title="Taxes evaded",
        who="residents of 18 and older",
        victim="the public",
        lawful=False,
        rate=committed(event("tax_offence_natural_person"), TAX_FOUND),
        basis="recorded / detection",
        detected=TAX_FOUND,
    ),
    Act(
        id="tax-paid-late",
        title="Taxes of a business paid late",
        who="entrepreneurs",
        victim="the public",
        lawful=False,
        rate=assumed("0.1", "0.03", "0.3"),
        basis="committed",
        needs=Standing.ENTREPRENEUR,
        strain_factor=STRAINED,
    ),
    Act(
        id="false-declaration",
        title="False declaration to an office, for instance at the registration of a marriage",
        who="residents of 18 and older",
        victim="the public",
        lawful=False,
        rate=assumed("0.004", "0.0005", "0.02"),
        basis="committed",
        detected=DECLARED,
    ),
)
"""Acts of debtors and tax-payers."""
