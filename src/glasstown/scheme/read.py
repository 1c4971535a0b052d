"""Read a scheme file: all faults at once, or a frozen scheme. The only way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK
from typing import TypeAlias

from glasstown.scheme.build import build_scheme
from glasstown.scheme.canonical import canonical_of
from glasstown.scheme.check_acts import check_acts
from glasstown.scheme.check_agree import check_agreement
from glasstown.scheme.check_business import check_business
from glasstown.scheme.check_caps import check_caps
from glasstown.scheme.check_children import check_children
from glasstown.scheme.check_consent import check_consent
from glasstown.scheme.check_dated import check_dated
from glasstown.scheme.check_dues import check_dues
from glasstown.scheme.check_favour import check_favour
from glasstown.scheme.check_formulas import check_formulas
from glasstown.scheme.check_holders import check_holders
from glasstown.scheme.check_index import check_index
from glasstown.scheme.check_inferences import check_inferences
from glasstown.scheme.check_limits import check_limits
from glasstown.scheme.check_listed import check_listed
from glasstown.scheme.check_lists import check_lists
from glasstown.scheme.check_meaning import check_meaning
from glasstown.scheme.check_meters import check_meters
from glasstown.scheme.check_names import check_names
from glasstown.scheme.check_organisations import check_organisations
from glasstown.scheme.check_peer import check_peer
from glasstown.scheme.check_points import check_points
from glasstown.scheme.check_politics import check_politics
from glasstown.scheme.check_process import check_process
from glasstown.scheme.check_quantities import check_quantities
from glasstown.scheme.check_ranks import check_ranks
from glasstown.scheme.check_reach import check_reach
from glasstown.scheme.check_recipients import check_recipients
from glasstown.scheme.check_refit import check_refit
from glasstown.scheme.check_repairs import check_repairs
from glasstown.scheme.check_returns import check_returns
from glasstown.scheme.check_scores import check_scores
from glasstown.scheme.check_starts import check_starts
from glasstown.scheme.check_ties import check_ties
from glasstown.scheme.check_votes import check_votes
from glasstown.scheme.check_without_effect import check_without_effect
from glasstown.scheme.citations import library_citations
from glasstown.scheme.echoes import without_echoes
from glasstown.scheme.faults import fault
from glasstown.scheme.fill_kinds import fill_kinds
from glasstown.scheme.model import Scheme
from glasstown.scheme.named_numbers import put_numbers
from glasstown.scheme.sheet import MOST_FAULTS, Reading
from glasstown.scheme.tables import Sheets, read_tables
from glasstown.scheme.take_over import still_named, take_over
from glasstown.scheme.text import LARGEST_BYTES, parse_document, refuse_too_large
from glasstown.scheme.watchfulness import Watchfulness, watchfulness_as_read
from glasstown.vocab.errors import Diagnostic, InputFaultsError, Span
from glasstown.vocab.societies import SOCIETIES, SOCIETY_FILES

Limits: TypeAlias = Callable[[tuple[Watchfulness, ...]], tuple[Diagnostic, ...]]
"""What a room above knows of limits: the faults of what the sources of a file say of how closely they look."""


def read_scheme(source: Path, limits: Limits | None = None) -> Scheme:
    """Read the scheme file at `source`.

    Args:
        source: the file.
        limits: further limits to hold the file against; what they find is told with its other faults, also where
            parts of the file could not be read.

    Raises:
        InputFaultsError: with every fault of the file, each with its place, its reason and what to do.
    """
    return parse_scheme_bytes(_bytes_of(source), str(source), limits)


def parse_scheme(text: str, name: str = "scheme.toml") -> Scheme:
    """Read a scheme from its text; `name` stands for the file in diagnostics.

    Raises:
        InputFaultsError: with every fault of the text.
    """
    return parse_scheme_bytes(text.encode(errors="surrogatepass"), name)


def parse_scheme_bytes(data: bytes, name: str, limits: Limits | None = None) -> Scheme:
    """Read a scheme from the bytes of a file; `limits` as for `read_scheme`.

    Raises:
        InputFaultsError: with every fault of the file.
    """
    written = parse_document(data, name)
    document, faults_of_base = take_over(written)
    document = fill_kinds(document)
    reading = Reading(document, [*faults_of_base])
    sheets = read_tables(reading)
    put_numbers(reading, sheets)
    _check(reading, sheets)
    if limits:
        reading.faults += limits(watchfulness_as_read(reading.document, sheets))
    found = without_echoes(reading)
    faults = tuple(sorted((*still_named(written, found), *found), key=_in_text))
    if any(one.severity == "error" for one in faults):
        raise InputFaultsError(_at_most(faults))
    if document.merged:
        document = replace(document, text=canonical_of(document.values))
    return build_scheme(document, sheets, faults)


def society_named(source: Path | None) -> str:
    """The society that a scheme file asks to be lived in; "" where it names none, or cannot be read.

    What is wrong with the file is told where it is read.
    """
    if source is None:
        return ""
    try:
        document, _ = take_over(parse_document(_bytes_of(source), str(source)))
    except InputFaultsError:
        return ""
    head = document.values.get("scheme")
    named = head.get("society") if isinstance(head, dict) else None
    return named if isinstance(named, str) and named in (*SOCIETIES, *SOCIETY_FILES) else ""


def _check(reading: Reading, sheets: Sheets) -> None:
    check_names(reading, sheets, library_citations())
    check_acts(reading, sheets)
    check_business(reading, sheets)
    check_dues(reading, sheets)
    check_scores(reading, sheets)
    check_starts(reading, sheets)
    check_children(reading, sheets)
    check_ranks(reading, sheets)
    check_returns(reading, sheets)
    check_meaning(reading, sheets)
    check_lists(reading, sheets)
    check_points(reading, sheets)
    check_caps(reading, sheets)
    check_repairs(reading, sheets)
    check_dated(reading, sheets)
    check_agreement(reading, sheets)
    check_favour(reading, sheets)
    check_ties(reading, sheets)
    check_index(reading, sheets)
    check_refit(reading, sheets)
    check_formulas(reading, sheets)
    check_listed(reading, sheets)
    check_meters(reading, sheets)
    check_quantities(reading, sheets)
    check_inferences(reading, sheets)
    check_process(reading, sheets)
    check_consent(reading, sheets)
    check_recipients(reading, sheets)
    check_politics(reading, sheets)
    check_votes(reading, sheets)
    check_peer(reading, sheets)
    check_organisations(reading, sheets)
    check_holders(reading, sheets)
    check_reach(reading, sheets)
    check_without_effect(reading, sheets)
    check_limits(reading, sheets)


def _at_most(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    if len(faults) <= MOST_FAULTS:
        return faults
    errors = [one for one in faults if one.severity == "error"][:MOST_FAULTS]
    message = f"{len(faults) - len(errors):,} more faults are not shown"
    return (*errors, fault("SCH007", message, "mend those above first", errors[-1].span))


def _in_text(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)


def _refuse_unless_file(source: Path) -> None:
    """Raise where no regular file stands at a path: opening a pipe would wait for its writer for ever."""
    mode = source.stat().st_mode
    if not S_ISREG(mode):
        words = ((S_ISDIR, "a folder"), (S_ISFIFO, "a pipe"), (S_ISSOCK, "a socket"))
        kind = next((word for is_one, word in words if is_one(mode)), "a device")
        raise ValueError(f"it is {kind}, not a file")


def _bytes_of(source: Path) -> bytes:
    try:
        _refuse_unless_file(source)
        with source.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
            if len(data) > LARGEST_BYTES:  # the rest is not read; how much it is says the file system
                refuse_too_large(max(source.stat().st_size, len(data)), str(source))
            return data
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        what = f"the scheme file cannot be read: {reason}"
        fix = "give the path of a scheme file that you may read, or the id of a shipped scheme"
        place = Span(str(source), 1, 1, 2)
        raise InputFaultsError((fault("SCH001", what, fix, place),)) from None
