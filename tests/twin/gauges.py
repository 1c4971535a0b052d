"""The twin's gauges: quantities read once a month, in whole thousandths of their unit."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from glasstown.behaviours.acts.gauges import GAUGE_LOADINGS
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from twin import rates
from twin.luck import GAUGE, WORD

MONTH = 30


def read_gauges(world, step, day, end):
    """Every gauge of everybody it is about, in the step in which a month begins."""
    rows = []
    if any(first % MONTH == 0 for first in range(day, end)):
        for person in world.people:
            for act in RESIDENT_ACTS:
                if act.kind == "gauge" and person["standing"] & act.needs == act.needs:
                    rows += read(world, person, act, step, day)
    return rows


def read(world, person, act, step, day):
    base = level(act.id, person["band"], person["sex"])
    if base is None:
        return []
    code = world.codes[act.id]
    states = person["work"], person["strain"], person["income_class"], person["fear"]
    base += rates.by_state(act.id, *states, world.without) + trait_shift(act.id, tuple(person["traits"]))
    mean = int(act.rate.value * MONTH / 365 * 1000) * relative(1024 + base) // 2**16
    word = world.luck.words(GAUGE, person["number"], code, step)[0]
    milli = mean * quantile(word // 2**20) // 2**12
    logged = int((act.detected.value if act.detected else 1) * WORD)
    return [{"resident": person["number"], "day": day, "act": code, "milli": milli,
             "logged_milli": milli * logged // WORD}]  # fmt: skip


@cache
def loadings(name):
    return tuple(int((figure.value * 128).quantize(Decimal(1), "ROUND_HALF_UP")) for figure in GAUGE_LOADINGS[name])


@cache
def level(name, band, sex):
    """How a quantity goes with age and sex, so that its mean over all it is about is the published one."""
    factor = rates.age_sex_factor(name, band, sex)
    if not factor:
        return None
    return rates.log_rate(factor / rates.mean_factor(name) / rates.mean_of_spread(loadings(name)))


@cache
def trait_shift(name, traits):
    return rates.shift_of(loadings(name), traits)


@cache
def relative(index):
    """A factor of 2**((index - 1024) / 128), in units of 2**-16."""
    with localcontext() as context:
        context.prec = rates.DIGITS
        factor = (Decimal(2).ln() * (index - 1024) / 128).exp()
        return int((factor * 2**16).to_integral_value())


@cache
def quantile(part):
    """Quantile of an exponential of mean 1 in the middle of one of 4,096 equal parts, in units of 2**-12."""
    with localcontext() as context:
        context.prec = rates.DIGITS
        rest = rates.decimal(1 - (Fraction(part) + Fraction(1, 2)) / 4096)
        return int((-rest.ln() * 4096).to_integral_value())
