"""One life as one HTML file: opens offline, prints, fetches nothing, needs no script."""

from __future__ import annotations

from pathlib import Path

from glasstown.ledger.durable import write_whole
from glasstown.report.figures.one_life import one_life
from glasstown.report.html import render
from glasstown.report.lives.page import life_page
from glasstown.report.lives.view import LifeView


def write_life(view: LifeView, path: Path) -> Path:
    """Write a life as one HTML file; returns where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, life_html(view).encode())
    return path


def life_html(view: LifeView) -> str:
    """The page of a life with its picture."""
    figure = one_life(view.life.ledger, view.life.resident)
    return render(life_page(view), (figure,) if figure else ())
