"""Small nuisances of the street and of screens: frequent, hardly ever seen, and loved by point schemes.

Nobody counts them; every rate is assumed, and a town dweller's is meant. Only the sightable share is
drawn. A source may not claim to see more of them than that share on the mean over all places.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.figures import assumed, detection, event, per_adult, scaled
from glasstown.vocab.codes import Asset, Effect, Standing
from glasstown.vocab.evidence import Figure

IN_TOWN: Final = assumed("0.64", "0.6", "0.7")
"""Share of residents who live in a town; a rate per town dweller becomes one per resident."""

FRAUD_HEARD: Final = assumed("0.1", "0.03", "0.3")


def _nuisance(name: str, title: str, victim: str, rate: Figure, sightable: Figure, sex: str = "") -> Act:
    """One frequent nuisance of adults."""
    return Act(
        id=name,
        title=title,
        who="residents of 18 and older",
        victim=victim,
        lawful=False,
        rate=rate,
        basis="committed",
        kind="frequent",
        sex_profile=sex,
        sightable=sightable,
    )


STREETS: Final = (
    _nuisance(
        "litter-dropped", "Litter dropped in the street", "the public", assumed("50", "10", "200"),
        assumed("0.001", "0.0005", "0.01"),
    ),
    _nuisance(
        "smoking-where-forbidden", "Smoking where it is forbidden", "the public", assumed("30", "5", "100"),
        assumed("0.001", "0.0005", "0.01"), sex="smoking",
    ),
    _nuisance(
        "noise", "Noise that disturbs the neighbours", "neighbours", assumed("1", "0.2", "5"),
        assumed("0.02", "0.005", "0.1"),
    ),
    _nuisance(
        "dog-off-the-lead", "Dog let off the lead", "neighbours", assumed("2", "0.3", "10"),
        assumed("0.005", "0.002", "0.05"),
    ),
    _nuisance(
        "pushing-in-line", "Pushing in where others wait", "the public", assumed("5", "1", "20"),
        assumed("0.002", "0.001", "0.02"),
    ),
    Act(
        id="jaywalking",
        title="Crossing the road where or when it is forbidden",
        who="residents of 14 and older",
        victim="nobody",
        lawful=False,
        rate=scaled(event("jaywalking_committed"), IN_TOWN),
        basis="committed",
        kind="frequent",
        from_age=14,
        sightable=assumed("0.001", "0.0005", "0.01"),
        detected=detection("jaywalking_per_act"),
    ),
    Act(
        id="fare-evasion",
        title="Riding without a ticket",
        who="residents of 14 and older",
        victim="the public",
        lawful=False,
        rate=scaled(event("ticket_evasion_committed"), IN_TOWN),
        basis="committed",
        kind="frequent",
        from_age=14,
        sightable=assumed("0.1", "0.02", "0.5"),
        detected=assumed("0.002", "0.0002", "0.02"),
    ),
    Act(
        id="ticket-touting",
        title="Selling tickets at a premium without a permit",
        who="residents of 18 and older",
        victim="the public",
        lawful=False,
        rate=assumed("0.002", "0.0003", "0.01"),
        basis="committed",
        age_profile="crime_generic",
        detected=assumed("0.002", "0.0005", "0.01"),
    ),
    Act(
        id="telecom-fraud",
        title="Fraud by telephone or online",
        who="residents of 18 and older who are online",
        victim="one resident",
        lawful=False,
        rate=per_adult(event("telecom_fraud_case_solved"), FRAUD_HEARD),
        basis="recorded / detection",
        age_profile="crime_generic",
        needs=Standing.ONLINE,
        victim_tie="customer",
        victim_effect=Effect.ASSET_GAINED,
        victim_asset=Asset.SHORT_OF_MONEY,
        victim_chance=assumed("0.4", "0.1", "0.8"),
        detected=FRAUD_HEARD,
    ),
    Act(
        id="game-cheating",
        title="Cheating in an online game",
        who="residents of 14 to 54 who are online",
        victim="the public",
        lawful=True,
        rate=assumed("3", "0.5", "20"),
        basis="committed",
        kind="frequent",
        from_age=14,
        to_age=54,
        needs=Standing.ONLINE,
        sightable=assumed("0.01", "0.002", "0.1"),
    ),
)  # fmt: skip
"""Nuisances and what is done at a distance."""
