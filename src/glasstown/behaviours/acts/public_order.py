"""Acts against the peace of a home, a neighbour or an office."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import ADULTS, assumed, committed, event, per_holder, summed

PUBLIC_ORDER: Final = (
    Act(
        id="domestic-violence",
        title="Violence at home",
        who="residents of 18 and older",
        victim="household",
        lawful=False,
        rate=assumed("0.02", "0.005", "0.06"),
        basis="committed",
        age_profile="crime_generic",
        sex_profile="assault_minor",
    ),
    Act(
        id="civil-dispute",
        title="Being sued by another party",
        who="residents of 18 and older",
        victim="nobody",
        lawful=True,
        rate=per_holder(committed(event("civil_first_instance"), assumed("0.9", "0.5", "0.98")), ADULTS),
        basis="recorded / detection",
        age_profile="defaulter_listing",
    ),
    Act(
        id="office-disturbance",
        title="Disturbance that obstructs a government or party office",
        who="residents of 18 and older",
        victim="the public",
        lawful=False,
        rate=per_holder(
            committed(
                summed(event("disturbing_unit_order"), event("obstructing_officials")), assumed("0.3", "0.1", "0.6")
            ),
            ADULTS,
        ),
        basis="recorded / detection",
        age_profile="crime_generic",
    ),
)
"""Acts of public order and of the home."""
