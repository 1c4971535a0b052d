"""One canonical form: however a file was written, it says the same afterwards, and is written the same again."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.grammar import KEYS_OF, TOP_TABLES
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.vocab.errors import Span
from scheme.dense import FULL
from scheme.key_changes import KEY_CHANGES

BASES = (FULL, *(change.changed for change in KEY_CHANGES))
PLACES = ("text", "places", "warnings")


def meaning(value: object) -> object:
    """A scheme without its text and without places in it."""
    if isinstance(value, Span):
        return None
    if is_dataclass(value):
        return {one.name: meaning(getattr(value, one.name)) for one in fields(value) if one.name not in PLACES}
    return [meaning(one) for one in value] if isinstance(value, tuple) else value


def rewritten(text: str) -> tuple[Scheme, Scheme, str]:
    """A scheme, the same after it was written anew, and how it was written."""
    scheme = parse_scheme(text)
    canonical = canonical_text(scheme)
    return scheme, parse_scheme(canonical), canonical


def noisy(luck: Random, value: object) -> str:
    """A value, written in one of the ways in which TOML can write it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal | int):
        number = Decimal(value)
        return luck.choice(
            [f"{number:f}", f"{number:e}", f"{number:f}.0" if "." not in f"{number:f}" else f"{number}0"]
        )
    if isinstance(value, str):
        plain = "'" not in value and "\\" not in value and value.isprintable()
        forms = (
            [f"'{value}'", f"'''{value}'''", f'"""\\\n   {value}"""']
            if plain and not value.startswith(" ") and len(value) < 900
            else []
        )
        code = "\\\n".join(f"\\U{ord(letter):08X}" for letter in value)
        return luck.choice([f'"""{code}"""', *forms])
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return "[ # a list\n" + ",\n\n ".join(noisy(luck, one) for one in value) + "\n]"
    return "{" + ", ".join(f"'{name}' = {noisy(luck, one)}" for name, one in shuffled(luck, value)) + "}"


def shuffled(luck: Random, table: dict[str, object]) -> list[tuple[str, object]]:
    return luck.sample(list(table.items()), len(table))


def varied(luck: Random, table: str, name: str, value: object, text: str, book: str) -> object:
    """Another value that the key can hold too: another text, a figure in full, two equal points."""
    key = next(key for key in KEYS_OF[table] if key.name == name)
    if luck.random() < 0.5:
        return value
    if key.type == "text":
        return text + ("x" if key.required else "")
    if key.type in ("figure", "points") and not isinstance(value, dict):
        return {"value": value} | luck.choice([{}, {"cite": book}, {"mark": "fiction"}])
    return value


@st.composite
def files(draw: st.DrawFn) -> str:
    """A dense scheme with keys left out, others changed, in any order and in any spelling."""
    luck = Random(draw(st.integers(0, 2**32)))
    text = draw(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]))) * draw(
        st.sampled_from([1, 1, 60])
    )
    lines, base = [], tomllib.loads(draw(st.sampled_from(BASES)), parse_float=Decimal)
    book = base["reference"][-1]["id"]
    for name, found in shuffled(luck, base):
        optional = {key.name for key in KEYS_OF[name] if not key.required and key.kind == "declared"} - {"mark", "cite"}
        for one in found if isinstance(found, list) else [found]:
            lines.append(f"[[{name}]] # comment" if isinstance(found, list) else f"[ '{name}' ]")
            for key, value in shuffled(luck, one):
                if key not in optional or luck.random() < 0.7:
                    lines.append(f"{key}={noisy(luck, varied(luck, name, key, value, text, book))}")
    return "\n".join(lines)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=settings.default.max_examples // 20)
@given(files())
def test_a_file_written_anew_says_the_same_and_stays_as_it_is(text):
    before, after, canonical = rewritten(text)
    assert meaning(before) == meaning(after)
    assert canonical_text(after) == canonical
    assert sorted(one.code for one in before.warnings) == sorted(one.code for one in after.warnings), "places move"


@pytest.mark.parametrize("name", SCHEMES)
def test_every_shipped_scheme_says_the_same_in_canonical_form(name):
    before, after, canonical = rewritten(find(name).read_text())
    assert meaning(before) == meaning(after)
    assert canonical_text(after) == canonical
    assert "#" not in canonical.replace('"#', ""), "comments are not kept"


def test_tables_and_keys_stand_in_the_order_of_the_grammar():
    head, rest = FULL.split("\n\n", 1)
    other, legal = rest.split("[operator]")
    tables = tomllib.loads(canonical_text(parse_scheme(f"[operator]{legal}\n{other}\n{head}")))
    order = [table.name for table in TOP_TABLES]
    assert list(tables) == [name for name in order if name in tables]
    for name, found in tables.items():
        for one in found if isinstance(found, list) else [found]:
            assert list(one) == [key.name for key in KEYS_OF[name] if key.name in one]


def test_grades_keep_their_order():
    scheme = parse_scheme(FULL)
    assert [grade.id for grade in parse_scheme(canonical_text(scheme)).grades] == [grade.id for grade in scheme.grades]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("coverage = 0.90", "coverage = 0.9"),
        ("coverage = 9e-1", "coverage = 0.9"),
        ("coverage = { value = 0.9 }", "coverage = 0.9"),
        (
            'coverage = { cite = "test-book", band = [0.50, 1.0], value = 0.9 }',
            'coverage = { value = 0.9, band = [0.5, 1], cite = ["test-book"] }',
        ),
    ],
)
def test_a_figure_is_always_written_in_one_way(written, canonical):
    text = canonical_text(parse_scheme(FULL.replace("coverage = 0.9", written)))
    assert f"\n{canonical}\n" in text


def test_two_equal_points_are_one_and_a_wide_inner_table_takes_a_line_a_key():
    text = FULL.replace("points = -40", "points = [-40, -40.0]").replace(
        "watch = { majority = 1,", 'watch = { majority = { value = 1, band = [0.5, 1.5], mark = "fiction" },'
    )
    scheme, after, canonical = rewritten(text)
    assert meaning(scheme) == meaning(after)
    assert "\npoints = -40\n" in canonical
    assert '\nwatch.majority = { value = 1, band = [0.5, 1.5], mark = "fiction" }\n' in canonical


def test_no_line_is_too_long_to_be_read_again():
    long = "睢 " * 2000
    text = FULL.replace('uncertain = ["nothing"]', f'uncertain = ["""\n{chr(10).join([long[:1000]] * 4)}"""]')
    scheme, after, canonical = rewritten(text)
    assert meaning(scheme) == meaning(after)
    assert max(len(line.encode()) for line in canonical.splitlines()) < 4_000


def test_what_nobody_could_see_is_written_as_a_number():
    text = FULL.replace('uncertain = ["nothing"]', 'uncertain = ["a\\u200cb\\nc"]')
    assert 'uncertain = ["a\\u200Cb\\nc"]' in rewritten(text)[2]


def test_one_blank_line_stands_between_tables():
    lines = canonical_text(read_scheme(find("suining-2010"))).splitlines()
    headers = [number for number, line in enumerate(lines) if line.startswith("[") and number]
    assert headers
    assert all(not lines[number - 1] and lines[number - 2] for number in headers)
    assert all(one or other for one, other in pairwise(lines))
