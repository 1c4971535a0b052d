"""A resident is a function of spec, seed and number; every way to bring other people in is tried and refused."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
import pickle
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live, resume
from glasstown.society.build import build
from glasstown.society.population import COLUMNS, Population
from glasstown.society.spec import load_spec
from glasstown.vocab.errors import RunFolderError, SocietyError


@pytest.fixture(scope="module")
def spec():
    return load_spec()


@pytest.fixture(scope="module")
def town(spec):
    return build(spec, seed=1, people=5_000)


@pytest.fixture
def stopped(tmp_path: Path) -> Path:
    """Give a run that was stopped after some steps."""
    steps = iter(range(100))
    request = RunRequest(
        scheme=read_scheme(find("suining-2010")),
        people=300,
        days=70,
        step_days=7,
        seed=1,
        start=date(2020, 1, 1),
        out=tmp_path / "run",
        checkpoint_steps=2,
        baseline="none",
    )
    assert live(request, should_stop=lambda: next(steps) >= 5).stopped
    return request.out


def columns(population: Population) -> dict[str, np.ndarray]:
    return {name: getattr(population, name) for name in COLUMNS}


def test_the_same_number_is_the_same_resident(spec, town):
    again = build(spec, seed=1, people=5_000)
    assert again.digest == town.digest
    larger = columns(build(spec, seed=1, people=9_000))
    for name in set(COLUMNS) - {"lookalike", "namesake", "kin", "colleague", "friend", "employer"}:
        assert np.array_equal(larger[name][..., :5_000], getattr(town, name)), name


def test_people_are_made_from_a_spec_and_numbers_alone():
    assert set(inspect.signature(build).parameters) <= {"spec", "seed", "people", "replicate", "threads"}


def test_a_run_is_asked_for_in_numbers_and_never_in_people():
    assert {field.name for field in dataclasses.fields(RunRequest)} == {
        "scheme", "people", "days", "step_days", "seed", "start", "out", "replicate", "threads", "baseline", "block",
        "checkpoint_steps", "society", "without", "change", "of", "lives",
    }  # fmt: skip
    kinds = {"Scheme | None", "int", "date", "Path", "str", "tuple[str, ...]", "Change"}
    assert {field.type for field in dataclasses.fields(RunRequest)} <= kinds
    assert set(inspect.signature(live).parameters) == {"request", "on_progress", "should_stop"}
    assert set(inspect.signature(resume).parameters) == {"folder", "on_progress", "should_stop"}


def test_a_population_cannot_be_brought_along(town):
    brought = {field.name: getattr(town, field.name) for field in dataclasses.fields(Population)}
    with pytest.raises(SocietyError, match="outside"):
        Population(**brought)


def test_a_resident_cannot_be_exchanged_for_another(town):
    with pytest.raises(SocietyError, match="outside"):
        dataclasses.replace(town, group=np.zeros(town.people, np.uint8))
    with pytest.raises(dataclasses.FrozenInstanceError):
        town.group = np.zeros(town.people, np.uint8)


@pytest.mark.parametrize("name", COLUMNS)
def test_no_attribute_can_be_written(town, name):
    with pytest.raises(ValueError, match="read-only"):
        getattr(town, name)[...] = 0


@pytest.mark.parametrize("name", COLUMNS)
def test_no_attribute_can_hold_text(town, name):
    assert getattr(town, name).dtype.kind in "iu"


def test_no_column_can_be_opened_for_writing(town):
    for name in COLUMNS:
        with pytest.raises(ValueError, match="WRITEABLE"):
            getattr(town, name).setflags(write=True)


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_population_cannot_be_copied_out_and_back(town, way):
    with pytest.raises(SocietyError, match="cannot be"):
        way(town)


@pytest.mark.parametrize("key", ["digest", "spec_digest"])
def test_a_folder_whose_people_are_others_is_refused(stopped, key):
    path = stopped / "manifest.json"
    manifest = json.loads(path.read_text())
    assert len(manifest["society"][key]) == 32
    manifest["society"][key] = "0" * 32
    path.write_text(json.dumps(manifest))
    with pytest.raises(RunFolderError):
        resume(stopped)


@pytest.mark.parametrize("change", [{"seed": 2}, {"people": 299}, {"replicate": 1}])
def test_a_folder_that_asks_for_other_people_than_it_holds_is_refused(stopped, change):
    path = stopped / "manifest.json"
    manifest = json.loads(path.read_text())
    assert set(change) <= set(manifest)
    path.write_text(json.dumps({**manifest, **change}))
    with pytest.raises(RunFolderError):
        resume(stopped)


def test_an_untouched_folder_goes_on(stopped):
    assert not resume(stopped).stopped
