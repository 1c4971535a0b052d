"""What is wrong with a change: unknown causes and names, days outside the run, and what would change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.behaviours.responses.catalogue import RESPONSE_IDS
from glasstown.compiled.untied import ties_asked_about
from glasstown.scheme.model import Scheme
from glasstown.scheme.switched import TABLES, names_in
from glasstown.scheme.untied import kinds_in
from glasstown.simulate.addition_faults import addition_faults
from glasstown.simulate.plan import PlanError, RunRequest
from glasstown.vocab.change import CAUSES, EVERY, SWITCHED, Cause, Part, part_of
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.overridden import ATTRIBUTES, LABEL, MOST, SIGHTING, TIE, UPHELD, ends_of, number_in
from glasstown.vocab.tie_kinds import ASSOCIATION, KINDS, TIES_WORD
from glasstown.vocab.wording import meant, quoted

WITHOUT: Final = "--without"
FROM_DAY: Final = "--from-day"
_EXAMPLES: Final = {
    SIGHTING: " with a number that `glasstown life RUN NUMBER` tells", TIE: ", such as tie:12-345, of two residents"
}
"""How addresses are written, of which no file has a list."""


def check_change(request: RunRequest) -> None:
    """Refuse a change that cannot be lived.

    Raises:
        PlanError: with every fault of the change, each with what there is.
    """
    if faults := change_faults(request):
        raise PlanError(faults)


def change_faults(request: RunRequest) -> tuple[Diagnostic, ...]:
    """Everything about a change that cannot be lived, in the order in which it is written."""
    change = request.change
    faults = [fault for text in change.without for fault in _of_cause(text, request)]
    faults += addition_faults(request)
    named = sum(len(change.named(word)) for word in (SIGHTING, TIE, UPHELD, LABEL, ATTRIBUTES))
    if named > MOST:
        faults.append(
            Diagnostic("WIF-addresses", f"{named} single addresses are too many",
                       f"one world can be otherwise at {MOST}", f"name at most {MOST}, or a cause of all of them",
                       where=WITHOUT)
        )  # fmt: skip
    day = change.from_day
    if type(day) is not int or not 0 <= day < request.days:
        faults.append(
            Diagnostic(
                "WIF-day", f"day {day} is no day of this run",
                "a second world can part from the first on any day that both live",
                f"name a day from 0 to {request.days - 1:,}; it is rounded up to the first day of a step",
                where=FROM_DAY,
            )
        )  # fmt: skip
    return tuple(faults)


def _of_cause(text: str, request: RunRequest) -> Iterator[Diagnostic]:
    """What is wrong with one cause."""
    word = text.partition(":")[0]
    part = part_of(text)
    where = f"{WITHOUT} {text}"
    if word not in SWITCHED:
        yield _fault("WIF-cause", f"{quoted(text)} is nothing that can be switched off", where,
                     "a cause is switched off by its word",
                     meant(word, (one.form for one in CAUSES), "causes"))  # fmt: skip
    elif part is None or not _is_address(part):
        yield _wrongly_written(text, SWITCHED[word], request, where)
    elif request.scheme is None:
        yield _fault("WIF-nothing", f"nothing is there to be switched off by {quoted(text)}", where,
                     "this is the world without a scheme", "name a run that lives under a scheme")  # fmt: skip
    else:
        yield from _unknown(part, request.scheme, where)


def _wrongly_written(text: str, cause: Cause, request: RunRequest, where: str) -> Diagnostic:
    known = names_of_kind(cause.word, request.scheme)
    example = f", such as {cause.word}:{known[0]}" if known else _EXAMPLES.get(cause.word, "")
    return _fault(
        "WIF-form", f"{quoted(text)} is not how this cause is written", where,
        f"{cause.word} {'names one of its kind' if cause.named else 'stands alone'}", f"write {cause.form}{example}",
    )  # fmt: skip


def _unknown(part: Part, scheme: Scheme, where: str) -> Iterator[Diagnostic]:
    """A name that the scheme does not have."""
    if part.word == ASSOCIATION and not ties_felt(scheme):
        yield _fault("WIF-association", "nothing of this scheme is felt by others", where,
                     "it passes no points on, hits nobody for somebody else, and asks about nobody's ties",
                     "name another cause")  # fmt: skip
    known = names_of_kind(part.word, scheme)
    is_there = part.name in known or (part.name == EVERY and bool(known))
    if not SWITCHED[part.word].named or part.word in {SIGHTING, TIE} or is_there:
        return
    kind, kinds, why = part.word, f"{part.word}s", "a cause is named as the scheme names it"
    if part.word == TIES_WORD:
        kind, kinds, why = "kind of ties", "ties of this scheme", "along other ties nothing of it is felt"
    yield _fault(
        f"WIF-{part.word}", f"there is no {kind} {quoted(part.name)}", where, why, meant(part.name, known, kinds),
    )  # fmt: skip


def names_of_kind(word: str, scheme: Scheme | None) -> tuple[str, ...]:
    """Every name that may stand behind the word of a cause; none for a word that stands alone."""
    if word == "response":
        return RESPONSE_IDS
    if word == TIES_WORD:
        return ties_felt(scheme) if scheme else ()
    return names_in(scheme, word) if scheme and word in TABLES else ()


def _is_address(part: Part) -> bool:
    """Whether a part names an address as it is written, where its kind is one of addresses."""
    if part.word == SIGHTING:
        return number_in(part.name) is not None
    return part.word != TIE or ends_of(part.name) is not None


def ties_felt(scheme: Scheme) -> tuple[str, ...]:
    """Kinds of ties along which anything of a scheme is felt by others."""
    felt = kinds_in(scheme) | ties_asked_about(scheme)
    return tuple(kind for kind in KINDS if kind in felt)


def _fault(code: str, what: str, where: str, why: str, fix: str) -> Diagnostic:
    return Diagnostic(code, what, why, fix, where=where)
