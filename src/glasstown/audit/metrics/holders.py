"""Holders: who was told what by whom, what did not arrive anywhere else, and whose files were exposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found, too_few, undefined
from glasstown.audit.metrics.consent import TAKEN
from glasstown.ledger.model import Manifest
from glasstown.ledger.model_holders import SharingRow
from glasstown.vocab.codes import Fate, Truth

UNIT: Final = "per cent of records"
SCORER: Final = "scorer"
DESPITE_REFUSAL: Final = ("sold", "compelled")
"""Ways of sharing that do not stop where somebody has refused."""


def holders(case: Case) -> tuple[Finding, ...]:
    """Three findings, and a fourth where residents can refuse; nothing where all records lie with the scorer."""
    ledger = case.worlds.scheme
    manifest = ledger.manifest
    if not manifest.names.holders:
        return ()
    told, looks = ledger.table("tellings"), ledger.table("sightings")
    findings = (_told(manifest, told), _kept_back(looks), _exposed(case, manifest, told))
    if manifest.consent is None:
        return findings
    return (*findings, despite_refusal(manifest.names.sharings, told, ledger.table("consents")))


def _names(manifest: Manifest) -> dict[int, str]:
    return {0: SCORER} | {row.code: row.id for row in manifest.names.holders}


def _told(manifest: Manifest, told: pl.DataFrame) -> Finding:
    """Records by the way they came, and how many of them were true."""
    slug, title, names = "holders.told", "Records of which another holder was told", _names(manifest)
    lines: list[tuple[str, str, str, str, int, int]] = []
    for row in manifest.names.sharings:
        mine = told.filter(pl.col("sharing") == row.code)
        true = mine.filter(pl.col("truth") == int(Truth.TRUE)).height
        lines.append((row.id, names[row.source], names[row.to], row.way, mine.height, true))
    number = sum(line[4] for line in lines)
    table = FindingTable(("sharing", "from", "to", "way", "records", "true"), tuple(lines))
    text = f"{title}: {number:,}, each counted once for every holder who was told."
    return found(slug, title, number, "records", number, text, table=table)


def despite_refusal(sharings: Sequence[SharingRow], told: pl.DataFrame, consents: pl.DataFrame) -> Finding:
    """Records of residents who had not consented that another holder was told of, and that counted, by the way."""
    slug, title = "holders.despite-refusal", "Records of residents who had not consented, which counted elsewhere"
    taken = consents.filter(what=TAKEN).select("resident", "day").unique()
    mine = told.join(taken, on=["resident", "day"], how="semi")
    ways = {row.code: row.way for row in sharings}
    lines = tuple(
        (way, mine.filter(pl.col("sharing").is_in([code for code, one in ways.items() if one == way])).height)
        for way in DESPITE_REFUSAL
    )
    number = sum(line[1] for line in lines)
    parts = ", ".join(f"{way} {count:,}" for way, count in lines)
    text = f"{title}: {number:,} ({parts}). Who was told of them bought them, or had the holder compelled."
    return found(slug, title, number, "records", number, text, table=FindingTable(("way", "records"), lines))


def _kept_back(looks: pl.DataFrame) -> Finding:
    """Of all records, those that stayed with who keeps them, and those that were altered."""
    slug, title = "holders.not-shared", "Records that nobody but their holder ever had"
    kept = looks.filter(pl.col("fate") == int(Fate.NOT_SHARED)).height
    n = looks.filter(pl.col("fate").is_in([int(Fate.RECORDED), int(Fate.NOT_SHARED)])).height
    altered = looks.filter(pl.col("truth") == int(Truth.EDITED)).height
    counted = f"Altered where they lay: {altered:,} records."
    if reason := too_few(n):
        return undefined(slug, title, UNIT, n, reason, counted=counted)
    value = round(100 * kept / n, 2)
    return found(slug, title, value, UNIT, n, f"{title}: {kept:,} of {n:,} ({value} %). {counted}")


def _exposed(case: Case, manifest: Manifest, told: pl.DataFrame) -> Finding:
    """Residents whose files were stolen, by holder."""
    slug, title = "holders.exposed", "Residents whose file was exposed by a theft"
    codes = {row.code for row in manifest.names.sharings}
    stolen = told.filter(~pl.col("sharing").is_in(sorted(codes)))
    lines = tuple(
        (row.id, rows["day"].n_unique(), rows.height)
        for row in manifest.names.holders
        for rows in [stolen.filter(pl.col("holder") == row.code)]
    )
    number = stolen["resident"].n_unique()
    table = FindingTable(("holder", "thefts", "files exposed"), lines)
    text = f"{title}: {number:,}. Whoever is scored has a file with every holder."
    return found(slug, title, number, "residents", case.people.height, text, table=table)
