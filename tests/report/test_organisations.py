"""The page of a scheme for firms alone: what it took from them is told, and residents are not counted to nought.

Of 40 residents nobody is a subject. Firm 70,000 loses 9 points for a late return that it did not send and 3 for
one that it did; 70,001 stands on a list for 100 days on a true ground and under its consequence for 90.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harbour import HARBOUR, PANEL, write_harbour
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.ledger.model_names import ActRow, ConsequenceRow, GroundRow, ListRow, Names, RuleRow
from glasstown.report.build import view_run
from glasstown.report.organisations import covers_nobody
from glasstown.scheme.library import find
from glasstown.vocab.codes import Entry, Flag, Truth
from glasstown.vocab.organisations import OrganisationFact

TEXT = find("corporate").read_text()
LATE = 144
NAMES = Names(
    acts=(*HARBOUR.names.acts, ActRow(LATE, "tax-return-late")),
    sources=HARBOUR.names.sources,
    rules=(RuleRow(0, "late-returns", LATE, -3_000, -3_000, (), None, None, None),),
    lists=(ListRow(0, "tax-cases", ""),),
    grounds=(GroundRow(0, "tax-case", 0),),
    consequences=(ConsequenceRow(0, "shut-out", 0, 1, 0, "none", list=0),),
)
DOCKS = replace(HARBOUR, scheme=SchemeFacts("corporate", "Docks", digest_bytes(TEXT.encode())), score=None, names=NAMES)
FIRMS = tuple(
    {"organisation": number, "representative": number % 40, "facts": int(OrganisationFact.FIRM), "staff": 3}
    for number in (70_000, 70_001)
)
LOST = {"organisation": 70_000, "kind": int(Entry.RULE), "rule": 0, "act": LATE}
ENTRIES = (
    {**LOST, "day": 10, "truth": int(Truth.FALSE), "delta_milli": -9_000, "score_after_milli": 91_000},
    {**LOST, "day": 20, "truth": int(Truth.TRUE), "delta_milli": -3_000, "score_after_milli": 88_000},
)
LISTED = (
    {"organisation": 70_001, "ground": 0, "entry_day": 100, "end_day": 200, "act": LATE, "truth": int(Truth.TRUE)},
)
HELD = ({"organisation": 70_001, "consequence": 0, "start_day": 105, "end_day": 195},)
STOOD = tuple(
    {"organisation": number, "day": day, "score_milli": 0, "lists": int(number == 70_001 and day > 100)}
    for number in (70_000, 70_001)
    for day in (0, 364)
)
NOBODY = tuple({**row, "flags": int(row["flags"]) & ~int(Flag.COVERED), "grade": 0} for row in PANEL)


def view_of(folder, **changed):
    tables = {
        "entries": (), "grades": (), "grade_counts": (), "spells": (), "organisations": FIRMS,
        "organisation_entries": ENTRIES, "organisation_listings": LISTED, "organisation_spells": HELD,
        "organisation_panel": STOOD, **changed,
    }  # fmt: skip
    return view_run(write_harbour(folder / "run", manifest=DOCKS, scheme_text=TEXT, **tables))


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return view_of(tmp_path_factory.mktemp("docks"), panel=NOBODY)


def test_what_records_took_from_firms_is_told_by_their_truth(view):
    (section,) = [one for one in view.page.sections if one.id == "organisations"]
    tables = {table.title: table.rows for table in section.tables}
    assert tables["Causes of loss, in points"] == (("late-returns", "tax-return-late", "forbids it", 3.0, 9.0, 0.0, 2),)
    assert tables["Causes of listing, in days on lists"] == (
        ("tax-case", "tax-return-late", "forbids it", 100.0, 0.0, 0.0, 1),
    )
    assert tables["Consequences in force"] == (("shut-out", 1, 90),)


def test_a_page_on_firms_alone_does_not_count_residents_to_nought(view):
    assert covers_nobody(view.summary)
    head, *others = view.page.sections
    assert head.points[0].startswith("No resident is a subject of this scheme")
    assert not any("0 of 0" in text for text in head.points)
    assert {"scores", "who-falls", "causes", "lives"}.isdisjoint({section.id for section in others})


def test_where_residents_are_subjects_both_are_told(tmp_path):
    view = view_of(tmp_path)
    assert not covers_nobody(view.summary)
    assert {"who-falls", "organisations"} <= {section.id for section in view.page.sections}
