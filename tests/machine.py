"""What a test needs of the machine: where it is missing the test is skipped with the reason, in CI it fails."""

from __future__ import annotations

import os

import pytest


def lack(what: str) -> None:
    """Leave a test whose tool is missing.

    Args:
        what: the reason, in words.
    """
    if os.environ.get("CI"):
        pytest.fail(f"{what}: CI must have it (see .ci/run)")
    pytest.skip(what)
