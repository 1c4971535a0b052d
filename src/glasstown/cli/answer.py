"""Every verb's way out: the answer on standard output, faults on standard error, an exit code.

0 ok · 1 faults in the input or a failed check · 2 usage · 3 a run failed · 130 stopped.
"""

from __future__ import annotations

import functools
import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, ParamSpec

import typer

from glasstown.cli.options import Format
from glasstown.vocab.errors import Diagnostic, GlasstownError, InputFaultsError
from glasstown.vocab.wording import shown

P = ParamSpec("P")

FAILED: Final = 3
STOPPED: Final = 130


def wants_json(chosen: StrEnum, as_json: bool) -> bool:
    """Whether the answer is one JSON object."""
    return as_json or str(chosen) == Format.JSON.value


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object on one line, the last of standard output."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    typer.echo("".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in text))


def guarded(verb: Callable[P, None]) -> Callable[P, None]:
    """Let a verb end with an exit code and words for people, never with a traceback."""

    @functools.wraps(verb)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        is_json = wants_json(options.get("format", Format.TEXT), bool(options.get("json")))  # pyright: ignore[reportArgumentType]  both are options of every verb
        try:
            verb(*arguments, **options)
        except typer.Exit:
            raise
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  nothing may end in a traceback
            raise typer.Exit(tell(error, is_json=is_json)) from None

    return run


def tell(error: BaseException, *, is_json: bool) -> int:
    """Say what went wrong, in words for people; returns the exit code."""
    if isinstance(error, KeyboardInterrupt):
        typer.echo("stopped", err=True)
        return STOPPED
    if isinstance(error, BrokenPipeError):  # the reader of a pipe went away, as `head` does
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  lives until the program ends
        return 0
    known = _known(error)
    _print_error(known, is_json=is_json)
    return known.exit_code


def _known(error: BaseException) -> GlasstownError:
    """Any failure as one that says what, where, why and what to do."""
    if isinstance(error, GlasstownError):
        return error
    if isinstance(error, MemoryError):
        return GlasstownError("the machine has not enough memory for this run", fix="ask for fewer --people")
    if isinstance(error, OSError):
        where = str(error.filename) if error.filename else ""
        return GlasstownError(error.strerror or str(error), where=where, why="the operating system refused it")
    return _unexpected(error)


def _print_error(error: GlasstownError, *, is_json: bool) -> None:
    """Print an error: for people on standard error, for programs as the last line of standard output."""
    from glasstown.cli.layout import columns_of, folded  # noqa: PLC0415  likewise
    from glasstown.scheme.render import render_json, render_text  # noqa: PLC0415  a good answer needs no faults

    faults = error.diagnostics if isinstance(error, InputFaultsError) else ()
    text = render_text(faults) if faults else describe(error)
    typer.echo(folded(text, columns_of(sys.stderr)), err=True)
    if len(faults) > 1:  # one fault is told by its block alone, several end with how many there are
        typer.echo(f"\nerror: {_how_many(faults)}", err=True)
    if is_json:
        parts = {"what": error.what, "where": error.where, "why": error.why, "fix": error.fix}
        print_json({"error": parts | {"exit_code": error.exit_code, "diagnostics": render_json(faults)}})


def _how_many(faults: Sequence[Diagnostic]) -> str:
    """Faults and warnings in numbers."""
    wrong = sum(one.severity == "error" for one in faults)
    counts = ((wrong, "fault"), (len(faults) - wrong, "warning"))
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts if number)


def describe(error: GlasstownError) -> str:
    """An error in up to four lines: what, where, why, and what to do."""
    lines = [f"error: {error.what}"]
    parts = (("where", error.where), ("why", error.why), ("fix", error.fix))
    return shown("\n".join(lines + [f"  {name}: {text}" for name, text in parts if text]))


def _unexpected(error: BaseException) -> GlasstownError:
    """A fault of ours: keep the traceback in a file, name it, and say how to report it."""
    import tempfile  # noqa: PLC0415  needed once in a blue moon

    text = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile("w", prefix="glasstown-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(f"glasstown {' '.join(sys.argv[1:])}\n\n{text}")
    return GlasstownError(
        f"Glasstown failed in a way nobody foresaw: {type(error).__name__}: {error}",
        where=file.name,
        why="this is a fault of the program, not of your input",
        fix="open an issue of the project with the command you typed and that file",
    )
