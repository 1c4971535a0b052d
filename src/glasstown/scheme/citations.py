"""The sources of facts that the library of schemes cites, by key."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import cast


@cache
def library_citations() -> MappingProxyType[str, str]:
    """From source key to citation, as `scheme/library/sources.toml` has them."""
    text = resources.files("glasstown.scheme.library").joinpath("sources.toml").read_text(encoding="utf-8")
    return MappingProxyType(cast("dict[str, str]", tomllib.loads(text)["sources"]))
