"""Acts on the road. Drivers commit them often, so only the share that could be seen is drawn."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed, committed, detection, event, per_holder, scaled, summed
from glasstown.vocab.codes import Standing

DRIVERS: Final = assumed("0.32", "0.28", "0.36")
"""Licensed drivers per resident: about 456 million of 1,412 million, recalled."""

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
        age_profile="traffic_violation_recorded",
        sex_profile="traffic_violation_recorded",
        needs=Standing.DRIVER,
        sightable=assumed("0.05", "0.02", "0.2"),
    ),
    Act(
        id="drunk-driving",
        title="Driving after drinking",
        who="drivers of 18 and older",
        victim="the public",
        lawful=False,
        rate=per_holder(
            committed(summed(event("drunk_driving_crime"), event("dui_administrative")), detection("dui_per_trip")),
            DRIVERS,
        ),
        basis="recorded / detection",
        age_profile="traffic_violation_recorded",
        sex_profile="dui_administrative",
        needs=Standing.DRIVER,
        sightable=assumed("0.05", "0.02", "0.2"),
    ),
)
"""Frequent acts of the road."""
