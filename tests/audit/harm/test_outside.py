"""What an outsider sees beside what is so: six numbers worked by hand, and what gives none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.harm.hand_worlds import GIFT, PEOPLE, PERSONS, RED, counts_of, parts_of, twice, why_not, world
from glasstown.audit.harm import seen_conduct, seen_errors, seen_loss, seen_loss_matched, seen_meaning, seen_untrue
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import HEADINGS, THEMES
from glasstown.audit.harm.outside import OUTSIDE
from glasstown.scheme.library import SCHEMES
from glasstown.vocab.codes import Entry, Fate, Flag, Outcome, Truth
from towns import MANIFEST

LAST = 364


def act(resident):
    return {"resident": resident, "act": RED, "outcome": Outcome.DONE, "day": 10}


def record(on, *, true=True, fate=Fate.RECORDED, due=20, of=RED):
    truth = Truth.TRUE if true else Truth.LOGGED_FALSELY
    return {"on_resident": on, "origin": on, "act": of, "truth": truth, "fate": fate, "due_day": due}


def panel(before, after):
    """Everybody scored on two days, with what is left of their incomes in sixty-fourths."""
    return [
        {"resident": n, "day": day, "score_milli": 900_000, "grade": 1, "flags": Flag.COVERED, "income_share": share(n)}
        for day, share in ((0, before), (LAST, after))
        for n in range(PEOPLE)
    ]


def test_each_tells_itself_as_a_harm_does():
    assert [one.code for one in OUTSIDE] == [f"O{n:02}" for n in range(1, len(OUTSIDE) + 1)]
    assert not {one.slug for one in OUTSIDE} & {one.slug for one in HARMS}
    for metric in OUTSIDE:
        assert list(metric.text) == list(HEADINGS)
        assert metric.theme in THEMES
        assert metric.shown_by in SCHEMES


CONFUSION = {
    **{f"innocent/{way}/{slug}": n for way, n in (("true", 40), ("on-record", 50)) for slug in seen_conduct.MINORITIES},
    **{f"innocent-punished/{way}/{slug}": n for way, n in (("true", 8), ("on-record", 1))
       for slug in seen_conduct.MINORITIES},
    **{f"punished/{way}/{slug}": 20 for way in ("true", "on-record") for slug in seen_conduct.MINORITIES},
    **{f"punished-did/{way}/{slug}": n for way, n in (("true", 12), ("on-record", 19))
       for slug in seen_conduct.MINORITIES},
}  # fmt: skip
ALL_GROUPS = CONFUSION | {
    name.replace("minority-a", "majority"): n for name, n in CONFUSION.items() if name.endswith("minority-a")
}


def test_a_false_record_makes_the_innocent_guilty_on_paper():
    """Of 120 innocents 24 are punished; of 150 without a record 3; 36 of the 60 punished did it, 57 are on record."""
    found = seen_errors.measure(ALL_GROUPS)
    assert found.value == pytest.approx(24 / 120 - 3 / 150)
    assert parts_of(found) == pytest.approx({"true": 0.2, "on-record": 0.02, "gap-true": 0, "gap-on-record": 0})
    meaning = seen_meaning.measure(ALL_GROUPS)
    assert meaning.value == pytest.approx(57 / 60 - 36 / 60)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Residents 0 to 29 did it, 20 to 39 are on record; what was missed, late, or of a lawful act is on none."""
    sightings = [record(n, true=n < 30) for n in range(20, 40)]
    sightings += [record(50, fate=Fate.MISSED), record(51, due=LAST + 1), record(52, of=GIFT)]
    entries = [
        {"resident": n, "kind": Entry.RULE, "delta_milli": -50_000, "truth": record(0, true=n < 30)["truth"]}
        for n in range(20, 60)
    ]
    entries += [{"resident": 1, "kind": Entry.RULE, "delta_milli": 50_000, "truth": Truth.LOGGED_FALSELY}]
    return world(
        tmp_path_factory.mktemp("outside") / "run", MANIFEST, acts=[act(n) for n in range(30)], sightings=sightings,
        entries=entries, panel=panel(lambda _: 64, lambda n: 64 - n % 5),
        without={"panel": panel(lambda _: 64, lambda _: 62)},
    )  # fmt: skip


def test_who_is_on_record_is_whom_a_record_that_arrived_names(case):
    counts = counts_of(seen_errors, case)
    slugs = [name.rpartition("/")[2] for name in counts if name.startswith("innocent/true/")]
    assert sum(counts[f"innocent/true/{slug}"] for slug in slugs) == PEOPLE - 30
    assert sum(counts[f"innocent/on-record/{slug}"] for slug in slugs) == PEOPLE - 20


def test_an_error_is_known_where_an_appeal_struck_it_out(case):
    """Forty debits, thirty untrue; without appeals none is known. Of what is given nobody appeals."""
    counts = counts_of(seen_untrue, case)
    assert counts == {"decisions": 40, "untrue": 30, "known": 0}
    assert seen_untrue.measure(counts).value == pytest.approx(0.75)
    assert seen_untrue.measure({**counts, "known": 12}).value == pytest.approx(0.45)
    assert seen_untrue.measure({"decisions": 3, "untrue": 3, "known": 0}).reason


def test_a_group_that_is_watched_more_looks_worse_than_it_is():
    """Minority A does as much per head as the majority and is on record twice as often; of B too little is known."""
    counts = {
        "residents/majority": 1000, "true/majority": 500, "on-record/majority": 100,
        "residents/minority-a": 200, "true/minority-a": 100, "on-record/minority-a": 40,
        "residents/minority-b": 100, "true/minority-b": 60, "on-record/minority-b": 20,
    }  # fmt: skip
    found = seen_conduct.measure(counts)
    assert found.value == pytest.approx(2)
    assert parts_of(found)["true-minority-a"] == pytest.approx(1)
    assert parts_of(found)["on-record-minority-b"] is None


def test_acts_and_records_are_counted_by_group(case):
    counts = counts_of(seen_conduct, case)
    assert sum(n for name, n in counts.items() if name.startswith("true/")) == 30
    assert sum(n for name, n in counts.items() if name.startswith("on-record/")) == 20


def test_difference_in_differences_beside_the_truth():
    """The punished go from 0.9 to 0.8, the spared from 1 to 0.95; without the scheme the punished would be at 0.83."""
    counts = {
        "punished/residents": 100, "punished/before": 90, "punished/after": 80, "punished/without": 83,
        "spared/residents": 400, "spared/before": 400, "spared/after": 380, "spared/without": 400,
    }  # fmt: skip
    found = seen_loss.measure(counts)
    assert parts_of(found) == pytest.approx({"true": -0.03, "estimated": -0.05})
    assert found.value == pytest.approx(-0.02)
    assert seen_loss.measure(twice(counts)).value == pytest.approx(-0.02)
    assert "spared" in str(seen_loss.measure(counts | {"spared/residents": 3}).reason)


def test_incomes_are_those_of_the_first_and_last_day_and_of_the_other_world(case):
    counts = counts_of(seen_loss, case)
    everybody = {when: sum(counts[f"{who}/{when}"] for who in seen_loss.WHO) for when in seen_loss.WHEN}
    assert everybody == pytest.approx({"before": PEOPLE, "after": PEOPLE * 62 / 64, "without": PEOPLE * 62 / 64})


def test_matching_takes_the_mean_of_those_exactly_alike(case, monkeypatch):
    """Resident 0 and 45 are alike in all that is matched upon; whoever has no equal is left out."""
    import polars as pl

    rows = pl.DataFrame({
        "resident": [0, 1, 2, 3], "is_punished": [True, False, False, True], "after": [0.5, 0.9, 0.7, 0.1],
        "without": [0.75, 1.0, 1.0, 1.0], "group": [0, 0, 0, 1], **dict.fromkeys(seen_loss_matched.ALIKE[1:], [0] * 4),
    })  # fmt: skip
    monkeypatch.setattr(seen_loss_matched, "incomes", lambda _: rows)
    counts = counts_of(seen_loss_matched, case)
    assert counts == pytest.approx({"matched": 1, "unmatched": 1, "after": 0.5, "alike": 0.8, "without": 0.75})
    found = seen_loss_matched.measure({name: 40 * n for name, n in counts.items()})
    assert parts_of(found) == pytest.approx({"true": -0.25, "estimated": -0.3, "no-match": 40})


def test_without_a_pair_or_a_scheme_there_is_no_estimate_and_a_reason(tmp_path):
    alone = world(tmp_path / "run", replace(MANIFEST), people=PERSONS)
    assert why_not(seen_loss, alone)
    assert why_not(seen_loss_matched, alone)
