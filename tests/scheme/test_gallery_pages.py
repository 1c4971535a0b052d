"""The page of each scheme says everything that its text gives, as `glasstown schemes ID` does."""

from __future__ import annotations

import re

import pytest

from glasstown.scheme.gallery_pages import HEADINGS, LIST, gallery_pages, scheme_page
from glasstown.scheme.grammar import TABLES
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.page import describe, value_and_unit
from glasstown.scheme.read import parse_scheme, read_scheme
from scheme.dense import FULL

PAGES = gallery_pages()


def cells(page: str) -> list[list[str]]:
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def test_every_scheme_has_a_page_and_stands_in_the_list():
    assert set(PAGES) == {LIST, *(f"{name}.md" for name in SCHEMES)}
    assert all(f"({name}.md)" in PAGES[LIST] for name in SCHEMES)


@pytest.mark.parametrize("name", SCHEMES)
def test_every_key_that_the_text_gives_is_there_with_band_mark_and_sources(name):
    scheme = read_scheme(find(name))
    shown = [tuple(row[-5:]) for row in cells(PAGES[f"{name}.md"])]
    for section in describe(scheme).sections[1:]:
        inner = section.table.partition(".")[2]
        for row in section.rows:
            if row.given and row.key != "id":
                key = f"{inner}.{row.key}" if inner else row.key
                wanted = (key, value_and_unit(row).strip(), row.band, row.mark, ", ".join(row.cite))
                assert wanted in shown, (section.table, section.id, row.key)
        if section.id:
            assert any(row[0] == f"`{section.id}`" for row in cells(PAGES[f"{name}.md"])), section.id
    assert all(f"- {text}\n" in PAGES[f"{name}.md"] for text in (*scheme.uncertain, *scheme.not_modelled))
    assert all(f"- `{key}`: {text}" in PAGES[f"{name}.md"] for key, text in describe(scheme).citations)


@pytest.mark.parametrize("name", SCHEMES)
def test_the_first_line_is_what_a_reader_must_know_first(name):
    scheme = read_scheme(find(name))
    first = PAGES[f"{name}.md"].splitlines()[0]
    assert first == (scheme.lead or f"# {scheme.title} {scheme.title_zh}".rstrip())


def test_defaults_are_left_out_and_every_table_has_a_heading():
    page = scheme_page(parse_scheme(FULL))
    assert "(not said)" not in page
    tables = {table.name for table in TABLES if "." not in table.name} - {"scheme", "figure"}
    assert set(HEADINGS) <= tables
    there = {section.table.partition(".")[0] for section in describe(parse_scheme(FULL)).sections} - {"scheme"}
    assert len(there) > 15
    assert [table for table in there if f"\n## {HEADINGS.get(table, table)}\n" not in page] == []
