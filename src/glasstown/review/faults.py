"""Faults of what a reader asks of the review, or writes into a file for it: what, where, why and how to mend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from glasstown.scheme.words import meant, quoted
from glasstown.vocab.errors import Diagnostic, Span

WHY: Final = {
    "REV001": "a code names one rule for good, so a code that nothing has cannot be what was meant",
    "REV002": "a pack is the law of one place as read on one day",
    "REV003": "what is let pass without a reason cannot be judged by whoever reads it later",
    "REV004": "a remedy is an edit of a file of your own; shipped schemes say what is documented",
}
"""Why each fault is one, by code."""


def unknown_code(code: str, known: Iterable[str], where: str = "", span: Span | None = None) -> Diagnostic:
    """A code that no rule has."""
    fix = meant(code, known, "codes of rules")
    return Diagnostic("REV001", f"there is no rule {quoted(code)}", WHY["REV001"], fix, span, where=where)


def unknown_pack(name: str, known: Iterable[str]) -> Diagnostic:
    """A pack that is not there."""
    fix = meant(name, known, "packs")
    return Diagnostic("REV002", f"there is no law pack {quoted(name)}", WHY["REV002"], fix, where="--pack")


def no_reason(span: Span) -> Diagnostic:
    """An allowance that does not say why."""
    fix = "write `# allow: CODE because …` with the reason"
    return Diagnostic("REV003", "an allowance gives no reason", WHY["REV003"], fix, span)


def no_file_of_yours(scheme: str) -> Diagnostic:
    """A remedy asked for in a shipped scheme."""
    fix = f"write it out with `glasstown check {scheme} --canonical > mine.toml`, then review ./mine.toml --fix"
    message = f"{quoted(scheme)} is a shipped scheme and is not changed"
    return Diagnostic("REV004", message, WHY["REV004"], fix, where="--fix")
