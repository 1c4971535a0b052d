"""Firms and governments: how they stand with the scheme, what it takes from them, and whom their acts harm.

Truth first: a record about a firm can be of what it did, of what nobody did, or of what another firm did. Shares of
fewer than 30 are not given.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.metrics.firms_graded import firms_graded
from glasstown.audit.organised import THROUGH, scores_of_organisations
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Outcome, Truth
from glasstown.vocab.organisation_acts import FIRST_OF_ORGANISATIONS
from glasstown.vocab.organisations import KINDS, OrganisationFact

UNIT: Final = "organisations"
CHECKED: Final = "a check, not an estimate: it has no interval"


def organisations_rated(case: Case) -> tuple[Finding, ...]:
    """What became of the organisations of a run; nothing where none live in the town."""
    ledger = case.worlds.scheme
    living = ledger.table("organisations")
    if living.is_empty() or not case.has_scheme:
        return ()
    return (
        _listed(ledger, living), _graded_down(ledger, living), _connected(ledger, living), _contracts(ledger),
        _held_back(ledger), _harmed(ledger), _bound(case), *firms_graded(ledger), *_sums(ledger),
    )  # fmt: skip


def _sums(ledger: Ledger) -> tuple[Finding, ...]:
    """Scores of organisations that their entries do not add up to; nothing where they have none."""
    scores = [(code, score) for code, score in enumerate(ledger.manifest.scores) if score.of in KINDS]
    if not scores:
        return ()
    slug, title = "organisation-score-sums-wrong", "Scores of organisations that their entries do not add up to"
    every = scores_of_organisations(ledger)
    starts = {code: score.start_milli for code, score in scores}
    of = ("organisation", "score")
    moved = ledger.table("organisation_entries").group_by(of).agg(pl.col("delta_milli").cast(pl.Int64).sum())
    last = every.filter(pl.col("day") == pl.col("day").max()).join(moved, on=of, how="left")
    start = pl.col("score").cast(pl.Int64).replace_strict(starts, return_dtype=pl.Int64)
    expected = pl.col("delta_milli").fill_null(0) + start
    wrong = last.filter(pl.col("score_milli").cast(pl.Int64) != expected).height
    lost = moved.join(last, on=of, how="anti").height
    text = f"Start plus all entries gives {last.height - wrong:,} of {last.height:,} scores of firms and governments."
    return (found(slug, title, wrong + lost, "scores", last.height, text, interval_reason=CHECKED),)


def _listed(ledger: Ledger, living: pl.DataFrame) -> Finding:
    rows = ledger.table("organisation_listings")
    truly = rows.filter(pl.col("truth") == Truth.TRUE)["organisation"].n_unique()
    count = rows["organisation"].n_unique()
    text = (
        f"{count:,} of {living.height:,} firms and governments stood on a list; "
        f"{count - truly:,} of them on no true ground."
    )
    return found("organisations-listed", "Organisations listed", count, UNIT, living.height, text)


def _graded_down(ledger: Ledger, living: pl.DataFrame) -> Finding:
    """Firms that were in a worse grade than they began in, and those without a true debit of their own."""
    moves = ledger.table("organisation_grades").filter(
        (pl.col("to_grade") > pl.col("from_grade")) & (pl.col("from_grade") > 0)
    )
    fell = moves["organisation"].unique()
    debits = ledger.table("organisation_entries").filter(
        (pl.col("delta_milli") < 0) | (pl.col("kind") == Entry.OVERRIDE)
    )
    own = debits.filter(pl.col("truth") == Truth.TRUE)["organisation"].unique()
    wrongly = len(set(fell.to_list()) - set(own.to_list()))
    text = (
        f"{len(fell):,} of {living.height:,} firms and governments fell by a grade; {wrongly:,} of them had no true "
        "record against them."
    )
    return found("organisations-graded-down", "Organisations graded down", len(fell), UNIT, living.height, text)


def _connected(ledger: Ledger, living: pl.DataFrame) -> Finding:
    """Points at the end of firms with an official among their own, less those of the others."""
    slug, title, unit = "connected-firms", "Points of connected firms above those of others", "points"
    firms = living.filter(pl.col("facts") & int(OrganisationFact.FIRM) > 0)
    panel = ledger.table("organisation_panel")
    last = panel.filter(pl.col("day") == panel["day"].max()).join(firms, on="organisation")
    near = pl.col("facts") & int(OrganisationFact.CONNECTED) > 0
    connected, others = last.filter(near)["score_milli"], last.filter(~near)["score_milli"]
    reason = too_few(min(connected.len(), others.len()))
    if reason:
        return undefined(slug, title, unit, connected.len(), f"of connected firms there are {reason}")
    points = round((sum(connected) / connected.len() - sum(others) / others.len()) / 1000, 3)
    text = (
        f"Firms with an official among the family, friends or colleagues of their representative ({connected.len():,}) "
        f"have {points:,.1f} points more than others at the end."
    )
    return found(slug, title, points, unit, connected.len(), text)


def _contracts(ledger: Ledger) -> Finding:
    rows = ledger.table("organisation_places_given")
    won, lost = (int((rows["won"] == side).sum()) for side in (1, 0))
    text = (
        f"{lost:,} public contracts went to another firm than without denials and ranks, and {won:,} firms won one so."
    )
    return found("contracts-moved", "Public contracts moved by the scheme", lost, "contracts", rows.height, text)


def _held_back(ledger: Ledger) -> Finding:
    rows = ledger.table("organisation_blocked").filter(pl.col("outcome") == Outcome.HELD_BACK)
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    by_act = rows.group_by("act").len().sort("act")
    table = FindingTable(("act", "held back"), tuple((names[act], number) for act, number in by_act.iter_rows()))
    why = "because they cost points and a worse grade was near"
    text = f"{rows.height:,} lawful acts of firms were held back {why}."
    return found(
        "firms-held-back", "Lawful acts held back by firms", rows.height, "acts", rows.height, text, table=table
    )


def _harmed(ledger: Ledger) -> Finding:
    rows = ledger.table("harms").filter(pl.col("act") >= FIRST_OF_ORGANISATIONS)
    count = rows["resident"].n_unique()
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    by_act = rows.group_by("act").agg(pl.col("resident").n_unique()).sort("act")
    table = FindingTable(("act", "residents"), tuple((names[act], number) for act, number in by_act.iter_rows()))
    kept = ledger.manifest.kept.residents
    text = f"{count:,} of {kept:,} residents were harmed by what a firm or a government did."
    return found("harmed-by-organisations", "Residents harmed by organisations", count, "residents", kept, text,
                 table=table)  # fmt: skip


def _bound(case: Case) -> Finding:
    """Residents punished for what the organisation did that they represent or govern."""
    ledger = case.worlds.scheme
    codes = [row.code for row in ledger.manifest.names.consequences if row.scope in THROUGH and row.harms]
    lasted = pl.col("end_day") > pl.col("start_day")
    spells = ledger.table("spells").filter(pl.col("consequence").is_in(codes) & lasted)
    count = spells["resident"].n_unique()
    text = f"{count:,} residents were punished for what a firm they represent, or the government they work for, did."
    return found("bound-through-organisations", "Residents bound through organisations", count, "residents",
                 ledger.manifest.kept.residents, text)  # fmt: skip
