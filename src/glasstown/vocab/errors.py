"""Faults: what is wrong, where, why it matters, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text file. Lines and columns start at 1; `end_column` is the first column after it."""

    file: str
    line: int
    column: int
    end_column: int
    source_line: str = ""

    def __str__(self) -> str:
        """Give the place the way editors and compilers write it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of an input: code, place, what is wrong, why, and what to do about it.

    `where` names the place where it is no place in a text, such as an option of the command line.
    """

    code: str
    message: str
    why: str
    fix: str
    span: Span | None = None
    severity: str = "error"
    where: str = ""

    @property
    def place(self) -> str:
        """The place in one line, the way editors and compilers write it; or the option."""
        return str(self.span) if self.span else self.where


class GlasstownError(Exception):
    """A failure that a user can act on: what, where, why, fix. Never shown as a traceback."""

    exit_code = 3

    def __init__(self, what: str, *, where: str = "", why: str = "", fix: str = "") -> None:
        """Keep the four parts apart, so that tests and pages can read them."""
        self.what, self.where, self.why, self.fix = what, where, why, fix
        super().__init__(what)


class InputFaultsError(GlasstownError):
    """An input file has faults. Carries all of them, in the order of the text."""

    exit_code = 1

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep every diagnostic; the message names how many there are."""
        self.diagnostics = diagnostics
        number = len(diagnostics)
        noun = "fault" if number == 1 else "faults"
        super().__init__(f"{number} {noun} in the input", fix="mend the places named and run `glasstown check` again")


class RunFolderError(GlasstownError):
    """A run folder is missing, damaged, touched, unfinished, or of another kind than asked for."""

    exit_code = 1


class PairError(GlasstownError):
    """Two worlds cannot be compared: other people, other luck, or another step length."""

    exit_code = 1


class SocietyError(GlasstownError):
    """A society specification cannot be built."""

    exit_code = 1
