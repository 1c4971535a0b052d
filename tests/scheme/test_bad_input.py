"""What people get wrong: contradictory thresholds, unknown acts, circles, empty lists, negative terms, no text at all.

Each is told by one clear fault, at its place, with a reason and a cure; nothing else is wrong with the text.
"""

from __future__ import annotations

import copy
import os
from decimal import Decimal
from typing import Any

import pytest

from glasstown.scheme.canonical import canonical_of
from glasstown.scheme.grammar import KEYS
from glasstown.scheme.key import RUNNING, Key
from glasstown.scheme.read import read_scheme
from glasstown.scheme.text import LARGEST_BYTES, parse_document
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from scheme.dense import DENSE, FULL, RULES
from scheme.fault_texts import faults_of, swap

VALUES = parse_document(FULL.encode(), "full.toml").values
USUAL = {one.code for one in faults_of(canonical_of(VALUES))}


def wrong(text: str | bytes) -> list[Diagnostic]:
    """The faults of a text, without warnings."""
    return [one for one in faults_of(text) if one.severity == "error"]


def only(text: str | bytes, code: str) -> Diagnostic:
    """The one fault of a text, which says where, why and what to do."""
    found = wrong(text)
    assert [one.code for one in found] == [code], [one.message for one in found]
    assert found[0].message
    assert found[0].why
    assert found[0].fix
    assert found[0].span is not None
    return found[0]


def with_value(key: Key, value: Any) -> str | None:
    """The full scheme with another value at the first place where a key stands; None where it stands nowhere."""
    values = copy.deepcopy(VALUES)
    top, _, inner = key.table.partition(".")
    rows = values.get(top, [])
    for row in rows if isinstance(rows, list) else [rows]:
        content = row.get(inner) if inner else row
        if isinstance(content, dict) and key.name in content:
            content[key.name] = value
            return canonical_of(values)
    return None


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("at_least = 55", "at_least = 95", "SCH303", "95"),
        ("at_least = 55", "at_least = 90", "SCH303", "90"),  # two grades for one score
        ("at_least = 90", "at_least = 151", "SCH304", "151"),
        ("at_least = 55", "at_least = -1", "SCH304", "-1"),
        ("start = 100", "start = 151", "SCH305", "151"),
        ("lowest = 0", "lowest = 150", "SCH212", "150"),
        ("band = [1, 2]", "band = [2, 1]", "SCH203", "2"),
        ("band = [1, 2]", "band = [1.6, 2]", "SCH204", "1.5"),
    ],
)
def test_thresholds_that_contradict_each_other(old: str, new: str, code: str, says: str):
    found = wrong(swap(old, new))
    assert code in {one.code for one in found}
    assert all(one.code in {code, "SCH303", "SCH304", "SCH305"} for one in found), "at most what follows from it"
    assert says in " ".join(one.message for one in found)


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ('act = "late-bill"', 'act = "late-bil"', "late-bill"),
        ('sees = ["late-bill"', 'sees = ["latebill"', "late-bill"),
        ('exit_acts = ["charity-gift"]', 'exit_acts = ["charity-gifts"]', "charity-gift"),
        ('extend_acts = ["late-bill"]', 'extend_acts = ["lates"]', ""),
    ],
)
def test_unknown_acts(old: str, new: str, meant: str):
    text = FULL if old in FULL else None
    if text is None:
        pytest.fail(f"the full scheme has no {old}")
    found = wrong(text.replace(old, new, 1))
    assert {"SCH103"} <= {one.code for one in found}
    told = next(one for one in found if one.code == "SCH103")
    assert meant in told.fix
    assert told.span
    assert new.split('"')[1] in told.span.source_line


def test_points_cannot_go_round_in_a_circle():
    """An association passes on the points of rules: naming an association, also itself, is refused by name."""
    (name,) = [one["id"] for one in VALUES["association"]][:1]
    told = only(swap('rules = ["queues", "neglect", "posts"]', f'rules = ["{name}"]'), "SCH119")
    assert "is an association, and its points are passed on to nobody" in told.message
    assert "name rules" in told.fix


def test_two_grounds_cannot_each_be_decided_with_the_other():
    grounds = [one["id"] for one in VALUES["ground"]]
    values = copy.deepcopy(VALUES)
    for one, other in ((0, 1), (1, 0)):
        values["ground"][one]["decision"] = {"by": "judge", "same_case_as": grounds[other], "override": Decimal("0.5"),
                                            "mark": "fiction"}  # fmt: skip
    assert {"SCH320"} <= {one.code for one in wrong(canonical_of(values))}
    values["ground"][0]["decision"]["same_case_as"] = grounds[0]
    assert {"SCH320"} <= {one.code for one in wrong(canonical_of(values))}, "nor with itself"


def lists() -> list[Any]:
    """Every running key that holds a list and stands somewhere in the full scheme."""
    keys = [key for key in KEYS if key.type in {"names", "choices"} and key.kind == RUNNING]
    return [pytest.param(key, id=f"{key.table}.{key.name}") for key in keys if with_value(key, []) is not None]


@pytest.mark.parametrize("key", lists())
def test_an_empty_list_is_not_taken_for_all_nor_for_none(key: Key):
    text = with_value(key, [])
    assert text is not None
    found = [one for one in wrong(text) if one.code == "SCH213"]
    assert [f'"{key.name}" of {key.table} is an empty list' in one.message for one in found] == [True]
    assert "name at least one" in found[0].fix


def test_lists_that_nothing_fills_or_follows_from_are_told():
    assert {one.code for one in faults_of(FULL + '\n[[list]]\nid = "unfilled"\n')} >= {"SCH404", "SCH405"}


def terms() -> list[Any]:
    """Every figure of days, years or a count that cannot be below nothing."""
    keys = [key for key in KEYS if key.type == "figure" and key.low is not None and key.low >= 0]
    return [pytest.param(key, id=f"{key.table}.{key.name}") for key in keys if with_value(key, Decimal(-1)) is not None]


@pytest.mark.parametrize("key", terms())
def test_negative_terms(key: Key):
    text = with_value(key, Decimal(-1))
    assert text is not None
    found = [one for one in wrong(text) if one.code not in USUAL]
    assert "SCH202" in {one.code for one in found}
    told = next(one for one in found if one.code == "SCH202")
    assert "-1" in told.message
    assert told.span
    assert "-1" in told.span.source_line


def test_every_figure_of_time_has_a_lower_end():
    units = ("day", "year")
    open_ended = [f"{key.table}.{key.name}" for key in KEYS if key.type == "figure" and key.low is None
                  and key.name.endswith(tuple(f"_{unit}s" for unit in units))]  # fmt: skip
    assert open_ended == []


def test_a_file_over_one_mebibyte_is_refused_by_its_size(tmp_path):
    """Also one of 64 GiB, which is not read: it would not fit into memory."""
    assert LARGEST_BYTES == 1 << 20
    for size in (LARGEST_BYTES + 1, 1 << 36):
        path = tmp_path / "large.toml"
        path.write_bytes(b"#\n")
        os.truncate(path, size)
        with pytest.raises(InputFaultsError) as caught:
            read_scheme(path)
        (told,) = caught.value.diagnostics
        assert told.code == "SCH002"
        assert told.message == f"the file has {size:,} bytes; at most 1,048,576"
    exact = DENSE.encode() + b"#" + b"\n" * (LARGEST_BYTES - len(DENSE.encode()) - 1)
    assert len(exact) == LARGEST_BYTES
    assert wrong(exact) == [], "one mebibyte is allowed"


@pytest.mark.parametrize(
    "data",
    ["a = " + "[" * 5_000 + "]" * 5_000, "a = " + "{ a = " * 2_000 + "1" + " }" * 2_000,
     "[" + ".".join("a" * 1 for _ in range(1_900)) + "]\nx = 1\n"],
    ids=["lists", "tables", "header"],
)  # fmt: skip
def test_deep_nesting(data: str):
    broken = "\n".join(data[start : start + 3_000] for start in range(0, len(data), 3_000)) if "[[" in data else data
    found = wrong(broken)
    assert found
    assert {one.code for one in found} <= {"SCH004", "SCH005", "SCH006", "SCH102", "SCH113", "SCH301", "SCH302"}
    assert all(one.fix for one in found)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (DENSE.encode("utf-16"), "is not UTF-8 text"),
        (DENSE.encode("utf-32"), "is not UTF-8 text"),
        (b"\xef\xbb\xbf" + DENSE.encode(), "byte order mark"),
        (RULES.replace("测试", "\xe9t\xe9").encode("latin-1", "replace"), "0xe9 is not UTF-8 text"),
        (DENSE.replace("测试", "试").encode("gb18030"), "is not UTF-8 text"),
        (DENSE.encode("utf-16-le"), ""),
    ],
    ids=["utf-16", "utf-32", "mark", "latin-1", "gb18030", "utf-16 without a mark"],
)
def test_wrong_encoding(data: bytes, says: str):
    found = wrong(data)
    assert says in found[0].message
    assert found[0].code in {"SCH003", "SCH004"}
    assert len(found) == 1 or not says


def test_a_day_that_is_none_is_told_as_one():
    found = only(swap("[operator]", "[extra]\nday = 2020-13-01\n[operator]"), "SCH004")
    assert "2020-13-01 is no day of the calendar" in found.message
    assert found.span is not None
    assert found.span.source_line[found.span.column - 1 :] == "2020-13-01"


def test_a_table_that_stands_twice_is_named_as_the_file_writes_it():
    found = only(DENSE + "\n[score]\nstart = 1\n", "SCH004")
    assert "[score] stands here again" in found.message
    assert "(" not in found.message


def test_who_leaves_out_what_is_still_needed_is_told_so_at_the_line_that_does():
    text = (
        '[scheme]\nid = "mine"\ntitle = "Mine"\nevidence = "constructed"\nbase = "court-list"\nwithout = ["list:*"]\n'
    )
    told = [one for one in wrong(text) if one.code == "SCH335"]
    assert [one.span.line for one in told if one.span] == [6]
    assert "court-list.toml:" in told[0].message
