"""The headline of a run: what it shows, in sentences that are computed, each from the findings."""

from __future__ import annotations

from glasstown.audit.contract import Finding
from glasstown.audit.listings import punishing_lists
from glasstown.report.contract import Section
from glasstown.report.drawn_shares import shares_denied
from glasstown.report.organisations import covers_nobody, graded
from glasstown.report.rows import finding_table
from glasstown.report.summary import Summary
from glasstown.report.weakest import known_words
from glasstown.scheme.model import Scheme
from glasstown.vocab.change import Change

PAIRED = ("months-out-of-work", "late-bills", "need-days")

_PUNISHED = ("punished", "punished-own-acts", "punished-for-states", "punished-wrongly", "punished-through-others",
             "punished-by-rank")  # fmt: skip
_REST = ("wrongful-days", "denied-attempts")
_HOW_NEAR = ("lost-points", "burdened", "score-lowest", "harm-below")
_ORGANISED = (
    "organisations-listed", "organisations-graded-down", "connected-firms", "contracts-moved", "firms-held-back",
    "harmed-by-organisations", "bound-through-organisations",
)  # fmt: skip
_NOBODY = "No resident is a subject of this scheme, and none was punished: it is about firms and governments."
_UNDONE = ("held-back", "opinion-differs", "places-lost")


def headline(summary: Summary, scheme: Scheme | None) -> Section:
    """What the run shows, in sentences.

    Args:
        summary: the audited run.
        scheme: the scheme that ran, which says how well each consequence is known; None without one.
    """
    counted = _found(summary, (*_PUNISHED, *_REST))
    table = finding_table("Punished", (*counted, *summary.under("punished-by."), *summary.under("wrongful-days.")))
    told = (*_found(summary, (*_UNDONE, *_ORGANISED, *PAIRED, "harms", "acts-that-differ")),)
    if covers_nobody(summary):
        points, tables = [_NOBODY], ()
        told = (*_found(summary, _ORGANISED), *graded(summary), *_found(summary, (*PAIRED, "harms")))
    else:
        points, tables = [*_of_the_punished(summary, scheme), *_texts(summary, ("fell",))], (table,)
    points += [finding.text for finding in told if finding.value is not None]
    return Section(
        "headline",
        "In the model",
        (*_differs(summary), *_switched_off(summary), *_kept(summary)),
        points=(*points, *why_nothing_followed(summary)),
        tables=tables,
        is_brief=True,
    )


def why_nothing_followed(summary: Summary) -> tuple[str, ...]:
    """Why lives do not differ although somebody was punished, where no attempt was denied; else nothing."""
    punished, denied = summary.finding("punished"), summary.finding("denied-attempts")
    if punished is None or denied is None or not punished.value or denied.value != 0:
        return ()
    same = [finding.title.lower() for finding in _found(summary, PAIRED) if finding.value == 0]
    if not same:
        return ()
    denies, worsens = _met(summary)
    why = (
        "nobody who was punished attempted what was denied them, so no attempt was denied"
        if denies
        else "nothing was denied to anybody"
    )
    if not worsens:
        return (f"No difference in {', '.join(same)}: {why} and nothing could follow from it.",)
    worse = _each_of([f'"{name}"' for name in worsens])
    text = (
        f"No difference in {', '.join(same)}: {why}. Worse terms work without a denial; those of {worse} made no "
        "difference to these in this run."
    )
    return (text,)


def _met(summary: Summary) -> tuple[bool, tuple[str, ...]]:
    """Of what residents met: whether anything denied them something, and the names of what made something worse."""
    met = {one.slug.removeprefix("punished-by.") for one in summary.under("punished-by.") if one.value}
    rows = [row for row in summary.worlds.scheme.manifest.names.consequences if row.id in met]
    worse = tuple(row.id for row in rows if any(level < 0 for level in row.degree.values()))
    return any(row.deny for row in rows), worse


def _of_the_punished(summary: Summary, scheme: Scheme | None) -> tuple[str, ...]:
    """How many were punished, through what, why, and for how long; or that nobody could be."""
    names = summary.worlds.scheme.manifest.names
    consequences = names.consequences
    listing = {row.list for row in names.grounds} & punishing_lists(names)
    if scheme is not None and not listing and not any(row.harms for row in consequences):
        what = "no consequence that denies anything" if consequences else "no consequence"
        return (f"The scheme has {what}: nobody can be punished.",)
    through = _through_what(summary, scheme) if scheme else ()
    return (*_texts(summary, _PUNISHED), *through, *_how_near(summary), *_texts(summary, _REST), *_shares(summary))


def _how_near(summary: Summary) -> tuple[str, ...]:
    """How near anybody came to being punished, where nobody was; else nothing."""
    punished = summary.finding("punished")
    if punished is None or punished.value != 0:
        return ()
    return tuple(one.text for one in _found(summary, _HOW_NEAR) if one.value is not None)


def _shares(summary: Summary) -> tuple[str, ...]:
    """Of which denied acts only a share is drawn."""
    return (text,) if (text := shares_denied(summary)) else ()


def _through_what(summary: Summary, scheme: Scheme) -> tuple[str, ...]:
    """Which consequence reached how many, how well it is known, and which reached nobody."""
    punished = summary.finding("punished")
    if punished is None or not punished.value:
        return ()
    known = known_words(scheme)
    alike: dict[tuple[str, str], list[str]] = {}
    unmet: list[str] = []
    for finding in summary.under("punished-by."):
        name = finding.slug.removeprefix("punished-by.")
        if not finding.value:
            unmet.append(f'"{name}"')
            continue
        number = f"all {finding.value:,}" if finding.value == punished.value else f"{finding.value:,}"
        mark = f", {known[name]}" if name in known else ""
        alike.setdefault((number, mark), []).append(f'"{name}"')
    reached = [f"{number} through {_each_of(names)}{mark}" for (number, mark), names in alike.items()]
    text = "; ".join([*reached, *([f"nobody met {' or '.join(unmet)}"] if unmet else [])])
    return (f"{text[:1].upper()}{text[1:]}.",) if text else ()


def _each_of(names: list[str]) -> str:
    """Several consequences that reached the same number, so that the number stands once."""
    return names[0] if len(names) == 1 else f"each of {', '.join(names[:-1])} and {names[-1]}"


def _differs(summary: Summary) -> tuple[str, ...]:
    """In what this world was made to differ from another run."""
    change = summary.worlds.scheme.manifest.change
    if change is None or not (change.without or change.added):
        return ()
    words = Change(change.without, change.from_day, change.added).words
    return (
        f"This world was lived to be held against another run: {words}. The text of the scheme says nothing of it.",
    )


def _switched_off(summary: Summary) -> tuple[str, ...]:
    """Which responses of residents were switched off, in both worlds."""
    if "response:*" in summary.worlds.scheme.manifest.without:
        return ("All responses of residents were switched off in this run.",)
    names = [name.removeprefix("response:") for name in summary.worlds.scheme.manifest.without]
    return (f"Responses of residents switched off in this run: {', '.join(names)}.",) if names else ()


def _kept(summary: Summary) -> tuple[str, ...]:
    """Whose rows the counts rest on, where it is not everybody."""
    kept = summary.worlds.scheme.manifest.kept
    if kept.rule == "all":
        return ()
    return (f"Counts of the punished and of who falls rest on a keyed sample of {kept.residents:,} residents.",)


def _found(summary: Summary, slugs: tuple[str, ...]) -> tuple[Finding, ...]:
    """The findings of some addresses, in their order."""
    return tuple(finding for slug in slugs if (finding := summary.finding(slug)) is not None)


def _texts(summary: Summary, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """What some findings say."""
    return tuple(finding.text for finding in _found(summary, slugs))
