"""Changes of single keys of inferences; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_inferences import INFERENCES

_IDLE, _SCHOOLED = ('[[inference]]\nid = "idle"', '[[inference]]\nid = "schooled"')

_RENAMED = INFERENCES.replace("+ 2000 * inferred.schooled", "")
"""No formula asks for the second, so that it can have another name."""

INFERENCE_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (_RENAMED, "inference", _SCHOOLED, "id", 'id = "schooled"', 'id = "taught"'),
    (INFERENCES, "inference", _IDLE, "title", 'title = "Who plays', 'title = "Whoever plays'),
    (INFERENCES, "inference", _SCHOOLED, "about", "education >= 3", "education >= 2"),
    (INFERENCES, "inference", _IDLE, "evidence", "gauge.gaming-hours > 20", "gauge.gaming-hours > 10"),
    (INFERENCES, "inference", _IDLE, "wrong_yes", "wrong_yes = 0.1", "wrong_yes = 0.2"),
    (INFERENCES, "inference", _IDLE, "wrong_no", "wrong_no = 0.2", "wrong_no = 0.4"),
    (INFERENCES, "inference", _IDLE, "holds_days", "holds_days = 60", "holds_days = 30"),
    (INFERENCES, "inference", _IDLE, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (INFERENCES, "inference", _IDLE, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)
