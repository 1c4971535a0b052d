"""Known breaks of the engine and of the audit: what is broken, and the test that sees it.

`python -m truths.breaks > docs/audit-breaks.md`, with `src` and `tests` on the path, writes the page.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from truths.breaks_of_audit import OF_AUDIT
from truths.breaks_of_records import OF_RECORDS
from truths.breaks_of_scores import OF_SCORES

INTRODUCTION = """\
# Breaks that are caught

A test that cannot fail says nothing. Each row is one deliberate break of the engine, or of the audit: one place of one
file is written otherwise, in a copy, and the test named must then fail; without the break it must pass. `make nightly`
does so, row by row (`tests/truths/test_breaks.py`). A small town is one of the
[schemes that can be worked out on paper](audit-truths.md), lived in plain Python.

| break | where | what is wrong then | caught by |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Break:
    """One place of one source file that is written otherwise, and the test that must see it."""

    id: str
    says: str
    file: str
    old: str
    new: str
    test: str


BREAKS = tuple(Break(*row) for row in (*OF_RECORDS, *OF_SCORES, *OF_AUDIT))


def page() -> str:
    """The page of all breaks."""
    rows = [f"| `{b.id}` | `{b.file}` | {b.says} | `{b.test.removeprefix('tests/')}` |\n" for b in BREAKS]
    return INTRODUCTION + "".join(rows)


if __name__ == "__main__":
    sys.stdout.write(page())
