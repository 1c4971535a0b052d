"""M35, notice coverage: who was told of a decision in time, and whether its reason was true.

What it says: Who is not told cannot object, and who is told a reason that is untrue is told nothing.

Definition: over decisions against residents, that is listings on lists that punish and consequences that harm, the
share of which the resident was told no later than the first day, and whose main record is true. Of a listing the main
record is the one that opened it; of what follows from a list any that holds somebody there; of a grade the largest
movement down before, or, of a score worked out anew, whether what is true alone gives that grade or a worse one.

Unit: a share, 0 to 1; of decisions.

How to read it: 1 is all told in time for something true; less is worse. Told, and true, stand beside it, each by
itself.

Limits: Somebody refused something hears of it then, and mostly too late. A list is told of by the
first day of the next step. What came through others, or has no record in the ledger, has no main record: it is counted
as told or not, beside it.

Sources: 15 U.S.C. 1681m on notice of adverse actions; Wachter, Mittelstadt and Russell 2018
(arXiv:1711.00399).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Part, Undefined, named, nothing, ratio
from glasstown.audit.harm.decisions_told import KINDS, decisions
from glasstown.audit.harm.reading import without_scheme
from glasstown.vocab.codes import Group

DECISIONS: Final = "decisions"
COVERED: Final = pl.col("is_told") & pl.col("is_true")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Decisions, those told in time, those with a true main record and those with both, by kind and by group."""
    if reason := without_scheme(bundle):
        return reason
    rows = decisions(bundle.case).join(bundle.case.people.select("resident", "group"), on="resident")
    counts: dict[str, float] = {}
    for kind in KINDS:
        counts |= _count(("kind", kind), rows.filter(pl.col("kind") == kind))
    for group in Group:
        counts |= _count(("group", group_slug(group)), rows.filter(pl.col("group") == int(group)))
    return counts


def _count(of: tuple[str, str], rows: pl.DataFrame) -> Counts:
    known = rows.filter(pl.col("is_true").is_not_null())
    return {
        named(*of, "decisions"): rows.height, named(*of, "told"): int(rows["is_told"].sum()),
        named(*of, "known"): known.height, named(*of, "true"): int(known["is_true"].sum()),
        named(*of, "covered"): known.filter(COVERED).height,
    }  # fmt: skip


def measure(counts: Counts) -> Figure:
    """The share told in time for a true reason, both halves of it, and by kind and group."""
    total = {
        what: sum(counts[named("kind", kind, what)] for kind in KINDS)
        for what in ("decisions", "told", "known", "true", "covered")
    }
    whole = ratio("all", total["covered"], total["known"], what=f"{DECISIONS} with a record of one's own")
    parts: list[Part] = [
        ratio("told", total["told"], total["decisions"], what=DECISIONS),
        ratio("true-reason", total["true"], total["known"], what=DECISIONS),
    ]
    parts += [_told(counts, kind) for kind in KINDS]
    parts += [
        ratio(
            group_slug(group),
            *(counts[named("group", group_slug(group), what)] for what in ("covered", "known")),
            what=DECISIONS,
        )
        for group in Group
    ]
    counted = (
        f"Of {total['decisions']:,.0f} decisions against residents {total['told']:,.0f} were told no later than the "
        f"first day; of {total['known']:,.0f} with a record of their own {total['covered']:,.0f} were, and rest on "
        "something true."
    )
    if whole.value is None:
        return nothing(str(whole.reason), whole.n, counted=counted, parts=tuple(parts))
    return Figure(whole.value, whole.n, counted, parts=tuple(parts))


def _told(counts: Counts, kind: str) -> Part:
    told, of = (counts[named("kind", kind, what)] for what in ("told", "decisions"))
    return ratio(f"told-{kind}", told, of, what=DECISIONS)


METRIC: Final = Metric(
    code="M35",
    slug="notice-coverage",
    title="Notice coverage",
    theme="due process",
    unit="share of decisions, 0 to 1; less is worse",
    tally=tally,
    measure=measure,
    shown_by="court-list",
    moved_by="--without false-sightings",
    room=__name__,
)
