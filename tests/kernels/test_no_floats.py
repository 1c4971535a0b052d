"""No kernel holds a number with a floating point: mixing signed with unsigned makes one without a word.

In the run with bounds checked nothing comes from the cache, so every kernel is compiled and looked at; otherwise
those that were compiled before are judged by the notes that the cache kept of their types.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from glasstown.kernels.jit import BOUNDS_CHECKED, ROOMS_WITH_KERNELS
from glasstown.ledger.reader import Ledger, open_run
from glasstown.scheme.read import parse_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.codes import Entry
from scheme.dense import FULL
from scheme.dense_around import AROUND
from scheme.dense_caps import CAPPED
from scheme.dense_consent import CHOSEN
from scheme.dense_dues import DUES
from scheme.dense_favour import FAVOURED
from scheme.dense_holders import HOLDERS
from scheme.dense_inferences import INFERENCES
from scheme.dense_organisations import ORGANISED
from scheme.dense_peer import PEER
from scheme.dense_qualifying import QUALIFIED
from scheme.dense_quantities import QUANTITIES
from scheme.dense_ranks import RANKED
from scheme.dense_refit import REFITTED
from scheme.dense_repairs import REPAIRED
from scheme.dense_returns import RETURNING
from scheme.dense_votes import VOTED
from twin.dense_acts import dense_acts
from twin.schemes import HEAVY

MADE_GOOD = 1
"""Code of the exit of who did what ends a listing."""


def kernels() -> Iterator[tuple[str, Any]]:
    for room in ROOMS_WITH_KERNELS:
        package = importlib.import_module(f"glasstown.{room}")
        for found in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"glasstown.{room}.{found.name}")
            for name, kernel in vars(module).items():
                if hasattr(kernel, "py_func") and kernel.py_func.__module__ == module.__name__:
                    yield name, kernel


def is_folded(kernel: Any) -> bool:
    """Whether a kernel is folded into its callers, whose types are looked at."""
    return kernel.targetoptions.get("inline") == "always"


def types_of(annotation: Any) -> str:
    """Types of every variable of a compiled kernel, as text."""
    typemap = getattr(annotation, "typemap", None)
    return " ".join(map(str, typemap.values())) if typemap else str(annotation)


def lived(folder: Path, text: str, days: int) -> Ledger:
    """A small town, lived with its paired world."""
    asked = {"people": 200, "days": days, "step_days": 20, "seed": 1, "start": date(2020, 1, 1)}
    live(RunRequest(scheme=parse_scheme(text), out=folder, **asked))
    return open_run(folder)


@pytest.mark.large
@pytest.mark.bounds_only
def test_every_variable_of_every_kernel_is_a_whole_number(tmp_path):
    """Towns that call every kernel: in one, acts harm others; in one, debts are settled on the way to a list; in one,
    scores are worked out anew from what is read and concluded; in one, from those of others; in one, holders tell one
    another; in one, residents rate one another; in one, what is owed falls due; in one, officials favour some; in one,
    residents are ranked; in one, scores go back to their start; in one, there are limits on points; in one, they
    come back by repairs; in one, for hours and other quantities that are read; in one, people
    choose whether to be scored; in one, some are scored alone; in one, they vote;
    in one, weights are fitted; in one, firms live beside them.
    """
    with dense_acts():
        assert lived(tmp_path / "points", HEAVY, 40).table("harms").height
    assert lived(tmp_path / "index", INFERENCES, 40).table("refreshes").height
    assert lived(tmp_path / "around", AROUND, 40).table("refreshes").height
    assert lived(tmp_path / "holders", HOLDERS, 80).table("tellings").height
    assert lived(tmp_path / "stars", PEER, 40).table("entries").height
    assert lived(tmp_path / "dues", DUES, 80).table("dues")["how"].n_unique() == 4
    assert lived(tmp_path / "favour", FAVOURED, 80).table("favours").height
    assert lived(tmp_path / "ranks", RANKED, 40).table("scores_panel").height
    assert lived(tmp_path / "returns", RETURNING, 80).table("appeals").height
    assert lived(tmp_path / "caps", CAPPED, 40).table("entries").height
    assert lived(tmp_path / "repairs", REPAIRED, 60).table("entries")["kind"].is_in([Entry.REPAIR]).any()
    assert lived(tmp_path / "quantities", QUANTITIES, 80).table("entries")["kind"].is_in([Entry.QUANTITY]).any()
    assert lived(tmp_path / "chosen", CHOSEN, 40).table("consents")["what"].n_unique() == 4
    assert lived(tmp_path / "qualified", QUALIFIED, 40).table("consents").height
    assert lived(tmp_path / "votes", VOTED, 40).table("votes").height
    assert lived(tmp_path / "fits", REFITTED, 80).table("fits").height
    assert lived(tmp_path / "firms", ORGANISED, 40).table("organisation_panel").height
    listings = lived(tmp_path / "lists", FULL, 240).table("listings")
    assert (listings["exit"] == MADE_GOOD).any()
    with_floats, looked_at = set(), set()
    for name, kernel in kernels():
        for compiled in kernel.overloads.values():
            looked_at.add(name)
            if re.search(r"\b(float|complex)(16|32|64|128)\b", types_of(compiled.type_annotation)):
                with_floats.add(name)
    assert with_floats == set()
    if BOUNDS_CHECKED:
        assert {name for name, kernel in kernels() if not is_folded(kernel)} <= looked_at
