"""What the package writes about schemes is complete and current."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasstown.scheme.declared import declared_fields, declared_value
from glasstown.scheme.grammar import KEYS, TABLES
from glasstown.scheme.library import find
from glasstown.scheme.page import describe
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.scheme.reference import reference_page
from glasstown.vocab.evidence import Figure
from scheme.dense import FULL
from scheme.key_changes import KEY_CHANGES

SCHEMES = [parse_scheme(text) for text in sorted({FULL} | {change.base for change in KEY_CHANGES})]
"""Every table stands in one of them: scores that are worked out anew, stars and firms have files of their own."""

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "scheme-grammar.md"


def test_the_reference_page_is_current():
    assert PAGE.read_text(encoding="utf-8").endswith(reference_page()), "run make docs"


def test_the_reference_page_names_every_key():
    page = reference_page()
    for key in KEYS:
        assert f"| `{key.name}` | {key.kind} |" in page


def test_the_page_of_a_scheme_has_every_table_of_its_file():
    page = describe(parse_scheme(FULL))
    told = {section.table for scheme in SCHEMES for section in describe(scheme).sections}
    assert told == {table.name for table in TABLES} - {"figure"}
    assert (
        len(page.sections) == sum(line.startswith("[") for line in FULL.splitlines()) + 21
    )  # seven of acts, two of watch, wrong act, patrol, two of repeat, three of degree, three of decision


def test_the_page_shows_value_band_mark_and_sources():
    page = describe(parse_scheme(FULL))
    section = next(one for one in page.sections if one.id == "queue-jumping")
    row = next(one for one in section.rows if one.key == "rate")
    assert (row.value, row.band, row.mark, row.cite) == ("1.5", "1 to 2", "fiction", ("test-book",))
    assert row.unit == "acts per eligible doer and year"
    bills = next(one for one in page.sections if one.id == "bills")
    assert next(one for one in bills.rows if one.key == "points").value == "-60 to -20, as an official decides"


@pytest.mark.parametrize("key", ["id", "evidence", "uncertain", "not_modelled"])
def test_what_a_file_says_of_itself_carries_no_mark_and_no_source(key: str):
    page = describe(read_scheme(find("court-list")))
    rows = [row for section in page.sections for row in section.rows if row.key == key]
    assert rows
    assert {(row.mark, row.cite) for row in rows} == {("", ())}
    place = next(row for row in page.sections[0].rows if row.key == "place")
    assert (place.mark, place.cite) == ("documented", ("spc-provisions-2017",))


def test_defaults_are_shown_as_not_given():
    scheme = parse_scheme(FULL.replace(", urban = 0.9", ""))
    setting = next(one for one in scheme.settings if one.key == "urban")
    assert isinstance(setting.value, Figure)
    assert (setting.value.value, setting.given) == (1, False)


def test_declared_fields_are_complete():
    told = {(table, key) for scheme in SCHEMES for table, _, key, _, _, _ in declared_fields(scheme)}
    wanted = {
        (key.table, key.name)
        for key in KEYS
        if key.kind == "declared"
        and key.table != "figure"
        and (key.table == "scheme" or key.name not in {"mark", "cite"})
    }
    assert told == wanted


def test_one_declared_value_can_be_asked_for():
    scheme = parse_scheme(FULL)
    assert declared_value(scheme, "appeal", "exists") is True
    assert declared_value(scheme, "rule", "gravity", "bills") == 1
    assert declared_value(scheme, "rule", "gravity", "posts") is None
