"""One flag that has to be true: it fails where the file says no, and cannot tell where the file says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from glasstown.review.case import Case
from glasstown.review.contract import Answer, At, fails, missing
from glasstown.review.remedies import put


def has_to_hold(case: Case, at: At, denied: str, ask: str, cure: str) -> Iterator[Answer]:
    """Read one flag.

    Args:
        case: the scheme.
        at: where the flag stands.
        denied: what to say where it is false.
        ask: what to ask where it is not given.
        cure: what setting it to true would mean.
    """
    value = case.value(at)
    if value is None:
        yield missing(at, ask)
    elif value is False:
        yield fails(at, denied, put(cure, (at, "true")))
