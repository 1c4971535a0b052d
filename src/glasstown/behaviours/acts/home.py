"""A home and the people around it: buying, renting, partners, marriages, friends."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Counted, Multiplier
from glasstown.behaviours.figures import assumed, by_definition, event, per_holder
from glasstown.vocab.codes import Asset, Capacity, Effect, Standing

YOUNG: Final = assumed("0.366", "0.36", "0.37")
"""Residents of 18 to 44 as a share of all, from the census ages."""

MARRIED_AGES: Final = assumed("0.580", "0.57", "0.59")
"""Residents of 25 to 64 as a share of all, from the census ages."""

HALF_A_COUPLE: Final = by_definition("0.5")
WEALTH: Final = (Multiplier(0, assumed("0.4", "0.2", "0.8")), Multiplier(2, assumed("2", "1.2", "4")))

HOME: Final = (
    Act(
        id="property-purchase",
        title="Purchase of a home",
        who="the reference person of a household that owns none",
        victim="nobody",
        lawful=True,
        rate=assumed("0.06", "0.02", "0.15"),
        basis="committed",
        kind="household",
        needs=Standing.REFERENCE,
        needs_lack=Asset.HOME,
        capacity=Capacity.PROPERTY,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.HOME,
        income_factor=WEALTH,
    ),
    Act(
        id="rental-application",
        title="Application for a rented home",
        who="the reference person of a household that owns none",
        victim="nobody",
        lawful=True,
        rate=assumed("0.35", "0.15", "1"),
        basis="committed",
        kind="household",
        needs=Standing.REFERENCE,
        needs_lack=Asset.HOME,
        capacity=Capacity.RENTAL,
        effect_blocked=Effect.ASSET_GAINED,
        blocked_asset=Asset.SHORT_OF_MONEY,
        blocked_chance=assumed("0.5", "0.2", "0.9"),
    ),
    Act(
        id="partner-seeking",
        title="Looking for a partner through a dating service",
        who="residents of 18 to 44 without a partner",
        victim="nobody",
        lawful=True,
        rate=assumed("0.066", "0.02", "0.2"),
        basis="committed",
        to_age=44,
        needs_lack=Asset.PARTNER,
        capacity=Capacity.DATING,
        place="match",
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.PARTNER,
    ),
    Act(
        id="marriage",
        title="Marriage (each of the two)",
        who="residents of 18 to 44 with a partner",
        victim="nobody",
        lawful=True,
        rate=per_holder(per_holder(event("marriage"), YOUNG), assumed("0.158", "0.1", "0.25")),
        basis="committed",
        to_age=44,
        needs_assets=Asset.PARTNER,
        effect=Effect.ASSET_LOST,
        effect_asset=Asset.PARTNER,
        counts_for=(Counted("T61", HALF_A_COUPLE),),
    ),
    Act(
        id="divorce",
        title="Divorce (each of the two)",
        who="residents of 25 to 64",
        victim="nobody",
        lawful=True,
        rate=per_holder(event("divorce"), MARRIED_AGES),
        basis="committed",
        from_age=25,
        to_age=64,
        counts_for=(Counted("T62", HALF_A_COUPLE),),
    ),
    Act(
        id="elder-visit",
        title="Visit to an elderly parent",
        who="residents of 18 and older with an elderly parent",
        victim="nobody",
        lawful=True,
        rate=assumed("11", "4", "40"),
        basis="committed",
        kind="frequent",
        needs=Standing.HAS_ELDER,
        sightable=assumed("0.06", "0.05", "0.3"),
        detected=assumed("0.05", "0", "0.2"),
        hours=assumed("3", "1", "8"),
    ),
    Act(
        id="tie-lapse",
        title="A friendship lapses",
        who="residents of 14 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.17", "0.05", "0.5"),
        basis="committed",
        from_age=14,
        effect=Effect.TIE_CUT,
    ),
    Act(
        id="friend-made",
        title="A friendship is taken up again",
        who="residents of 14 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("0.17", "0.05", "0.5"),
        basis="committed",
        from_age=14,
        effect=Effect.TIE_REVIVED,
    ),
)
"""Homes, partners, parents and friends. Marriages and divorces leave households as they are."""
