"""What every test shares: which tests run again in which way, and Hypothesis without a clock."""

from __future__ import annotations

import os
from hashlib import blake2b
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
folders that is too large for plain Python says `@pytest.mark.large`, and one that only counts very many draws
`@pytest.mark.compiled_only`.
"""

SHORT_FORM = (
    ("twin/test_engine.py::test_a_town_under_a_dense_scheme_is_that_of_the_twin", 4),
    ("engine/test_every_key.py::test_a_running_key_changes_the_digest", 16),
    ("engine/test_every_key.py::test_a_declared_key_changes_a_page", 8),
    ("scheme/test_every_key.py::test_only_running_keys_reach_the_engine", 8),
    ("scheme/test_every_key.py::test_a_key_changed_alone_changes_the_page", 8),
    ("scheme/test_json_schema.py::test_what_the_reader_takes_validates", 8),
    ("scheme/test_json_schema.py::test_a_value_of_another_type_is_refused", 8),
    ("engine/test_consequence_pairs.py::test_a_denial_changes_lives_with_the_stated_sign", 5),
    ("engine/test_consequence_pairs.py::test_worse_terms_change_lives_with_the_stated_sign", 5),
    ("engine/test_consequence_pairs.py::test_what_a_favour_brings_shows_later", 4),
    ("engine/test_society_drawn.py::test_figures_that_leave_nobody_are_told_at_their_row", 3),
    ("twin/test_overridden.py::test_groups_are_put_on_residents_after_they_were_drawn", 2),
    ("audit/test_engine.py::test_replaying_everything_gives_every_score_and_grade_of_the_panel", 4),
    ("invariance/test_resumed.py::test_stopped_before_any_step_of_either_world_it_goes_on_to_the_same", 3),
    ("scheme/test_take_over.py::test_taken_over_and_left_as_it_is_a_scheme_is_the_same", 2),
    ("engine/test_case_files.py::test_each_case_of_a_scheme_holds_and_together_they_show_all_that_can_happen_in_it", 3),
    ("audit/harm/test_laws.py::test_the_order_of_people_is_nothing", 3),
    ("audit/test_engine.py::test_replaying_everything_gives_every_day_denied", 3),
    ("scheme/test_canonical.py::test_every_shipped_scheme_says_the_same_in_canonical_form", 4),
    ("scheme/test_json_schema.py::test_every_shipped_scheme_validates", 4),
    ("scheme/test_gallery_pages.py::test_every_key_that_the_text_gives_is_there_with_band_mark_and_sources", 4),
    ("scheme/test_bad_input.py::test_negative_terms", 4),
    ("ledger/test_crash.py::test_killed_inside_a_write_and_resumed_gives_the_same_rows", 3),
    ("cli/test_layout.py::test_no_word_is_broken_and_no_name_is_cut", 2),
)
"""Long tables of which one row in so many, by a hash of its name, is tried every time, and all of them at night."""

os.environ.pop("COLUMNS", None)  # said by whoever runs tests side by side: pages of text would fold by it

settings.register_profile("house", deadline=None, derandomize=True, print_blob=True, max_examples=20)
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


def _waits_for_the_night(name: str) -> bool:
    """Whether a row of a long table is left to `make nightly`."""
    every = next((every for test, every in SHORT_FORM if name.startswith(f"{test}[")), 1)
    return blake2b(name.encode(), digest_size=8).digest()[0] % every != 0


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of a folder that runs again, and the rows of long tables that wait for the night."""
    here = Path(__file__).parent
    for item in items:
        if _waits_for_the_night(item.nodeid.removeprefix("tests/")):
            item.add_marker("nightly")
        room = item.path.relative_to(here).parts[0]
        again = () if item.get_closest_marker("compiled_only") else AGAIN.get(room, ())
        for mark in again:
            if not (mark == "jit_off" and item.get_closest_marker("large")):
                item.add_marker(mark)
