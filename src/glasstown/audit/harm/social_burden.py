"""M29, social burden: hours that people who did nothing counted against them spend on being scored well.

What it says: Who does nothing wrong pays for a scheme too, in hours given to what it gives points for.

Definition: of subjects whose every act is kept and who did nothing in the run that counts against them: hours of the
acts that a rule gives points for, done in the run less done in the world without the scheme, for each person and
year.

Unit: hours per person and year.

How to read it: Above 0 they spend more hours on it than they would. By fifth of income beside it, and the gap: hours
of the poorest fifth less those of the richest. Hours are those that an act takes, the same for rich and poor.

Limits: Gifts and whatever takes no time count nothing. Help that was done is help all the same; whether it was wanted
is not asked. Who was kept from an offence by the scheme is among them. Hours of an act are one figure for everybody.

Sources: Milli and others 2019 (doi:10.1145/3287560.3287576); Hu, Immorlica and Vaughan 2019
(doi:10.1145/3287560.3287597).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, too_thin
from glasstown.audit.harm.done_less import acts_of, pair_of
from glasstown.audit.harm.reading import acts_done, counted_against, who_did, without_scheme
from glasstown.ledger.reader import Ledger
from glasstown.vocab.units import DAYS_IN_YEAR

FIFTHS: Final = 5
MILLI: Final = 1000
UNIT: Final = "hours per person and year"
NOTHING_COUNTED: Final = Undefined("the scheme counts no act against anybody")
NO_HOURS: Final = Undefined("no act that a rule gives points for takes hours")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents who did nothing counted, their days, and thousandths of hours in both worlds, by fifth of income."""
    if reason := without_scheme(bundle):
        return reason
    scheme, without = bundle.case.worlds.scheme, pair_of(bundle)
    if isinstance(without, Undefined):
        return without
    if not counted_against(scheme):
        return NOTHING_COUNTED
    hours = rewarded_hours(scheme)
    if not hours:
        return NO_HOURS
    clean = who_did(bundle.case).filter(~pl.col("did"))
    counts: dict[str, float] = {}
    for fifth in range(FIFTHS):
        mine = clean.filter(pl.col("income_fifth") == fifth).select("resident")
        counts[named("residents", fifth)] = mine.height
        counts[named("person-days", fifth)] = mine.height * scheme.manifest.horizon_days
        for world, ledger in (("under", scheme), ("without", without)):
            counts[named(world, fifth)] = _spent(ledger, mine, hours)
    return counts


def rewarded_hours(ledger: Ledger) -> dict[int, int]:
    """Thousandths of an hour by act, of acts that take time and that some rule gives points for."""
    given = {row.act for row in ledger.manifest.names.rules if max(row.points_low_milli, row.points_high_milli) > 0}
    return {code: row.hours_milli for code, row in acts_of(ledger).items() if code in given and row.hours_milli}


def _spent(ledger: Ledger, who: pl.DataFrame, hours: dict[int, int]) -> int:
    """Thousandths of hours that some residents spent on some acts."""
    each = pl.DataFrame({"act": list(hours), "hours": list(hours.values())}, {"act": pl.UInt8, "hours": pl.Int64})
    return int(acts_done(ledger).join(who, on="resident", how="semi").join(each, on="act")["hours"].sum())


def measure(counts: Counts) -> Figure:
    """Hours of all of them, of each fifth, and poorest less richest."""
    parts = tuple(_part(f"fifth-{fifth + 1}", counts, (fifth,)) for fifth in range(FIFTHS))
    whole = _part("all", counts, tuple(range(FIFTHS)))
    poorest, richest = parts[0], parts[-1]
    if poorest.value is None or richest.value is None:
        apart = Part("poorest-less-richest", None, whole.n, "too few in the poorest or the richest fifth")
    else:
        apart = Part("poorest-less-richest", poorest.value - richest.value, poorest.n + richest.n)
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, parts=(apart, *parts))
    says = (
        f"{whole.n:,} residents did nothing that counts against them; they spent {whole.value:+.2f} hours a year each."
    )
    return Figure(whole.value, whole.n, says, parts=(apart, *parts))


def _part(label: str, counts: Counts, fifths: tuple[int, ...]) -> Part:
    residents, days, under, without = (
        sum(counts[named(what, fifth)] for fifth in fifths) for what in ("residents", "person-days", "under", "without")
    )
    if reason := too_thin(residents, "residents who did nothing counted"):
        return Part(label, None, int(residents), reason)
    return Part(label, (under - without) / MILLI * DAYS_IN_YEAR / days, int(residents))


METRIC: Final = Metric(
    code="M29",
    slug="social-burden",
    title="Social burden",
    theme="gaming and feedback",
    unit=UNIT,
    tally=tally,
    measure=measure,
    shown_by="rongcheng-2016",
    moved_by="--without response:*",
    room=__name__,
    signed=True,
)
