"""Dense schemes in which a score that is worked out anew stands beside one of points."""

from __future__ import annotations

import re

from scheme.dense import RULES
from scheme.dense_index import CLASS, INDEX

_MARK = 'mark = "fiction"\ncite = ["test-book"]\n'
_MOVED = "".join(
    rule.replace("\nact =", '\nscore = "kept"\nact =')
    for rule in re.findall(r'\[\[rule\]\]\nid = "(?:bills|gifts)"\n(?:.+\n)+\n', RULES)
)
_KEPT = f"""
[[score]]
id = "kept"
start = 100
lowest = 0
highest = 150
cap = "each-entry"
stack = "act"
{_MARK}
{_MOVED}[[grade]]
id = "fine"
score = "kept"
at_least = 70
{_MARK}
[[grade]]
id = "ill"
score = "kept"
{_MARK}
[[consequence]]
id = "ill-no-jobs"
grade = "ill"
deny = ["public-job"]
notice = "given"
{_MARK}"""


def beside(text: str) -> str:
    """A dense scheme of one score with another beside it, which two rules move."""
    named = text.replace("[score]\n", '[[score]]\nid = "worked"\n')
    return named.replace("[[grade]]\n", '[[grade]]\nscore = "worked"\n') + _KEPT


INDEX_BESIDE, CLASS_BESIDE = beside(INDEX), beside(CLASS)
