"""No column can hold what identifies somebody: tried for each kind of thing, through each door of the ledger."""

from __future__ import annotations

import re

import numpy as np
import pytest

from glasstown.ledger.tables import SCHEMAS, to_arrow
from glasstown.vocab.columns import COLUMNS, TABLES

IDENTIFYING = {
    "account", "address", "biometric", "card", "cell_id", "city", "contact", "county_name", "device", "dna", "email",
    "face", "fingerprint", "gps", "handle", "id", "identity", "image", "imei", "ip", "iris", "lat", "latitude",
    "licence", "lon", "longitude", "mac", "mobile", "name", "nickname", "passport", "phone", "photo", "plate",
    "postcode", "prefecture", "ssn", "street", "surname", "telephone", "town", "user", "village", "voice", "wechat",
    "zip",
}  # fmt: skip
SEATS = {"steps.no_place", "act_counts.no_place", "places_given.place", "organisation_places_given.place"}
"""A place in a queue, a school or a job, or a contract: what many ask for and some get."""

INVENTED = {"counties.county", "versions_begun.county", "votes.county", "ballots.county", "fits.county"}
"""A number of 64 districts of the town, in tables of totals: it is on no map."""

INTEGERS = {"uint8", "uint16", "uint32", "uint64", "int32", "int64"}


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.table}.{column.name}")
def test_a_column_says_what_it_is_and_cannot_identify(column):
    assert set(column.name.split("_")) & IDENTIFYING == set()
    assert column.type in INTEGERS, "a number of the model, never text: no name fits into a column"
    assert column.text
    assert column.unit
    assert column.written_by in {"society", "simulate"}, "nothing from outside writes a column"


def test_the_finest_real_place_is_a_province():
    places = {
        f"{column.table}.{column.name}"
        for column in COLUMNS
        if re.search(r"place|region|district|county|province|area", column.name)
    }
    assert places - SEATS - INVENTED == {"places.province"}


@pytest.mark.parametrize("name", sorted(INVENTED))
def test_an_invented_county_is_a_number_of_districts_and_stands_beside_no_resident(name):
    (column,) = (column for column in COLUMNS if f"{column.table}.{column.name}" == name)
    assert "county" in column.text
    assert column.unit == "number"
    assert "resident" not in {one.name for one in COLUMNS if one.table == column.table}


@pytest.mark.parametrize("name", sorted(SEATS))
def test_a_seat_that_is_asked_for_is_no_spot_on_a_map(name):
    (column,) = (column for column in COLUMNS if f"{column.table}.{column.name}" == name)
    assert "asked for" in column.text or "too little" in column.text


def test_every_table_on_disk_is_in_the_catalogue():
    assert set(SCHEMAS) == {table.name for table in TABLES} == {column.table for column in COLUMNS}
    for table, schema in SCHEMAS.items():
        assert schema.names == [column.name for column in COLUMNS if column.table == table]
        assert {str(kind) for kind in schema.types} <= INTEGERS


@pytest.mark.parametrize("stranger", ["name", "id_number", "phone", "face", "device", "address", "gps_cell"])
def test_a_column_that_is_not_in_the_catalogue_cannot_be_written(stranger):
    columns = {name: np.zeros(1, dtype=np.int64) for name in SCHEMAS["people"].names}
    with pytest.raises(ValueError, match=stranger):
        to_arrow("people", {**columns, stranger: np.zeros(1, dtype=np.int64)})


def test_text_cannot_hide_in_a_column_of_numbers():
    columns = {name: np.zeros(1, dtype=np.int64) for name in SCHEMAS["people"].names}
    with pytest.raises(ValueError, match="people"):
        to_arrow("people", {**columns, "household": np.array(["resident of some street"])})
