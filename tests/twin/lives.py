"""The twin's lives: what residents have on day 0, growing up, and what one effect does to one resident."""

from __future__ import annotations

from glasstown.behaviours.start import ENTERS_WORK, INITIAL_ASSETS
from glasstown.behaviours.start import PRIVATE_SCHOOL as PRIVATE_SHARE
from glasstown.behaviours.start import TOP_SCHOOL as TOP_SHARE
from glasstown.vocab.codes import Asset, Effect
from twin.luck import LIFE, WORD

OUT_OF_WORK, EMPLOYED = 1, 2
PRIVATE_FIRM, STATE = 2, 3
NO_SCHOOL, PUBLIC_SCHOOL, PRIVATE_SCHOOL, TOP_SCHOOL = 0, 1, 2, 3
SCHOOL_PAYS = {PRIVATE_SCHOOL: 10, TOP_SCHOOL: 6}
GROWN_UP, FIRST_ASSET, AT_SCHOOL = 3, 32, 48
AS_BEFORE, LEAST, MOST = 64, 16, 192
ARREARS, SHORT_OF_MONEY, PRESTIGE = int(Asset.ARREARS), int(Asset.SHORT_OF_MONEY), int(Asset.PRESTIGE)
NOTHING_YET = {"assets": 0, "income": AS_BEFORE, "schooling": NO_SCHOOL, "ties_cut": 0, "held": 0,
               "warned_day": None, "punished_day": None}  # fmt: skip


def happens(word, chance):
    """Whether a word of 32 bits lies below a chance; a chance of 1 always happens, and so does none given."""
    return chance is None or word < int(WORD * chance)


def age_in_days(person, day):
    return day - person["birth_day"]


def begin_life(world, person):
    """What an adult has on day 0, and where a child goes to school."""
    lived = age_in_days(person, 0)
    if lived >= 18 * 365:
        for asset, share, standing in INITIAL_ASSETS:
            bit = int(asset).bit_length() - 1
            if person["standing"] & int(standing) != int(standing):
                continue
            if happens(once(world, person, 0, FIRST_ASSET + bit), share.value):
                person["assets"] |= int(asset)
    elif lived >= 6 * 365:
        drawn = once(world, person, 0, AT_SCHOOL)
        best = TOP_SCHOOL if happens(drawn, PRIVATE_SHARE.value + TOP_SHARE.value) else PUBLIC_SCHOOL
        person["schooling"] = PRIVATE_SCHOOL if happens(drawn, PRIVATE_SHARE.value) else best


def once(world, person, step, sub):
    return world.luck.words(LIFE, person["number"], 0, step, sub=sub)[0]


def grow_up(world, person, day, step):
    """Children start school at six; who turns eighteen leaves it, and some look for work."""
    lived, before = age_in_days(person, day), age_in_days(person, day - world.step_days)
    if step == 0 or lived < 6 * 365:
        return
    if before < 6 * 365:
        person["schooling"] = PUBLIC_SCHOOL
    if before < 18 * 365 <= lived and age_in_days(person, 0) < 18 * 365:
        if happens(once(world, person, step, GROWN_UP), ENTERS_WORK.value):
            person["work"], person["sector"] = OUT_OF_WORK, PRIVATE_FIRM
        person["income"] = AS_BEFORE + SCHOOL_PAYS.get(person["schooling"], 0)
        person["schooling"] = NO_SCHOOL
        person["assets"] |= int(Asset.HEALTH_INSURED)


def strain_of(person):
    """2 where the household is in need, 1 where a member is out of work, in arrears or short of money."""
    if any(other["need"] for other in person["home"]):
        return 2
    return int(any(
        other["work"] == OUT_OF_WORK or other["assets"] & (ARREARS | SHORT_OF_MONEY) for other in person["home"]
    ))  # fmt: skip


def income_class(person):
    return 0 if person["income"] < 48 else 2 if person["income"] > 80 else 1


def fear_of(person, day):
    if person["punished_day"] is None or day - person["punished_day"] > 365:
        return 0
    return 2 if day - person["punished_day"] <= 90 else 1


def change(person, effect, asset=0):
    """Let one effect change one life; what no longer applies does nothing."""
    effect = Effect(effect)
    if effect in {Effect.ASSET_GAINED, Effect.ASSET_LOST}:
        person["assets"] |= int(asset)
        if effect == Effect.ASSET_LOST:
            person["assets"] -= int(asset)
    elif effect in {Effect.NEED_BEGINS, Effect.NEED_ENDS}:
        person["need"] = int(effect == Effect.NEED_BEGINS)
    elif effect in {Effect.SCHOOL_PRIVATE, Effect.SCHOOL_PUBLIC, Effect.SCHOOL_TOP}:
        change_school(person, effect)
    elif effect in {Effect.TIE_CUT, Effect.TIE_REVIVED}:
        change_tie(person, effect)
    elif effect in {Effect.INCOME_DOWN, Effect.INCOME_UP, Effect.INCOME_BACK}:
        change_income(person, effect)
    else:
        change_work(person, effect)


def change_work(person, effect):
    if effect == Effect.JOB_LOST and person["work"] == EMPLOYED:
        person["work"] = OUT_OF_WORK
        person["assets"] &= ~PRESTIGE
    elif effect in {Effect.JOB_FOUND_PRIVATE, Effect.JOB_FOUND_PUBLIC} and person["work"] == OUT_OF_WORK:
        person["work"] = EMPLOYED
        person["sector"] = PRIVATE_FIRM if effect == Effect.JOB_FOUND_PRIVATE else STATE
    elif effect == Effect.JOB_FOUND_PRESTIGE and person["work"]:
        person["work"] = EMPLOYED
        person["assets"] |= PRESTIGE
        person["income"] = min(person["income"] + 16, MOST)


def change_income(person, effect):
    if effect == Effect.INCOME_DOWN:
        person["income"] = max(person["income"] - 8, LEAST)
    elif effect == Effect.INCOME_UP:
        person["income"] = min(person["income"] + 8, MOST)
    elif person["income"] < AS_BEFORE:
        person["income"] = min(person["income"] + 8, AS_BEFORE)


def change_tie(person, effect):
    """The first friendship that stands lapses, or the first that lapsed is taken up again."""
    wanted = int(effect == Effect.TIE_REVIVED)
    for number in range(len(person["friend"])):
        if person["ties_cut"] >> number & 1 == wanted:
            person["ties_cut"] ^= 1 << number
            return


def change_school(person, effect):
    for member in sorted(person["home"], key=lambda one: one["number"]):
        if effect == Effect.SCHOOL_PUBLIC and member["schooling"] == PRIVATE_SCHOOL:
            member["schooling"] = PUBLIC_SCHOOL
        elif effect != Effect.SCHOOL_PUBLIC and member["schooling"] == PUBLIC_SCHOOL:
            member["schooling"] = PRIVATE_SCHOOL if effect == Effect.SCHOOL_PRIVATE else TOP_SCHOOL
            return
