"""The tool that writes the audited gallery: figures with intervals, reasons, and no mixture of unlike audits."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from glasstown.scheme.library import SCHEMES

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("audited_gallery", ROOT / "tools" / "audited_gallery.py")
tool = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)


def answer(**found):
    bare = {"value": None, "reason": "nobody was punished", "interval": None}
    return {"people": 100, "days": 730, "worlds": 20, "findings": dict.fromkeys(tool.HEADLINE, bare) | found}


def test_a_figure_stands_with_its_interval_and_none_with_its_reason():
    row = tool.row("suining-2010", answer(M15={"value": 19.24, "interval": [17.51, 20.9]}))
    assert row[:3] == ("`suining-2010`", "19.2 [17.5, 20.9]", "none: nobody was punished")


def test_a_share_is_told_in_percent_and_what_never_moves_says_so():
    assert tool.cell("M26", {"value": 0.00082, "interval": [0.0008, 0.00084]}) == "0.082 [0.08, 0.084]"
    assert tool.cell("M15", {"value": 0.0, "interval": None}) == "0 (in every world)"
    assert tool.number(1234.5) == "1,230"
    assert tool.number(0.00001) == "0.00001"


def test_every_scheme_has_a_row_those_too_that_were_not_audited():
    text = tool.table({"suining-2010": answer()})
    assert all(f"`{scheme}`" in text for scheme in SCHEMES)
    assert text.count("not audited") == len(SCHEMES) - 1


def test_answers_of_unlike_audits_are_refused():
    with pytest.raises(SystemExit, match="several kinds"):
        tool.how({"a": answer(), "b": answer() | {"worlds": 5}})


def test_the_page_has_a_place_for_the_table():
    page = tool.PAGE.read_text(encoding="utf-8")
    assert page.index("<!-- headline five -->") < page.index("<!-- end of headline five -->")
