"""Finding a metric by its code or name, and telling it."""

from __future__ import annotations

from typing import Any, Final

from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import Metric
from glasstown.audit.harm.outside import OUTSIDE
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.wording import meant, quoted

ALL: Final = (*HARMS, *BENEFITS, *OUTSIDE)


def metric_named(name: str) -> Metric:
    """The metric of a code, such as M15 or m15, or of a slug.

    Raises:
        InputFaultsError: there is none; told with those that come near.
    """
    found = next((one for one in ALL if name.upper() == one.code or name == one.slug), None)
    if found is None:
        message = f"there is no metric {quoted(name)}"
        known = [*(one.code for one in ALL), *(one.slug for one in ALL)]
        fix = meant(name, known, "metrics")
        why = (
            "metrics have codes, M01 to M40 of harm, B01 on of what a scheme gives and O01 on of what outsiders see, "
            "and names"
        )
        raise InputFaultsError((Diagnostic("AUD-metric", message, why, fix, where="CODE"),))
    return found


def explained(metric: Metric) -> dict[str, Any]:
    """A metric with its text, as one JSON object."""
    return {
        "code": metric.code, "slug": metric.slug, "title": metric.title, "theme": metric.theme, "unit": metric.unit,
        "text": dict(metric.text), "shown_by": metric.shown_by, "moved_by": metric.moved_by,
        "needs": list(metric.needs),
    }  # fmt: skip
