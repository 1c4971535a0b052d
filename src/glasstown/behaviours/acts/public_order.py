"""Offences that the police record, and acts against the peace of a home or an office.

The recorded cases of 2020 (61.1 for 10,000 residents) are divided by an assumed chance that the police
hear of one; the chances are the weakest figures here.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Counted
from glasstown.behaviours.figures import ADULTS, assumed, committed, event, per_adult, per_holder, total
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.evidence import Figure

ADULT: Final = "residents of 18 and older"
NO_HARM: Final = Asset(0)


def _offence(
    name: str,
    title: str,
    rows: tuple[str, ...],
    seen: Figure,
    *,
    sex: str = "",
    victim: str = "nobody",
    harm: Asset = NO_HARM,
    harm_chance: Figure | None = None,
) -> Act:
    """One kind of recorded offence: its true rate is what was recorded over the chance of being recorded."""
    return Act(
        id=name,
        title=title,
        who=ADULT,
        victim=victim,
        lawful=False,
        rate=per_adult(total(*(event(row) for row in rows)), seen),
        basis="recorded / detection",
        age_profile="crime_generic",
        sex_profile=sex,
        victim_tie="customer" if harm else "",
        victim_effect=Effect.ASSET_GAINED if harm else Effect.NONE,
        victim_asset=harm,
        victim_chance=harm_chance,
        detected=seen,
        counts_for=(Counted("T59", seen),),
    )


OFFICE_HEARD: Final = assumed("0.3", "0.1", "0.6")

PUBLIC_ORDER: Final = (
    Act(
        id="domestic-violence",
        title="Violence at home",
        who=ADULT,
        victim="household",
        lawful=False,
        rate=assumed("0.02", "0.005", "0.06"),
        basis="committed",
        age_profile="crime_generic",
        sex_profile="assault_minor",
        victim_tie="household",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SICK,
        victim_chance=assumed("0.05", "0.01", "0.2"),
        detected=assumed("0.05", "0.01", "0.2"),
    ),
    Act(
        id="civil-dispute",
        title="Being sued by another party",
        who=ADULT,
        victim="nobody",
        lawful=True,
        rate=per_holder(committed(event("civil_first_instance"), assumed("0.9", "0.5", "0.98")), ADULTS),
        basis="recorded / detection",
        age_profile="defaulter_listing",
        detected=assumed("0.9", "0.5", "0.98"),
    ),
    Act(
        id="office-disturbance",
        title="Disturbance that obstructs a government or party office",
        who=ADULT,
        victim="the public",
        lawful=False,
        rate=per_adult(total(event("disturbing_unit_order"), event("obstructing_officials")), OFFICE_HEARD),
        basis="recorded / detection",
        age_profile="crime_generic",
        detected=OFFICE_HEARD,
        counts_for=(Counted("T59", OFFICE_HEARD),),
    ),
    _offence(
        "theft", "Theft of little value", ("theft_minor",), assumed("0.2", "0.08", "0.5"),
        sex="theft_minor", victim="one resident", harm=Asset.SHORT_OF_MONEY, harm_chance=assumed("0.1", "0.02", "0.3"),
    ),
    _offence(
        "assault", "Blows or an injury that is no crime", ("assault_minor", "intentional_injury_minor"),
        assumed("0.25", "0.1", "0.5"),
        sex="assault_minor", victim="one resident", harm=Asset.SICK, harm_chance=assumed("0.1", "0.02", "0.3"),
    ),
    _offence(
        "petty-fraud", "Fraud of little value", ("fraud_minor",), assumed("0.2", "0.05", "0.5"),
        victim="one resident", harm=Asset.SHORT_OF_MONEY, harm_chance=assumed("0.2", "0.05", "0.5"),
    ),
    _offence("drug-use", "Use of drugs", ("drug_offence",), assumed("0.05", "0.01", "0.2")),
    _offence("gambling", "Gambling for money", ("gambling",), assumed("0.02", "0.005", "0.1")),
    _offence(
        "public-disorder", "Disorder in a public place, quarrels sought", ("disturbing_public_place",
        "provoking_trouble"), assumed("0.3", "0.1", "0.6"), sex="assault_minor", victim="the public",
    ),
    _offence(
        "unregistered-letting", "Letting rooms without registering the guest", ("rental_management_breach",
        "hotel_management_breach"), assumed("0.05", "0.01", "0.2"),
    ),
    _offence(
        "extortion", "Extortion", ("extortion",), assumed("0.2", "0.05", "0.5"),
        victim="one resident", harm=Asset.SHORT_OF_MONEY, harm_chance=assumed("0.3", "0.1", "0.6"),
    ),
    _offence(
        "other-public-order", "Any other offence against public order", ("other_public_order", "prostitution",
        "dangerous_goods_breach", "weapons_carrying", "damage_public_facility", "ticket_scalping_forgery"),
        assumed("0.25", "0.1", "0.6"), victim="the public",
    ),
)  # fmt: skip
"""Offences and disputes."""
