"""A page of Markdown for each shipped scheme, from the same text as `glasstown schemes ID`, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from glasstown.scheme.grammar import TABLE_NAMED
from glasstown.scheme.grammar_town import EVIDENCE, GALLERY
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.model import Scheme
from glasstown.scheme.page import SchemePage, Section, describe, value_and_unit
from glasstown.scheme.read import read_scheme

LIST: Final = "README.md"
HEAD_KEYS: Final = ("place", "years", "status", "evidence", "consent", "purposes", "taken_from")
"""Keys of the head that stand first on a page; what is uncertain and not modelled has a part of its own."""

LIST_SAYS: Final = (
    "Each page has the whole text of a scheme: rules with marks and sources, what follows, what is uncertain, and what "
    "it leaves out.\n"
)

LIST_HEADS: Final = ("scheme", "title", "in Chinese", "place", "years", "status", "evidence")

HEADINGS: Final = {
    "subjects": "Whom it scores", "awareness": "Who knows of it", "score": "The score", "act": "Acts of its own",
    "holder": "With whom records lie", "sharing": "Who is told of them",
    "source": "Who keeps records", "rule": "Rules", "grade": "Grades", "override": "What holds to a grade",
    "association": "Through others", "list": "Lists", "ground": "Grounds of lists", "consequence": "What follows",
    "version": "What ends, and when", "operator": "Who runs it", "legal_basis": "Legal basis",
    "automation": "Automation", "recipient": "Who is told", "appeal": "Appeal", "restoration": "Restoration",
    "publicity": "Publicity", "security": "Security", "log": "Log", "impact_assessment": "Assessment of impact",
    "reference": "Sources that this file adds", "state_rule": "Rules on what somebody is",
    "meter": "Quantities that are read", "quantity_rule": "Rules on a quantity",
    "category": "Categories of the index", "legitimacy": "What people think of it",
    "trigger": "What sets a version off",
}  # fmt: skip
"""Headings of the tables; a table without one is headed by its own name."""


def gallery_pages() -> dict[str, str]:
    """Every page by its file name: the list first, then one page a scheme."""
    read = [read_scheme(find(name)) for name in SCHEMES]
    return {LIST: _list(read)} | {f"{scheme.id}.md": scheme_page(scheme) for scheme in read}


def scheme_page(scheme: Scheme) -> str:
    """One scheme in full: what a reader must know first, its head, what is open, and every key that its text gives."""
    return "\n".join(_lines(scheme, describe(scheme))).rstrip() + "\n"


def _lines(scheme: Scheme, page: SchemePage) -> Iterator[str]:
    if page.lead:
        yield f"{page.lead}\n"
    yield f"# {page.title} {page.title_zh}".rstrip() + "\n"
    yield from _head(scheme, page)
    yield from _points("What is uncertain", scheme.uncertain)
    yield from _points("What the sources tell and this file does not run", scheme.not_modelled)
    for table, sections in groupby(page.sections[1:], key=lambda section: section.table.partition(".")[0]):
        yield from _part(table, list(sections))
    yield "## Sources cited\n"
    yield from (f"- `{key}`: {text}" for key, text in page.citations)


def _head(scheme: Scheme, page: SchemePage) -> Iterator[str]:
    """Place, years and status, and how to run it."""
    rows = {row.key: row.value for row in page.sections[0].rows}
    named = ((key.replace("_", " "), rows.get(key, "")) for key in HEAD_KEYS)
    yield _table(("", ""), ((key, value) for key, value in named if value))
    yield f"`glasstown run {scheme.id}` lives it; `glasstown schemes {scheme.id}` prints this with every default."
    yield "Whatever a run gives is in the model. Marks and bands: [how to talk about a result](../how-to-talk.md).\n"


def _points(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"## {title}\n"
        yield from (f"- {text}" for text in texts)
        yield ""


def _part(table: str, sections: list[Section]) -> Iterator[str]:
    """All tables of one kind: a row for each key that the text gives, the name of the thing at its first."""
    rows: list[tuple[str, ...]] = []
    before = ""
    for section in sections:
        inner = section.table.partition(".")[2]
        found = [row for row in section.rows if row.given and row.key != "id"]
        name = f"`{section.id}`" if section.id and section.id != before else ""
        before = section.id
        if name and not found:
            rows.append((name, *("",) * 5))
        for row in found:
            key = f"{inner}.{row.key}" if inner else row.key
            rows.append((name, key, value_and_unit(row), row.band, row.mark, ", ".join(row.cite)))
            name = ""
    if not rows:
        return
    yield f"## {HEADINGS.get(table, table)}\n"
    yield f"{TABLE_NAMED[table].text}\n"
    heads = ("", "key", "value", "band", "mark", "source")
    named = any(row[0] for row in rows)
    yield _table(heads if named else heads[1:], (row if named else row[1:] for row in rows))


def _list(read: list[Scheme]) -> str:
    """The schemes by kind, as `glasstown schemes` lists them."""
    lines = ["# The schemes\n", LIST_SAYS]
    for kind, heading in GALLERY:
        rows = [
            (f"[{one.id}]({one.id}.md)", one.title, one.title_zh, one.place, one.years, one.status, one.evidence)
            for one in read
            if one.gallery == kind
        ]
        if rows:
            lines += [f"## {heading}\n", _table(LIST_HEADS, rows)]
    lines += ["## What the words for evidence say\n", _table(("evidence", "means"), EVIDENCE)]
    return "\n".join(lines).rstrip() + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; bars inside a cell are kept from splitting it."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines)
