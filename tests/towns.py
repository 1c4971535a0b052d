"""Small hand-made run folders, written through the real writer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import Kept, Manifest, SchemeFacts, SocietyFacts
from glasstown.ledger.model_names import ActRow, ConsequenceRow, Names, RuleRow, SourceRow
from glasstown.ledger.model_scores import GradeRow, ScoreFacts
from glasstown.ledger.writer import RunWriter
from glasstown.vocab.columns import columns_of

SCHEME_TEXT = '[scheme]\nid = "harbour"\ntitle = "Harbour credit"\n'

NAMES = Names(
    acts=(ActRow(0, "red-light"), ActRow(5, "late-bill"), ActRow(11, "charity-gift")),
    sources=(SourceRow(0, "police", "public-order"), SourceRow(1, "utility", "credit")),
    rules=(
        RuleRow(0, "red-light", 0, -50_000, -50_000, (), 365, None, None),
        RuleRow(1, "late-bill", 5, -20_000, -20_000, (1,), None, None, None),
        RuleRow(2, "gift", 11, 10_000, 10_000, (), None, None, None),
        RuleRow(3, "second-red-light", 0, -30_000, -30_000, (), 365, 2, 365),
    ),
    grades=(GradeRow(1, "A", "good", 900_000), GradeRow(2, "B", "fair", 850_000), GradeRow(3, "D", "poor", None)),
    consequences=(ConsequenceRow(0, "no-public-job", 3, 1, 0, "none"), ConsequenceRow(1, "first", 1, 0, 2, "given")),
)

MANIFEST = Manifest(
    kind="scheme",
    scheme=SchemeFacts("harbour", "Harbour credit", digest_bytes(SCHEME_TEXT.encode())),
    society=SocietyFacts("china-2020", "a" * 32, "b" * 32, ("Anhui", "Beijing")),
    score=ScoreFacts(900_000, 0, 1_000_000, "each-entry", "act"),
    names=NAMES,
    people=4,
    residents_lived=4,
    seed=1,
    replicate=0,
    start=date(2020, 1, 1),
    step_days=7,
    steps=52,
    horizon_days=364,
    baseline="full",
    without=(),
    kept=Kept("all", 4, 4),
    versions={"glasstown": "0.1.0"},
    circumstances={"threads": 1, "block": 1024},
)

NONE = replace(MANIFEST, kind="none", scheme=None, score=None, names=Names(acts=NAMES.acts))


def rows(table: str, records: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Columns of a table from records; a column that no record names holds 0."""
    listed = list(records)
    return {column.name: np.array([r.get(column.name, 0) for r in listed], np.int64) for column in columns_of(table)}


def write_run(
    folder: Path,
    manifest: Manifest = MANIFEST,
    *,
    scheme_text: str = SCHEME_TEXT,
    **tables: Iterable[Mapping[str, Any]],
) -> Path:
    """Write and seal a small world; returns its folder."""
    writer = RunWriter.create(folder, manifest, scheme_text if manifest.scheme else None)
    for table, records in tables.items():
        writer.append(table, rows(table, records))
    writer.seal(digest="d" * 32, life_digest="e" * 32)
    return folder
