"""From a run folder to its page: opens both worlds, audits them, reads the scheme that ran."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from glasstown.audit.worlds import open_worlds
from glasstown.ledger.durable import write_whole
from glasstown.report.contract import Page
from glasstown.report.page import run_page
from glasstown.report.summary import Summary, Timings, summarise
from glasstown.scheme.read import parse_scheme

REPORT_FILE = "report.html"


@dataclass(frozen=True, slots=True)
class RunView:
    """The one view model of a run: the audited numbers, and the page that shows them."""

    summary: Summary
    page: Page


def view_run(folder: Path, timings: Timings | None = None) -> RunView:
    """Open, check and audit a run folder.

    Raises:
        RunFolderError: the folder or its paired world is missing, unfinished, damaged or touched.
        PairError: the two worlds are no pair.
    """
    worlds = open_worlds(folder)
    text = worlds.scheme.scheme_text()
    scheme = parse_scheme(text, str(folder / "scheme.toml")) if text else None
    summary = summarise(worlds, timings, scheme)
    return RunView(summary, run_page(summary, scheme))


def write_report(view: RunView, path: Path | None = None) -> Path:
    """Write the report of a run as one HTML file.

    Args:
        view: the view of the run.
        path: where to; by default `derived/report.html` inside the run folder, outside its seal.

    Returns:
        The file that was written.
    """
    from glasstown.report.html import render_html  # noqa: PLC0415  drawing is slow to load and seldom asked for

    target = path or view.summary.worlds.scheme.derived() / REPORT_FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, render_html(view.page, view.summary).encode())
    return target
