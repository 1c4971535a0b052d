"""What would have spared a resident, as a section of the page of a life."""

from __future__ import annotations

from typing import Final

from glasstown.audit.life.fallen import SPARED
from glasstown.report.contract import Section, TableView
from glasstown.report.lives.view import NOT_ASKED
from glasstown.studies.single_changes import Single
from glasstown.studies.spared import Spared

MOST_SETS: Final = 12
"""Sets that a page tells; JSON has all."""

_TITLE: Final = "What would have spared this resident"
_IN_MODEL: Final = (
    "Each set was lived in a world with the same people and the same luck, or is decided by one that was. It says what "
    "the decisions hung on in the model; it says nothing about what anybody should have done, for true records stand "
    "among false ones."
)


def spared_section(found: Spared | None) -> Section:
    """The section; where nobody asked, one line that says how to."""
    if found is None:
        return Section("spared", _TITLE, (f"{_sentence(NOT_ASKED)}.",), is_brief=True)
    if not found.has_fallen:
        text = (f"{_sentence(found.reason or '')}.", f"The definition: {SPARED}.")
        return Section("spared", _TITLE, text, is_brief=True)
    tables = (_table(found),) if found.sets else ()
    text = (headline(found), *_tried(found), _IN_MODEL, f"The definition: {SPARED}.")
    return Section("spared", _TITLE, text, tables=tables, is_brief=True)


def headline(found: Spared) -> str:
    """What was found, in a sentence or two."""
    if not found.sets:
        return _nothing(found)
    size, number = len(found.sets[0]), len(found.sets)
    of = "one change" if size == 1 else f"{size} changes together"
    if not found.is_smallest:
        return f"In the model, a small set of {of} would have spared them; a smaller one was not ruled out."
    if size > found.tried:
        return (
            f"In the model, a small set of {of} would have spared them. No fewer would have, and other sets of {size} "
            "were not tried."
        )
    if number == 1:
        return f"In the model, {of} would have spared them, and no other set of as few or fewer."
    return f"In the model, any one of {number} sets would have spared them: {of} each, and no set of fewer."


def _nothing(found: Spared) -> str:
    if not found.singles:
        return f"In the model, nothing of this kind would have spared them: {found.reason}."
    size, number = found.tried, len(found.singles)
    tried = f"every set of up to {size} of {number}" if size else f"none of {number} alone"
    if number <= size:
        tried = "that change" if number == 1 else f"every set of {number}"
    whole = "" if number <= size else ", and all of them together"
    return f"In the model, nothing of this kind would have spared them. Tried was {tried}{whole}."


def _tried(found: Spared) -> tuple[str, ...]:
    said = [f"{_sentence(found.reason)}."] if found.reason and found.singles else []
    if found.singles:
        kinds = [(sum(one.kind == kind for one in found.singles), words) for kind, words in _KINDS]
        parts = [f"{number:,} {words}" for number, words in kinds if number]
        said.append(f"Tried were, in {_count(found.worlds, 'world')}: {', '.join(parts)}.")
    said += [f"Not among them: {'; '.join(found.left_out)}."] if found.left_out else []
    return tuple(said)


_KINDS: Final = (
    ("sighting", "without a look and its record"),
    ("tie", "without a tie"),
    ("upheld", "with a refused appeal upheld"),
)


def _table(found: Spared) -> TableView:
    shown = found.sets[:MOST_SETS]
    rows = [
        (f"{number}", f"{one.day:,}", one.says, _command(one))
        for number, some in enumerate(shown, 1) for one in some
    ]  # fmt: skip
    rest = len(found.sets) - len(shown)
    note = f"{rest:,} more are told by --json." if rest else ""
    heads = ("set", "day", "what would be otherwise", "as glasstown pair takes it")
    return TableView("Sets", heads, tuple(rows), note)


def _command(one: Single) -> str:
    return f"{one.to_plain()['option']} {one.text}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
