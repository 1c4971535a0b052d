"""Changes of single keys of holders; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_holders import HOLDERS
from scheme.dense_ways import OBEYED, WAYS

Line = tuple[str, str, str, str, str]

_OFFICE, _SHARING = '[[holder]]\nid = "office"', '[[sharing]]\nid = "office-to-scorer"'

_LINES: tuple[Line, ...] = (
    ("holder", _OFFICE, "title", 'title = "The office"', 'title = "The hall"'),
    ("holder", _OFFICE, "keeps", 'keeps = ["register"]', 'keeps = ["register", "street"]'),
    ("holder", _OFFICE, "breach_per_year", "breach_per_year = 1", "breach_per_year = 0.000001"),
    ("holder", _OFFICE, "exposes", "exposes = 0.4", "exposes = 0.9"),
    ("holder", _OFFICE, "altered", "altered = 0.3", "altered = 0.7"),
    ("sharing", _SHARING, "id", 'id = "office-to-scorer"', 'id = "office-to-centre"'),
    ("sharing", _SHARING, "title", 'title = "What the office lets', 'title = "What an office lets'),
    ("sharing", _SHARING, "from", 'from = "office"', 'from = "broker"'),
    ("sharing", _SHARING, "to", 'to = "scorer"', 'to = "bank"'),
    ("sharing", '[[sharing]]\nid = "bank-to-scorer"', "what", 'what = "all"', 'what = "nothing"'),
    ("sharing", _SHARING, "share", "share = 0.6", "share = 0.2"),
    ("sharing", _SHARING, "delay_days", "delay_days = 9", "delay_days = 60"),
    ("rule", '[[rule]]\nid = "bank-bills"', "holder", 'holder = "bank"', 'holder = "broker"'),
    ("list", '[[list]]\nid = "debtors"', "holder", 'holder = "bank"', 'holder = "broker"'),
)
_EVIDENCE: tuple[Line, ...] = tuple(
    (table, anchor, key, f"\n{key} = {old}", f"\n{key} = {new}")
    for table, anchor in (("holder", _OFFICE), ("sharing", _SHARING))
    for key, old, new in (("mark", '"fiction"', '"reported"'), ("cite", '["test-book"]', '["other-book"]'))
)

_DEMAND, _ABROAD = '[[sharing]]\nid = "demanded"', '[[holder]]\nid = "platform"'
_WAYS: tuple[tuple[str, Line], ...] = (
    (WAYS, ("sharing", _DEMAND, "way", 'way = "compelled"', 'way = "given"')),
    (OBEYED, ("sharing", _DEMAND, "abroad", "abroad = 0.8", "abroad = 0.1")),
    (WAYS, ("holder", _ABROAD, "foreign", "foreign = false", "foreign = true")),
)

HOLDER_PAIRS = tuple((HOLDERS, *line) for line in (*_LINES, *_EVIDENCE)) + tuple((text, *line) for text, line in _WAYS)
"""The text, table, its first lines, key, the line as it stands, and as it becomes."""

UNNAMED = HOLDERS.replace('[[holder]]\nid = "broker"\n', '[[holder]]\nid = "broker"\n\n[[holder]]\nid = "archive"\n'
                          "breach_per_year = 1\nexposes = 0.5\n")  # fmt: skip
HOLDER_CHANGES = (("holder", "id", UNNAMED, UNNAMED.replace('id = "archive"', 'id = "vault"')),)
"""Likewise with the texts whole: nobody names this holder, so it alone changes its name."""
