"""Reach: how many a scheme touched at all, and how near the scores of residents came to where harm begins.

*Lost points*: the score was lowered at least once, by a rule, by points of others, by stars, by what is so of somebody,
or as it was worked out anew. What a limit kept out, what ended by itself and what went back to the start lowers nothing
here. *Denied or charged something*: punished, refused at least one attempt, or without a place that they would have
had; so a scheme that only rewards can cost somebody something. *Rewarded*: at least one day under what favours or makes
better. The edge is the least score of the grade above the best one from which harm follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, found, undefined
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.ledger.model_scores import GradeRow, ScoreFacts
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Entry, Outcome

RESIDENTS, POINTS = "residents", "points"
MILLI: Final = 1000
LOWERS: Final = tuple(int(kind) for kind in (
    Entry.RULE, Entry.ASSOCIATION, Entry.STATE, Entry.PEER, Entry.REFRESH, Entry.QUANTITY
))  # fmt: skip
"""Kinds of movements by which a scheme takes points from somebody."""

REFUSED: Final = (int(Outcome.DENIED), int(Outcome.LOOKED_UP))
"""What became of attempts that a consequence blocked."""

_WITHOUT: Final = "this is the world without a scheme"
_TITLES: Final = (
    ("lost-points", "Residents who lost points"),
    ("burdened", "Denied or charged something"),
    ("rewarded", "Rewarded"),
)

_ENDS: Final = (
    ("score-lowest", "Lowest score of anybody"),
    ("score-highest", "Highest score of anybody"),
    ("harm-below", "Score below which harm begins"),
    ("reward-from", "Score from which rewards begin"),
)


def reach(case: Case) -> tuple[Finding, ...]:
    """Whom the scheme touched, and for each score of residents its ends and where harm and reward begin."""
    n, manifest = case.people.height, case.worlds.scheme.manifest
    if not case.has_scheme:
        return tuple(undefined(slug, title, RESIDENTS, n, _WITHOUT) for slug, title in _TITLES)
    scores = manifest.resident_scores
    of_each = [_words_of(score) if len(scores) > 1 else "" for score in scores]
    ends = [finding for code, score in enumerate(scores) for finding in _of_score(case, code, score, of_each[code])]
    if not scores:
        reason = "the scheme keeps no score of residents"
        ends = [undefined(slug, title, POINTS, n, reason) for slug, title in _ENDS]
    return (_lost(case, n), _burdened(case, n), _rewarded(case, n), *ends)


def _lost(case: Case, n: int) -> Finding:
    """Residents whose score something lowered."""
    (slug, title), *_ = _TITLES
    entries = case.worlds.scheme.table("entries")
    count = entries.filter(pl.col("kind").is_in(LOWERS) & (pl.col("delta_milli") < 0))["resident"].n_unique()
    return found(slug, title, count, RESIDENTS, n, f"The score of {count:,} residents was lowered at least once.")


def _burdened(case: Case, n: int) -> Finding:
    """Residents whom the scheme cost something: a punishment, a refused attempt, or a place."""
    slug, title = _TITLES[1]
    ledger = case.worlds.scheme
    refused = set(ledger.table("blocked").filter(pl.col("outcome").is_in(REFUSED))["resident"])
    without = set(ledger.table("places_given").filter(pl.col("won") == 0)["resident"])
    punished = set(case.punished["resident"])
    total = len(punished | refused | without)
    text = (
        f"{total:,} residents were denied or charged something because of the scheme: {len(punished):,} stood on a "
        f"list that punishes or under what denies or makes worse, {len(refused):,} were refused an attempt, "
        f"{len(without):,} lost a place."
    )
    return found(slug, title, total, RESIDENTS, n, text)


def _rewarded(case: Case, n: int) -> Finding:
    """Residents who were under something that favours or makes better."""
    slug, title = _TITLES[2]
    ledger = case.worlds.scheme
    better = [row.code for row in ledger.manifest.names.consequences if _rewards(row)]
    spells = ledger.table("spells").filter(pl.col("end_day") > pl.col("start_day"))
    count = spells.filter(pl.col("consequence").is_in(better))["resident"].n_unique()
    text = f"{count:,} residents were under something that favours or makes better on at least one day."
    return found(slug, title, count, RESIDENTS, n, text)


def _rewards(row: ConsequenceRow) -> bool:
    """Whether a consequence gives something, or makes something better."""
    return row.favour != 0 or any(level > 0 for level in row.degree.values())


def _words_of(score: ScoreFacts) -> str:
    """A score as a sentence speaks of it where there are several."""
    return f'Of "{score.title or score.id}": '


def _of_score(case: Case, code: int, score: ScoreFacts, of_which: str) -> list[Finding]:
    """The ends of one score as lived, and the edges of what follows from its grades."""
    ledger, n = case.worlds.scheme, case.people.height
    names = ledger.manifest.names
    grades = [row for row in names.grades if row.score == code]
    low, high = _ends(ledger, code, score)
    harm = _edge(grades, [row for row in names.consequences if row.harms], low=True)
    reward = _edge(grades, [row for row in names.consequences if _rewards(row)], low=False)
    about = (
        f"The lowest score of anybody was {_points(low)}, the highest {_points(high)}; "
        f"everybody started at {_points(score.start_milli)}."
    )
    values = (low, high, harm, reward)
    edges = (f"Harm begins below {_points(harm)}.", f"Rewards begin at {_points(reward)}.")
    texts = [of_which + (text[:1].lower() + text[1:] if of_which else text) for text in (about, about, *edges)]
    reasons = ("", "", _why_no_harm(case, grades), "no reward follows from a grade that begins somewhere")
    suffix, of = (f".{score.id}", f" (score {score.id})") if code else ("", "")
    return [
        undefined(slug + suffix, title + of, POINTS, n, reason)
        if value is None
        else found(slug + suffix, title + of, value / MILLI, POINTS, n, text)
        for (slug, title), value, text, reason in zip(_ENDS, values, texts, reasons, strict=True)
    ]


def _points(milli: int | None) -> str:
    """Points as a sentence says them."""
    return "" if milli is None else f"{milli / MILLI:,.10g}"


def _ends(ledger: Ledger, code: int, score: ScoreFacts) -> tuple[int, int]:
    """The lowest and the highest reading of a score that any kept resident had at some time, in thousandths."""
    after = ledger.table("entries").filter(pl.col("score") == code)["score_after_milli"]
    ends = [score.start_milli, *(end for end in (after.min(), after.max()) if isinstance(end, int))]
    read = [min(max(end, score.low_milli), score.high_milli) for end in ends]
    return min(read), max(read)


def _edge(grades: Sequence[GradeRow], rows: Sequence[ConsequenceRow], *, low: bool) -> int | None:
    """The least score of the last grade before the first of these, or, not `low`, of the last of these."""
    places = [place for place, grade in enumerate(grades) if any(row.grade == grade.code for row in rows)]
    if not places:
        return None
    place = places[0] - 1 if low else places[-1]
    return grades[place].at_least_milli if place >= 0 else None


def _why_no_harm(case: Case, grades: Sequence[GradeRow]) -> str:
    """Why there is no edge below which harm begins."""
    names = case.worlds.scheme.manifest.names
    harming = [row for row in names.consequences if row.harms]
    if any(row.grade == grade.code for row in harming for grade in grades):
        return "harm follows from the best grade as well"
    if names.grounds or any(row.list is not None for row in harming):
        return "what harms follows from a list, and not from this score"
    if harming:
        return "what harms follows from another score, and not from this one"
    if names.consequences:
        return "the scheme takes nothing from anybody and makes nothing worse, whatever the score"
    return "nothing follows from the scheme"
