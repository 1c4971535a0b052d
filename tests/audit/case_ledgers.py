"""Hand-worked cases as ledgers: the rows that the kernels gave for one resident, read as a run folder would be."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from engine.case_model import Case
from engine.cases import STEP, Told
from engine.lives import Memory, people_of, request, society
from glasstown.ledger.reader import Ledger
from glasstown.ledger.tables import SCHEMAS
from glasstown.scheme.model import Scheme
from glasstown.simulate.facts import manifest_of
from glasstown.simulate.lay_out import write_people

PEOPLE = 64


def ledger_of_case(case: Case, told: Told) -> Ledger:
    """What came of a case, as a ledger."""
    return ledger_of(case.scheme, case.days, told.tables)


def ledger_of(scheme: Scheme, days: int, tables: dict[str, list[dict[str, Any]]]) -> Ledger:
    """A ledger of 64 residents with some rows by hand; who they are is as society makes them."""
    people = people_of(1, PEOPLE)
    manifest = manifest_of(request(scheme, people=PEOPLE, days=days, step_days=STEP), scheme, society(), people, PEOPLE)
    frames = {name: frame_of(name, tables.get(name, [])) for name in SCHEMAS}
    return Ledger(Path("nowhere"), manifest, {**frames, **_everybody()})


def frame_of(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows as a table of the ledger; what a row does not say is 0."""
    return _table(
        table, {name: np.array([row.get(name, 0) for row in rows], np.int64) for name in SCHEMAS[table].names}
    )


@cache
def _everybody() -> dict[str, pl.DataFrame]:
    """The tables of who lives in the town."""
    memory = Memory()
    all_kept = SimpleNamespace(first=0, kept=np.ones(PEOPLE, np.uint8), organisations=None)
    write_people(people_of(1, PEOPLE), [all_kept], memory)
    return {name: _table(name, rows[0]) for name, rows in memory.rows.items()}


def _table(name: str, columns: Any) -> pl.DataFrame:
    schema = SCHEMAS[name]
    arrays = [pa.array(columns[field.name]).cast(field.type) for field in schema]
    return pl.DataFrame(pl.from_arrow(pa.table(arrays, schema)))
