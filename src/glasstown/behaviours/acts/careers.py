"""Income over a life: shocks and recoveries, rises, posts that are few, and the school that leads to them."""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.figures import assumed, by_definition
from glasstown.vocab.codes import Asset, Capacity, Effect, Standing, Work

IN_WORK: Final = "residents of 18 to 64 in work"
BACK_TO_BEFORE: Final = (Multiplier(1, assumed("0.3", "0.1", "0.8")), Multiplier(2, by_definition("0")))

CAREERS: Final = (
    Act(
        id="income-shock",
        title="Pay cut, short time or trade that falls off",
        who=IN_WORK,
        victim="household",
        lawful=True,
        rate=assumed("0.05", "0.02", "0.12"),
        basis="committed",
        to_age=64,
        effect=Effect.INCOME_DOWN,
        only_when=(Work.EMPLOYED,),
    ),
    Act(
        id="income-recovery",
        title="Income moves back towards what it was; nothing changes for who earns as much",
        who="residents of 18 to 64 in work who do not earn more than they did",
        victim="nobody",
        lawful=True,
        rate=assumed("0.7", "0.2", "1.5"),
        basis="committed",
        to_age=64,
        effect=Effect.INCOME_BACK,
        only_when=(Work.EMPLOYED,),
        income_factor=BACK_TO_BEFORE,
    ),
    Act(
        id="wage-rise",
        title="Rise in pay without a promotion",
        who=IN_WORK,
        victim="nobody",
        lawful=True,
        rate=assumed("0.05", "0.02", "0.15"),
        basis="committed",
        to_age=64,
        effect=Effect.INCOME_UP,
        only_when=(Work.EMPLOYED,),
    ),
    Act(
        id="promotion-bid",
        title="Standing for a promotion",
        who=IN_WORK,
        victim="nobody",
        lawful=True,
        rate=assumed("0.1", "0.03", "0.25"),
        basis="committed",
        to_age=64,
        capacity=Capacity.PROMOTION,
        place="promotion",
        effect=Effect.INCOME_UP,
        only_when=(Work.EMPLOYED,),
    ),
    Act(
        id="prestige-job-bid",
        title="Application for a post of high prestige",
        who="residents of 18 to 54 in work who have no such post",
        victim="nobody",
        lawful=True,
        rate=assumed("0.018", "0.01", "0.1"),  # set to target T26: listed persons who were denied one
        basis="committed",
        to_age=54,
        needs_lack=Asset.PRESTIGE,
        capacity=Capacity.PRESTIGE_JOB,
        place="prestige-job",
        effect=Effect.JOB_FOUND_PRESTIGE,
        only_when=(Work.EMPLOYED,),
    ),
    Act(
        id="online-job-search",
        title="Offer of work found online",
        who="residents of 18 and older who are online and out of work",
        victim="nobody",
        lawful=True,
        rate=assumed("0.6", "0.2", "1.5"),
        basis="committed",
        to_age=64,
        needs=Standing.ONLINE,
        capacity=Capacity.INTERNET,
        effect=Effect.JOB_FOUND_PRIVATE,
        only_when=(Work.OUT_OF_WORK,),
    ),
    Act(
        id="private-school-application",
        title="Application for a place at a private school for a child",
        who="parents of a child in the household",
        victim="nobody",
        lawful=True,
        rate=assumed("0.1", "0.04", "0.25"),
        basis="committed",
        needs=Standing.PARENT,
        capacity=Capacity.PRIVATE_SCHOOL,
        place="private-school",
        effect=Effect.SCHOOL_PRIVATE,
        effect_blocked=Effect.SCHOOL_PUBLIC,
        income_factor=(Multiplier(0, assumed("0.5", "0.2", "1")), Multiplier(2, assumed("1.5", "1", "3"))),
        yuan=assumed("20000", "5000", "100000"),
    ),
)
"""Acts that change what a resident, or later a child, earns."""
