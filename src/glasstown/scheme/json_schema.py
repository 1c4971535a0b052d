"""The grammar as a JSON Schema (draft 2020-12), by which editors complete, explain and check a scheme file.

It is made from the catalogue: a new key of the grammar needs nothing here. It says what an editor can know
of one value: names of keys, types, ranges, words, what is required, and that a figure marked as assumed has
a band. What names point at, and what a table inherits, only `glasstown check` can tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from glasstown.scheme.formula import LONGEST
from glasstown.scheme.grammar import KEYS_OF, TABLE_NAMED, TABLES, TOP_TABLES
from glasstown.scheme.key import Key, Table
from glasstown.scheme.source_kinds import FILLED
from glasstown.vocab.acts import RECORDED_ACTS
from glasstown.vocab.capacities import CAPACITY_IDS
from glasstown.vocab.evidence import MARKS
from glasstown.vocab.names import LONGEST_NAME, NAME_FORM

Json = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_SUGGESTED: Final = {"act": RECORDED_ACTS, "list of acts": RECORDED_ACTS, "list of capacities": CAPACITY_IDS}
"""Names that exist without any declaration, by the unit or else the name of a key; others may be declared."""

_ALWAYS: Final = (("scheme", "id"), ("scheme", "title"))
"""What a file gives of itself, also one that takes another over; of other tables that is their id."""

_NAME: Final[Json] = {"type": "string", "pattern": f"^{NAME_FORM.pattern}$", "maxLength": LONGEST_NAME}


def json_schema() -> Json:
    """The whole schema, as one plain object."""
    tables = {table.name: _form(table) for table in TOP_TABLES}
    return {
        "$schema": DIALECT,
        "$comment": "made by `make docs` from the catalogue of the grammar; edit that",
        "title": "A Glasstown scheme file",
        "description": "A social credit scheme, to be run on a society of people who do not exist.",
        "type": "object",
        "properties": tables,
        "additionalProperties": False,
        "if": {"properties": {"scheme": {"required": ["base"]}}, "required": ["scheme"]},
        "else": _whole(),
        "$defs": {"name": _NAME, "mark": {"enum": list(MARKS)}, "cite": _cites(), **_figures()},
    }


def json_schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _form(table: Table) -> Json:
    """One table, a list of them, or either where one of many may stand alone."""
    if not table.alone:
        return _table(table.name, many=table.many)
    return {"description": table.text, "anyOf": [_table(table.name, many=many) for many in (False, True)]}


def _table(name: str, *, many: bool) -> Json:
    """One table, or a list of them where there may be many."""
    table = TABLE_NAMED[name]
    one = {"description": table.text, **_object(KEYS_OF[name])}
    if table in TOP_TABLES:
        one["required"] = [
            key.name for key in KEYS_OF[name] if key.required and (key.name == "id" or (name, key.name) in _ALWAYS)
        ]
    return {"description": table.text, "type": "array", "items": one} if many else one


def _whole() -> Json:
    """What a file must give that takes no other over: there every table is whole."""
    needed = {table: [key.name for key in KEYS_OF[table.name] if key.required] for table in TOP_TABLES}
    forms = {
        table.name: ({"items": _needed(table.name, keys)} if table.many else {})
        | ({} if table.many and not table.alone else {"required": keys})
        for table, keys in needed.items()
        if keys
    }
    return {"properties": forms, "required": [table.name for table in TOP_TABLES if table.required]}


def _needed(table: str, keys: list[str]) -> Json:
    """The keys that one of many tables must give; a source of a kind leaves to the catalogue what that gives."""
    if table != "source":
        return {"required": keys}
    always = [key for key in keys if key not in FILLED]
    return {"required": always, "if": {"not": {"required": ["kind"]}}, "then": {"required": keys}}


def _object(keys: tuple[Key, ...]) -> Json:
    """A table with exactly these keys."""
    return {
        "type": "object",
        "properties": {key.name: _property(key) for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }


def _property(key: Key) -> Json:
    """One key: what it means, what it holds, and what holds where the file is silent."""
    default = {} if key.default is None else {"default": _plain(key.default)}
    inner = TABLE_NAMED.get(f"{key.table}.{key.name}")
    form = _table(inner.name, many=inner.many) if inner else FORM_OF_TYPE[key.type](key)
    words = f"{inner.text} {_description(key)}" if inner else _description(key)
    return form | {"description": words} | default


def _description(key: Key) -> str:
    """A key in words: meaning, unit, kind."""
    unit = f" ({key.unit})" if key.unit else ""
    return f"{key.text[:1].upper()}{key.text[1:]}{unit}. {key.kind.capitalize()} key."


def _figures() -> Json:
    """The figures that occur, one for each range; keys refer to them."""
    keys = [key for table in TABLES for key in KEYS_OF[table.name] if key.type in ("figure", "points")]
    return {_figure_name(key): _figure(key) for key in sorted(keys, key=_figure_name)}


def _figure_name(key: Key) -> str:
    """The name of a figure by its range, such as `figure-0-to-1`."""
    ends = "" if key.low is None or key.high is None else f"-{key.low:f}-to-{key.high:f}".replace("--", "-minus-")
    return f"{key.type}{'-whole' if key.whole else ''}{ends}"


def _figure(key: Key) -> Json:
    """A bare number, or one that says how it is known."""
    value = _pair_or_number(key) if key.type == "points" else _number(key)
    parts = {part.name: {"description": _description(part)} for part in KEYS_OF["figure"]}
    forms = {"value": value, "band": _pair(key), "mark": _refer("mark"), "cite": _refer("cite")}
    full = {
        "type": "object",
        "properties": {name: forms.get(name, {}) | text for name, text in parts.items()},
        "required": [part.name for part in KEYS_OF["figure"] if part.required],
        "additionalProperties": False,
        "if": {"properties": {"mark": {"const": "assumed"}}, "required": ["mark"]},  # a contested one may be quoted
        "then": {"required": ["band"]},
    }
    return {"anyOf": [value, full]}


def _number(key: Key) -> Json:
    """A number between the ends of its key."""
    low = {} if key.low is None else {"minimum": _plain(key.low)}
    high = {} if key.high is None else {"maximum": _plain(key.high)}
    return {"type": "integer" if key.whole or key.type == "integer" else "number", **low, **high}


def _pair(key: Key) -> Json:
    """Two numbers, the least and the greatest."""
    return {"type": "array", "items": _number(key), "minItems": 2, "maxItems": 2}


def _pair_or_number(key: Key) -> Json:
    """A number, or two where an official chooses between them."""
    return {"anyOf": [_number(key), _pair(key)]}


def _text(key: Key) -> Json:
    """A text; one that is required says something."""
    return {"type": "string", "pattern": r"\S"} if key.required else {"type": "string"}


def _name(key: Key) -> Json:
    """A name; those that exist without a declaration are suggested."""
    known = _SUGGESTED.get(key.unit) or _SUGGESTED.get(key.name)
    return {"anyOf": [{"enum": list(known)}, _refer("name")]} if known else {"allOf": [_refer("name")]}


def _list_of(key: Key, one: Json) -> Json:
    """A list without repetition; one that is required is not empty."""
    return {"type": "array", "items": one, "uniqueItems": True} | ({"minItems": 1} if key.required else {})


def _cites() -> Json:
    """Keys of sources: one, or a list."""
    one = {"type": "string", "minLength": 1}
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _refer(name: str) -> Json:
    """A reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def _plain(value: object) -> object:
    """A value as JSON holds it."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


_FORMS: Final[tuple[tuple[str, Callable[[Key], Json]], ...]] = (
    ("text", _text),
    ("name", _name),
    ("choice", lambda key: {"enum": list(key.choices)}),
    ("flag", lambda _: {"type": "boolean"}),
    ("integer", _number),
    ("date", lambda _: {"type": "string", "format": "date"}),
    ("texts", lambda key: _list_of(key, _text(key))),
    ("names", lambda key: _list_of(key, _name(key))),
    ("choices", lambda key: _list_of(key, {"enum": list(key.choices)})),
    ("figure", lambda key: {"allOf": [_refer(_figure_name(key))]}),
    ("points", lambda key: {"allOf": [_refer(_figure_name(key))]}),
    ("formula", lambda _: {"type": "string", "pattern": r"\S", "maxLength": LONGEST}),
    ("mark", lambda _: {"allOf": [_refer("mark")]}),
    ("cites", lambda _: {"allOf": [_refer("cite")]}),
)

FORM_OF_TYPE: Final[dict[str, Callable[[Key], Json]]] = dict(_FORMS)
"""What a value of each type looks like; `scheme.values` has the reader of each."""
