"""Phase 8: what deeds do to lives, their cost, and the harm they do to others."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from glasstown.kernels.jit import inner, kernel
from glasstown.simulate.deeds import DENIED, DONE, HELD_BACK, LOOKED_UP, child_words, levels_below
from glasstown.simulate.worlds import ActFacts, Costs
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
AT_PUBLIC, AT_PRIVATE = int(Schooling.PUBLIC), int(Schooling.PRIVATE)
PRESTIGE, SHORT_OF_MONEY = int(Asset.PRESTIGE), int(Asset.SHORT_OF_MONEY)

OWING: Final = int(Asset.ARREARS) | SHORT_OF_MONEY
"""What strains a household."""

INCOME_STEP: Final = 8
PRESTIGE_STEP: Final = 16
AS_BEFORE: Final = 64
LEAST_INCOME: Final = 16
MOST_INCOME: Final = 192
"""Income as a share of that of day 0, in 1/64."""

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


@inner
def _work_and_money(life: Life, i: Whole, effect: Whole) -> None:
    if effect == JOB_LOST and life.work[i] == EMPLOYED:
        life.work[i] = OUT_OF_WORK
        life.assets[i] = np.int64(life.assets[i]) & ~PRESTIGE
    elif effect == JOB_FOUND_PRIVATE and life.work[i] == OUT_OF_WORK:
        life.work[i] = EMPLOYED
        life.sector[i] = PRIVATE
    elif effect == JOB_FOUND_PUBLIC and life.work[i] == OUT_OF_WORK:
        life.work[i] = EMPLOYED
        life.sector[i] = PUBLIC
    elif effect == JOB_FOUND_PRESTIGE and life.work[i] != OUTSIDE:
        life.work[i] = EMPLOYED
        life.assets[i] = np.int64(life.assets[i]) | PRESTIGE
        life.income[i] = min(np.int64(life.income[i]) + PRESTIGE_STEP, MOST_INCOME)
    elif effect == INCOME_DOWN:
        life.income[i] = max(np.int64(life.income[i]) - INCOME_STEP, LEAST_INCOME)
    elif effect == INCOME_UP:
        life.income[i] = min(np.int64(life.income[i]) + INCOME_STEP, MOST_INCOME)
    elif effect == INCOME_BACK and life.income[i] < AS_BEFORE:
        life.income[i] = min(np.int64(life.income[i]) + INCOME_STEP, AS_BEFORE)


@inner
def _school(life: Life, household: I32, i: Whole, effect: Whole) -> None:
    """A place at a private school goes to the first child who is not at one; a denial takes all of them out."""
    j = np.int64(household[i])
    while j < household.size and household[j] == household[i]:
        if effect == SCHOOL_PRIVATE and life.schooling[j] == AT_PUBLIC:
            life.schooling[j] = AT_PRIVATE
            return
        if effect == SCHOOL_PUBLIC and life.schooling[j] == AT_PRIVATE:
            life.schooling[j] = AT_PUBLIC
        j += 1


@kernel
def _tie(life: Life, i: Whole, effect: Whole) -> None:
    """The first friendship that stands lapses, or the first that lapsed is revived."""
    for k in range(FRIENDS):
        lapsed = (np.int64(life.ties_cut[i]) >> k) & 1 != 0
        if lapsed == (effect == TIE_REVIVED):
            life.ties_cut[i] = np.int64(life.ties_cut[i]) ^ (1 << k)
            return


@kernel
def change(life: Life, household: I32, i: Whole, effect: Whole, asset: Whole) -> None:
    """Let one effect change one life; what no longer applies does nothing.

    The household is looked at anew where its strain, or the resident's work or income, may have changed.
    """
    if effect in (TIE_CUT, TIE_REVIVED):
        _tie(life, i, effect)
        return
    if effect in (SCHOOL_PRIVATE, SCHOOL_PUBLIC):
        _school(life, household, i, effect)
        return
    if effect == NEED_BEGINS:
        life.need[i] = 1
    elif effect == NEED_ENDS:
        life.need[i] = 0
    elif effect == ASSET_GAINED:
        life.assets[i] = np.int64(life.assets[i]) | asset
    elif effect == ASSET_LOST:
        life.assets[i] = np.int64(life.assets[i]) & ~asset
    else:
        _work_and_money(life, i, effect)
    if effect in (ASSET_GAINED, ASSET_LOST) and asset & OWING == 0:
        return
    j = np.int64(household[i])
    while j < household.size and household[j] == household[i]:
        life.stale[j] = 1
        j += 1


@inner
def _is_dear(first: Whole, step: Whole, deed: AnyArray, name: Whole, cost: np.uint64, terms: np.uint64, declared: U32,
             keys: U64) -> YesNo:
    """Whether a deed leaves its doer short of money: by what it costs, or by the deposit asked on worse terms."""
    word, _, _, _ = child_words(first, step, deed, name, declared, keys)
    _, _, other, _ = child_words(first, step, deed, np.int64(0), declared, keys)
    return word < cost or other < terms


@kernel
def apply_effects(facts: ActFacts, costs: Costs, life: Life, household: I32, fifth: U8, level: I8, declared: U32,
                  first: Whole, step: Whole, keys: U64, deeds: AnyArray) -> None:
    """Let deeds change lives, in their order: what was done, what being denied did, and what a good deed cost.

    Args:
        facts: effects of each act, done and denied.
        costs: chances that a good deed leaves the doer short of money.
        life: columns of the stretch, changed in place.
        household: slot of the household's first member, by slot.
        fifth: (residents,) fifth of income on day 0.
        level: (degrees, residents) levels from -3 to 3.
        declared: name digests of declared acts.
        first: number of the first resident.
        step: number of the step.
        keys: luck key.
        deeds: the deeds, in order.
    """
    effect, chance, asset = facts.effect, facts.chance, facts.asset
    costs_by, by_level, cost, name = facts.costs_by, facts.by_level, costs.chance, np.int64(costs.name[0])
    held = life.held
    for d in range(deeds.size):
        outcome, act = np.int64(deeds[d]["outcome"]), np.int64(deeds[d]["act"])
        i = np.int64(deeds[d]["slot"])
        if outcome == DONE:
            if effect[act] != 0:
                word, _, _, _ = child_words(first, step, deeds[d], np.int64(0), declared, keys)
                if word < chance[act]:
                    change(life, household, i, np.int64(effect[act]), np.int64(asset[act]))
            price, worse = cost[act, np.int64(fifth[i])], levels_below(level, np.int64(costs_by[act]), i)
            asked = price > np.uint64(0) or worse > 0  # a call costs more than this question
            if asked and _is_dear(first, step, deeds[d], name, price, by_level[worse], declared, keys):
                change(life, household, i, np.int64(ASSET_GAINED), np.int64(SHORT_OF_MONEY))
        elif outcome in (DENIED, LOOKED_UP) and facts.blocked_effect[act] != 0:
            _, word, _, _ = child_words(first, step, deeds[d], np.int64(0), declared, keys)
            if word < facts.blocked_chance[act]:
                change(life, household, i, np.int64(facts.blocked_effect[act]), np.int64(facts.blocked_asset[act]))
        elif outcome == HELD_BACK and held[i] < MOST_HELD:
            held[i] += 1
