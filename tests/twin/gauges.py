"""The twin's gauges: quantities read once a month, in whole thousandths of their unit."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from glasstown.behaviours.acts.gauges import GAUGE_LOADINGS
from glasstown.behaviours.acts.quantities import BY_FIFTH, QUANTITIES, QUANTITY_LOADINGS, STANDS
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.vocab.gauges import GAUGE_CODES
from twin import rates
from twin.luck import GAUGE, WORD, name_24

MONTH = 30
MOST = 2_000_000_000
READ, READ_TRULY = 30, 31
GAUGES = [act for act in (*RESIDENT_ACTS, *QUANTITIES) if act.kind == "gauge"]
LOADINGS = GAUGE_LOADINGS | QUANTITY_LOADINGS


def read_gauges(world, step, day, end):
    """Every gauge of everybody it is about, in the step in which a month begins."""
    rows = []
    if any(first % MONTH == 0 for first in range(day, end)):
        for person in world.people:
            meters = {one.gauge: one for one in world.text.meters} if world.text and not world.ended else {}
            for act in GAUGES:
                milli = quantity(world, person, act, step)
                meter = meters.get(act.id)
                if meter and person["subject"]:
                    log(world, person, meter, None if milli is None else min(milli, MOST), step)
                if milli is not None:
                    logged = int((act.detected.value if act.detected else 1) * WORD)
                    known = milli * logged // WORD
                    if meter and person["subject"] and world.runs("sources", ""):
                        known = person["read"][meter.id] or 0
                    rows.append({"resident": person["number"], "day": day, "act": GAUGE_CODES[act.id], "milli": milli,
                                 "logged_milli": known})  # fmt: skip
            for meter in meters.values():
                if not person["subject"]:
                    person["read"][meter.id], person["read_truly"][meter.id] = None, 0
    return rows


def log(world, person, meter, milli, step):
    """What a meter makes of a quantity: nothing of some people, else a part of it, more or less."""
    runs = world.runs("sources", "")  # meters end with all sources
    person["read"][meter.id], person["read_truly"][meter.id] = None, (milli or 0) if runs else 0
    if milli is None or not runs:
        return
    place = 256 + GAUGE_CODES[meter.gauge]
    once = world.luck.words(GAUGE, person["number"], place, 0, meter.id, sub=1)[0]
    if once < int(meter.missing.value * WORD):
        return
    word = world.luck.words(GAUGE, person["number"], place, step, meter.id)[0]
    seen = milli * half_up(meter.share.value * 2**16) // 2**16
    aside = (2 * (word // 2**16) + 1 - 2**16) * half_up(meter.error.value * 2**16) // 2**16
    person["read"][meter.id] = min(seen * max(2**16 + aside, 0) // 2**16, MOST)


def half_up(value):
    return int(value.to_integral_value("ROUND_HALF_UP"))


def digest_meters(world, digest, person):
    """What was read last, and as it was."""
    for meter in world.text.meters:
        read = person["read"].get(meter.id)
        digest.value(name_24(meter.id) << 8 | READ, person["number"], -1 if read is None else read)
        digest.value(name_24(meter.id) << 8 | READ_TRULY, person["number"], person["read_truly"].get(meter.id, 0))


def quantity(world, person, act, step):
    """One quantity of a month, or as it stands; None for whoever it is not about."""
    if person["standing"] & act.needs != act.needs:
        return None
    base = level(act.id, person["band"], person["sex"])
    if base is None:
        return None
    states = person["work"], person["strain"], person["income_class"], person["fear"]
    base += rates.by_state(act.id, *states, world.without) + trait_shift(act.id, tuple(person["traits"]))
    base += rates.log_rate(BY_FIFTH[act.id][person["fifth"]].value) if act.id in BY_FIFTH else 0
    stands = act.id in STANDS
    mean = int(act.rate.value * 1000 if stands else act.rate.value * MONTH / 365 * 1000)
    when = {"step": 0, "sub": 1} if stands else {"step": step}
    word = world.luck.words(GAUGE, person["number"], GAUGE_CODES[act.id], **when)[0]
    place = min(max(1024 + base, 0), 2047)  # as a rate, a quantity stays within eight doublings of its mean
    return mean * relative(place) // 2**16 * quantile(word // 2**20) // 2**12


@cache
def loadings(name):
    return tuple(int((figure.value * 128).quantize(Decimal(1), "ROUND_HALF_UP")) for figure in LOADINGS[name])


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
