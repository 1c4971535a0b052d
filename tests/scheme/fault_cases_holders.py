"""Texts with faults of holders, and what they point at; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_holders import HOLDERS

_HOLDER = '\n[[holder]]\nid = "h-{}"\n'
_SHARING = '\n[[sharing]]\nid = "s-{}"\nfrom = "bank"\nto = "office"\nwhat = "all"\n'
_BACK = '\n[consent]\nkind = "opt-in"\nstart = 0.5\nback_days = 30\n'

HOLDER_FAULTS: dict[str, tuple[str | bytes, str]] = {
    "SCH430": (HOLDERS.replace('from = "broker"', 'from = "brokers"'), '"brokers"'),
    "SCH431": (HOLDERS.replace('keeps = ["clerk"]', 'keeps = ["register"]'), '"register"'),
    "SCH432": (HOLDERS.replace("share = 0.6\n", ""), "sharing"),
    "SCH433": (HOLDERS.replace('stack = "record"', 'stack = "act"'), '"act"'),
    "SCH434": (HOLDERS.replace('consent = "compulsory"\n', "", 1) + _BACK, "30"),
    "SCH435": (HOLDERS.replace('way = "sold"', 'way = "compelled"\nabroad = 0.5'), "0.5"),
    "LIM-holders": (HOLDERS + "".join(_HOLDER.format(n) for n in range(14)), "holder"),
    "LIM-sharings": (HOLDERS + "".join(_SHARING.format(n) for n in range(61)), "sharing"),
}
"""By code: a text that has the fault, and what it points at."""
