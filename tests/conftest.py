"""What every test shares: which tests run again in which way, and Hypothesis without a clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

AGAIN = {
    "kernels": ("jit_off", "bounds", "tables"),
    "compiled": ("jit_off", "bounds", "tables"),
    "behaviours": ("tables",),
}
"""Folders whose every test runs again: with compilation off, with bounds checked, with vector features off.

A test elsewhere asks for it with `pytestmark = pytest.mark.jit_off` and the like; a test in one of these
folders that is too large for plain Python says `@pytest.mark.large`.
"""

os.environ.pop("COLUMNS", None)  # said by whoever runs tests side by side: pages of text would fold by it

settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("nightly", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave unread, where only tests that run again are asked for, each file that holds none."""
    again = {mark for marks in AGAIN.values() for mark in marks}
    if config.option.markexpr.strip("(").split(" ")[0] not in again or not collection_path.match("test_*.py"):
        return None
    room = collection_path.relative_to(Path(__file__).parent).parts[0]
    text = collection_path.read_text(encoding="utf-8")
    return None if room in AGAIN or any(f"mark.{mark}" in text for mark in again) else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of a folder that runs again."""
    here = Path(__file__).parent
    for item in items:
        room = item.path.relative_to(here).parts[0]
        for mark in AGAIN.get(room, ()):
            if not (mark == "jit_off" and item.get_closest_marker("large")):
                item.add_marker(mark)
