"""Hand-worked cases of a firm or a government: its records and acts by day, held against a scheme as of residents.

The firm is the first that lives in a small town, the government that of its district. Nothing else happens: no sensor,
no rate, nobody harmed. Of what comes to residents through it, such a case tells what hits who answers for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from engine.case_people import official_of
from engine.cases import (
    NOTHING,
    STEP,
    Deed,
    Moved,
    Record,
    Told,
    deeds_of,
    finish,
    keep,
    put_on_agenda,
)
from engine.lives import people_of, request, society
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import USUAL_START
from glasstown.simulate.aftermath import settle_accounts
from glasstown.simulate.first_day import stretches_of
from glasstown.simulate.judging import be_judged
from glasstown.simulate.lay_out import join_organisations
from glasstown.simulate.organised import Organisations
from glasstown.simulate.organised_reach import bind_residents
from glasstown.simulate.organising import Organising
from glasstown.simulate.rows import StepRows
from glasstown.simulate.settings import dated, settings_of, spans_of
from glasstown.simulate.sightings import LOOK
from glasstown.simulate.slots import grades_of
from glasstown.simulate.span import Settings
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import spells, still_in_force
from glasstown.vocab.geography import VOID
from glasstown.vocab.organisations import GOVERNMENT, KINDS

PEOPLE = 64


def tell_of_organisation(
    scheme: Scheme,
    things: Sequence[Record | Deed],
    days: int,
    whose: str,
    *,
    begins: Mapping[str, int] = NOTHING,
    age_days: int | None = None,
    starts: date = USUAL_START,
) -> Told:
    """Hold records and deeds of one organisation against a scheme, in steps of seven days.

    Args:
        scheme: the scheme.
        things: what is written down, and what is done.
        days: days of the run.
        whose: "firm" or "government".
        begins: day of each version that waits for a trigger, by name.
        age_days: how old the firm is on day 0; as old as it happens to be where None.
        starts: the date of day 0.
    """
    names = [version.id for version in scheme.versions]
    scheme = dated(scheme, {names.index(name): day for name, day in begins.items()})
    asked = replace(request(scheme, people=PEOPLE, days=days, step_days=STEP), start=starts)
    base = settings_of(asked, scheme, society())
    people, none = people_of(1, PEOPLE), np.ones(PEOPLE, np.uint8)
    residents = next(stretches_of(people, base.world, base.luck, none, none, [(0, 1)]))
    join_organisations([residents], people, base)
    joined = residents.organisations
    assert joined is not None
    stretch = joined.stretch
    slot = _slot_of(stretch, whose, paired=any(isinstance(one, Record) and one.other for one in things))
    if age_days is not None:
        stretch.ages.birth_day[slot] = -age_days
    told = Told(scheme, slot, None, first=stretch.first, officer=_officer_of(residents, joined, slot))
    for span in spans_of(asked):
        now, then = base.at(span.day), base.at(span.end if span.end < span.horizon else span.day)
        for thing in things:
            if isinstance(thing, Record) and span.day <= thing.done < span.end:
                put_on_agenda(stretch, scheme, slot ^ 1 if thing.other else slot, thing)
        deeds = [one for one in things if isinstance(one, Deed) and span.day <= one.day < span.end]
        _live(told, residents, (now, then), span, deeds_of(scheme, slot, deeds))
    organising = base.organising
    assert organising is not None
    finish(told, stretch, organising.settings, days)
    table = base.world.consequences
    keep(told, "spells", spells(residents, table, still_in_force(residents.docket), days, still_open=True))
    return told


def _slot_of(stretch: Stretch, whose: str, *, paired: bool) -> int:
    """The place of the government; or of the first firm, where its representative has to have another, of those."""
    lives = np.flatnonzero(stretch.kept).tolist()
    if whose != KINDS[0]:
        assert GOVERNMENT in lives, f"no {whose} lives in the town"
        return GOVERNMENT
    return next(slot for slot in lives if slot < GOVERNMENT and (not paired or slot ^ 1 in lives))


def _officer_of(residents: Stretch, joined: Organisations, slot: int) -> int | None:
    """Who answers for a government: the first who holds office; for a firm: who represents it, where anybody does."""
    if slot == GOVERNMENT:
        return official_of(residents)
    boss = int(joined.representative[slot])
    return None if boss == VOID else boss


def _live(told: Told, residents: Stretch, held: tuple[Settings, Settings], span: Any, deeds: Any) -> None:
    joined, (now, then) = residents.organisations, (one.organising for one in held)
    assert joined is not None
    assert now is not None
    assert then is not None
    stretch, rows = joined.stretch, StepRows()
    if now.settings.world.has_scheme:
        before = grades_of(stretch).copy(), stretch.standing.lists.copy()
        with np.errstate(over="ignore"):
            entries, _ = be_judged(rows, stretch, now.settings, span, np.empty(0, dtype=LOOK), deeds)
            settle_accounts(rows, stretch, now.settings, then.settings, span)
            bind_residents(residents, joined, before, now, then)
        told.moved += [Moved(*row) for row in entries[["who", "day", "kind", "rule", "via"]].tolist()]
        _bind(told, residents, held, span)
    for name, columns in rows.tables.items():
        keep(told, name, columns)
    scores, grades = _of_file(told, stretch, now)
    told.scores.append(scores.pop("first"))
    told.grades.append(grades.pop("first"))
    told.further.append(tuple(scores.get(number, 0) for number in range(1, max(len(told.scheme.scores), 1))))
    told.further_grades.append(tuple(grades.values()))
    told.aware.append(bool(stretch.standing.aware[told.slot]))


def _bind(told: Told, residents: Stretch, held: tuple[Settings, Settings], span: Any) -> None:
    """What the organisations' step brings residents, from the next one on."""
    rows = StepRows()
    with np.errstate(over="ignore"):
        settle_accounts(rows, residents, *held, span)
    keep(told, "spells", rows.tables.get("spells", {}))


def _of_file(told: Told, stretch: Stretch, now: Organising) -> tuple[dict[Any, int], dict[Any, int]]:
    """Scores and grades of the organisation by number of the score in the file; and "first", that of its own."""
    assert stretch.ungraded is not None
    own = [local for local in range(stretch.ungraded.shape[0]) if not stretch.ungraded[local, told.slot]]
    readings = np.concatenate((stretch.scores.score[None], stretch.scores.further))[:, told.slot].tolist()
    held = np.concatenate((stretch.standing.grade[None], stretch.standing.further))[:, told.slot].tolist()
    if not own:
        return {"first": 0}, {"first": 0}
    scores: dict[Any, int] = {local + now.first_score: readings[local] for local in own}
    grades: dict[Any, int] = {local + now.first_score: held[local] for local in own[1:]}
    return scores | {"first": readings[own[0]]}, grades | {"first": held[own[0]]}
