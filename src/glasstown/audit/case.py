"""One case to audit: the worlds, the subjects with what they are, and what the scheme did to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from glasstown.audit.books import read_books
from glasstown.audit.causes import judged
from glasstown.audit.endings import terms_where
from glasstown.audit.graded import days_graded
from glasstown.audit.terms import terms_of
from glasstown.audit.worlds import Worlds
from glasstown.vocab.codes import AGE_BANDS, Flag
from glasstown.vocab.units import DAYS_IN_YEAR

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
    rows = [judged(book, where(book.resident) if where else None, graded) for book in books]
    return pl.DataFrame(rows, schema=_PUNISHED_SCHEMA, orient="row")
