"""What the command line gives to editors: the canonical form of a file, and the grammar as a JSON Schema."""

from __future__ import annotations

import json

from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme

BAD = '[scheme]\nid = "x"\n'


def test_the_canonical_form_stands_alone_on_standard_output(ask):
    result = ask("check", "suining-2010", "--canonical")
    assert result.exit_code == 0, result.output
    assert parse_scheme(result.stdout).id == "suining-2010"
    assert "comments are not kept" in result.stderr
    assert "#" in find("suining-2010").read_text()


def test_a_file_in_canonical_form_says_so_to_programs(ask, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(ask("check", "suining-2010", "--canonical").stdout)
    for file, is_canonical in ((path, True), ("suining-2010", False)):
        answer = json.loads(ask("check", file, "--canonical", "--json").stdout)
        assert answer["is_canonical"] is is_canonical
        assert answer["canonical"] == path.read_text()


def test_a_faulty_file_has_no_canonical_form(ask, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(BAD)
    result = ask("check", path, "--canonical")
    assert result.exit_code == 1
    assert result.stdout == ""


def test_the_grammar_is_printed_as_a_schema(ask):
    plain, as_json = ask("schemes", "--json-schema"), ask("schemes", "--json-schema", "--json")
    assert plain.exit_code == as_json.exit_code == 0
    assert json.loads(plain.stdout) == json.loads(as_json.stdout)
    assert "scheme" in json.loads(plain.stdout)["properties"]
