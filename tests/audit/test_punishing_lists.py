"""Which lists punish: Harbour with a list beside its grades, and who counts as punished by standing on it.

Resident 20 stands on the list on a true ground from day 10 to day 110, resident 2 (punished wrongly in Harbour, in D
from day 14 on) on a true one for the whole run.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, write_harbour
from glasstown.audit.case import open_case
from glasstown.audit.listings import punishing_lists
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model_names import ConsequenceRow, GroundRow, ListRow
from glasstown.vocab.codes import Truth

ON = {"ground": 0, "act": 11, "truth": Truth.TRUE}
LISTINGS = (
    {**ON, "resident": 20, "entry_day": 10, "end_day": 110},
    {**ON, "resident": 2, "entry_day": 0, "end_day": 364},
)
HONOUR = ConsequenceRow(2, "honour", 0, 0, 1, "given", list=0, degree={"fare": 2})
APOLOGY = ConsequenceRow(2, "has-to-apologise", 0, 0, 0, "given", list=0)
BAR = ConsequenceRow(2, "barred", 0, 1, 0, "given", list=0)
DEAR = ConsequenceRow(2, "dear", 0, 0, 0, "given", list=0, degree={"fare": -1}, scope="children")


def punished(folder, rows, *, published=True):
    """Cause and days of everybody punished in Harbour where these consequences follow from the list."""
    names = replace(
        HARBOUR.names, lists=(ListRow(0, "names", "", published),), grounds=(GroundRow(0, "gave", 0),),
        consequences=(*HARBOUR.names.consequences, *rows),
    )  # fmt: skip
    run = write_harbour(folder / "run", manifest=replace(HARBOUR, names=names), listings=LISTINGS)
    rows = open_case(open_worlds(run)).punished.iter_rows(named=True)
    return {row["resident"]: (row["cause"], row["denied_days"], row["wrongful_days"]) for row in rows}


NOT_BY_THE_LIST = {1: ("own", 350, 0), 2: ("wrongly", 350, 350), 3: ("own", 329, 70)}


@pytest.mark.parametrize(
    ("rows", "published"),
    [((HONOUR,), True), ((APOLOGY,), True), ((APOLOGY,), False), ((HONOUR, replace(APOLOGY, code=3)), True),
     ((), False)],
    ids=["honour", "apology", "apology, not published", "honour and apology", "nothing, not published"],
)  # fmt: skip
def test_to_be_honoured_or_to_owe_an_apology_is_no_punishment(tmp_path, rows, published):
    """Resident 20 is not punished, and the true ground of resident 2 makes no false record theirs."""
    assert punished(tmp_path, rows, published=published) == NOT_BY_THE_LIST


@pytest.mark.parametrize(
    ("rows", "published"),
    [((BAR,), False), ((DEAR,), False), ((HONOUR, replace(BAR, code=3)), True), ((), True)],
    ids=["bar", "dear for children", "bar and honour", "nothing, published"],
)
def test_harm_or_a_published_name_alone_punishes(tmp_path, rows, published):
    expected = NOT_BY_THE_LIST | {20: ("own", 100, 0), 2: ("own", 364, 0)}
    assert punished(tmp_path, rows, published=published) == expected


def test_each_list_is_judged_by_what_follows_from_it_alone():
    lists = tuple(ListRow(n, name, "", published=False) for n, name in enumerate(("red", "black", "kept")))
    names = replace(HARBOUR.names, lists=lists, consequences=(HONOUR, replace(BAR, code=3, list=1)))
    assert punishing_lists(names) == {1}
