"""What is wrong with what a change adds: unknown words, residents and groups, and appeals that are heard already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from glasstown.scheme.appealed import APPEALS, hears_its_own
from glasstown.simulate.plan import RunRequest
from glasstown.vocab.change import ADDED, ADDITIONS, Change, Part, part_of
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.overridden import ATTRIBUTES, LABEL, UPHELD, label_in, number_in
from glasstown.vocab.watching import GROUP_NAMES
from glasstown.vocab.wording import meant, quoted

WITH: Final = "--with"
_EXAMPLES: Final = {
    UPHELD: " with a number that `glasstown life RUN NUMBER` tells",
    LABEL: ", such as label:12=minority-a, or label:*=majority for everybody",
    ATTRIBUTES: ", such as attributes:12=minority-a, or attributes:*=majority for everybody",
}


def addition_faults(request: RunRequest) -> Iterator[Diagnostic]:
    """Everything about what a change adds that cannot be lived, in the order in which it is written."""
    for text in request.change.added:
        yield from _of_addition(text, request)
    yield from _two_groups(request.change)


def _of_addition(text: str, request: RunRequest) -> Iterator[Diagnostic]:
    word, part, where = text.partition(":")[0], part_of(text), f"{WITH} {text}"
    if word not in ADDED:
        fix = meant(word, (one.form for one in ADDITIONS), "changes")
        yield Diagnostic("WIF-addition", f"{quoted(text)} is nothing that can be added", "it is named by its word",
                         fix, where=where)  # fmt: skip
    elif part is None or not _is_written(part):
        yield Diagnostic(
            "WIF-form", f"{quoted(text)} is not how this change is written",
            f"{word} {_names(word)}", f"write {ADDED[word].form}{_EXAMPLES.get(word, '')}", where=where,
        )  # fmt: skip
    elif request.scheme is None:
        yield Diagnostic("WIF-nothing", f"{quoted(text)} would change nothing", "this is the world without a scheme",
                         "name a run that lives under a scheme", where=where)  # fmt: skip
    elif word == APPEALS and hears_its_own(request.scheme):
        yield Diagnostic("WIF-appeals", "this scheme hears appeals already", "its file says who files them",
                         "name an appeal that was refused, as in upheld:N, or another change", where=where)  # fmt: skip
    elif word in {LABEL, ATTRIBUTES} and (label := label_in(part.name)) and label[0] >= request.people:
        yield Diagnostic("WIF-resident", f"there is no resident {label[0]:,}", "a group is put on one of this town",
                         f"name a resident from 0 to {request.people - 1:,}, or *", where=where)  # fmt: skip


def _names(word: str) -> str:
    if word in {LABEL, ATTRIBUTES}:
        return f"names a resident and one of the groups {', '.join(GROUP_NAMES)}"
    return "names the record that the appeal is against" if ADDED[word].named else "stands alone"


def _is_written(part: Part) -> bool:
    if part.word == UPHELD:
        return number_in(part.name) is not None
    return part.word not in {LABEL, ATTRIBUTES} or label_in(part.name) is not None


def _two_groups(change: Change) -> Iterator[Diagnostic]:
    """Refuse two groups for one resident."""
    for word in (LABEL, ATTRIBUTES):
        whom = Counter(name.partition("=")[0] for name in sorted(change.named(word)) if label_in(name))
        for who in (who for who, times in whom.items() if times > 1):
            yield Diagnostic("WIF-group", f"{word}:{who} names more than one group", "a resident is of one group",
                             "name one of them", where=f"{WITH} {word}:{who}")  # fmt: skip
