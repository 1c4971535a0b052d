"""Phase 8: what deeds do to lives, their cost, and the harm they do to others."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inlined, kernel
from glasstown.simulate.act_facts import ActFacts, Costs, Terms
from glasstown.simulate.deeds import DENIED, DONE, HELD_BACK, LOOKED_UP, child_words, tells
from glasstown.vocab.arrays import I8, I32, U8, U16, U32, U64, AnyArray, Whole, YesNo
from glasstown.vocab.codes import Asset, Effect, Schooling, Sector, Work

OUTSIDE, OUT_OF_WORK, EMPLOYED = int(Work.OUTSIDE), int(Work.OUT_OF_WORK), int(Work.EMPLOYED)
PRIVATE, PUBLIC = int(Sector.PRIVATE), int(Sector.PUBLIC)
JOB_LOST: Final = int(Effect.JOB_LOST)
JOB_FOUND_PRIVATE, JOB_FOUND_PUBLIC = int(Effect.JOB_FOUND_PRIVATE), int(Effect.JOB_FOUND_PUBLIC)
JOB_FOUND_PRESTIGE: Final = int(Effect.JOB_FOUND_PRESTIGE)
NEED_BEGINS, NEED_ENDS = int(Effect.NEED_BEGINS), int(Effect.NEED_ENDS)
ASSET_GAINED, ASSET_LOST = int(Effect.ASSET_GAINED), int(Effect.ASSET_LOST)
INCOME_DOWN, INCOME_UP, INCOME_BACK = int(Effect.INCOME_DOWN), int(Effect.INCOME_UP), int(Effect.INCOME_BACK)
TIE_CUT, TIE_REVIVED = int(Effect.TIE_CUT), int(Effect.TIE_REVIVED)
SCHOOL_PRIVATE, SCHOOL_PUBLIC = int(Effect.SCHOOL_PRIVATE), int(Effect.SCHOOL_PUBLIC)
SCHOOL_TOP: Final = int(Effect.SCHOOL_TOP)
AT_PUBLIC, AT_PRIVATE, AT_TOP = int(Schooling.PUBLIC), int(Schooling.PRIVATE), int(Schooling.TOP)
PRESTIGE, SHORT_OF_MONEY = int(Asset.PRESTIGE), int(Asset.SHORT_OF_MONEY)

OWING: Final = int(Asset.ARREARS) | SHORT_OF_MONEY
"""What strains a household."""

INCOME_STEP: Final = 8
PRESTIGE_STEP: Final = 16
AS_BEFORE: Final = 64
LEAST_INCOME: Final = 16
MOST_INCOME: Final = 192
"""Income as a share of that of day 0, in 1/64."""

CERTAIN: Final = np.uint64(1 << 32)
"""A threshold above every word of luck."""

FRIENDS: Final = 8
"""Friendships that can lapse and be revived."""


MOST_HELD: Final = 65_535


class Life(NamedTuple):
    """The state of lives in one stretch; all of length residents.

    `need`: 1 for the reference person of a household in need. `assets`: bits of `vocab.codes.Asset`. `income`:
    share of day 0's, in 1/64. `schooling`: `vocab.codes.Schooling`. `ties_cut`: bit k where the k-th friendship
    has lapsed. `held`: lawful acts held back so far. `stale`: 1 where classes must be worked out anew.
    """

    work: U8
    sector: U8
    need: U8
    assets: U16
    income: U8
    schooling: U8
    ties_cut: U16
    held: U16
    stale: U8


@inlined
def _work_and_money(work: U8, sector: U8, assets: U16, income: U8, i: Whole, effect: Whole) -> None:
    if effect == JOB_LOST and work[i] == EMPLOYED:
        work[i] = OUT_OF_WORK
        assets[i] = np.int64(assets[i]) & ~PRESTIGE
    elif effect == JOB_FOUND_PRIVATE and work[i] == OUT_OF_WORK:
        work[i] = EMPLOYED
        sector[i] = PRIVATE
    elif effect == JOB_FOUND_PUBLIC and work[i] == OUT_OF_WORK:
        work[i] = EMPLOYED
        sector[i] = PUBLIC
    elif effect == JOB_FOUND_PRESTIGE and work[i] != OUTSIDE:
        work[i] = EMPLOYED
        assets[i] = np.int64(assets[i]) | PRESTIGE
        income[i] = min(np.int64(income[i]) + PRESTIGE_STEP, MOST_INCOME)
    elif effect == INCOME_DOWN:
        income[i] = max(np.int64(income[i]) - INCOME_STEP, LEAST_INCOME)
    elif effect == INCOME_UP:
        income[i] = min(np.int64(income[i]) + INCOME_STEP, MOST_INCOME)
    elif effect == INCOME_BACK and income[i] < AS_BEFORE:
        income[i] = min(np.int64(income[i]) + INCOME_STEP, AS_BEFORE)


@inlined
def _school(schooling: U8, household: I32, i: Whole, effect: Whole) -> None:
    """A place goes to the first child at an ordinary public school; a denial takes all out of private ones."""
    j = np.int64(household[i])
    while j < household.size and household[j] == household[i]:
        if effect != SCHOOL_PUBLIC and schooling[j] == AT_PUBLIC:
            schooling[j] = AT_PRIVATE if effect == SCHOOL_PRIVATE else AT_TOP
            break
        if effect == SCHOOL_PUBLIC and schooling[j] == AT_PRIVATE:
            schooling[j] = AT_PUBLIC
        j += 1


@inlined
def _tie(ties_cut: U16, i: Whole, effect: Whole) -> None:
    """The first friendship that stands lapses, or the first that lapsed is revived."""
    for k in range(FRIENDS):
        lapsed = (np.int64(ties_cut[i]) >> k) & 1 != 0
        if lapsed == (effect == TIE_REVIVED):
            ties_cut[i] = np.int64(ties_cut[i]) ^ (1 << k)
            break


@inlined
def _look_again(household: I32, stale: U8, i: Whole) -> None:
    j = np.int64(household[i])
    while j < household.size and household[j] == household[i]:
        stale[j] = 1
        j += 1


CHANGE: Final = np.dtype([("slot", np.int32), ("effect", np.uint8), ("asset", np.uint16)])
"""One change of one life."""


@kernel
def change_lives(life: Life, household: I32, changes: AnyArray, number: Whole) -> None:
    """Let changes happen, in their order; what no longer applies does nothing.

    A resident is looked at anew where assets changed, and the household where its strain, or the resident's work or
    income, may have. Plain columns, for a tuple of them handed on inside the loop costs more than the change.
    """
    work, sector, need, assets, income = life.work, life.sector, life.need, life.assets, life.income
    schooling, ties_cut, stale = life.schooling, life.ties_cut, life.stale
    for c in range(number):
        i, effect, asset = np.int64(changes[c]["slot"]), np.int64(changes[c]["effect"]), np.int64(changes[c]["asset"])
        if effect in (TIE_CUT, TIE_REVIVED):
            _tie(ties_cut, i, effect)
        elif effect in (SCHOOL_PRIVATE, SCHOOL_PUBLIC, SCHOOL_TOP):
            _school(schooling, household, i, effect)
        elif effect in (ASSET_GAINED, ASSET_LOST):
            kept = np.int64(assets[i]) & ~asset
            assets[i] = kept | asset if effect == ASSET_GAINED else kept
            stale[i] = 1
            if asset & OWING != 0:
                _look_again(household, stale, i)
        else:
            if effect in (NEED_BEGINS, NEED_ENDS):
                need[i] = 1 if effect == NEED_BEGINS else 0
            else:
                _work_and_money(work, sector, assets, income, i, effect)
            _look_again(household, stale, i)


@inlined
def _note(changes: AnyArray, number: Whole, slot: Whole, effect: Whole, asset: Whole) -> Whole:
    changes[number]["slot"] = slot
    changes[number]["effect"] = effect
    changes[number]["asset"] = asset
    return number + 1


@inlined
def _comes(chance: np.uint64, first: Whole, step: Whole, deed: AnyArray, declared: U32, keys: U64) -> YesNo:
    """Whether the effect of a deed comes about; what is certain is not drawn."""
    word = np.uint64(0)
    if chance < CERTAIN:
        word, _, _, _ = child_words(first, step, deed, np.int64(0), declared, keys)
    return word < chance


@inlined
def _is_dear(first: Whole, step: Whole, deed: AnyArray, name: Whole, cost: np.uint64, declared: U32,
             keys: U64) -> YesNo:
    """Whether a deed leaves its doer short of money by what it costs."""
    word, _, _, _ = child_words(first, step, deed, name, declared, keys)
    return word < cost


@inlined
def _bars(outcome: Whole) -> YesNo:
    return outcome in (DENIED, LOOKED_UP)


@kernel
def effects_of(facts: ActFacts, terms: Terms, costs: Costs, held: U16, fifth: U8, level: I8, declared: U32,
               first: Whole, step: Whole, keys: U64, deeds: AnyArray, changes: AnyArray) -> Whole:
    """What deeds do to the lives of their doers, in order: what was done, what being denied did, what good deeds cost.

    Args:
        facts: effects of each act, done and denied.
        terms: what worse and better terms do to acts that were done.
        costs: chances that a good deed leaves the doer short of money.
        held: (residents,) lawful acts held back so far; counted up.
        fifth: (residents,) fifth of income on day 0.
        level: (degrees, residents) levels from -3 to 3.
        declared: name digests of declared acts.
        first: number of the first resident.
        step: number of the step.
        keys: luck key.
        deeds: the deeds, in order.
        changes: buffer of `CHANGE` rows, two a deed and one for each row of its terms.

    Returns:
        Number of changes.
    """
    effect, chance, asset = facts.effect, facts.chance, facts.asset
    denied, denied_chance, denied_asset = facts.blocked_effect, facts.blocked_chance, facts.blocked_asset
    bears, fails, begin, cost, name = terms.number, terms.fails, terms.first, costs.chance, np.int64(costs.name[0])
    number = np.int64(0)
    for d in range(deeds.size):
        outcome, act, i = np.int64(deeds[d]["outcome"]), np.int64(deeds[d]["act"]), np.int64(deeds[d]["slot"])
        if outcome == DONE:
            if effect[act] != 0 and _comes(chance[act], first, step, deeds[d], declared, keys):
                number = _note(changes, number, i, np.int64(effect[act]), np.int64(asset[act]))
            price = cost[act, np.int64(fifth[i])]
            if price > np.uint64(0) and _is_dear(first, step, deeds[d], name, price, declared, keys):
                number = _note(changes, number, i, np.int64(ASSET_GAINED), np.int64(SHORT_OF_MONEY))
            for row in range(np.int64(begin[act]) + np.int64(fails[act]), np.int64(begin[act]) + np.int64(bears[act])):
                if tells(terms, level, row, first, step, deeds[d], declared, keys):
                    number = _note(changes, number, i, np.int64(terms.effect[row]), np.int64(terms.asset[row]))
        elif _bars(outcome) and denied[act] != 0:
            _, word, _, _ = child_words(first, step, deeds[d], np.int64(0), declared, keys)
            if word < denied_chance[act]:
                number = _note(changes, number, i, np.int64(denied[act]), np.int64(denied_asset[act]))
        elif outcome == HELD_BACK and held[i] < MOST_HELD:
            held[i] += 1
    return number


def apply_effects(facts: ActFacts, terms: Terms, costs: Costs, life: Life, household: I32, fifth: U8, level: I8,
                  declared: U32, first: int, step: int, keys: U64, deeds: AnyArray) -> None:
    """Let deeds change the lives of their doers; see `effects_of` and `change_lives`."""
    changes = np.empty((2 + int(terms.number.max(initial=0))) * deeds.size, CHANGE)
    number = effects_of(facts, terms, costs, life.held, fifth, level, declared, first, step, keys, deeds, changes)
    change_lives(life, household, changes, number)
