"""What acts leave owing, and deeds that were written down and never done: findings from rows worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from glasstown.audit.case import open_case
from glasstown.audit.metrics.dues import what_fell_due
from glasstown.audit.metrics.gamed import logged_falsely
from glasstown.audit.metrics.paired import paired_differences
from glasstown.audit.worlds import open_worlds
from glasstown.ledger.model_dues import DueRow
from glasstown.ledger.model_names import ActRow, SourceRow
from towns import MANIFEST, NONE, write_run

LOAN, FAILED = 128, 129
PEOPLE = tuple({"resident": n, "income_fifth": n % 5} for n in range(40))
NAMES = replace(
    MANIFEST.names,
    acts=(*MANIFEST.names.acts, ActRow(LOAN, "loan"), ActRow(FAILED, "loan-failed")),
    sources=(SourceRow(0, "office", ""), SourceRow(1, "own-word", "")),
    dues=(DueRow(LOAN, "loan", "A small loan", 365, FAILED, -1),),
)


def due(resident, how):
    return {"resident": resident, "day": 0, "act": LOAN, "how": how}


def look(on, truth, fate=0):
    return {"origin": on, "on_resident": on, "source": 1, "act": 11, "truth": truth, "fate": fate}


TABLES = {
    "people": PEOPLE,
    # forty owe; five made it good before, eight when it fell due, two failed: those two of the first and third fifth
    "dues": (*(due(n, 0) for n in range(40)), *(due(n, 1) for n in range(5)), *(due(n, 2) for n in range(20, 28)),
             due(10, 3), due(12, 3)),
    "act_counts": ({"step": 9, "act": FAILED, "done": 2},),
    "sightings": (look(0, 4), look(0, 4), look(1, 4, 3), look(2, 0)),
    "entries": ({"resident": 0, "kind": 0, "truth": 4, "delta_milli": 2_500},
                {"resident": 0, "kind": 1, "truth": 4, "delta_milli": -500},
                {"resident": 2, "kind": 0, "truth": 0, "delta_milli": 9_000}),
    "panel": ({"resident": 0, "day": 364, "flags": 2, "ties_cut": 0b101}, {"resident": 1, "day": 364, "flags": 2}),
}  # fmt: skip


def case_of(tmp_path):
    folder = write_run(tmp_path / "run", replace(MANIFEST, names=NAMES, residents_lived=40), **TABLES)
    write_run(
        folder / "baseline",
        replace(NONE, names=NAMES, residents_lived=40),
        people=PEOPLE,
        dues=(*(due(n, 0) for n in range(20)), *(due(n, 3) for n in range(3)), due(4, 2)),
        panel=({"resident": 0, "day": 364, "ties_cut": 0b1},),
    )
    return open_case(open_worlds(folder))


def test_of_what_fell_due_a_fifth_failed(tmp_path):
    (found,) = what_fell_due(case_of(tmp_path))
    assert (found.slug, found.value, found.n) == ("due.loan", 20.0, 10)
    assert found.table.rows[0] == (1, 8, 1, 2, 1, 4)
    assert (
        "40 came to be owed, 5 of them were made good before their day, 10 fell due and 2 of these failed; 25 are"
        in (found.text)
    )
    assert found.text.endswith(
        "loan-failed happened 2 times in the whole town, 0 times in the world without the scheme; "
        "there 20 came to be owed, 4 fell due and 3 of these failed."
    )


def test_deeds_that_nobody_did_are_counted_with_what_they_brought(tmp_path):
    (found,) = logged_falsely(case_of(tmp_path))
    assert found.value == 3
    assert found.table.rows == (("own-word", "charity-gift", 3, 2, 2),)
    assert "on the word of 2 residents; they brought +2.5 points in 1 movements" in found.text


def test_friendships_that_lapsed_are_counted_beside_the_world_without_the_scheme(tmp_path):
    found = next(one for one in paired_differences(case_of(tmp_path)) if one.slug == "friendships-lapsed")
    assert found.value is not None
    assert found.value > 0, "two lapsed, one without the scheme"
