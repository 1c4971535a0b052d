"""One case to audit: the worlds, the subjects with what they are, and what the scheme did to each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

import polars as pl

from glasstown.audit.books import Book, read_books
from glasstown.audit.denied import denied_by_score
from glasstown.audit.endings import terms_where
from glasstown.audit.graded import days_graded, while_graded
from glasstown.audit.replayed import Replay
from glasstown.audit.spans import Spans, days_in, days_in_both, merge
from glasstown.audit.terms import Terms, terms_of
from glasstown.audit.worlds import Worlds
from glasstown.vocab.codes import AGE_BANDS, Flag
from glasstown.vocab.units import DAYS_IN_YEAR

OWN: Final = "own"
WRONGLY: Final = "wrongly"
THROUGH_OTHERS: Final = "through-others"
BY_RANK: Final = "by-rank"

_ByScore: TypeAlias = Mapping[int, Spans]

_PUNISHED_SCHEMA: Final = {
    "resident": pl.UInt32,
    "cause": pl.String,
    "denied_days": pl.Int64,
    "wrongful_days": pl.Int64,
    "is_replayed": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Case:
    """What every metric reads.

    `people` holds one row per kept resident: the columns of the table, `age_band` at day 0, and
    `is_subject` (scored on some day of the panel), and `has_fallen` (came into a worse grade at least once).
    `punished` holds one row per punished resident: why,
    days denied, days denied that the true entries alone would not have brought, and whether the replay
    of all entries gives the days of the ledger.
    """

    worlds: Worlds
    people: pl.DataFrame
    punished: pl.DataFrame

    @property
    def subjects(self) -> int:
        """Kept residents whom the scheme covered at some time."""
        return int(self.people["is_subject"].sum())

    @property
    def has_scheme(self) -> bool:
        """Whether this is the world of a scheme, and not the one without."""
        return self.worlds.scheme.manifest.scheme is not None

    def punished_people(self) -> pl.DataFrame:
        """The subjects with their punishment; columns of `punished` are null for the others."""
        return self.people.filter("is_subject").join(self.punished, on="resident", how="left")


def open_case(worlds: Worlds) -> Case:
    """Read what all metrics share, and replay the books of the punished once."""
    return Case(worlds, _people(worlds), _punished(worlds))


def _people(worlds: Worlds) -> pl.DataFrame:
    """The kept residents with age band and whether they were subjects.

    Where the first score has grades a subject is whoever had one; else whoever the scheme covers.
    """
    is_covered = (pl.col("flags") & int(Flag.COVERED)) > 0
    is_graded = pl.col("grade") > 0
    covered = (
        worlds.scheme.table("panel")
        .filter(is_graded if _of_first_score(worlds) else is_covered)
        .select("resident")
        .unique()
        .with_columns(is_subject=True)
    )
    age = (-pl.col("birth_day")).floordiv(DAYS_IN_YEAR)
    band = pl.lit(len(AGE_BANDS) - 1)
    for number, (_, last) in reversed(tuple(enumerate(AGE_BANDS))):
        band = pl.when(age <= last).then(pl.lit(number)).otherwise(band)
    worse = (pl.col("from_grade") > 0) & (pl.col("to_grade") > pl.col("from_grade"))
    fallen = worlds.scheme.table("grades").filter(worse).select("resident").unique().with_columns(has_fallen=True)
    people = worlds.scheme.table("people").with_columns(age_band=band)
    for marked in (covered, fallen):
        people = people.join(marked, on="resident", how="left")
    return people.with_columns(pl.col("is_subject", "has_fallen").fill_null(value=False))


def _of_first_score(worlds: Worlds) -> bool:
    """Whether the first score is one of all residents, and has grades."""
    manifest = worlds.scheme.manifest
    score = manifest.resident_score
    is_everybodys = score is not None and score.of == "resident"
    return is_everybodys and any(row.score == 0 for row in manifest.names.grades)


def _punished(worlds: Worlds) -> pl.DataFrame:
    """One row per punished resident."""
    manifest = worlds.scheme.manifest
    terms = terms_of(manifest)
    where = terms_where(worlds.scheme, terms) if terms else None
    books = read_books(worlds.scheme, terms)
    graded = days_graded(worlds.scheme)
    rows = [_judge(book, where(book.resident) if where else None, graded) for book in books]
    return pl.DataFrame(rows, schema=_PUNISHED_SCHEMA, orient="row")


def _judge(book: Book, terms: Terms | None, graded: Mapping[int, Spans]) -> tuple[int, str, int, int, bool]:
    """Why one resident was punished, and for how many days without a true ground.

    For own acts where the true entries alone reach a grade that harms, or a true ground lists the resident;
    else through others where points that others share, true ones too, reach it, or the true entries or a true ground of
    somebody else's in the household do; else by rank, where a rank reaches it, for a rank is not worked out anew
    without untrue records and no cause is told of it; else wrongly.
    """
    own, through, is_replayed = book.listed, book.through, True
    own_told, through_told = own, through
    if terms is not None and book.is_graded:
        by_own, by_true, by_all = _denied(book, terms)
        own_grades, true_grades, as_lived = (_days(each, book, graded) for each in (by_own, by_true, by_all))
        own_by_scores, true_by_scores = (_days(each, book, graded, terms.ranks()) for each in (by_own, by_true))
        own_told, through_told = merge((*own, *own_by_scores)), merge((*through, *true_by_scores))
        own, through = merge((*own, *own_grades)), merge((*through, *true_grades))
        is_replayed = days_in_both(book.graded, as_lived) == days_in(book.graded)
        is_replayed = is_replayed and (bool(terms.held_up) or as_lived == book.graded)
    denied = days_in(book.denied)
    wrongful = denied - days_in_both(book.denied, merge((*own, *through)))
    causes = ((OWN, own_told), (THROUGH_OTHERS, through_told), (BY_RANK, merge((*own, *through))))
    cause = next((name for name, days in causes if days_in_both(book.denied, days)), WRONGLY)
    return book.resident, cause, denied, wrongful, is_replayed


def _denied(book: Book, terms: Terms) -> tuple[_ByScore, _ByScore, _ByScore]:
    """Days denied by what is true of oneself alone, by what is true, and by what was: worked out once where alike."""
    movements = book.own_movements()
    of_own = book.of_true if movements == book.of_true.movements else Replay(movements)
    of_all = book.of_true if book.movements == book.of_true.movements else Replay(book.movements)
    by_true = denied_by_score(book.of_true, terms, book.first_day, book.truly_on_lists)
    by_own = by_true
    if of_own is not book.of_true:
        by_own = denied_by_score(of_own, terms, book.first_day, book.truly_on_lists)
    return by_own, by_true, denied_by_score(of_all, terms, book.first_day, book.on_lists)


def _days(by_score: _ByScore, book: Book, graded: Mapping[int, Spans], but_for: Collection[int] = ()) -> Spans:
    """Days on which some score harms, but for these, while the resident had a grade."""
    days = merge(chain.from_iterable(spans for code, spans in by_score.items() if code not in but_for))
    return while_graded(days, book.resident, graded)
