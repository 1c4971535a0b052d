"""The page of claims: every claim has a verdict, a known source, and a run or a reason; nothing it names is lost."""

from __future__ import annotations

import re
from itertools import groupby

import pytest
from typer.main import get_command

from glasstown.cli.main import app
from glasstown.scheme.citations import library_citations
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.read import read_scheme
from glasstown.studies.published import citations, published
from repository import ROOT

PAGE = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
DOCUMENTS = ("zme-science-article", "proprivacy-article", "monitoring-citizens-2018", "opinion-piece-2018",
             "unsigned-compilation")  # fmt: skip


def tables() -> list[list[str]]:
    """Rows of every table of claims, as cells."""
    rows = [line.strip("|").split("|") for line in PAGE.splitlines() if re.match(r"\| \d\.\d+ \|", line)]
    return [[cell.strip() for cell in row] for row in rows]


def of_the_page() -> dict[str, str]:
    """Sources that only this page names, by key."""
    listed = PAGE.split("## Sources that only this page names")[1]
    return dict(re.findall(r"^- ([a-z0-9-]+): (.+)$", listed, flags=re.MULTILINE))


def verdicts() -> set[str]:
    """The verdicts that the page explains."""
    return set(re.findall(r"^\| ([a-z ]+) \| ", PAGE.split("## 0")[0], flags=re.MULTILINE)) - {"verdict"}


CLAIMS = tables()


def test_every_document_is_gone_through_claim_by_claim():
    numbers = [row[0].split(".") for row in CLAIMS]
    assert {first for first, _ in numbers} == set("01234")
    for first, rows in groupby(numbers, key=lambda number: number[0]):
        seconds = [int(second) for _, second in rows]
        assert seconds == list(range(1, len(seconds) + 1)), f"claims of document {first}"
        assert len(seconds) >= 10
    assert all(f"**{number}** `{key}`" in re.sub(r"\s+", " ", PAGE) for number, key in enumerate(DOCUMENTS))


@pytest.mark.parametrize("row", CLAIMS, ids=[row[0] for row in CLAIMS])
def test_every_claim_has_a_verdict_a_source_and_what_shows_it(row):
    number, claim, verdict, known, shown = row
    assert claim.endswith((".", '."')), "a sentence"
    assert verdict in verdicts()
    keys = known.split(", ")
    assert [key for key in keys if key not in {**citations(), **library_citations(), **of_the_page()}] == []
    assert shown
    if verdict in {"accurate", "false", "dated", "imprecise", "wrong unit"}:
        own = DOCUMENTS[int(number[0])]
        assert keys != [own] or verdict == "dated", "such a verdict rests on something besides the document itself"
    if len(shown) == 1:  # a dash
        assert verdict == "opinion", "a claim of fact is shown, waits, or is told"


@pytest.mark.parametrize("page", ["docs/claims.md", "docs/told-not-simulated.md", "docs/targets.md"])
def test_every_command_and_scheme_that_a_page_names_exists(page):
    text = re.sub(r"\s+", " ", (ROOT / page).read_text(encoding="utf-8"))
    verbs = set(get_command(app).commands)
    named = re.findall(r"`(?:\.venv/bin/)?glasstown ([a-z]+)(?: ([A-Za-z0-9-]+))?", text)
    assert named or page == "docs/targets.md"
    assert [verb for verb, _ in named if verb not in verbs] == []
    schemes = {scheme for verb, scheme in named if verb in {"run", "schemes"} and scheme and scheme[0] != "-"}
    assert sorted(schemes - {"none", "ID", *SCHEMES}) == []
    assert sorted(set(re.findall(r"\bT\d\d[a-z]?\b", text)) - set(published())) == []


def test_what_waits_for_a_scheme_waits_for_one_that_is_not_there_yet():
    waited = set(re.findall(r"[Ww]aits for `([a-z0-9-]+)`", PAGE))
    landed = sorted(waited & set(SCHEMES))
    assert landed == [], f"the library has {landed} now: name the run in docs/claims.md in place of waiting"


def test_every_verdict_and_every_source_of_the_page_is_used():
    assert verdicts() == {row[2] for row in CLAIMS}
    assert set(of_the_page()) == {key for row in CLAIMS for key in row[3].split(", ")} & set(of_the_page())


def test_what_a_row_says_of_a_scheme_is_in_its_text():
    """Points and ends that a row gives for a rule, against the shipped scheme."""
    suining = {rule.id: {float(end) for end in rule.points} for rule in read_scheme(find("suining-2010")).rules}
    for number, rule, points in (
        ("1.27", "office-disturbance", -50), ("1.28", "elder-neglect", -50), ("1.29", "sect-membership", -50),
        ("1.30", "false-accusation-online", -100), ("1.31", "honour-award", 100),
    ):  # fmt: skip
        assert suining[rule] == {points}
        assert str(abs(points)) in next(row[1] for row in CLAIMS if row[0] == number)
    suzhou = read_scheme(find("suzhou-osmanthus")).score
    assert (suzhou.low_points, suzhou.start_points, suzhou.high_points) == (0, 100, 200)


def test_what_is_told_is_simulated_nowhere():
    page = re.sub(r"\s+", " ", (ROOT / "docs" / "told-not-simulated.md").read_text(encoding="utf-8"))
    headings = re.findall(r"## ([A-Z][a-z, ]+?) [A-Z]", page)
    assert {"Internment", "Real communities", "Real people", "Inner experience", "What spyware finds"} <= set(headings)
    words = ("intern", "camp", "spyware", "uyghur", "xinjiang")
    library = [find(name).read_text(encoding="utf-8").lower() for name in SCHEMES]
    said = [word for word in words for text in library if re.search(rf"\b{word}(s|ment|ed)?\b", text)]
    assert said == []
