"""Decisions against residents: what each rests on, and whether the resident was told of it in time."""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.listings import punishing_lists
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Outcome, Truth

LISTING, CONSEQUENCE, THROUGH = "listing", "consequence", "through-others"
KINDS: Final = (LISTING, CONSEQUENCE, THROUGH)
_SEES: Final = pl.Schema({"resident": pl.UInt32, "kind": pl.String, "is_told": pl.Boolean, "is_true": pl.Boolean})


def decisions(case: Case) -> pl.DataFrame:
    """One row per listing on a punishing list and per harming consequence of a kept resident.

    Columns `resident`, `kind`, `is_told` (by notice, or by being refused, no later than its first day; of a list by the
    first day of the next step) and `is_true`: whether what chiefly brought it is true; null where that is nobody's own.
    """
    ledger = case.worlds.scheme
    spells = _with_notice(ledger, _spells(ledger))
    found = pl.concat([_listings(ledger, spells), *_caused(ledger, spells)])
    return found.join(case.people.select("resident"), on="resident", how="semi")


def _spells(ledger: Ledger) -> pl.DataFrame:
    """Spells that harm, with the consequence's notice, list, grade, score and whether it is of the resident's own."""
    names = ledger.manifest.names
    of_grade = {row.code: row for row in names.grades}
    rows = [
        {"consequence": row.code, "notice": row.notice, "list": -1 if row.list is None else row.list, "deny": row.deny,
         "is_own": row.scope == "self" and not row.asks_others,
         "score": of_grade[row.grade].score if row.grade in of_grade else -1, "edge": _edge(ledger, row.grade)}
        for row in names.consequences if row.harms
    ]  # fmt: skip
    schema = {"consequence": pl.UInt8, "notice": pl.String, "list": pl.Int64, "deny": pl.UInt64, "is_own": pl.Boolean,
              "score": pl.Int64, "edge": pl.Int64}  # fmt: skip
    spells = ledger.table("spells").filter(pl.col("end_day") > pl.col("start_day")).with_row_index("spell")
    spells = spells.with_columns(pl.col("start_day").cast(pl.Int64))
    return spells.drop("grade").join(pl.DataFrame(rows, schema), on="consequence")


def _edge(ledger: Ledger, grade: int) -> int | None:
    """The least score, in thousandths, of the next better grade; None where there is none."""
    names = ledger.manifest.names
    mine = next((row for row in names.grades if row.code == grade), None)
    better = [row for row in names.grades if mine is not None and row.score == mine.score and row.code < mine.code]
    return better[-1].at_least_milli if better else None


def _with_notice(ledger: Ledger, spells: pl.DataFrame) -> pl.DataFrame:
    """Spells with `is_told`: notice is given, or one is refused something by it on its first day."""
    refused = ledger.table("blocked").filter(pl.col("outcome") == int(Outcome.DENIED))
    refused = refused.select("resident", "capacity", start_day=pl.col("day").cast(pl.Int64))
    hit = spells.join(refused, on=["resident", "start_day"]).filter(pl.col("capacity") & pl.col("deny") != 0)
    hears = pl.col("notice") == "given"
    at_once = (pl.col("notice") == "on-refusal") & pl.col("spell").is_in(hit["spell"].unique().implode())
    return spells.with_columns(is_told=hears | at_once)


def _listings(ledger: Ledger, spells: pl.DataFrame) -> pl.DataFrame:
    """Listings on lists that punish; told where something that follows is told within a step of the first day."""
    lists = {row.code: row.list for row in ledger.manifest.names.grounds}
    listed = ledger.table("listings").filter(pl.col("end_day") > pl.col("entry_day")).with_row_index("row")
    listed = listed.with_columns(
        list=pl.col("ground").cast(pl.Int64).replace_strict(lists, default=-1, return_dtype=pl.Int64),
        entry_day=pl.col("entry_day").cast(pl.Int64),
    ).filter(pl.col("list").is_in(sorted(punishing_lists(ledger.manifest.names))))
    heard = listed.join(
        spells.filter("is_told").select("resident", "list", "start_day", "end_day"),
        on=["resident", "list"],
        suffix="_spell",
    )
    until = pl.col("entry_day") + ledger.manifest.step_days
    heard = heard.filter((pl.col("start_day") <= until) & (pl.col("end_day_spell") > pl.col("entry_day")))
    return listed.select(
        "resident", kind=pl.lit(LISTING), is_told=pl.col("row").is_in(heard["row"].unique().implode()),
        is_true=pl.col("truth") == int(Truth.TRUE),
    ).cast(_SEES)  # fmt: skip


def _caused(ledger: Ledger, spells: pl.DataFrame) -> tuple[pl.DataFrame, ...]:
    """Consequences of own lists, of own grades, and of others."""
    own = pl.col("is_own")
    of_list, of_grade = spells.filter(own & (pl.col("list") >= 0)), spells.filter(own & (pl.col("list") < 0))
    through = spells.filter(~own).select("resident", "is_told", kind=pl.lit(THROUGH), is_true=pl.lit(None, pl.Boolean))
    columns = list(_SEES)
    return (
        _by_list(ledger, of_list).select(columns).cast(_SEES),
        _by_grade(ledger, of_grade).select(columns).cast(_SEES),
        through.select(columns).cast(_SEES),
    )


def _by_list(ledger: Ledger, spells: pl.DataFrame) -> pl.DataFrame:
    """True where a ground of the list that was open on the first day rests on a true record."""
    lists = {row.code: row.list for row in ledger.manifest.names.grounds}
    open_ = ledger.table("listings").select(
        "resident", "entry_day", "truth", until="end_day",
        list=pl.col("ground").cast(pl.Int64).replace_strict(lists, default=-1, return_dtype=pl.Int64),
    )  # fmt: skip
    behind = spells.join(open_, on=["resident", "list"]).filter(
        (pl.col("entry_day") <= pl.col("start_day")) & (pl.col("until") > pl.col("start_day"))
    )
    true = behind.group_by("spell").agg(is_true=(pl.col("truth") == int(Truth.TRUE)).any())
    return spells.join(true, on="spell", how="left").with_columns(kind=pl.lit(CONSEQUENCE))


def _by_grade(ledger: Ledger, spells: pl.DataFrame) -> pl.DataFrame:
    """True where the largest movement down so far is; of a score worked out anew where what is true gives the grade."""
    kinds = [int(Entry.RULE), int(Entry.ASSOCIATION), int(Entry.STATE), int(Entry.QUANTITY), int(Entry.PEER)]
    moved = ledger.table("entries").filter(pl.col("kind").is_in(kinds) & (pl.col("delta_milli") < 0))
    moved = moved.select("resident", "day", "delta_milli", "truth", score=pl.col("score").cast(pl.Int64))
    debits = spells.join(moved, on=["resident", "score"]).filter(pl.col("day") <= pl.col("start_day"))
    chief = debits.sort("delta_milli", "day").group_by("spell", maintain_order=True).agg(pl.col("truth").first())
    worked = ledger.table("refreshes").select("resident", "day", pl.col("true_milli").cast(pl.Int64))
    anew = spells.filter(pl.col("score") == 0).join(worked, on="resident").filter(pl.col("day") <= pl.col("start_day"))
    anew = anew.sort("day").group_by("spell", maintain_order=True).agg(pl.col("true_milli", "edge").last())
    rows = spells.join(chief, on="spell", how="left").join(anew.drop("edge"), on="spell", how="left")
    by_truth = pl.when(pl.col("edge").is_not_null()).then(pl.col("true_milli") < pl.col("edge"))
    is_true = pl.coalesce(by_truth, pl.col("truth") == int(Truth.TRUE))
    return rows.with_columns(kind=pl.lit(CONSEQUENCE), is_true=is_true)
