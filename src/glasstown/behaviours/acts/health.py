"""Illness and what becomes of it: who is ill waits for a hospital, loses pay, and pays for it who is not insured."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.figures import assumed, event
from glasstown.vocab.codes import Asset, Capacity, Effect, Work

ILL: Final = "residents who are ill"

HEALTH: Final = (
    Act(
        id="illness",
        title="Falling so ill that a hospital is needed",
        who="residents of every age who are not ill",
        victim="nobody",
        lawful=True,
        rate=event("hospital_admission"),
        basis="committed",
        age_profile="medical_visit",
        sex_profile="medical_visit",
        from_age=0,
        needs_lack=Asset.SICK,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.SICK,
    ),
    Act(
        id="hospital-visit",
        title="Treatment asked for at a hospital",
        who=ILL,
        victim="nobody",
        lawful=True,
        rate=assumed("1.4", "0.7", "12"),
        basis="committed",
        from_age=0,
        needs_assets=Asset.SICK,
        capacity=Capacity.HOSPITAL,
        place="hospital-queue",
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.SICK,
    ),
    Act(
        id="recovery-without-care",
        title="Recovery without a hospital",
        who=ILL,
        victim="nobody",
        lawful=True,
        rate=assumed("0.3", "0.1", "1"),
        basis="committed",
        from_age=0,
        needs_assets=Asset.SICK,
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.SICK,
    ),
    Act(
        id="pay-lost-to-illness",
        title="Pay lost because of an illness",
        who="residents of 18 to 64 in work who are ill",
        victim="household",
        lawful=True,
        rate=assumed("0.35", "0.1", "1"),
        basis="committed",
        to_age=64,
        needs_assets=Asset.SICK,
        effect=Effect.INCOME_DOWN,
        only_when=(Work.EMPLOYED,),
    ),
    Act(
        id="medical-bill",
        title="Bill for treatment that nobody insured",
        who="residents of 18 and older who are ill and have no private insurance",
        victim="household",
        lawful=True,
        rate=assumed("0.35", "0.1", "1.5"),
        basis="committed",
        needs_assets=Asset.SICK,
        needs_lack=Asset.INSURED,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.SHORT_OF_MONEY,
        yuan=assumed("8000", "1000", "50000"),
    ),
    Act(
        id="insurance-purchase",
        title="Private insurance bought",
        who="residents of 18 to 64 without private insurance",
        victim="nobody",
        lawful=True,
        rate=assumed("0.1", "0.03", "0.3"),
        basis="committed",
        to_age=64,
        needs_lack=Asset.INSURED,
        capacity=Capacity.INSURANCE,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.INSURED,
        income_factor=(Multiplier(0, assumed("0.5", "0.2", "1")), Multiplier(2, assumed("1.5", "1", "3"))),
        yuan=assumed("3000", "500", "10000"),
    ),
)
"""Illness, care and insurance."""
