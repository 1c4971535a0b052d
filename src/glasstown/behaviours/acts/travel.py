"""Journeys, nights away and meals out, and what goes with them: what a travel ban takes away.

Trips are counted as boardings, so one journey by air there and back is two. A journey that is denied may
cost a contract (income) or a friendship (a tie): both chances are assumed.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Child, Counted, Multiplier
from glasstown.behaviours.figures import assumed, by_definition, event, scaled
from glasstown.vocab.codes import Asset, Capacity, Effect, Standing

EVERYBODY: Final = "residents of every age"
POORER: Final = Multiplier(0, assumed("0.6", "0.3", "1"))
RICHER: Final = Multiplier(2, assumed("1.6", "1", "3"))
ONE: Final = by_definition("1")
CONTRACT_LOST: Final = assumed("0.03", "0.005", "0.1")
FRIEND_LOST: Final = assumed("0.05", "0.01", "0.2")
FRIEND_SEEN: Final = assumed("0.05", "0.01", "0.2")

TRAVEL: Final = (
    Act(
        id="air-trip",
        title="Boarding a domestic flight",
        who=EVERYBODY,
        victim="nobody",
        lawful=True,
        rate=event("air_trip"),
        basis="committed",
        age_profile="travel",
        sex_profile="air_trip",
        from_age=0,
        capacity=Capacity.FLIGHT,
        effect_blocked=Effect.INCOME_DOWN,
        blocked_chance=CONTRACT_LOST,
        children=(Child("misconduct-on-flight", assumed("0.00002", "0.000002", "0.0002")),),
        income_factor=(POORER, RICHER),
        yuan=assumed("800", "300", "2000"),
        counts_for=(Counted("T63", ONE),),
    ),
    Act(
        id="high-speed-rail-trip",
        title="Journey by high-speed train",
        who=EVERYBODY,
        victim="nobody",
        lawful=True,
        rate=event("hsr_trip"),
        basis="committed",
        age_profile="travel",
        from_age=0,
        capacity=Capacity.HIGH_SPEED_RAIL,
        effect=Effect.TIE_REVIVED,
        effect_chance=FRIEND_SEEN,
        effect_blocked=Effect.TIE_CUT,
        blocked_chance=FRIEND_LOST,
        children=(Child("misconduct-on-train", assumed("0.00001", "0.000001", "0.0001")),),
        income_factor=(POORER, RICHER),
        yuan=assumed("200", "50", "600"),
        counts_for=(Counted("T64", ONE),),
    ),
    Act(
        id="misconduct-on-flight",
        title="Misconduct on board a flight or at an airport",
        who="residents on a flight",
        victim="the public",
        lawful=False,
        rate=assumed("0.00002", "0.000002", "0.0002"),
        basis="committed",
        kind="child",
        from_age=0,
        detected=assumed("0.1", "0.03", "0.5"),
    ),
    Act(
        id="misconduct-on-train",
        title="Misconduct on a train (smoking, a forged ticket, taking another's seat)",
        who="residents on a train",
        victim="the public",
        lawful=False,
        rate=assumed("0.00001", "0.000001", "0.0001"),
        basis="committed",
        kind="child",
        from_age=0,
        detected=assumed("0.1", "0.03", "0.5"),
    ),
    Act(
        id="visa-application",
        title="Application for a visa or a passport",
        who="residents of 18 and older without one",
        victim="nobody",
        lawful=True,
        rate=assumed("0.03", "0.01", "0.08"),
        basis="committed",
        needs_lack=Asset.VISA,
        capacity=Capacity.VISA,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.VISA,
        income_factor=(POORER, RICHER),
    ),
    Act(
        id="trip-abroad",
        title="Journey abroad",
        who="residents of 18 and older with a visa",
        victim="nobody",
        lawful=True,
        rate=assumed("0.35", "0.15", "1"),
        basis="committed",
        needs_assets=Asset.VISA,
        capacity=Capacity.FLIGHT,
        income_factor=(POORER, RICHER),
        yuan=assumed("6000", "2000", "20000"),
    ),
    Act(
        id="hotel-stay",
        title="Stay at a hotel",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=scaled(event("hotel_guest_night"), assumed("0.6", "0.4", "0.9")),
        basis="committed",
        kind="frequent",
        capacity=Capacity.HOTEL,
        effect_blocked=Effect.INCOME_DOWN,
        blocked_chance=CONTRACT_LOST,
        income_factor=(POORER, RICHER),
        sightable=assumed("0.1", "0.05", "1"),
        yuan=assumed("300", "100", "1000"),
    ),
    Act(
        id="restaurant-visit",
        title="Meal out with friends",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("12", "3", "40"),
        basis="committed",
        kind="frequent",
        capacity=Capacity.RESTAURANT,
        effect=Effect.TIE_REVIVED,
        effect_chance=assumed("0.3", "0.1", "0.6"),
        effect_blocked=Effect.TIE_CUT,
        blocked_chance=assumed("0.3", "0.1", "0.6"),
        income_factor=(POORER, RICHER),
        sightable=assumed("0.02", "0.01", "1"),
        yuan=assumed("150", "50", "500"),
    ),
    Act(
        id="restaurant-no-show",
        title="Booked table not taken",
        who="residents of 18 and older",
        victim="the public",
        lawful=True,
        rate=scaled(
            scaled(event("restaurant_reservation"), event("restaurant_no_show")), assumed("0.64", "0.6", "0.7")
        ),
        basis="committed",
    ),
    Act(
        id="family-visit",
        title="Journey to parents or kin who live elsewhere",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=assumed("2", "0.5", "6"),
        basis="committed",
        kind="frequent",
        effect=Effect.TIE_REVIVED,
        effect_chance=assumed("0.3", "0.1", "0.6"),
        sightable=assumed("0.1", "0.05", "1"),
        hours=assumed("24", "6", "100"),
        yuan=assumed("300", "50", "1500"),
    ),
    Act(
        id="licence-renewal",
        title="Application for a trade licence, or for its renewal",
        who="entrepreneurs",
        victim="nobody",
        lawful=True,
        rate=assumed("0.17", "0.08", "0.5"),
        basis="committed",
        needs=Standing.ENTREPRENEUR,
        capacity=Capacity.LICENCE,
        effect=Effect.ASSET_GAINED,
        effect_asset=Asset.LICENCE,
        effect_blocked=Effect.INCOME_DOWN,
        blocked_chance=assumed("0.7", "0.3", "1"),
    ),
)
"""Journeys, nights, meals, visas and licences."""
