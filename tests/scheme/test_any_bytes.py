"""Whatever the bytes are, reading gives a scheme or tells faults; it never fails in any other way."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme, parse_scheme_bytes
from glasstown.scheme.render import render_json, render_line, render_text
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from scheme.dense import DENSE

LINES = DENSE.splitlines()
KEYS = sorted({line.split(" = ")[0] for line in LINES if " = " in line})
HEADERS = sorted({line for line in LINES if line.startswith("[")})
VALUES = (
    "0",
    "1",
    "-1",
    "0.5",
    "1e400",
    "-1e-400",
    "1e99999999999999999999",
    "inf",
    "-inf",
    "nan",
    "1e15",
    "-0.0",
    "1.00000000000001",
    "0x10",
    "1_000",
    "99999999999999999999999999",
    "true",
    "false",
    "''",
    '""',
    "'x'",
    '"petition"',
    "'睢宁县'",
    '"\\u0000"',
    '"\\ud7ff"',
    "[]",
    "[1]",
    "[1,2]",
    "[2,1]",
    "[[]]",
    "['x']",
    "[true]",
    "[[[[[[1]]]]]]",
    "{}",
    "{value=1}",
    "{value=[1,2],band=[0,3]}",
    "{value={}}",
    "{value=1,mark=3}",
    "{mark='assumed',value=1}",
    "{band=[nan,inf],value=nan}",
    "{cite=[],value=1}",
    "{cite=3,value=1}",
    "{a={b={c={d=1}}}}",
    "2020-01-01",
    "2020-01-01T00:00:00Z",
    "07:32:00",
)


def check(data: bytes) -> None:
    """Read, and see that every way out is an orderly one."""
    found = outcome(data)
    if isinstance(found, Scheme):
        return
    assert any(one.severity == "error" for one in found)
    for told in found:
        assert told.code
        assert told.message
        assert told.why
        assert told.fix
        assert told.span is not None
        assert told.span.line >= 1
        assert 1 <= told.span.column < told.span.end_column
        assert render_line(told)
    assert render_text(found)
    assert len(render_json(found)) == len(found)


def outcome(data: bytes) -> Scheme | tuple[Diagnostic, ...]:
    """The scheme, or all faults; any other exception is the failure the tests look for."""
    try:
        return parse_scheme_bytes(data, "any.toml")
    except InputFaultsError as error:
        return error.diagnostics


@given(st.binary(max_size=300))
@example(b"")
@example(b"\0")
@example(b"\xff\xfe[\0")
@example(b"\r\r\n[")
@example(b"a.b.c.d.e.f.g.h.i.j = 1\n")
@example(b"[a]\n[a]\n")
@example(b"[[a]]\n[a]\n")
@example(b"a = 1\n[a.b]\n")
@example(b'"" = 1\n')
@example(b"scheme = 1\nsource = [1]\n")
@example(b"scheme = [[]]\n")
@example(b"[source]\nsees = 1\n")
def test_any_bytes(data: bytes):
    check(data)


@given(st.text(max_size=200))
def test_any_text(text: str):
    check(text.encode())


def test_a_lone_surrogate_is_told():
    with pytest.raises(InputFaultsError):
        parse_scheme("a = '\ud800'", "any.toml")


@settings(max_examples=300)
@given(st.data())
def test_lines_of_a_scheme_changed_moved_and_lost(data: st.DataObject):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(lines) - 1))
        action = data.draw(st.sampled_from(["drop", "double", "value", "key", "header", "cut", "move"]))
        line = lines[position]
        if action == "drop":
            del lines[position]
        elif action == "double":
            lines.insert(position, line)
        elif action == "value":
            lines[position] = f"{line.split(' = ')[0]} = {data.draw(st.sampled_from(VALUES))}"
        elif action == "key":
            lines.insert(position, f"{data.draw(st.sampled_from(KEYS))} = {data.draw(st.sampled_from(VALUES))}")
        elif action == "header":
            lines.insert(position, data.draw(st.sampled_from(HEADERS)))
        elif action == "cut":
            lines[position] = line[: data.draw(st.integers(0, len(line)))]
        else:
            lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(position))
    check("\n".join(lines).encode())


@settings(max_examples=300)
@given(st.integers(0, len(DENSE.encode()) - 1), st.integers(0, 40), st.binary(max_size=6))
def test_bytes_of_a_scheme_replaced(start: int, length: int, new: bytes):
    raw = DENSE.encode()
    check(raw[:start] + new + raw[start + length :])


@pytest.mark.parametrize("turn", [0, *(pytest.param(turn, marks=pytest.mark.nightly) for turn in range(1, 15))])
def test_every_line_with_odd_values_in_turn(turn: int):
    """Every line meets one odd value, another one than its neighbours; at night it meets fifteen."""
    for number, line in enumerate(LINES):
        if " = " in line:
            lines = list(LINES)
            value = VALUES[(number * 15 + turn) % len(VALUES)]
            lines[number] = f"{line.split(' = ')[0]} = {value}"
            check("\n".join(lines).encode())


DEEP = ("a = " + "[" * 900 + "]" * 900, "a" + ".a" * 900 + " = 1", "a = " + "{a=" * 900 + "1" + "}" * 900)
MUCH = (b"[" * 50_000, b"[a]\n" * 20_000, b"a=1\n" * 20_000, b"=" * 50_000, b"a = '" + b"x" * 90_000)


@pytest.mark.parametrize("deep", DEEP)
@pytest.mark.parametrize("head", ["", "[scheme]\n", "[subjects]\n", "[[source]]\n", "[[rule]]\nrepeat."])
def test_deep_nesting(head: str, deep: str):
    check((head + deep).encode())


@pytest.mark.parametrize("data", MUCH)
def test_much_of_one_thing(data: bytes):
    check(data)


@given(st.sampled_from(["id", "title", "détection", "睢", 'a"b', "a b", ""]), st.sampled_from(VALUES))
def test_odd_keys_are_told_at_their_place(name: str, value: str):
    quoted = '"' + name.replace('"', '\\"') + '"'
    text = f"{DENSE}\n[[recipient]]\n{quoted} = {value}\n"
    check(text.encode())
