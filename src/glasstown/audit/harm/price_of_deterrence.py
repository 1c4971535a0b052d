"""M40, price of deterrence: how many wrongful days one averted offence costs.

What it says: For each unlawful act that the scheme kept from being done, people were punished this long without
cause.

Definition: wrongful days / (unlawful acts done without the scheme - done under it), in the whole town; where not all
residents are kept, the days of the kept stand for all. Beside it: offences averted, by act; lawful acts of voice lost
for each offence averted.

Unit: days per act averted.

How to read it: Small is cheap and not therefore just: the days are borne by others than those whom an offence spares.

Limits: Undefined where nothing is averted: then there is harm and no such gain, or neither. What is lawful apart from
the scheme is the model's reading of each act. Acts of firms and governments are not counted.

Sources: cost-effectiveness as in Gray and others 2011, Applied Methods of Cost-effectiveness Analysis; proposed here.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, under
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.paired import no_pair
from glasstown.ledger.reader import Ledger
from glasstown.vocab.organisation_acts import is_of_organisations


def tally(bundle: Bundle) -> Counts | Undefined:
    """Wrongful days; unlawful acts, and lawful acts of voice, that were done in both worlds."""
    case = bundle.case
    if reason := without_scheme(bundle):
        return reason
    if (why := no_pair(case)) or case.worlds.baseline is None:
        return Undefined(str(why))
    counts: dict[str, float] = {
        "wrongful-days": int(case.punished["wrongful_days"].sum()) * _residents_for_each_kept(case),
        "residents": case.people.height,
    }
    for world, ledger in (("with", case.worlds.scheme), ("without", case.worlds.baseline)):
        done = _done(ledger)
        for row in ledger.manifest.names.acts:
            if row.lawful is False and not is_of_organisations(row.code):
                counts[named(world, "offence", row.id)] = done.get(row.code, 0)
            elif row.voice:
                counts[named(world, "voice", row.id)] = done.get(row.code, 0)
    return counts


def _residents_for_each_kept(case: Case) -> float:
    """How many residents of the town each kept one stands for: acts are counted of all of them, days of the kept."""
    kept = case.people.height
    return case.worlds.scheme.manifest.residents_lived / kept if kept else 1.0


def _done(ledger: Ledger) -> dict[int, int]:
    return dict(ledger.table("act_counts").group_by("act").agg(pl.col("done").cast(pl.Int64).sum()).iter_rows())


def measure(counts: Counts) -> Figure:
    """The price, what was averted by act, and speech lost for each offence averted."""
    ours, theirs = under(counts, "with", "offence"), under(counts, "without", "offence")
    by_act = {name[0]: number - ours.get(name, 0) for name, number in theirs.items()}
    averted, days = sum(by_act.values()), counts["wrongful-days"]
    lost = sum(under(counts, "without", "voice").values()) - sum(under(counts, "with", "voice").values())
    n = counts["residents"]
    parts = [Part("averted", averted, int(n), unit="acts")]
    parts += [Part(f"averted-{act}", number, int(n), unit="acts") for act, number in sorted(by_act.items()) if number]
    counted = f"{averted:,.0f} unlawful acts fewer than without the scheme, {days:,.0f} wrongful days."
    if averted <= 0:
        return nothing("nothing was averted, so there is no price", n, counted=counted, parts=tuple(parts))
    parts.append(Part("speech-lost", lost / averted, int(n), unit="lawful acts of voice per act averted"))
    said = f"{counted} Each act averted came with {days / averted:,.2f} wrongful days and {lost / averted:,.1f} lawful "
    said += "acts of voice lost."
    return Figure(days / averted, int(n), said, parts=tuple(parts))


METRIC: Final = Metric(
    code="M40",
    slug="price-of-deterrence",
    title="Price of deterrence",
    theme="price",
    unit="wrongful days per unlawful act averted",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without response:deterrence",
    room=__name__,
)
