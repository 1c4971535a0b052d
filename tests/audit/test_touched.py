"""Whom a rule touched: whoever it moved, and nobody whose score moved by something else that bears its number."""

from __future__ import annotations

import pytest

from audit.harbour import ENTRIES, entry, write_harbour
from glasstown.audit.changed_lives import touched
from glasstown.ledger.reader import open_run
from glasstown.vocab.change import Change
from glasstown.vocab.codes import Entry

RED_LIGHT = 0


@pytest.mark.parametrize(
    "kind", [Entry.OVERRIDE, Entry.STATE, Entry.REFRESH, Entry.DECAY, Entry.RESET, Entry.PEER, Entry.LIFTED]
)
def test_what_bears_the_number_of_a_rule_and_is_none_touches_nobody(tmp_path, kind: Entry):
    """Residents 1 to 3 were seen at a red light; 20 moved in another way, and 21 when a red light expired."""
    more = (entry(20, 9, RED_LIGHT, -5, 895, kind=kind), entry(21, 9, RED_LIGHT, 5, 900, kind=Entry.EXPIRY))
    ledger = open_run(write_harbour(tmp_path / "run", entries=(*ENTRIES, *more)))
    assert touched(ledger, ledger, Change(("rule:red-light",))) == {1, 2, 3, 21}
