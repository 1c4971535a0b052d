"""A text for every fault of formulas, and of points that stand; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import DENSE, FULL


def when(formula: str, table: str = "rule") -> str:
    """The dense scheme with a condition of one more rule, or of points that stand."""
    body = f'id = "conditional"\nwhen = "{formula}"\npoints = 1\nmark = "fiction"\ncite = ["test-book"]\n'
    return f"{DENSE}\n[[{table}]]\n" + ("" if table == "state_rule" else 'act = "late-bill"\n') + body


def standing(number: int) -> str:
    """One more table of points that stand."""
    return f'\n[[state_rule]]\nid = "state-{number}"\nwhen = "urban"\npoints = 1\n'


FORMULA_CASES: dict[str, tuple[str | bytes, str]] = {
    "SCH350": (when("educatiön < 2"), "ö"),
    "SCH351": (when("age > 3 and educaton < 2"), "educaton"),
    "SCH352": (when("age / digital > 2"), "digital"),
    "SCH353": (when("age and urban"), "age"),
    "SCH354": (when("age > 1" + " or age > 1" * 17), ""),
    "SCH355": (when("score > 20 or urban", "state_rule"), "score"),
    "SCH411": (when("group == 1"), '"group == 1"'),
    "LIM-state-rules": (FULL + "".join(standing(number) for number in range(15)), "state_rule"),
    "LIM-formula": (when("age * 2000000000 * 2000000000 > 3"), "*"),
}
"""By code: a text that has the fault, and what of it the place must point at."""
