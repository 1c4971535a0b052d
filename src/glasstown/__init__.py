"""Glasstown: a laboratory of social credit schemes, run on a society of people who do not exist.

    import glasstown as gt

    scheme = gt.read_scheme(gt.find_scheme("suining-2010"))
    outcome = gt.live(gt.RunRequest(scheme, people=10_000, days=365, step_days=7, seed=1,
                                    start=date(2020, 1, 1), out=Path("runs/mine")))
    findings = gt.assess(gt.open_worlds(outcome.folder))
    entries = gt.open_run(outcome.folder).table("entries")      # a polars frame

Names are fetched when they are asked for: importing the package loads neither Numba nor polars.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOME = {
    "find_scheme": ("glasstown.scheme.library", "find"),
    "read_scheme": ("glasstown.scheme.read", "read_scheme"),
    "parse_scheme": ("glasstown.scheme.read", "parse_scheme"),
    "load_society": ("glasstown.society.spec", "load_spec"),
    "build_society": ("glasstown.society.build", "build"),
    "check_society": ("glasstown.society.check", "check"),
    "RunRequest": ("glasstown.simulate.plan", "RunRequest"),
    "live": ("glasstown.simulate.run", "live"),
    "resume": ("glasstown.simulate.run", "resume"),
    "open_run": ("glasstown.ledger.reader", "open_run"),
    "open_worlds": ("glasstown.audit.worlds", "open_worlds"),
    "Change": ("glasstown.vocab.change", "Change"),
    "life": ("glasstown.report.lives.view", "life"),
    "whole_life": ("glasstown.report.lives.view", "whole_life"),
    "pair": ("glasstown.studies.pair", "pair"),
    "Lockstep": ("glasstown.studies.lockstep", "Lockstep"),
    "cone": ("glasstown.studies.cone", "cone"),
    "spared": ("glasstown.studies.spared", "spared"),
    "attribute": ("glasstown.studies.attribution", "attribute"),
    "assess": ("glasstown.audit.catalogue", "assess"),
    "view_run": ("glasstown.report.build", "view_run"),
    "write_report": ("glasstown.report.build", "write_report"),
}
"""Public names: where each lives, and what it is called there."""


def __getattr__(name: str) -> Any:
    """Fetch a public name from its room."""
    if name not in _HOME:
        message = f"glasstown has no {name!r}; it has {', '.join(_HOME)}"
        raise AttributeError(message)
    room, attribute = _HOME[name]
    return getattr(import_module(room), attribute)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(_HOME)
