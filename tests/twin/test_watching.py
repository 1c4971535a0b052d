"""Sources that look at some residents more closely, by the scheme or by the society, in the engine and in its twin."""

from __future__ import annotations

import pytest

from glasstown.scheme.read import parse_scheme
from scheme.dense_watch import WATCHERS
from twin.compare import live_both
from twin.schemes import HEAVY

WATCHED = """
[society]
id = "watched"
title = "A society in which some are watched more"
base = "china-2020"
mark = "assumed"
cite = ["assumption"]
group_watch = "own"
role_watch = "own"

[[scalars]]
variable = "lawyers"
value = 20_000_000
band = [10_000_000, 40_000_000]

[[extra_watch]]
id = "more-cameras"
acts = ["late-bill", "elder-neglect"]
area = "urban"
factor = { value = 0.5, band = [0, 1] }

[[extra_watch]]
id = "devices"
title = "Software on telephones: a chance, no content"
acts = ["late-bill", "critical-post", "charity-gift"]
group = "minority-a"
factor = { value = 0.9, band = [0, 1] }
detection = { value = 0.4, band = [0, 1] }

[[extra_watch]]
id = "lawyers"
acts = ["late-bill", "charity-gift"]
role = "lawyer"
digital = "online-much"
detection = { value = 0.8, band = [0, 1] }

[[misread]]
id = "worship"
acts = ["late-bill", "charity-gift"]
taken_for = "elder-neglect"
group = "minority-a"
chance = { value = 0.7, band = [0, 1] }

[[misread]]
id = "everybody"
acts = ["late-bill"]
taken_for = "elder-neglect"
chance = { value = 0.2, band = [0, 1] }

[[marker]]
id = "belief"
acts = ["elder-neglect", "late-bill"]
group = "minority-b"
false_per_year = { value = 1.5, band = [0, 3] }
"""
"""Extra watching by every word that it may go by, and a marker."""


@pytest.mark.jit_off
@pytest.mark.bounds
@pytest.mark.parametrize("way", ["own", "mean", "off"])
def test_a_town_that_is_watched_unevenly_is_that_of_the_twin(tmp_path, way):
    path = tmp_path / "watched.toml"
    text = WATCHED.replace('group_watch = "own"', f'group_watch = "{way}"')
    path.write_text(text.replace('role_watch = "own"', 'role_watch = "off"') if way == "off" else text)
    scheme = parse_scheme(HEAVY + WATCHERS)
    rows = live_both(scheme, people=90, days=100, step_days=20, seed=3, society=path)
    assert {row["source"] for row in rows["sightings"]} == {0, 1, 2}
    assert {row["truth"] for row in rows["sightings"]} >= {0, 1, 3}
