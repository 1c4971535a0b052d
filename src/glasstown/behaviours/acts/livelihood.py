"""Work and need: how residents lose work, find it, fall into need and come out of it.

These are acts like any other, so a ban gates them in the same way: an offer of a public job that the
resident may not take is a blocked attempt, and the resident stays out of work.
"""

from __future__ import annotations

from typing import Final

from glasstown.behaviours.act import Act, Multiplier
from glasstown.behaviours.figures import assumed, event, per_year
from glasstown.vocab.codes import Capacity, Effect, Standing, Work

LIVELIHOOD: Final = (
    Act(
        id="private-job-offer",
        title="Offer of work from a private employer or farm",
        who="residents of 18 to 64 who are out of work",
        victim="nobody",
        lawful=True,
        rate=assumed("1.2", "0.6", "2.5"),
        basis="committed",
        to_age=64,
        capacity=Capacity.PRIVATE_JOB,
        effect=Effect.JOB_FOUND_PRIVATE,
        only_when=(Work.OUT_OF_WORK,),
    ),
    Act(
        id="support-application",
        title="Application for government support",
        who="the reference person of a household in need",
        victim="nobody",
        lawful=True,
        rate=assumed("4", "1", "12"),
        basis="committed",
        needs=Standing.REFERENCE,
        capacity=Capacity.GOVERNMENT_SUPPORT,
        effect=Effect.NEED_ENDS,
        only_in_need=True,
    ),
    Act(
        id="need-relief",
        title="A household gets out of need by itself",
        who="the reference person of a household in need",
        victim="nobody",
        lawful=True,
        rate=assumed("0.8", "0.3", "2"),
        basis="committed",
        needs=Standing.REFERENCE,
        effect=Effect.NEED_ENDS,
        only_in_need=True,
    ),
    Act(
        id="public-job-offer",
        title="Offer of work from the state",
        who="residents of 18 to 64 who are out of work",
        victim="nobody",
        lawful=True,
        rate=assumed("0.3", "0.1", "0.8"),
        basis="committed",
        to_age=64,
        capacity=Capacity.PUBLIC_JOB,
        place="public-job",
        effect=Effect.JOB_FOUND_PUBLIC,
        only_when=(Work.OUT_OF_WORK,),
    ),
    Act(
        id="job-loss",
        title="Work lost against one's will",
        who="residents of 18 to 64 in work",
        victim="nobody",
        lawful=True,
        rate=per_year(event("job_loss_involuntary")),
        basis="persons per year",
        to_age=64,
        effect=Effect.JOB_LOST,
        only_when=(Work.EMPLOYED,),
    ),
    Act(
        id="need-onset",
        title="A household falls into need",
        who="the reference person of a household",
        victim="household",
        lawful=True,
        rate=assumed("0.03", "0.01", "0.08"),
        basis="committed",
        needs=Standing.REFERENCE,
        effect=Effect.NEED_BEGINS,
        only_in_need=False,
        strain_factor=(Multiplier(1, assumed("4", "2", "8")),),
    ),
)
"""Acts that change work and need."""
