"""The tool that writes the closing table: what it keeps, what it says where there is no value, and in which order."""

from __future__ import annotations

import importlib.util
import json
import subprocess

import pytest

from glasstown.scheme.library import SCHEMES
from repository import ROOT

REASON = "fewer than 30 residents (20)"


@pytest.fixture
def tool():
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "tools" / "gallery.py")
    gallery = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(gallery)
    return gallery


def finding(value):
    return {"value": value, "n": 1_000, "reason": None if value is not None else REASON}


def answer(*values, seconds=61.4, **beside):
    slugs = ("punished", "punished-own-acts", "punished-for-states", "punished-wrongly", "punished-through-others")
    findings = {slug: finding(value) for slug, value in zip(slugs, values, strict=True)}
    near = {"lost-points": 9, "burdened": 1300, "rewarded": 7, "score-lowest": 612.5, "score-highest": 1000}
    near |= {"harm-below": 850, "reward-from": 970}
    near |= {slug.replace("_", "-"): value for slug, value in beside.items()}
    findings |= {slug: finding(value) for slug, value in near.items()}
    return {"findings": findings, "seconds": seconds, "compile_seconds": 3.2}


def test_a_row_counts_and_says_why_where_it_cannot(tool):
    cells, reasons = tool.row_of("court-list", answer(1234, 1200, 3, None, 0))
    first, *numbers = cells
    assert first == "[court-list](schemes/court-list.md)"
    assert numbers == ["1,000", "1,234", "1,200", "3", "None", "0", "0", "9", "1,300", "7", "612.5", "850", "61", "3"]
    assert reasons == [f"- `court-list`, punished-wrongly: {REASON}"]
    assert len(cells) == len(tool.HEADS)


def test_who_is_punished_by_rank_alone_has_a_column(tool):
    cells, _ = tool.row_of("national-as-told", answer(1234, 200, 0, 0, 0, punished_by_rank=1034))
    assert cells[tool.HEADS.index("by rank")] == "1,034"


EDGE = "harm begins below 850, the lowest score was"
NEVER = {"score_lowest": 1000, "lost_points": 0, "burdened": 0, "rewarded": 0, "score_highest": 1000.25}
NEITHER = "nobody was rewarded either: rewards begin at 1,050, the highest score was 1,000.25"
RANKED = {"harm_below": None, "harm_below.rank": 20, "score_lowest.rank": 31.5, "lost_points": 0, "burdened": 0}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"score_lowest": 900, "burdened": 0}, f"{EDGE} 900, and nobody came there; 9 lost points."),
        ({"burdened": 0}, f"{EDGE} 612.5, and whoever came there was spared; 9 lost points."),
        (
            {"harm_below": None, "lost_points": 0, "burdened": 3},
            f"nobody was punished, for {REASON}; 3 were denied something or lost a place all the same.",
        ),
        ({**NEVER, "reward_from": 1050}, f"{EDGE} 1,000, and nobody came there; {NEITHER}."),
        (RANKED, "harm begins below 20, the lowest score was 31.5, and nobody came there."),
    ],
)
def test_where_nobody_was_punished_it_says_why(tool, values, said):
    cells, reasons = tool.row_of("empty", answer(0, 0, 0, 0, 0, **values))
    assert reasons[-1] == f"- `empty`: {said}"
    assert len(cells) == len(tool.HEADS)


def test_the_page_grows_row_by_row_in_the_order_of_the_library(tool, monkeypatch, tmp_path):
    page = tmp_path / "gallery.md"
    answers = {"court-list": answer(5, 4, 0, None, 0), "empty": answer(2, 2, 0, 0, 0)}
    monkeypatch.setattr(tool, "live", lambda scheme, people, years: answers[scheme])
    tool.main(["court-list", "--page", str(page), "--people", "1000"])
    tool.main(["empty", "--page", str(page), "--people", "1000"])
    rows, reasons = tool.kept(page)
    assert list(rows) == [name for name in SCHEMES if name in answers]
    assert reasons == {"court-list": [f"- `court-list`, punished-wrongly: {REASON}"]}
    answers["empty"] = answer(1, 1, 0, 0, 0)
    tool.main(["empty", "--page", str(page), "--people", "1000"])
    again = tool.kept(page)[0]
    assert again["court-list"] == rows["court-list"], "as it stood"
    assert "| 1 | 1 |" in again["empty"]
    tool.main(["empty", "--page", str(page), "--people", "2000"])
    assert list(tool.kept(page)[0]) == ["empty"], "rows of another town are not kept beside it"
    with pytest.raises(SystemExit):
        tool.main(["nowhere", "--page", str(page)])


def test_what_cannot_be_lived_ends_with_its_fault(tool, monkeypatch):
    told = json.dumps({"error": {"what": "there is no scheme"}})
    monkeypatch.setattr(subprocess, "run", lambda *command, **how: subprocess.CompletedProcess(command, 1, told))
    with pytest.raises(SystemExit, match="there is no scheme"):
        tool.live("nowhere", 100, 1)


def test_without_an_edge_it_says_why_there_is_none(tool):
    cells, reasons = tool.row_of("court-list", answer(5, 5, 0, 0, 0, harm_below=None))
    assert cells[-3] == "None"
    assert reasons == [f"- `court-list`, harm-below: {REASON}"]
