"""JSON to frozen dataclasses and back: every field there, no other field, every type exact."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class ShapeError(ValueError):
    """A JSON value does not have the shape of the dataclass it should become."""


def to_plain(value: Any) -> Any:
    """Turn a dataclass into what JSON can hold: objects, lists, texts and numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in cast("Mapping[Any, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in cast("tuple[Any, ...]", value)]
    return value.isoformat() if isinstance(value, date) else value


def from_plain(kind: type[T], value: Any, place: str = "$") -> T:
    """Turn a parsed JSON object into a dataclass.

    Args:
        kind: the dataclass.
        value: what `json.loads` gave.
        place: where the value stands, for the message.

    Raises:
        ShapeError: a field is missing, unknown, or of another type.
    """
    if not isinstance(value, dict):
        raise ShapeError(f"{place} should be an object")
    given = cast("dict[str, Any]", value)
    hints = get_type_hints(kind)
    if missing := sorted(hints.keys() - given.keys()):
        raise ShapeError(f"{place} lacks {', '.join(missing)}")
    if unknown := sorted(given.keys() - hints.keys()):
        raise ShapeError(f"{place} has unknown {', '.join(unknown)}")
    return kind(**{name: _convert(hint, given[name], f"{place}.{name}") for name, hint in hints.items()})


def _convert(hint: Any, value: Any, place: str) -> Any:
    """Turn one JSON value into the type a field is declared with."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _convert_optional(hint, value, place)
    if origin is tuple:
        if not isinstance(value, list):
            raise ShapeError(f"{place} should be a list")
        item_hint = get_args(hint)[0]
        items = cast("list[Any]", value)
        return tuple(_convert(item_hint, item, f"{place}[{number}]") for number, item in enumerate(items))
    if origin is dict:
        if not isinstance(value, dict):
            raise ShapeError(f"{place} should be an object")
        item_hint = get_args(hint)[1]
        pairs = cast("dict[str, Any]", value).items()
        return {key: _convert(item_hint, item, f"{place}.{key}") for key, item in pairs}
    if dataclasses.is_dataclass(hint):
        return from_plain(cast("type[Any]", hint), value, place)
    return _convert_scalar(hint, value, place)


def _convert_optional(hint: Any, value: Any, place: str) -> Any:
    """Turn a value of `X | None`."""
    if value is None:
        return None
    inner = next(kind for kind in get_args(hint) if kind is not type(None))
    return _convert(inner, value, place)


def _convert_scalar(hint: Any, value: Any, place: str) -> Any:
    """Turn a text, number, truth value or date; a truth value is no number and 1.0 is no integer."""
    if hint is date:
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise ShapeError(f"{place} should be a date") from error
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise ShapeError(f"{place} should be of type {hint.__name__}")
    return value
