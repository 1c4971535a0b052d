"""Appeals: who gets to appeal against what is untrue, how often appeals go right, and how long it takes.

What can be appealed against are points that a rule took, records that an override counts, listings, and records that
can lower a score which is worked out anew. Of those that rest on untrue records, *access* is the share that was
appealed against within the run; *sensitivity* is the share of the decided appeals against untrue ones that were
upheld, *specificity* the share of those against true ones that were refused. Days run from the debit or listing to
the first day on which it counts no more.
"""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.groups import group_words
from glasstown.vocab.codes import Entry, Fate, Group, Truth

REFUSED, UPHELD, UNDECIDED = range(3)
SCORED = 2
"""Bit of the panel's flags of residents who are scored."""
UNTRUE = pl.col("truth") != int(Truth.TRUE)


def appeals(case: Case) -> tuple[Finding, ...]:
    """Five findings; nothing where nobody appeals."""
    ledger = case.worlds.scheme
    if ledger.manifest.appeals is None:
        return ()
    filed = ledger.table("appeals").join(case.people.select("resident", "group"), on="resident")
    decided = filed.filter(pl.col("outcome") != UNDECIDED)
    wrong, right = decided.filter(UNTRUE), decided.filter(~UNTRUE)
    mended = wrong.filter(pl.col("outcome") == UPHELD)
    return (
        _filed(filed),
        _share("access", "Untrue debits and listings appealed against", filed.filter(UNTRUE).height, untrue(case)),
        _share("sensitivity", "Appeals against what is untrue that were upheld", mended.height, wrong.height),
        _share("specificity", "Appeals against what is true that were refused",
               right.filter(pl.col("outcome") == REFUSED).height, right.height),
        _days(mended),
    )  # fmt: skip


def _filed(filed: pl.DataFrame) -> Finding:
    """How many appeals, by group and by what became of them."""
    rows = tuple(
        (group_words(group), *(int(count) for count in _counts(filed.filter(pl.col("group") == int(group)))))
        for group in Group
    )
    upheld, refused, waiting = _counts(filed)
    table = FindingTable(("group", "upheld", "refused", "not decided"), rows)
    text = (
        f"{filed.height:,} appeals by {filed['resident'].n_unique():,} residents: {upheld:,} upheld, {refused:,} "
        f"refused, {waiting:,} not decided by the end."
    )
    return found("appeals", "Appeals filed", filed.height, "appeals", filed.height, text, table=table)


def _counts(filed: pl.DataFrame) -> tuple[int, int, int]:
    outcome = filed["outcome"]
    return int((outcome == UPHELD).sum()), int((outcome == REFUSED).sum()), int((outcome == UNDECIDED).sum())


def untrue(case: Case) -> int:
    """Debits, counted records, listings, and records that lower a score worked out anew, where they are untrue."""
    ledger = case.worlds.scheme
    facts = ledger.manifest.appeals
    looks = ledger.table("sightings").filter(UNTRUE & (pl.col("fate") == int(Fate.RECORDED)))
    looks = looks.filter(pl.col("act").is_in(facts.disputed if facts else ()))
    arrived = looks.filter(pl.col("due_day") < ledger.manifest.horizon_days)
    scored = ledger.table("panel").filter(pl.col("flags") & SCORED != 0)["resident"].unique()
    struck = arrived.filter(pl.col("on_resident").is_in(scored.implode())).height
    moving = pl.col("kind").is_in([int(Entry.RULE), int(Entry.ASSOCIATION)]) & (pl.col("delta_milli") < 0)
    held = moving | (pl.col("kind") == int(Entry.OVERRIDE))
    entries, listings = ledger.table("entries").filter(held & UNTRUE), ledger.table("listings").filter(UNTRUE)
    return entries.height + listings.height + struck


def _share(slug: str, title: str, number: int, of: int) -> Finding:
    slug, unit = f"appeals.{slug}", "per cent"
    if reason := too_few(of):
        return undefined(slug, title, unit, of, reason.replace("residents", "cases"))
    value = round(100 * number / of, 1)
    return found(slug, title, value, unit, of, f"{title}: {number:,} of {of:,} ({value} %).")


def _days(mended: pl.DataFrame) -> Finding:
    slug, title, unit = "appeals.days", "Days until what was untrue counted no more", "days, median"
    if reason := too_few(mended.height):
        return undefined(slug, title, unit, mended.height, reason.replace("residents", "appeals"))
    days = (mended["corrected_day"].cast(pl.Int64) - mended["known_day"].cast(pl.Int64)).median()
    value = round(float(str(days)), 1)
    text = f"Half of the {mended.height:,} upheld appeals against what was untrue took {value:g} days or less."
    return found(slug, title, value, unit, mended.height, text)
