"""A dense scheme of points that stand on what may be wrong, and on others."""

from __future__ import annotations

from scheme.dense_inferences import INFERENCE_TABLES
from scheme.dense_meters import METER_TABLES
from twin.schemes import HEAVY

APART = (
    HEAVY
    + METER_TABLES
    + INFERENCE_TABLES
    + """\
[[state_rule]]
id = "idleness"
when = "inferred.idle and age >= 16"
points = -9
refresh_days = 20
mark = "fiction"
cite = ["test-book"]

[[state_rule]]
id = "play"
when = "gauge.gaming-hours > 25"
points = -2
mark = "fiction"
cite = ["test-book"]

[[state_rule]]
id = "company"
when = "kin.number > 1 or inferred.schooled and friend.lowest < 90"
points = -3
mark = "fiction"
cite = ["test-book"]

"""
)
"""Three conditions: of a conclusion, of a reading, and of others and a conclusion together."""
