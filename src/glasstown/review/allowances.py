"""Allowances: `# allow: CODE because …` in a comment, for the line it stands on, or for the table below it.

A comment behind a line is for that line. One on a line of its own is for the next line; if that is the header of a
table, or the comment stands behind a header, it is for the whole table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node

from glasstown.review.faults import no_reason, unknown_code
from glasstown.vocab.errors import Diagnostic, InputFaultsError, Span
from glasstown.vocab.places import Lines, parse_tree

_FORM: Final = re.compile(r"^#\s*allow:\s*(?P<codes>[A-Za-z0-9, ]*?)(?:\s+because\b[:\s]*(?P<why>.*))?$")
_ALLOWS: Final = re.compile(r"^#\s*allow\s*:")


@dataclass(frozen=True, slots=True)
class Allowance:
    """Codes that may fail on some lines of a file, and why."""

    codes: tuple[str, ...]
    reason: str
    first: int
    last: int
    span: Span

    def covers(self, code: str, span: Span | None) -> bool:
        """Whether it is about a finding at a place."""
        return span is not None and code in self.codes and self.first <= span.line <= self.last


def read_allowances(text: str, file: str, known: tuple[str, ...]) -> tuple[Allowance, ...]:
    """Every allowance of a text.

    Raises:
        InputFaultsError: with every allowance that gives no reason or names no rule.
    """
    lines = Lines(file, text.encode(errors="replace"))
    faults: list[Diagnostic] = []
    found: list[Allowance] = []
    for node in _comments(parse_tree(lines.data)):
        words = (node.text or b"").decode(errors="replace").strip()
        if not _ALLOWS.match(words):
            continue
        span, match = lines.span(node), _FORM.match(words)
        codes = tuple(one for one in re.split(r"[,\s]+", match["codes"] if match else "") if one)
        reason = (match["why"] or "").strip() if match else ""
        faults += [unknown_code(code, known, span=span) for code in codes or ("",) if code not in known]
        faults += [] if reason else [no_reason(span)]
        first, last = _lines_of(lines, span)
        found.append(Allowance(codes, reason, first, last, span))
    if faults:
        raise InputFaultsError(tuple(faults))
    return tuple(found)


def _comments(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            yield node
        waiting += reversed(node.children)


def _lines_of(lines: Lines, span: Span) -> tuple[int, int]:
    """The first and last line that an allowance is for."""
    line, end = span.line, len(lines.starts)
    if not span.source_line[: span.column - 1].strip():  # alone on its line: for what comes next
        line += 1
        while line < end and lines.text(line).strip()[:1] in {"", "#"}:
            line += 1
    if not lines.text(line).lstrip().startswith("["):
        return line, line
    last = line + 1
    while last <= end and not re.match(r"\s*\[+[A-Za-z]", lines.text(last)):
        last += 1
    return line, last - 1
