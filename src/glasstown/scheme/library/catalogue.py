"""Which schemes come with the package, and where a scheme named by id or path is."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Final

from glasstown.scheme.faults import fault
from glasstown.scheme.words import meant, quoted
from glasstown.vocab.errors import InputFaultsError

SCHEMES: Final = (
    "empty",
    "suining-2010",
    "suining-2010-as-told",
    "suining-2010-grades-dropped",
    "suining-2010-cancelled",
    "rongcheng-2016",
    "rongcheng-2021",
    "court-list",
    "court-list-critic",
    "court-list-firms",
    "corporate",
    "suzhou-osmanthus",
    "suzhou-osmanthus-penalties",
    "hangzhou",
    "fuzhou",
    "shanghai-honest",
    "sesame",
    "sesame-refit",
    "fico-like",
    "flensburg",
    "nosedive",
    "good-faith",
    "by-vote",
    "by-vote-borda",
    "national-outline-2014",
    "national-as-told",
    "national-as-told-trusted",
    "differential-watch",
    "differential-watch-blind",
)
"""Ids of the shipped schemes. `none`, the engine without any scheme, is no file and stands here nowhere."""


def find(name: str) -> Path:
    """The file of a scheme.

    Args:
        name: the id of a shipped scheme; or a path, if it has `/` or ends in `.toml`.

    Returns:
        The path of the file; whether one given by path can be read shows when it is read.

    Raises:
        InputFaultsError: the id is not that of a shipped scheme.
    """
    if "/" in name or name.endswith(".toml"):
        return Path(name)
    if name in SCHEMES:
        return Path(str(resources.files("glasstown.scheme.library").joinpath(f"{name}.toml")))
    message = f"there is no scheme {quoted(name)}"
    hint = meant(name, ("none", *SCHEMES), "schemes")
    fix = f"{hint}; a file of your own is named by a path with / or ending in .toml"
    raise InputFaultsError((fault("SCH001", message, fix, None),))
