"""Acts on the road. Drivers commit them often, so only the share that could be seen is drawn."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Counted
from glasstown.behaviours.figures import (
    assumed,
    committed,
    detection,
    event,
    of_the_whole,
    per_holder,
    scaled,
    summed,
)
from glasstown.vocab.codes import Asset, Capacity, Effect, Standing

DRIVERS: Final = assumed("0.32", "0.28", "0.36")
"""Licensed drivers per resident: about 456 million of 1,412 million, recalled."""

SEEN_PARKED: Final = assumed("0.02", "0.005", "0.1")
SEEN_DRUNK: Final = detection("dui_per_trip")
REPORTED_CRASH: Final = assumed("0.3", "0.1", "0.7")
DRUNK_CRIME: Final = event("drunk_driving_crime")
DRUNK_ALL: Final = summed(DRUNK_CRIME, event("dui_administrative"))

TRAFFIC: Final = (
    Act(
        id="red-light",
        title="Driving through a red light",
        who="drivers of 18 and older",
        victim="the public",
        lawful=False,
        rate=per_holder(
            committed(
                scaled(event("traffic_violation_recorded_CN"), event("share_red_light")), detection("speeding_per_act")
            ),
            DRIVERS,
        ),
        basis="recorded / detection",
        kind="frequent",
        age_profile="traffic_violation_recorded",
        sex_profile="traffic_violation_recorded",
        needs=Standing.DRIVER,
        capacity=Capacity.DRIVING,
        sightable=assumed("0.05", "0.02", "0.2"),
        detected=detection("speeding_per_act"),
    ),
    Act(
        id="drunk-driving",
        title="Driving after drinking",
        who="drivers of 18 and older",
        victim="the public",
        lawful=False,
        rate=per_holder(committed(DRUNK_ALL, SEEN_DRUNK), DRIVERS),
        basis="recorded / detection",
        kind="frequent",
        age_profile="traffic_violation_recorded",
        sex_profile="dui_administrative",
        needs=Standing.DRIVER,
        capacity=Capacity.DRIVING,
        sightable=assumed("0.05", "0.02", "0.2"),
        detected=SEEN_DRUNK,
        counts_for=(Counted("T60", of_the_whole(DRUNK_CRIME, DRUNK_ALL, SEEN_DRUNK)),),
    ),
    Act(
        id="speeding",
        title="Driving faster than allowed",
        who="drivers of 18 and older",
        victim="the public",
        lawful=False,
        rate=per_holder(
            committed(
                scaled(event("traffic_violation_recorded_CN"), event("share_speeding")), detection("speeding_per_act")
            ),
            DRIVERS,
        ),
        basis="recorded / detection",
        kind="frequent",
        age_profile="traffic_violation_recorded",
        sex_profile="traffic_violation_recorded",
        needs=Standing.DRIVER,
        capacity=Capacity.DRIVING,
        sightable=assumed("0.02", "0.01", "0.1"),
        detected=detection("speeding_per_act"),
    ),
    Act(
        id="illegal-parking",
        title="Parking where it is forbidden",
        who="drivers of 18 and older",
        victim="the public",
        lawful=False,
        rate=per_holder(
            committed(scaled(event("traffic_violation_recorded_CN"), event("share_parking")), SEEN_PARKED), DRIVERS
        ),
        basis="recorded / detection",
        kind="frequent",
        age_profile="traffic_violation_recorded",
        sex_profile="traffic_violation_recorded",
        needs=Standing.DRIVER,
        capacity=Capacity.DRIVING,
        sightable=assumed("0.02", "0.01", "0.1"),
        detected=SEEN_PARKED,
    ),
    Act(
        id="accident",
        title="Causing an accident on the road",
        who="drivers of 18 and older",
        victim="one resident",
        lawful=False,
        rate=per_holder(committed(event("road_accident_recorded"), REPORTED_CRASH), DRIVERS),
        basis="recorded / detection",
        age_profile="traffic_violation_recorded",
        needs=Standing.DRIVER,
        capacity=Capacity.DRIVING,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.3", "0.1", "1"),
        detected=REPORTED_CRASH,
    ),
)
"""Acts of the road; all but the last are frequent."""
