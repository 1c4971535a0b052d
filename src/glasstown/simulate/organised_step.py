"""One step of the firms and governments of one stretch: the same phases as those of residents, in the same order.

They live before the residents of the step do, and reach them in the next one only: by harm on their agenda, and by
what hits a representative or an official for what their organisation did.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.kernels.heights import ACT
from glasstown.kernels.organised import accept_business
from glasstown.simulate.aftermath import settle_accounts
from glasstown.simulate.being_seen import be_seen
from glasstown.simulate.deeds import DEED, DONE, in_order, resolve
from glasstown.simulate.effects import LEAST_INCOME, MOST_INCOME, apply_effects
from glasstown.simulate.favours import write_favours
from glasstown.simulate.judging import be_judged
from glasstown.simulate.officials import look_for_officials_of_firms
from glasstown.simulate.organised import Organisations, inspect
from glasstown.simulate.organised_harms import do_harm
from glasstown.simulate.organised_reach import bind_residents
from glasstown.simulate.organised_rows import of_organisations
from glasstown.simulate.organising import Organising
from glasstown.simulate.outlook import classes_of
from glasstown.simulate.places import EXCHANGE
from glasstown.simulate.room import FEWEST_ROWS
from glasstown.simulate.rows import StepRows
from glasstown.simulate.slots import grades_of
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.tenders import call_tenders
from glasstown.simulate.write import write_entries
from glasstown.simulate.write_lives import write_acts, write_sightings
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.organisation_acts import ORGANISATION_ACTS
from glasstown.vocab.organisations import OrganisationDegree

TAX_PAID: Final = next(act.code for act in ORGANISATION_ACTS if act.id == "tax-paid")
TAXED: Final = 2
RELIEVED: Final = 1
"""Sixty-fourths of its sales of day 0 that a firm loses for each level below 0 when it pays the tax of a year, and
keeps for each level above."""


def live_organisations(residents: Stretch, now: Organising, later: Organising, span: Span) -> StepRows:
    """Live one step of the organisations beside a stretch of residents; returns what goes into the ledger.

    Args:
        residents: the stretch, to whose agenda harm is added.
        now: what holds in the step.
        later: what holds from the next one on.
        span: the step.
    """
    joined = residents.organisations
    assert joined is not None  # noqa: S101 (asked before)
    stretch, settings, rows = joined.stretch, now.settings, StepRows()
    world = settings.world
    look_for_officials_of_firms(residents, stretch, joined.representative, world)
    _look_around(stretch, settings, span)
    deeds, swaps = _act(joined, now, span)
    write_acts(rows, stretch, settings, deeds, span)
    looks = be_seen(stretch, settings, span, deeds)
    write_sightings(rows, stretch, settings.names, looks, span)
    entries, records = be_judged(rows, stretch, settings, span, looks, deeds)
    write_entries(rows, stretch, settings, entries, records)
    apply_effects(world.by_act.acts, world.by_act.terms, world.by_act.costs, stretch.life, stretch.household,
                  stretch.fifth, stretch.docket.level, world.watchers.declared, stretch.first, span.step,
                  settings.luck, deeds)
    _pay_taxes(stretch, deeds)
    rows.totals["harms_void"] = do_harm(residents, joined, settings, now.victim, world.by_act.harms, span, deeds)
    if world.has_scheme:
        before = grades_of(stretch).copy(), stretch.standing.lists.copy()
        settle_accounts(rows, stretch, settings, later.settings, span)
        bind_residents(residents, joined, before, now, later)
    write_favours(rows, stretch, settings, span, entries)
    return of_organisations(rows, stretch, swaps, now.first_score)


def _look_around(stretch: Stretch, settings: Settings, span: Span) -> None:
    """What each organisation sees of its own state; where a new period has begun, all of it anew."""
    if stretch.period != settings.period:
        stretch.life.stale[:] = 1
        stretch.period = settings.period
    inspect(stretch)
    chosen = np.empty(stretch.size + 1, np.int32)
    classes_of(settings.world.ladder, stretch.standing, stretch.life, stretch.scores.score, stretch.scores.further,
               stretch.strain, stretch.subject, settings.world.consequences.punishing, span.day,
               stretch.classes.public, stretch.classes.private, chosen)


def _act(joined: Organisations, now: Organising, span: Span) -> tuple[AnyArray, AnyArray]:
    """What organisations set out to do, what is denied them, and who wins which contract."""
    stretch, settings, room = joined.stretch, now.settings, FEWEST_ROWS
    while True:
        found = np.empty(room, dtype=ACT)
        count = accept_business(now.business, stretch.people, stretch.classes, stretch.first, span.step, span.days(),
                                settings.luck, found)
        if count < room:
            break
        room *= 2
    ordered = in_order(found[:count], stretch.size)
    world, standing = settings.world, stretch.standing
    deeds = np.empty(ordered.size + 2, dtype=DEED)
    number = resolve(world.by_act.acts, world.by_act.terms, world.by_act.offspring, world.look_up,
                     stretch.people.standing, standing.denied, standing.looked_up, stretch.docket.level,
                     world.watchers.declared, stretch.first, span.step, settings.luck, ordered, deeds)
    deeds = deeds[:number]
    _, governments = now.kinds
    return deeds, call_tenders(stretch, settings, span, deeds) if governments else np.empty(0, dtype=EXCHANGE)


def _pay_taxes(stretch: Stretch, deeds: AnyArray) -> None:
    """The tax of a year takes the more of the sales of a firm, the worse its rate."""
    paid = deeds["slot"][(deeds["act"] == TAX_PAID) & (deeds["outcome"] == DONE)]
    income, level = stretch.life.income, stretch.docket.level[int(OrganisationDegree.TAX_RATE)]
    for slot in paid.tolist():
        rate = int(level[slot])
        change = rate * (TAXED if rate < 0 else RELIEVED)
        if change:
            income[slot] = min(max(int(income[slot]) + change, LEAST_INCOME), MOST_INCOME)
            stretch.life.stale[slot] = 1
