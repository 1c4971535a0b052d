"""Consent: who is scored by their own will, who stays out, and what is known of those outside.

Whether somebody joins or leaves is drawn at the end of a step and holds from the next one on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.compiled.consent import ConsentTables
from glasstown.kernels.compare import low_word
from glasstown.kernels.jit import kernel
from glasstown.kernels.philox import philox4x32
from glasstown.simulate.agenda import COMPELLED, GIVEN, KEPT, RECORD, with_room
from glasstown.simulate.decisions import GROUND
from glasstown.simulate.grounds import WITHDRAWN
from glasstown.simulate.rows import CONSENTS, StepRows, digest_table
from glasstown.simulate.sightings import act_address
from glasstown.vocab.arrays import I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Decision, Group
from glasstown.vocab.units import DAYS_IN_YEAR

if TYPE_CHECKING:
    from glasstown.simulate.charges import Consequences
    from glasstown.simulate.span import Settings, Span
    from glasstown.simulate.stretch import Stretch

CONSENT: Final = np.int64(Decision.CONSENT)
JOIN, LEAVE, START, SHOW, UNKNOWING = range(5)
"""Sub-addresses of the CONSENT block; the third and fourth are drawn at step 0 alone."""

JOINED, JOINED_UNKNOWING, LEFT, TAKEN = range(4)
"""What a row of `consents` tells."""

OLD_ENOUGH: Final = 60 * DAYS_IN_YEAR
YOUNG_UNDER: Final = 35 * DAYS_IN_YEAR
NOT_YET: Final = 65_535
"""Day of a record that is kept of somebody outside: no run reaches it."""


@kernel
def draw(first: Whole, step: Whole, sub: Whole, chances: U64, kind: U8, asked: U8, keys: U64, out: U8) -> None:
    """Write 1 for each resident who is asked and whose draw lies below the chance of their kind.

    Args:
        first: number of the first resident.
        step: number of the step.
        sub: what is drawn.
        chances: (kinds, 2) u64 high and low words.
        kind: row of each resident in `chances`.
        asked: 1 for residents who are asked.
        keys: luck key.
        out: written.
    """
    c1, c2, c3 = np.uint64(0), np.uint64((step << 16) | sub), np.uint64(CONSENT << 24)
    for i in range(out.size):
        out[i] = 0
        if asked[i] == 0:
            continue
        c0, high = np.uint64(first + i), chances[kind[i], 0]
        word, _, _, _ = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
        if word < high or (word == high and low_word(c0, c1, c2, c3, keys[0], keys[1], 0) < chances[kind[i], 1]):
            out[i] = 1


@kernel
def mark_taken(hits: AnyArray, outside: U8, chance: U64, declared: U32, source_digest: U32, keys: U64) -> Whole:
    """Mark the records of residents outside that are taken all the same; returns how many.

    The draw stands at the address of the record: who acted, which act, step, and the source's name.
    """
    count = np.int64(0)
    for h in range(hits.size):
        hit = hits[h]
        if np.int64(hit["kind"]) != RECORD or outside[np.int64(hit["who"])] == 0:
            continue
        if np.int64(hit["way"]) != GIVEN:  # bought, or compelled at its holder: nobody asks again
            hit["kind"] = COMPELLED
            count += 1
            continue
        ref = np.int64(hit["ref"])
        c1 = act_address(np.int64(hit["act"]), (ref >> 15) & 31, (ref >> 9) & 63, ref & 7, declared)
        sub = np.int64(source_digest[np.int64(hit["source"])]) & 0x7FFF
        c0, c2, c3 = np.uint64(hit["origin"]), np.uint64(((ref >> 20) << 16) | sub), np.uint64((CONSENT << 24) | 1)
        word, _, _, _ = philox4x32(c0, c1, c2, c3, keys[0], keys[1])
        if word < chance[0] or (word == chance[0] and low_word(c0, c1, c2, c3, keys[0], keys[1], 0) < chance[1]):
            hit["kind"] = COMPELLED
            count += 1
    return count


def outside_of(stretch: Stretch, min_age_days: int, day: int) -> U8:
    """1 for residents whom the scheme would score on a day, and who have not consented."""
    of_age = day - stretch.ages.birth_day >= min_age_days
    could = (stretch.docket.may & stretch.docket.qualifies) != 0
    return (could & (stretch.covered == 0) & of_age).astype(np.uint8)


def begin_consent(stretch: Stretch, tables: ConsentTables, min_age_days: int, keys: U64) -> None:
    """Day 0: of those whom the scheme covers, who is in, who knows it, and who will show their score."""
    nothing, everybody = np.zeros(stretch.size, np.uint8), np.ones(stretch.size, np.uint8)
    draw(stretch.first, 0, SHOW, tables.shows[None], nothing, everybody, keys, stretch.docket.shows)
    if not tables.runs:
        return
    of_age = (-stretch.ages.birth_day >= min_age_days).astype(np.uint8)
    within = np.empty(stretch.size, np.uint8)
    draw(stretch.first, 0, START, tables.start, _kind(stretch, 0, np.zeros(stretch.size, np.uint8)), of_age, keys,
         within)
    later = np.uint8(not tables.asks_first)
    stretch.covered &= np.where(of_age != 0, within, later).astype(np.uint8)
    if tables.asks_first:
        unknowing = np.empty(stretch.size, np.uint8)
        draw(stretch.first, 0, UNKNOWING, tables.unknowing[None], nothing, everybody, keys, unknowing)
        stretch.standing.aware[:] = stretch.covered & of_age & (1 - unknowing)


def sort_records(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, hits: AnyArray) -> AnyArray:
    """Of records of residents outside, some are taken and some are kept for later; returns what is to be handled."""
    world = settings.world
    if not world.consent.runs or not hits.size:
        return hits
    outside = outside_of(stretch, world.min_age_days, span.day)
    taken = mark_taken(hits, outside, world.consent.compelled, world.watchers.declared, world.watchers.digest,
                       settings.luck)
    if taken:
        _tell(rows, stretch, hits[hits["kind"] == COMPELLED], TAKEN)
    kept = (hits["kind"] == RECORD) & (outside[hits["who"]] != 0)
    if not world.consent.back_days or not kept.any():
        return hits
    waiting = hits[kept]
    waiting["rule"], waiting["kind"], waiting["due"] = waiting["due"] + 1, KEPT, NOT_YET
    stretch.agenda = with_room(stretch.agenda, stretch.used, waiting.size)
    stretch.agenda[stretch.used : stretch.used + waiting.size] = waiting
    stretch.used += waiting.size
    return hits[~kept]


def join_and_leave(rows: StepRows, stretch: Stretch, settings: Settings, span: Span) -> None:
    """At the end of a step: who joins, and who leaves, from the next one on."""
    world, tables = settings.world, settings.world.consent
    if not tables.runs:
        return
    standing, day = stretch.standing, span.end
    of_age = (day - stretch.ages.birth_day >= world.min_age_days) & (stretch.docket.may != 0)
    inside = (of_age & (stretch.covered != 0) & (standing.aware != 0)).astype(np.uint8)
    outside = outside_of(stretch, world.min_age_days, day)
    treated = _treated(stretch, world.consequences)
    kind, plain = _kind(stretch, day, treated), np.zeros(stretch.size, np.uint8)
    joins, leaves, unknowing = (np.empty(stretch.size, np.uint8) for _ in range(3))
    draw(stretch.first, span.step, JOIN, tables.join, kind, outside, settings.luck, joins)
    draw(stretch.first, span.step, LEAVE, tables.leave, kind, inside, settings.luck, leaves)
    draw(stretch.first, span.step, UNKNOWING, tables.unknowing[None], plain, joins, settings.luck, unknowing)
    carry_out(rows, stretch, settings, span, joins, leaves, unknowing)


def carry_out(
    rows: StepRows, stretch: Stretch, settings: Settings, span: Span, joins: U8, leaves: U8, unknowing: U8
) -> None:
    """Let some residents join and others leave, from the first day after a step on.

    Args:
        rows: what goes into the ledger.
        stretch: the stretch, changed in place.
        settings: what held in the step.
        span: the step.
        joins, leaves: (residents,) 1 for those who do.
        unknowing: (residents,) 1 for those who join without knowing it.
    """
    standing = stretch.standing
    learns = (joins != 0) & (unknowing == 0) & (standing.aware == 0)
    standing.aware[learns], standing.warned_day[learns] = 1, span.end
    what = np.where(leaves != 0, LEFT, np.where(unknowing != 0, JOINED_UNKNOWING, JOINED))
    let_in_and_out(rows, stretch, span, settings.world.consent.back_days, joins, leaves, what)


def let_in_and_out(
    rows: StepRows, stretch: Stretch, span: Span, back_days: int, joins: U8, leaves: U8, what: I64
) -> None:
    """Score some residents, and others no longer, from the first day after a step on.

    Args:
        rows: what goes into the ledger.
        stretch: the stretch, changed in place.
        span: the step.
        back_days: for how long records of those outside were kept.
        joins, leaves: (residents,) 1 for those whom it concerns.
        what: (residents,) what the ledger tells of them.
    """
    day = span.end
    stretch.covered[joins != 0], stretch.covered[leaves != 0] = 1, 0
    stretch.subject[joins != 0], stretch.subject[leaves != 0] = 1, 0
    changed = (joins | leaves) != 0
    stretch.moved[changed], stretch.life.stale[changed] = 1, 1
    who = np.flatnonzero(changed)
    _write(rows, stretch, who, np.full(who.size, day), what[who])
    _end_grounds(stretch, leaves, day)
    _let_count(stretch, joins, day, back_days, span.horizon)


def _kind(stretch: Stretch, day: int, treated: U8) -> U8:
    """Row of each resident in tables by group, age and how the scheme treats them."""
    lived = day - stretch.ages.birth_day
    age = np.where(lived < YOUNG_UNDER, 0, np.where(lived >= OLD_ENOUGH, 2, 1))
    group = np.minimum(stretch.people.group, int(Group.MINORITY_B))
    return (group * 9 + age * 3 + treated).astype(np.uint8)


def _treated(stretch: Stretch, table: Consequences) -> U8:
    """1 on a list that punishes or under what harms, 2 under what only favours, else 0."""
    in_force = stretch.docket.in_force
    punished = ((in_force & table.harms) != 0) | ((stretch.standing.lists & table.punishing) != 0)
    return np.where(punished, 1, np.where(in_force != 0, 2, 0)).astype(np.uint8)


def _end_grounds(stretch: Stretch, leaves: U8, day: int) -> None:
    """What listed those who leave ends with the step; cases of theirs are dropped."""
    docket = stretch.docket
    rows = docket.opened
    if rows.size:
        ends = (leaves[rows["who"]] != 0) & (rows["until"] > day)
        rows["until"][ends], rows["exit"][ends] = day, WITHDRAWN
    if docket.cases.size:
        docket.cases = docket.cases[(leaves[docket.cases["who"]] == 0) | (docket.cases["kind"] != GROUND)]


def _let_count(stretch: Stretch, joins: U8, day: int, back_days: int, horizon: int) -> None:
    """What was kept of those who join counts from the next step on, as if it were noted then; what is older is gone."""
    agenda = stretch.agenda[: stretch.used]
    mine = np.flatnonzero((agenda["kind"] == KEPT) & (joins[agenda["who"]] != 0))
    if not mine.size:
        return
    noted = agenda["rule"][mine].astype(np.int64) - 1
    recent = (noted >= day - back_days) & (day < horizon)
    count = mine[recent]
    agenda["kind"][count], agenda["due"][count], agenda["rule"][count] = RECORD, day, 0
    stretch.agenda = np.delete(agenda, mine[~recent])
    stretch.used = stretch.agenda.size


def _tell(rows: StepRows, stretch: Stretch, hits: AnyArray, what: int) -> None:
    _write(rows, stretch, hits["who"].astype(np.int64), hits["due"].astype(np.int64), np.full(hits.size, what))


def _write(rows: StepRows, stretch: Stretch, who: I64, day: I64, what: I64) -> None:
    """Rows of `consents`, by resident."""
    if not who.size:
        return
    digest_table(rows.record, CONSENTS, who + stretch.first, day, what)
    kept = stretch.kept[who] != 0
    added = {"resident": who[kept] + stretch.first, "day": day[kept], "what": what[kept]}
    before = rows.tables.get("consents", added)
    both = added if before is added else {n: np.concatenate((before[n], added[n])) for n in added}
    order = np.lexsort((both["what"], both["day"], both["resident"]))
    rows.tables["consents"] = {name: column[order] for name, column in both.items()}
