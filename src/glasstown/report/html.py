"""One self-contained HTML file: opens offline, fetches nothing, needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from glasstown.report.cells import cell_text
from glasstown.report.contract import Figure, Page
from glasstown.report.figures.catalogue import FIGURES
from glasstown.report.figures.style import to_svg
from glasstown.report.summary import Summary


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure with its picture."""

    figure: Figure
    svg: Markup


def render_html(page: Page, summary: Summary) -> str:
    """Render a page with its figures.

    Args:
        page: what `report.page.run_page` built.
        summary: the audited run, from which the figures are drawn.
    """
    wanted = {name for section in page.sections for name in section.figures}
    figures = [draw(summary) for name, draw in FIGURES if name in wanted]
    return render(page, [figure for figure in figures if figure])


def render(page: Page, figures: Sequence[Figure] = ()) -> str:
    """Render a page with the figures that its sections name."""
    # The specification is ours and its texts come from the scheme: Vega escapes them as it draws.
    drawings = {figure.name: Drawing(figure, Markup(to_svg(figure.spec))) for figure in figures}  # noqa: S704
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["cell"] = cell_text
    template = environment.from_string(_resource("report.html.j2"))
    context: dict[str, Any] = {"page": page, "drawings": drawings, "style": Markup(_resource("report.css"))}  # noqa: S704  our own file
    return template.render(context)


def _resource(name: str) -> str:
    """A text that ships with the package."""
    return files("glasstown.report").joinpath("templates", name).read_text(encoding="utf-8")
