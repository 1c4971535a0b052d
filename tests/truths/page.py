"""The page of schemes on paper: `python -m truths.page > docs/audit-truths.md`, with `src` and `tests` on the path."""

from __future__ import annotations

import sys

from truths.lived import BOUND, Expected, Truth
from truths.of_errors import OF_ERRORS
from truths.of_exits import OF_EXITS
from truths.of_groups import OF_GROUPS
from truths.of_others import OF_OTHERS

TRUTHS = (*OF_ERRORS, *OF_EXITS, *OF_GROUPS, *OF_OTHERS)

INTRODUCTION = f"""\
# Schemes that can be worked out on paper

Each case is a whole scheme, lived by the engine in towns of 2,000 invented residents, and audited as any other. What
the metric must come to follows from the scheme's figures alone, by the closed form told; r is the rate of an act, d
the chance that it is seen, T the days of the run. `make nightly` wants every value within {BOUND:g} standard errors of
the form (`tests/truths/test_ground_truths.py`), and each standard error is less than an eighth of its value.

Not built as schemes are incomes handed on, which no figure of a scheme moves to a closed form; an urn over districts,
which takes towns of many thousands; and retraining that contracts at a known rate. Their metrics are held against
hand-made ledgers, and so is the price of deterrence: acts of a file, whose rates are exact, are deterred by nothing.

| case | closed form | metric | by the form | standard error |
|---|---|---|---|---|
"""


def _number(value: float, digits: int) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.{digits}g}"


def _row(truth: Truth, one: Expected) -> str:
    told = (truth.form, one.named, _number(one.value, 4), _number(one.error, 2))
    return f"| `{truth.id}` | {' | '.join(told)} |\n"


def page() -> str:
    """The page."""
    return INTRODUCTION + "".join(_row(truth, one) for truth in TRUTHS for one in truth.expected())


if __name__ == "__main__":
    sys.stdout.write(page())
