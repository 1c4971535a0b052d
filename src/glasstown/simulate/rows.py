"""What one stretch hands over after one step: rows for the ledger, totals, and its part of the digests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.digest import BLOCK, STEP_A, STEP_B, add_rows, mix, mix_in
from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.agenda import HARM
from glasstown.simulate.ballot import Ballot
from glasstown.simulate.sample import Fit
from glasstown.vocab.arrays import I64, U8, U32, U64, AnyArray, Whole
from glasstown.vocab.codes import Outcome

ACTS, SIGHTINGS, ENTRIES, GRADES, BLOCKED, AGENDA, LISTINGS, OPEN_GROUNDS, CASES = range(1, 10)
SHARED_ENTRIES, SHARED_AGENDA, COUNTED = range(10, 13)
STANDING, REFRESHES, FURTHER_STANDING, STANDINGS = 20, 21, 22, 23
FURTHER_ENTRIES, FURTHER_SHARED, FURTHER_COUNTED, FURTHER_GRADES = range(13, 17)
APPEALS, CONSENTS, INFERENCES, TELLINGS = 26, 27, 28, 30
DUES = 32
COUNTIES, VERSIONS_BEGUN, RATED = 40, 41, 42
FAVOURS = 46
VOTES, BALLOTS, DEBITS, FITS = 50, 51, 54, 55
QUANTITIES = 60
"""Registered numbers of tables in digests. Append only."""

DONE, NO_PLACE = int(Outcome.DONE), int(Outcome.NO_PLACE)
FIRST_DECLARED = 128
DECLARED_FAMILY = 8
GHOST_FAMILY = 31

TOTALS = (
    "residents", "subjects", "acts", "blocked", "held_back", "no_place", "came_to_nothing", "harms_void",
    "sightings", "records", "entries", "points_lost_milli", "aware", "out_of_work", "in_need", "punished_days",
)
"""Totals of one step, in the order of the ledger's table of steps."""


@dataclass(slots=True)
class StepRows:
    """One stretch's share of one step."""

    tables: dict[str, dict[str, AnyArray]] = field(default_factory=dict[str, dict[str, AnyArray]])
    totals: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TOTALS, 0))
    grades: I64 = field(default_factory=lambda: np.zeros(64, np.int64))
    counts: I64 = field(default_factory=lambda: np.zeros((256, 3, len(Outcome)), np.int64))
    """Deeds by act, group and outcome."""
    punished: int = 0
    """Residents under a denying consequence in the step."""
    events: list[int] = field(default_factory=lambda: [0] * 6)
    """What moves legitimacy, where it does: see `simulate.opinion`."""
    protests: int = 0
    ballots: dict[int, Ballot] = field(default_factory=dict[int, Ballot])
    """Votes by number, of those that fall into the step."""
    fit: Fit | None = None  # what a fit has counted, where one is due
    life: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))
    record: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))
    heard: I64 = field(default_factory=lambda: np.zeros(0, np.int64))
    """Slots of those of whom an appeal was filed or decided before the end of the step."""


class Keys(NamedTuple):
    """Names as they enter digests, so that the order of a file's entries leaves them alone.

    `source`, `rule`, `ground`, `consequence`, `association`, `override`, `state_rule`, `quantity_rule`, `counting`
    (counts of records): name digests by code. `act`: (256,) shipped acts by number, declared acts by the digest of
    their name. `family`: (32,) families as numbers; all declared acts share one.
    """

    source: U32
    rule: U32
    ground: U32
    consequence: U32
    association: U32
    override: U32
    state_rule: U32
    quantity_rule: U32
    counting: U32
    act: I64
    family: I64


def keys_of(
    source: U32, rule: U32, ground: U32, consequence: U32, association: U32, override: U32, state_rule: U32,
    quantity_rule: U32, counting: U32, declared: Mapping[int, int],
) -> Keys:
    """The names of one world, as they enter digests; of declared acts the digests of theirs, by number."""
    act = np.arange(256, dtype=np.int64)
    for code, digest in declared.items():
        act[code] = 1000 + digest
    family = np.arange(32, dtype=np.int64)
    family[DECLARED_FAMILY:GHOST_FAMILY] = DECLARED_FAMILY
    return Keys(source, rule, ground, consequence, association, override, state_rule, quantity_rule, counting, act,
                family)


DEED_FIELDS: Final = 8
"""Fields of a deed in a digest."""


@inner
def _fields(act_key: I64, family_key: I64, rows: AnyArray, first: Whole, step: Whole, fields: I64, lived: U8) -> None:
    """The fields of some deeds as they enter a digest, a row a field, and which of them belong to life."""
    for r in range(rows.size):
        deed = rows[r]
        outcome = np.int64(deed["outcome"])
        lived[r] = 1 if outcome in (DONE, NO_PLACE) else 0
        fields[0, r] = first + np.int64(deed["slot"])
        fields[1, r] = step
        fields[2, r] = family_key[np.int64(deed["family"])]
        fields[3, r] = np.int64(deed["ordinal"])
        fields[4, r] = np.int64(deed["child"])
        fields[5, r] = act_key[np.int64(deed["act"])]
        fields[6, r] = np.int64(deed["day"])
        fields[7, r] = outcome


@inner
def _count(rows: AnyArray, group: U8, counts: I64) -> None:
    for r in range(rows.size):
        counts[np.int64(rows[r]["act"]), np.int64(group[np.int64(rows[r]["slot"])]), np.int64(rows[r]["outcome"])] += 1


@kernel
def account(keys: Keys, rows: AnyArray, group: U8, first: Whole, step: Whole, counts: I64, life: U64,
            record: U64) -> None:
    """Count deeds by kind, group and outcome, and add them to the digests.

    What was done, and what found no place, is life; what a scheme denied or silenced is record.
    """
    act_key, family_key = keys.act, keys.family
    fields = np.empty((DEED_FIELDS, BLOCK), np.int64)
    lived = np.empty(BLOCK, np.uint8)
    a, b = np.empty(BLOCK, np.uint64), np.empty(BLOCK, np.uint64)
    for start in range(0, rows.size, BLOCK):
        size = min(BLOCK, rows.size - start)
        _fields(act_key, family_key, rows[start : start + size], first, step, fields, lived)
        for r in range(size):
            table = np.int64(ACTS) if lived[r] != 0 else np.int64(BLOCKED)
            a[r], b[r] = mix(np.uint64(table) + STEP_A), mix(np.uint64(table) + STEP_B)
        for f in range(DEED_FIELDS):
            mix_in(fields[f, :size], a, b)
        for r in range(size):
            lanes = life if lived[r] != 0 else record
            lanes[0] += a[r]
            lanes[1] += b[r]
    _count(rows, group, counts)


def digest_table(lanes: U64, table: int, *columns: AnyArray) -> None:
    """Add rows, given as columns of equal length, to the lanes of a digest."""
    if columns[0].size:
        add_rows(lanes, table, np.stack([column.astype(np.int64) for column in columns]))


def digest_sightings(lanes: U64, keys: Keys, looks: AnyArray, first: int, step: int) -> None:
    """Add looks to a digest."""
    digest_table(
        lanes, SIGHTINGS, looks["origin"].astype(np.int64) + first, np.full(looks.size, step),
        keys.family[looks["family"]], looks["ordinal"], keys.act[looks["act"]], keys.source[looks["source"]],
        looks["truth"], looks["on"].astype(np.int64) + first, looks["act_day"], looks["due_day"], looks["fate"],
        looks["child"],
    )


def digest_agenda(life: U64, record: U64, keys: Keys, agenda: AnyArray, first: int) -> None:
    """Add what is still due to the digests: harm between residents is life, all else is record."""
    harm = agenda["kind"] == HARM
    rows = agenda[harm]
    ref = rows["ref"]
    digest_table(
        life, AGENDA, rows["who"].astype(np.int64) + first, rows["due"], rows["kind"], keys.act[rows["act"]],
        ref >> 20, keys.family[(ref >> 15) & 31], (ref >> 9) & 63, ref & 7, rows["origin"],
    )
    records = agenda[~harm]
    own = records["via"] == 0
    shared = records[~own]
    _digest_records(record, AGENDA, keys, records[own], first)
    _digest_records(record, SHARED_AGENDA, keys, shared, first, keys.rule[shared["rule"]],
                    keys.association[shared["via"] - 1])


def _digest_records(lanes: U64, table: int, keys: Keys, agenda: AnyArray, first: int, *more: AnyArray) -> None:
    ref = agenda["ref"]
    digest_table(
        lanes, table, agenda["who"].astype(np.int64) + first, agenda["due"], agenda["kind"],
        keys.act[agenda["act"]], keys.source[agenda["source"]], agenda["truth"], agenda["amount"], ref >> 20,
        keys.family[(ref >> 15) & 31], (ref >> 9) & 63, ref & 7, agenda["origin"], *more,
    )


def digest_grounds(lanes: U64, table: int, keys: Keys, rows: AnyArray, first: int) -> None:
    """Add grounds, open or closed, to a digest."""
    ref = rows["ref"]
    digest_table(
        lanes, table, rows["who"].astype(np.int64) + first, rows["entry"], rows["until"], rows["known"],
        keys.ground[rows["ground"]], keys.act[rows["act"]], keys.source[rows["source"]], rows["truth"], rows["exit"],
        ref >> 20, keys.family[(ref >> 15) & 31], (ref >> 9) & 63, rows["origin"],
    )


def digest_cases(lanes: U64, keys: Keys, cases: AnyArray, first: int) -> None:
    """Add cases to a digest."""
    of_ground = cases["kind"] == 0
    names = np.zeros(cases.size, np.int64)
    names[of_ground] = keys.ground[cases["what"][of_ground]]
    names[~of_ground] = keys.consequence[cases["what"][~of_ground]]
    digest_table(
        lanes, CASES, cases["who"].astype(np.int64) + first, cases["due"], cases["filed"], cases["settled"],
        cases["kind"], names, cases["state"], cases["otherwise"], cases["origin"], cases["priority"],
    )


def digest_debits(lanes: U64, keys: Keys, rows: AnyArray, first: int) -> None:
    """Add debits that can be repaired to a digest."""
    if not rows.size:
        return
    ref, via = rows["ref"], np.append(np.uint32(0), keys.association)[rows["via"]]
    digest_table(
        lanes, DEBITS, rows["who"].astype(np.int64) + first, rows["day"], keys.rule[rows["rule"]],
        keys.act[rows["act"]], keys.source[rows["source"]], rows["truth"], via, rows["origin"], ref >> 20,
        keys.family[(ref >> 15) & 31], (ref >> 9) & 63, ref & 7, rows["took"], rows["left"],
    )


def digest_appeals(
    lanes: U64, keys: Keys, appeals: AnyArray, names: I64, first: int, decided: AnyArray, corrected: AnyArray
) -> None:
    """Add appeals to a digest; `names` are those of what each is against, both days 0 where nothing is decided."""
    if not appeals.size:
        return
    ref, via = appeals["ref"], np.append(np.uint32(0), keys.association)[appeals["via"]]
    digest_table(
        lanes, APPEALS, appeals["who"].astype(np.int64) + first, appeals["known"], appeals["filed"], appeals["due"],
        appeals["what"], names, keys.act[appeals["act"]], keys.source[appeals["source"]], appeals["truth"], via,
        appeals["origin"], ref >> 20, keys.family[(ref >> 15) & 31], (ref >> 9) & 63, ref & 7, appeals["upheld"],
        appeals["priority"], appeals["points"], appeals["given"], decided, corrected,
    )
