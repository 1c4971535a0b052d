"""A text for every fault of formulas, and of points that stand; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import DENSE, FULL
from scheme.dense_index import CATEGORIES, CLASS, INDEX


def when(formula: str, table: str = "rule") -> str:
    """The dense scheme with a condition of one more rule, or of points that stand."""
    body = f'id = "conditional"\nwhen = "{formula}"\npoints = 1\nmark = "fiction"\ncite = ["test-book"]\n'
    return f"{DENSE}\n[[{table}]]\n" + ("" if table == "state_rule" else 'act = "late-bill"\n') + body


def standing(number: int) -> str:
    """One more table of points that stand."""
    return f'\n[[state_rule]]\nid = "state-{number}"\nwhen = "urban"\npoints = 1\n'


def category(number: int) -> str:
    """One more table of a category."""
    return f'\n[[category]]\nid = "category-{number}"\nvalue = "age"\nmark = "fiction"\n'


THICK = INDEX.replace("thin = { least = 2, default = 60 }\n", "")
_MANY = " + ".join(f"count(late-bill, {days})" for days in range(100, 112))
COUNTING = f'{THICK}\n[[category]]\nid = "counting"\nvalue = "{_MANY}"\nmark = "fiction"\n'

FORMULA_CASES: dict[str, tuple[str | bytes, str]] = {
    "SCH350": (when("educatiön < 2"), "ö"),
    "SCH351": (when("age > 3 and educaton < 2"), "educaton"),
    "SCH352": (when("age / digital > 2"), "digital"),
    "SCH353": (when("age and urban"), "age"),
    "SCH354": (when("age > 1" + " or age > 1" * 17), ""),
    "SCH355": (when("score > 20 or urban", "state_rule"), "score"),
    "SCH411": (when("group == 1"), '"group == 1"'),
    "SCH356": (CLASS.replace(" + 5 *", " + 5*").replace("refresh_days = 20", "thin = { least = 1, default = 3 }"), ""),
    "SCH357": (INDEX + '\n[[rule]]\nid = "late"\nact = "late-bill"\npoints = -1\nmark = "fiction"\n', "rule"),
    "SCH358": (INDEX.replace("count(late-bill, 200) - 2500", "count(late-bill, 30) - 2500"), "late-bill"),
    "SCH412": (DENSE + CATEGORIES, "category"),
    "SCH428": (when("urban or age > 200"), "age > 200"),
    "SCH429": (DENSE.replace("coverage = 0.9", "coverage = 0"), "0"),
    "LIM-counts": (COUNTING, "late-bill"),
    "LIM-categories": (THICK + "".join(category(number) for number in range(14)), "category"),
    "LIM-state-rules": (FULL + "".join(standing(number) for number in range(15)), "state_rule"),
    "LIM-formula": (when("age * 2000000000 * 2000000000 > 3"), "*"),
}
"""By code: a text that has the fault, and what of it the place must point at."""
