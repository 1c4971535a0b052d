"""The twin's rates: from behaviours and the society's shares to thresholds, by exact decimals."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from glasstown.behaviours.acts.quantities import QUANTITIES
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.families import LOADINGS
from glasstown.behaviours.figures import multipliers
from glasstown.behaviours.responses import chilling
from glasstown.behaviours.responses.deterrence import EFFECT
from glasstown.behaviours.responses.favour import PRIORITY_FACTOR
from glasstown.behaviours.responses.protest import AT_NOTHING
from glasstown.society.shares import cell_shares, standing_shares
from glasstown.society.spec import load_spec
from glasstown.society.traits import trait_distribution
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.codes import AGE_BANDS, Asset
from twin.luck import WIDE, WORD
from twin.rewards import by_reward

DIGITS = 60
CREDIT, VOICE = 2, 3
CODE = {act.id: act for act in ACTS}
ACT = {act.id: act for act in (*RESIDENT_ACTS, *QUANTITIES)}
SPEC = load_spec()
CAPACITY = {act.id: int(act.capacity) for act in RESIDENT_ACTS}


def decimal(value):
    value = Fraction(value)
    return Decimal(value.numerator) / Decimal(value.denominator)


@cache
def log_rate(ratio, *, halved=False):
    """A positive ratio (or its root) in steps of 1/128 octave, to the nearest, halves away from zero."""
    with localcontext() as context:
        context.prec = DIGITS
        steps = decimal(ratio).ln() / Decimal(2).ln() * (64 if halved else 128)
    whole = int(abs(steps) + Decimal("0.5"))
    return whole if steps > 0 else -whole


@cache
def threshold(events, index, whole):
    """Heights above this happen at a rate of 2**((index - 1024) / 128) times `events`; index 0 is never."""
    if index == 0:
        return whole - 1
    with localcontext() as context:
        context.prec = DIGITS
        rate = decimal(events) * (Decimal(2).ln() * (index - 1024) / 128).exp()
        return min(int(whole * (-rate).exp()), whole - 1)


@cache
def wide_threshold(events):
    """Heights of 64 bits above this happen at a rate of `events`."""
    if events == 0:
        return WIDE - 1
    with localcontext() as context:
        context.prec = DIGITS
        return min(int(WIDE * (-decimal(events)).exp()), WIDE - 1)


@cache
def at_least_one(events):
    """Chance of one event or more."""
    with localcontext() as context:
        context.prec = DIGITS
        return 1 - Fraction((-decimal(events)).exp())


@cache
def loadings(family):
    """Octaves of 1/128 for one standard deviation of each trait."""
    return tuple(int((figure.value * 128).quantize(Decimal(1), "ROUND_HALF_UP")) for figure in LOADINGS[family])


def spread(family):
    """Mean of 2**(what traits do to a family) over everybody."""
    return mean_of_spread(loadings(family))


@cache
def mean_of_spread(loads):
    """Mean over everybody of 2**(what traits do), with loadings in 1/128 octave."""
    with localcontext() as context:
        context.prec = DIGITS
        product = Decimal(1)
        for load in loads:
            factors = ((Decimal(2).ln() * load * z / 4096).exp() * decimal(p) for z, p in trait_distribution())
            product *= sum(factors, Decimal(0)) if load else 1
        return Fraction(product)


def band_of(years):
    return next((n for n, (_, last) in enumerate(AGE_BANDS) if years <= last), len(AGE_BANDS) - 1)


@cache
def profile_factor(profile, sex, band):
    """Mean over the years of an age band of what a profile says of each year."""
    rows = multipliers(profile, sex) if profile else ()
    if not rows:
        return Fraction(1)
    low, high = AGE_BANDS[band]
    total = Fraction(0)
    for year in range(low, high + 1):
        total += next((Fraction(value) for first, last, value in rows if first <= year <= last), Fraction(0))
    return total / (high - low + 1)


@cache
def age_sex_factor(name, band, sex):
    act = ACT[name]
    low = AGE_BANDS[band][0]
    if not act.from_age <= low <= act.to_age:
        return Fraction(0)
    return profile_factor(act.age_profile, "B", band) * profile_factor(act.sex_profile, "MF"[sex], band)


@cache
def mean_factor(name):
    """Mean of the age and sex factor over all who may commit the act."""
    act = ACT[name]
    shares = standing_shares(SPEC)[act.needs] if act.needs else cell_shares(SPEC)
    total = weight = Fraction(0)
    for number, share in enumerate(shares):
        band, sex = number // 4, number // 2 % 2
        factor = age_sex_factor(name, band, sex)
        total += share * factor
        weight += share if factor else 0
    return total / weight


@cache
def on_day(name, day):
    """What a society makes of the rate of an act on a day: its factors, and the shocks that hold."""
    factors = [one.factor for one in SPEC.rate_factors if one.act == name]
    factors += [one.factor for one in SPEC.shocks if one.act == name and one.from_day <= day < one.to_day]
    product = Fraction(1)
    for factor in factors:
        product *= Fraction(factor.value)
    return product


def drawn(name, day):
    """How often an act is committed on a day, as far as it is drawn."""
    return Fraction(ACT[name].drawn_rate) * on_day(name, day)


@cache
def base(name, band, sex, times):
    """Log-rate of an act by age band and sex, its rate so many times its own; None where nobody commits it."""
    factor = age_sex_factor(name, band, sex)
    code = CODE[name]
    if not factor or not code.leaf:
        return None
    reference = Fraction(FAMILIES[code.family].rate_per_year) / 2 ** len(code.leaf) * spread(code.family)
    return log_rate(times * Fraction(ACT[name].drawn_rate) / mean_factor(name) * factor / reference)


def is_debt(name):
    """Whether an act is a bill or a debt, or pays one."""
    return (name in CODE and CODE[name].family == CREDIT) or bool(
        ACT[name].needs_assets & (Asset.ARREARS | Asset.LOAN | Asset.DEBT)
    )


@cache
def by_state(name, work, strain, income, fear, without):
    """What work, household strain, income and fear add to the log-rate; None where they rule the act out."""
    act = ACT[name]
    if act.only_when and work not in {int(w) for w in act.only_when}:
        return None
    if act.only_in_need is not None and act.only_in_need != (strain == 2):
        return None
    states = [(act.fear_factor, fear)]
    if "lost-capacity" not in without or not is_debt(name):
        states += [(act.work_factor, work), (act.strain_factor, strain), (act.income_factor, income)]
    factors = [Fraction(m.factor.value) for row, state in states for m in row if m.state == state]
    return sum(log_rate(factor) for factor in factors) if all(factors) else None


DETERRED = log_rate(1 + Fraction(EFFECT.value))
HALF_DETERRED = log_rate(1 + Fraction(EFFECT.value), halved=True)
FAVOURED = log_rate(Fraction(PRIORITY_FACTOR.value))


def by_scheme(name, person, world):
    """What grade and nearness to the next add to the log-rate."""
    deters = not ACT[name].lawful and "deterrence" not in world.without
    costly = [near for near, acts in zip(person["near"], world.debited_in, strict=False) if name in acts]
    deterred = min([(0, DETERRED, HALF_DETERRED)[near] for near in costly if deters], default=0)
    open_to_favours = ACT[name].lawful and not ACT[name].place and "favour" not in world.without
    favoured = open_to_favours and (CAPACITY[name] | world.needed.get(name, 0)) & person["favoured"]
    return deterred + (FAVOURED if favoured else 0)


def by_mood(name, world):
    """What the mood of a county adds to the log-rate of protest."""
    if name != "protest" or not world.mood or "protest" in world.without:
        return 0
    return int(Fraction(log_rate(Fraction(AT_NOTHING.value)) * world.mood, 7) + Fraction(1, 2))


def by_fear(name, person, world):
    """What fear of the scheme adds for lawful speech that it debits, with whoever knows it."""
    speech = ACT[name].lawful and CODE[name].family == VOICE and name in world.debited
    if not (person["aware"] and person["subject"] and speech) or "chilling" in world.without:
        return 0
    return log_rate(Fraction(chilling.rate_factor(name, person["fear"])))


@cache
def trait_shift(family, traits):
    """What a resident's traits (1/32 standard deviation) add, to the nearest, halves away from zero."""
    return shift_of(loadings(family), traits)


def shift_of(loads, traits):
    total = sum(load * trait for load, trait in zip(loads, traits, strict=True))
    whole = (2 * abs(total) + 32) // 64
    return whole if total >= 0 else -whole


@cache
def bits_of(name):
    """Bits of standing that an act needs, of assets that it needs, and of assets that must not be there."""
    act = ACT[name]
    return int(act.needs), int(act.needs_assets), int(act.needs_lack)


def may(name, person):
    """Whether somebody is of the kind, has what it takes, and lacks what must not be there."""
    kind, has, lacks = bits_of(name)
    assets = person["assets"]
    return person["standing"] & kind == kind and assets & has == has and not assets & lacks


def rate_index(name, person, world, *, hushed=False):
    """Index of one act's rate for one resident now; 0 for never."""
    if not may(name, person):
        return 0
    level = base(name, person["band"], person["sex"], on_day(name, world.day))
    state = by_state(name, person["work"], person["strain"], person["income_class"], person["fear"], world.without)
    if level is None or state is None:
        return 0
    family = CODE[name].family
    total = 1024 + level + state + by_scheme(name, person, world) + trait_shift(family, tuple(person["traits"]))
    total += by_mood(name, world)
    total += by_reward(name, person, world, ACT, lambda one: drawn(one, world.day), log_rate)
    total += by_fear(name, person, world) if hushed else 0
    return min(max(total, 0), 2047)


@cache
def height_threshold(family, step_days, index):
    """Threshold of one family's heights."""
    return threshold(Fraction(FAMILIES[family].rate_per_year) * step_days / 365, index, WORD)


def act_of(family, word):
    """The act whose leaf a word of luck starts with; None for a void leaf."""
    bits = f"{word:032b}"
    for act in ACTS:
        head, tail = act.leaf[:12], act.leaf[12:]
        if act.leaf and act.family == family and bits.startswith(head) and bits[20:].startswith(tail):
            return act.id
    return None
