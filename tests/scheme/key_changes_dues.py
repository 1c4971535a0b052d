"""Changes of single keys of what falls due; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_dues import DUES

_PLEDGE, _PROMISE = "[act.due]\ndays = 40", "[act.due]\ndays = 31"
_FINE = 'due = { days = 35, fails = "fine", chance = 0.7, out_of_work = 2 }'

_OF_PLEDGE = (
    ("days", "40", "60"),
    ("fails", '"loan-default"', '"late-loan-payment"'),
    ("chance", "0.4", "0.8"),
    ("out_of_work", "2.5", "0"),
    ("in_need", "0", "100"),
    ("earns_less", "0.2", "2"),
    ("short_of_money", "2", "0"),
)
_OF_PROMISE = (("settled_by", '["critical-post", "worship"]', '["worship"]'),)

# an act of the file that falls due of nothing would never happen, so a shipped one stands for it here
_KEPT = DUES[DUES.index('[[act]]\nid = "kept-word"') : DUES.index('[[act]]\nid = "fine"')]
_PAID = (
    DUES.replace(_KEPT, "")
    .replace('"kept-word", ', "")
    .replace('"kept-word"', '"loan-repaid"')
    .replace("sees = [", 'sees = ["loan-repaid", "bill-paid-in-arrears", ')
)

DUE_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (DUES, "act", '[[act]]\nid = "broken-word"', "due", _FINE, _FINE.replace("35", "50")),
    *((DUES, "act.due", _PLEDGE, key, f"\n{key} = {old}", f"\n{key} = {new}") for key, old, new in _OF_PLEDGE),
    (_PAID, "act.due", _PROMISE, "paid", 'paid = "loan-repaid"', 'paid = "bill-paid-in-arrears"'),
    *((DUES, "act.due", _PROMISE, key, f"\n{key} = {old}", f"\n{key} = {new}") for key, old, new in _OF_PROMISE),
)
