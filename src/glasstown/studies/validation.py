"""The whole table of published figures against the model: what is lived for which rows, one scheme after the other.

Nothing is fitted here. What is missed is told as missed, and what the model has nothing of with the reason.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from glasstown.ledger.reader import Ledger, open_run
from glasstown.scheme.library import find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import Progress, RunRequest, check_request
from glasstown.simulate.run import live
from glasstown.studies import court_list_targets as court
from glasstown.studies import score_measures as of
from glasstown.studies.published import published
from glasstown.studies.society_events import check_society
from glasstown.studies.text_figures import read_off_texts
from glasstown.studies.verdicts import UNDEFINED, Checked, compared, judged, not_modelled, with_town_to_tell
from glasstown.vocab.units import DAYS_IN_YEAR

STEP_DAYS: Final = 7
SOCIETY: Final = "china-2020"
SOCIETY_PEOPLE: Final = 1_000_000

NO_VERDICT: Final = {
    "T36": "the rules of that city are not published by name, so no scheme of the library holds them",
    "T41": "who joins that scheme goes by no year of birth: everybody of 18 joins at one assumed rate",
    "T42": "anybody of 18 can join that scheme, online or not, at a rate that is assumed: there is no share to test",
}
"""Figures of which the model has nothing, and why."""

OF_A_CITY: Final = (
    "by the model's own rates the highest of 13 million is some 119 after a year and 134 after five (docs/targets.md)"
)
"""Worked out beside the program, as no city of that size can be lived."""

ANOTHER_CITY: Final = "the highest of {units:,} residents is not the highest of a whole city"


@dataclass(frozen=True, slots=True)
class Town:
    """One run that rows are measured in: how many live, how long, from which date, beside which other world."""

    scheme: str
    people: int
    days: int
    start: date
    baseline: str
    rows: Callable[[Ledger, str], Iterable[Checked]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for of every run: residents (None: each its own number), seed and threads."""

    people: int | None = None
    seed: int = 1
    threads: int = 1
    on_progress: Callable[[Progress], None] | None = None
    should_stop: Callable[[], bool] | None = None


def _of_court(ledger: Ledger, lived: str) -> Iterable[Checked]:
    """T01 to T30 and T67, but for what the model has nothing of."""
    return (judged(target, lived) for target in court.court_targets(ledger) if target.id not in NO_VERDICT)


def _of_suzhou(ledger: Ledger, lived: str) -> Iterable[Checked]:
    """T31 and T33. The highest score of a small town can be too high for a city, and says nothing otherwise."""
    found = of.highest_score(ledger)
    highest = compared("T31", found, lived, OF_A_CITY)
    if highest.verdict != UNDEFINED and (highest.modelled or 0) <= highest.figure.high:
        highest = replace(highest, verdict=UNDEFINED, reason=ANOTHER_CITY.format(units=found.units))
    yield highest
    yield compared("T33", of.share_below(ledger, published()["T32"].value), lived)


def _of_rongcheng(ledger: Ledger, lived: str) -> Iterable[Checked]:
    """T35, T37 and T45."""
    yield compared("T35", of.share_in_best_grades(ledger), lived)
    yield compared("T37", of.penalties_rural_to_urban(ledger), lived)
    yield compared("T45", of.share_aware(ledger), lived)


def _of_sesame(ledger: Ledger, lived: str) -> Iterable[Checked]:
    """T40. Members are those whom the scheme scores: who has joined, and not left."""
    yield compared("T40", of.share_with(ledger, published()["T43"].value), lived)


def _of_flensburg(ledger: Ledger, lived: str) -> Iterable[Checked]:
    """T65, with what is left of it after eighteen months."""
    later = of.change_of_offences(ledger, *of.FADED)
    said = "" if later.value is None else f"in months 19 to 24: {later.value:+.3f}, noise {later.noise:.3f}"
    yield compared("T65", of.change_of_offences(ledger, *of.HALF_YEAR), lived, said)


def _of_corporate(ledger: Ledger, lived: str) -> Iterable[Checked]:
    """T66, from the five years to the end of 2018 in which lists were joined."""
    yield compared("T66", of.firms_ever_listed(ledger), lived)


TOWNS: Final = (
    Town("court-list", 400_000, court.DAYS, court.OPENED, "none", _of_court),
    Town("suzhou-osmanthus", 100_000, DAYS_IN_YEAR, date(2016, 1, 1), "none", _of_suzhou),
    Town("rongcheng-2016", 100_000, 5 * DAYS_IN_YEAR, date(2014, 1, 1), "none", _of_rongcheng),
    Town("sesame", 100_000, 4 * DAYS_IN_YEAR, date(2015, 1, 1), "none", _of_sesame),
    Town("flensburg", 100_000, 2 * DAYS_IN_YEAR, date(2014, 5, 1), "full", _of_flensburg),
    Town("corporate", 100_000, 5 * DAYS_IN_YEAR, date(2014, 1, 1), "none", _of_corporate),
)
"""What is lived, in order; the society without a scheme is lived last."""


def validate(wish: Wish) -> tuple[Checked, ...]:
    """Hold the model against every published figure.

    Raises:
        PlanError: no town has so many residents.
        KeyboardInterrupt: it was asked to stop.
    """
    for town in TOWNS:  # whatever cannot be lived is told before anything is
        check_request(_request(town, None, Path(), wish))
    rows = [not_modelled(id, reason) for id, reason in NO_VERDICT.items()]  # noqa: A001  the word of the list
    rows += read_off_texts()
    for town in TOWNS:
        rows += _lived(town, wish)
    rows += _society(wish)
    order = {id: number for number, id in enumerate(published())}  # noqa: A001  likewise
    return tuple(sorted(rows, key=lambda row: order[row.figure.id]))


def _lived(town: Town, wish: Wish) -> list[Checked]:
    """Live one town and measure it."""
    with tempfile.TemporaryDirectory(prefix="glasstown-") as folder:
        request = _request(town, read_scheme(find(town.scheme)), Path(folder) / town.scheme, wish)
        if live(request, on_progress=_named(wish, town.scheme), should_stop=wish.should_stop).stopped:
            raise KeyboardInterrupt
        pair = ", and without it" if town.baseline == "full" else ""
        lived = f"{request.people:,} residents, {town.days:,} days from {town.start.isoformat()}{pair}"
        return [with_town_to_tell(row, request.people) for row in town.rows(open_run(request.out), lived)]


def _society(wish: Wish) -> list[Checked]:
    """T47 to T64: the society as drawn, and a year of it without a scheme."""
    people = wish.people or SOCIETY_PEOPLE
    targets = check_society(
        SOCIETY,
        people=people,
        seed=wish.seed,
        threads=wish.threads,
        on_progress=_named(wish, "no scheme", baseline="no scheme"),
        should_stop=wish.should_stop,
    )
    lived = f"{people:,} residents, {DAYS_IN_YEAR} days without a scheme"
    return [with_town_to_tell(judged(target, lived), people) for target in targets]


def _request(town: Town, scheme: Scheme | None, out: Path, wish: Wish) -> RunRequest:
    return RunRequest(scheme, wish.people or town.people, town.days, STEP_DAYS, wish.seed, town.start, out,
                      threads=wish.threads, baseline=town.baseline)  # fmt: skip


def _named(wish: Wish, name: str, *, baseline: str = "") -> Callable[[Progress], None] | None:
    """Progress under the name of what is lived, since one run follows another."""
    show = wish.on_progress
    if show is None:
        return None
    words = {"scheme": name, "baseline": baseline or f"{name}, without it"}
    return lambda progress: show(replace(progress, world=words[progress.world]))
