"""Scores of residents, of officials, of firms and of governments in one file, two of each where that can be."""

from __future__ import annotations

from scheme.dense_organisations import OF_GOVERNMENTS, ORGANISED

_SCORE = """
[[score]]
id = "{id}"
of = "{of}"
start = {start}
lowest = 0
highest = 120
cap = "{cap}"
stack = "act"
"""
_GRADES = """
[[grade]]
id = "{id}-fair"
score = "{id}"
at_least = {edge}

[[grade]]
id = "{id}-poor"
score = "{id}"
"""


def score(name: str, of: str, *, start: int = 100, edge: int = 90, cap: str = "each-entry", more: str = "") -> str:
    """A score with two grades; it begins in the better one where it starts above the edge."""
    return _SCORE.format(id=name, of=of, start=start, cap=cap) + more + _GRADES.format(id=name, edge=edge)


def rule(name: str, of: str, act: str, points: str, more: str = "") -> str:
    """A rule of one score."""
    return f'\n[[rule]]\nid = "{name}"\nscore = "{of}"\nact = "{act}"\npoints = {points}\n{more}'


def takes(name: str, grade: str, what: str) -> str:
    """A consequence of a grade."""
    return f'\n[[consequence]]\nid = "{name}"\ngrade = "{grade}"\n{what}\nnotice = "given"\n'


_WATCHED = """
[[source]]
id = "all-seeing"
context = "public-order"
sees = ["late-bill", "civil-dispute", "elder-neglect", "charity-gift"]
detection = 0.8
false_per_year = 6
wrong_person = 0.1
match = "name"
delay_days = 4
delay = "fixed"
"""

_NAMED = ORGANISED.replace("coverage = 0.5", "coverage = 1").replace("[score]\n", '[[score]]\nid = "tax"\n')
for _rare in ("0.2", "0.3"):
    _NAMED = _NAMED.replace(f"false_per_year = {_rare}", "false_per_year = 5")
for _grade in ("good", "usual", "bad"):
    _NAMED = _NAMED.replace(f'[[grade]]\nid = "{_grade}"\n', f'[[grade]]\nid = "{_grade}"\nscore = "tax"\n')
for _rule in ("late", "complaints", "causes", "dirt"):
    _NAMED = _NAMED.replace(f'[[rule]]\nid = "{_rule}"\n', f'[[rule]]\nid = "{_rule}"\nscore = "tax"\n')

KINDS = "".join((
    _NAMED, OF_GOVERNMENTS.replace("false_per_year = 0.4", "false_per_year = 5"), _WATCHED,
    score("books", "government", edge=99), score("air", "firm", edge=98, cap="on-reading", more="reset_days = 45\n"),
    score("office", "official", edge=101), score("conduct", "resident", edge=97), score("manners", "resident"),
    score("debts", "government", start=50, edge=45, more="decay_points = 2\ndecay_days = 20\n"),
    rule("unpaid-bills", "conduct", "late-bill", "-5", "expires_days = 90\n"),
    rule("quarrels", "conduct", "civil-dispute", "[-9, -1]"),
    rule("gifts", "manners", "charity-gift", "4"),
    rule("loud", "manners", "elder-neglect", "-30"),
    rule("unpaid-by-officials", "office", "late-bill", "-12"),
    rule("gifts-of-officials", "office", "charity-gift", "7", 'when = "age > 20"\n'),
    rule("fumes", "air", "emission-above-limit", "-20", "expires_days = 100\n"),
    rule("returns", "air", "tax-return-late", "-3"),
    rule("false-books", "books", "data-falsified", "-40"),
    rule("owed", "debts", "payment-withheld", "-10"),
    rule("fees", "books", "illegal-fee", "-11", "expires_days = 60\n"),
    takes("no-trains", "conduct-poor", 'deny = ["high-speed-rail"]'),
    takes("no-flights", "manners-poor", 'deny = ["flight"]'),
    takes("no-post", "office-poor", 'deny = ["promotion", "flight"]'),
    takes("no-exports", "air-poor", 'deny = ["export"]\nscope = "firms"'),
    takes("firm-graded-officers", "air-poor", 'deny = ["loan"]\nscope = "officers"'),
    takes("for-false-books", "books-poor", 'deny = ["promotion"]\nscope = "officials"'),
    takes("for-debts", "debts-poor", 'deny = ["high-speed-rail"]\nscope = "officials"'),
    '\n[[override]]\nid = "evading"\ngrade = "air-poor"\nacts = ["tax-return-late"]\nwithin_days = 60\ncount = 2\n',
    '\n[[override]]\nid = "unpaying"\ngrade = "debts-poor"\nacts = ["promise-broken"]\nwithin_days = 80\n',
    '\n[[override]]\nid = "quarrelling"\ngrade = "office-poor"\nacts = ["civil-dispute"]\nwithin_days = 50\n',
))  # fmt: skip
"""Residents have two scores, officials one, firms two, governments two; the file names them in no order."""
