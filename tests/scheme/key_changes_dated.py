"""Changes of single keys of when parts run; see `scheme.key_changes`. Each is (table, key, text, changed text)."""

from __future__ import annotations

from scheme.dense_dated import DATED
from scheme.dense_rewards import REWARDS

_PARTS = {
    "source": "utility",
    "rule": "bills",
    "association": "homes",
    "override": "quarrels",
    "state_rule": "grown",
    "quantity_rule": "games",
    "list": "shame",
    "ground": "quarrelling",
    "consequence": "stays-home",
}

_TIMES = {
    "from_day": "100",
    "until_day": "60",
    "from_date": "2020-04-01",
    "until_date": "2020-03-01",
}


def _with(table: str, line: str) -> str:
    head = f'[[{table}]]\nid = "{_PARTS[table]}"\n'
    assert DATED.count(head) == 1, head
    return DATED.replace(head, f"{head}{line}\n")


_OWN_WORD = ("source", "own_word", REWARDS, REWARDS.replace("own_word = true\n", ""))

DATED_CHANGES: tuple[tuple[str, str, str, str], ...] = (
    *((table, key, DATED, _with(table, f"{key} = {value}")) for table in _PARTS for key, value in _TIMES.items()),
    _OWN_WORD,
)
