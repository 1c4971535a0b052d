"""Names of places finer than a province: no society may be told by them."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(
    r"\b(?:count(?:y|ies)|cit(?:y|ies)|districts?|prefectures?|townships?|towns?|villages?|streets?"
    r"|subdistricts?|neighbou?rhoods?|municipalit(?:y|ies))\b",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile("[县縣镇鎮乡鄉村州盟旗]|街道|(?<!自治|行政)[区區]|市")
_WHOLE: Final = frozenset(
    (
        *("beijing", "tianjin", "shanghai", "chongqing", "北京", "天津", "上海", "重庆"),
        *("贵州", "贵州省"),
    )
)
"""Names that hold such a word or sign and are provinces all the same, without the words for a municipality."""

_OF_A_MUNICIPALITY: Final = re.compile(r"\s*(?:city|municipality)$|市$", re.IGNORECASE)


def finer_place(name: str) -> str | None:
    """The word in a name that says it is finer than a province, or None where there is none."""
    if _OF_A_MUNICIPALITY.sub("", name.strip()).lower() in _WHOLE:
        return None
    found = _WORDS.search(name) or _SIGNS.search(name)
    return found.group() if found else None
