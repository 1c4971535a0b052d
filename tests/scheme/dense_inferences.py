"""A dense scheme of inferences: by evidence that is read and by the truth itself, each with errors."""

from __future__ import annotations

from scheme.dense_meters import METERS

INFERENCE_TABLES = """\
[[inference]]
id = "idle"
title = "Who plays much does not work"
about = "not employed"
evidence = "gauge.gaming-hours > 20 or not known.gaming-hours"
wrong_yes = 0.1
wrong_no = 0.2
holds_days = 60
mark = "fiction"
cite = ["test-book"]

[[inference]]
id = "schooled"
about = "education >= 3 and gauge.savings > 500"
wrong_yes = 0.3
wrong_no = 0.1
mark = "fiction"
cite = ["test-book"]

"""

OF_INFERENCES = """\
[[category]]
id = "character"
value = "5000 - 3000 * inferred.idle + 2000 * inferred.schooled"
weight = 50
needs = "known.gaming-hours"
mark = "fiction"
cite = ["test-book"]

"""

INFERENCES = METERS + INFERENCE_TABLES + OF_INFERENCES
"""An index of six categories, one of them of what is concluded."""
