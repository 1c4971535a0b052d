"""Every key of the grammar is read, and changing it alone changes what a reader sees."""

from __future__ import annotations

import dataclasses
from functools import cache

import pytest

from glasstown.scheme.grammar import KEYS, TABLES
from glasstown.scheme.key import DECLARED, RUNNING
from glasstown.scheme.model import Scheme
from glasstown.scheme.page import describe
from glasstown.scheme.read import parse_scheme
from glasstown.scheme.values import READER_OF
from scheme.key_changes import KEY_CHANGES, KeyChange


def _running_part(scheme: Scheme) -> object:
    """What the engine can see: running values only, without marks, bands, sources and places."""
    return [
        (setting.table, setting.key, _bare(setting.value), setting.given)
        for setting in scheme.settings
        if setting.kind == RUNNING
    ]


def _bare(value: object) -> object:
    return getattr(value, "value", value)


@cache
def base_of(text: str) -> Scheme:
    """One of the few schemes that the changes are made to; read once."""
    return parse_scheme(text)


def test_every_key_has_a_pair():
    assert {(change.table, change.key) for change in KEY_CHANGES} == {(key.table, key.name) for key in KEYS}


def test_no_key_is_in_the_catalogue_twice():
    names = [(key.table, key.name) for key in KEYS]
    assert len(names) == len(set(names))


def test_every_key_belongs_to_a_table_and_has_a_reader():
    tables = {table.name for table in TABLES}
    for key in KEYS:
        assert key.table in tables
        assert key.kind in {RUNNING, DECLARED}
        assert key.type in READER_OF or key.type in {"table", "number", "band"}, key
        assert key.text


@pytest.mark.parametrize("change", KEY_CHANGES, ids=lambda change: change.name)
def test_a_key_changed_alone_changes_the_page(change: KeyChange):
    base, changed = base_of(change.base), parse_scheme(change.changed)
    if (change.table, change.key) in {("scheme", "mark"), ("scheme", "cite")}:
        # every table of the dense scheme has a mark and sources of its own, so only the head changes
        assert describe(base).sections[0] != describe(changed).sections[0]
    assert describe(base) != describe(changed)


@pytest.mark.parametrize("change", KEY_CHANGES, ids=lambda change: change.name)
def test_only_running_keys_reach_the_engine(change: KeyChange):
    base, changed = base_of(change.base), parse_scheme(change.changed)
    assert (_running_part(base) != _running_part(changed)) == (change.kind == RUNNING)


def test_every_field_of_the_model_is_filled_from_the_text():
    schemes = [parse_scheme(text) for text in sorted({change.base for change in KEY_CHANGES})]
    for field in dataclasses.fields(Scheme):
        if field.name != "warnings":
            assert any(getattr(scheme, field.name) for scheme in schemes), field.name
