"""B01, offences averted: how much less was done that the law does not allow, because of the scheme.

What it says: The other side of the scale: what a scheme is for, if it is for anything, is that less wrong is done.

Definition: acts that the law does not allow, apart from any scheme, done without the scheme less done under it by the
same people with the same luck, in the whole town, for each 1,000 person-years.

Unit: offences per 1,000 person-years.

How to read it: Above 0 fewer were done. Beside it stands each act; below 0 the scheme brought more of it about.

Limits: Nobody's fear alone is meant: who may not take a loan cannot fail to pay it, and that counts too. All offences
weigh alike. Acts of firms and governments are not counted.

Sources: deterrence as a difference between like worlds; proposed by this project.
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, named, nothing, under
from glasstown.audit.harm.done_less import acts_of, done_by_act, pair_of, per_thousand_years, person_time
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.organisation_acts import is_of_organisations


def tally(bundle: Bundle) -> Counts | Undefined:
    """Offences by act, done less under the scheme."""
    if reason := without_scheme(bundle):
        return reason
    scheme, without = bundle.case.worlds.scheme, pair_of(bundle)
    if isinstance(without, Undefined):
        return without
    ours, theirs = done_by_act(scheme), done_by_act(without)
    offences = [row for row in acts_of(scheme).values() if row.lawful is False and not is_of_organisations(row.code)]
    fewer = {named("fewer", row.id): theirs.get(row.code, 0) - ours.get(row.code, 0) for row in offences}
    return {**person_time(scheme), **fewer}


def measure(counts: Counts) -> Figure:
    """Offences averted in all, and of each act."""
    by_act = {name: number for (name,), number in under(counts, "fewer").items()}
    whole = per_thousand_years("all", sum(by_act.values()), counts)
    parts = tuple(per_thousand_years(act, number, counts) for act, number in sorted(by_act.items()) if number)
    if whole.value is None:
        return nothing(str(whole.reason), whole.n)
    fewer = sum(by_act.values())
    said = f"{abs(fewer):,.0f} offences {'fewer' if fewer >= 0 else 'more'} were done than without the scheme"
    return Figure(whole.value, whole.n, f"{said}, {whole.value:,.1f} per 1,000 person-years.", parts=parts)


METRIC: Final = Metric(
    code="B01",
    slug="offences-averted",
    title="Offences averted",
    theme="price",
    unit="offences per 1,000 person-years",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without response:deterrence",
    room=__name__,
    signed=True,
)
