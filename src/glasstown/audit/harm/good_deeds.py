"""B04, good deeds: how much more was really done of what a scheme gives points for.

What it says: Points may bring people to help, and to give, who would not have. What was only written down is not
that.

Definition: acts that the law allows and that a rule gives points for, done under the scheme less without it by the
same people with the same luck, in the whole town, for each 1,000 person-years. Deeds that were logged and never done
are no acts: how many there were, of kept residents, stands beside it.

Unit: acts per 1,000 person-years.

How to read it: Above 0 more was done. Whether a deed that is done for points is worth what another is, is not asked.

Limits: An award that others give is an act of theirs and not a deed; it counts where the scheme's file has it as an
act. Hours are not weighed (see M29). More of one deed may be less of another that no rule gives points for.

Sources: proposed by this project.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, under
from glasstown.audit.harm.done_less import acts_of, done_by_act, pair_of, per_thousand_years, person_time
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Truth

NONE_GIVEN: Final = Undefined("no rule gives points for an act that the law allows")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Deeds more under the scheme, by act, and how many were logged and never done."""
    if reason := without_scheme(bundle):
        return reason
    scheme, without = bundle.case.worlds.scheme, pair_of(bundle)
    if isinstance(without, Undefined):
        return without
    rules = scheme.manifest.names.rules
    given = {row.act for row in rules if max(row.points_low_milli, row.points_high_milli) > 0}
    deeds = [row for code, row in acts_of(scheme).items() if code in given and row.lawful]
    if not deeds:
        return NONE_GIVEN
    ours, theirs = done_by_act(scheme), done_by_act(without)
    logged = scheme.table("sightings").filter(pl.col("truth") == int(Truth.LOGGED_FALSELY)).height
    more = {named("more", row.id): ours.get(row.code, 0) - theirs.get(row.code, 0) for row in deeds}
    return {**person_time(scheme), **more, "logged-falsely": logged}


def measure(counts: Counts) -> Figure:
    """Deeds more in all and by act, and those that were only logged."""
    by_act = {name: number for (name,), number in under(counts, "more").items()}
    whole = per_thousand_years("all", sum(by_act.values()), counts)
    logged = counts["logged-falsely"]
    parts = tuple(per_thousand_years(act, number, counts) for act, number in sorted(by_act.items()))
    parts += (Part("logged-falsely", logged, whole.n, unit="deeds logged and never done"),)
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, parts=parts)
    says = f"Against the world without the scheme {sum(by_act.values()):+,.0f} good deeds were done; "
    return Figure(whole.value, whole.n, f"{says}{logged:,.0f} were logged and never done.", parts=parts)


METRIC: Final = Metric(
    code="B04",
    slug="good-deeds",
    title="Good deeds",
    theme="price",
    unit="acts per 1,000 person-years",
    tally=tally,
    measure=measure,
    shown_by="rongcheng-2016",
    moved_by="--without response:*",
    room=__name__,
    signed=True,
)
