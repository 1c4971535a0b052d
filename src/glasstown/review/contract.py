"""What a rule of the review answers: one of four verdicts, with a place, a reason and, where there is one, a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FAILS: Final = "fails"
MISSING: Final = "missing-field"
NEEDS: Final = "needs-outcome"
PASSES: Final = "passes"

VERDICTS: Final = {
    FAILS: "fails",
    MISSING: "cannot tell: field missing",
    NEEDS: "cannot tell: needs an outcome, or a person",
    PASSES: "passes this check",
}
"""The four verdicts, worst first, with the words in which they are printed. There is no fifth."""

SEVERITIES: Final = {
    "B": "blocker: on its face what a prohibition describes",
    "S": "serious",
    "M": "moderate",
    "N": "note",
}
"""How much a finding weighs, heaviest first."""

STATUSES: Final = ("preview", "stable", "retired")
"""How settled a rule is. The code of a retired rule is never given to another."""

NOT_ADVICE: Final = (
    "Not legal advice. A check reads the text of a scheme and nothing else; whether a law is broken, courts decide."
)
"""Stands on every output and every page."""


@dataclass(frozen=True, slots=True)
class At:
    """A place in a scheme: table, name of the thing, and key ("" for its header)."""

    table: str
    id: str = ""
    key: str = ""

    def __str__(self) -> str:
        """The place in the words of the file, such as `rule "petition".gravity`."""
        name = f'{self.table} "{self.id}"' if self.id else f"[{self.table}]"
        return f"{name}.{self.key}" if self.key else name


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the text.

    `what` is "set" (a key to `value`, as TOML), "drop-key", "drop-item" (`value` out of a list), "drop-table", or
    "add-table" (`value` is the text of it, put at the end).
    """

    what: str
    at: At
    value: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A proposed edit of the text, in words and as edits. `deletes`: what it takes out, or ""."""

    text: str
    edits: tuple[Edit, ...]
    deletes: str = ""

    def __str__(self) -> str:
        """The words; a deletion is called one."""
        return f"{self.text} (a deletion: {self.deletes})" if self.deletes else self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule says of one place. `field` names the key that is missing; `settle` what would settle the question."""

    verdict: str
    at: At
    message: str
    remedy: Remedy | None = None
    field: At | None = None
    settle: str = ""


def fails(at: At, message: str, remedy: Remedy | None = None, settle: str = "") -> Answer:
    """The text fails the check at a place."""
    return Answer(FAILS, at, message, remedy, None, settle)


def missing(field: At, message: str) -> Answer:
    """The file is silent where the check has to read: `field` is the key that would be needed."""
    return Answer(MISSING, field, f"{field} is not given: {message}", None, field, f"whoever knows the scheme: {field}")


def needs(at: At, message: str, settle: str) -> Answer:
    """The text alone does not decide; `settle` names the figure or the person that would."""
    return Answer(NEEDS, at, message, None, None, settle)
