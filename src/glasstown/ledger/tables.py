"""Arrow schemas of the tables, made from the catalogue of columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import numpy as np
import pyarrow as pa

from glasstown.vocab.columns import TABLES, columns_of

TABLE_NAMES: Final = tuple(table.name for table in TABLES)
"""Every table a run folder may hold."""

_TYPES: Final[dict[str, Any]] = {
    "uint8": pa.uint8(),
    "uint16": pa.uint16(),
    "uint32": pa.uint32(),
    "uint64": pa.uint64(),
    "int32": pa.int32(),
    "int64": pa.int64(),
}


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of one table: the columns of the catalogue, none of them nullable.

    Raises:
        KeyError: the name is not in the catalogue of tables.
    """
    if table not in TABLE_NAMES:
        raise KeyError(table)
    fields = [pa.field(column.name, _TYPES[column.type], nullable=False) for column in columns_of(table)]
    return pa.schema(fields)


SCHEMAS: Final[Mapping[str, pa.Schema]] = {name: arrow_schema(name) for name in TABLE_NAMES}
"""Table name to Arrow schema."""


def to_arrow(table: str, columns: Mapping[str, Any]) -> pa.Table:
    """Turn numpy columns into an Arrow table of the catalogue's types. The values are copied.

    Args:
        table: name of the table.
        columns: one array per column, all of one length; exactly the columns of the catalogue.

    Raises:
        ValueError: a column is missing, unknown, of another length, or does not fit its type.
    """
    schema = SCHEMAS[table]
    wanted, given = set(schema.names), set(columns)
    if wanted != given:
        missing, unknown = sorted(wanted - given), sorted(given - wanted)
        message = f"table {table}: missing columns {missing}, unknown columns {unknown}"
        raise ValueError(message)
    try:
        arrays = [pa.array(np.array(columns[field.name])).cast(field.type, safe=True) for field in schema]
        return cast("pa.Table", pa.Table.from_arrays(arrays, schema=schema))
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        message = f"table {table}: {error}"
        raise ValueError(message) from error
