"""The page of a run: one view, the same on every face, and a file that opens offline."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from audit.harbour import GRADE_COUNTS, HARBOUR, write_harbour
from glasstown.ledger.durable import digest_bytes
from glasstown.ledger.model import SchemeFacts
from glasstown.ledger.reader import open_run
from glasstown.report.build import view_run, write_report
from glasstown.report.contract import NOTICE
from glasstown.report.figures.catalogue import FIGURES
from glasstown.report.html import render_html
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme

TEXT = find("suining-2010").read_text()
MANIFEST = replace(HARBOUR, scheme=SchemeFacts("suining-2010", "Suining", digest_bytes(TEXT.encode())))


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return view_run(write_harbour(tmp_path_factory.mktemp("report") / "run", manifest=MANIFEST, scheme_text=TEXT))


@pytest.fixture(scope="module")
def html(view):
    return render_html(view.page, view.summary)


class Reader(HTMLParser):
    """Collects tags with their attributes, and the text."""

    def __init__(self):
        super().__init__()
        self.tags, self.words, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "path", "line", "rect", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)


@pytest.fixture(scope="module")
def read(html):
    reader = Reader()
    reader.feed(html)
    assert reader.open == [], "every tag is closed"
    return reader


def test_the_page_fetches_nothing_and_runs_nothing(html, read):
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "iframe", "img", "object", "embed", "base", "form"}
    for tag, attributes in read.tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), "no script in an attribute"
            if name in {"src", "href", "xlink:href", "srcset", "action", "poster"}:
                assert value.startswith("#"), f"{tag} would fetch {value}"
    assert "@import" not in html
    assert "default-src 'none'" in html, "the page itself forbids to fetch anything"
    assert not re.search(r"url\((?!#)", html)


def test_every_picture_says_that_nobody_in_it_exists(view, html):
    svgs = re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL)
    assert len(svgs) == 4, "all but the provinces: none of Harbour has thirty residents"
    for svg in svgs:
        texts = ["".join(one.itertext()) for one in ET.fromstring(svg).iter() if one.tag.endswith("text")]
        assert any(NOTICE in text for text in texts)


def test_every_picture_has_words_beside_it(read):
    labels = [attributes["aria-label"] for _, attributes in read.tags if attributes.get("role") == "img"]
    labels = [label for label in labels if "simulated" in label]
    assert len(labels) == 4
    assert "90.00 % stand in grade A good" in labels[0]
    assert "Fell a grade, per 1,000 subjects: majority" in labels[1]
    assert "late-bill" in labels[2]
    assert "Resident" in labels[3]


def test_no_picture_crosses_a_group_with_a_province(view):
    for _, draw in FIGURES:
        figure = draw(view.summary)
        text = json.dumps(figure.spec) if figure else ""
        assert not ("minority" in text and "Anhui" in text)


def test_the_whole_scheme_stands_in_the_report(read):
    words = " ".join(read.words)
    scheme = read_scheme(find("suining-2010"))
    for setting in scheme.settings:
        if setting.given and setting.id:
            assert setting.id in words
    for rule in scheme.rules:
        assert rule.id in words
    for text in (*scheme.uncertain, *scheme.not_modelled):
        assert text in words


def test_every_assumed_figure_is_shown_with_its_band(view):
    section = next(section for section in view.page.sections if section.id == "assumptions")
    figures, choices, responses, acts, society = section.tables
    for table in (figures, responses, acts):
        band, mark = (table.columns.index(name) for name in ("band", "mark"))
        assert table.rows
        assert all(row[band] for row in table.rows)
        assert {row[mark] for row in table.rows} <= {"assumed", "contested"}
    assert not any(row[choices.columns.index("value")][:1].isdigit() for row in choices.rows)
    assert {row[0] for row in figures.rows} >= {"source police-station"}
    assert sum(row[2] for row in society.rows) > 100


def test_what_is_undefined_is_a_dash_with_its_reason(read, html):
    assert "<td>\u2013</td>" in html
    assert "fewer than 30 residents" in html
    assert "None" not in read.words


def test_facts_of_the_run_are_there(read):
    words = " ".join(read.words)
    for text in (HARBOUR.society.digest, "d" * 32, "e" * 32, "baseline life digest", "version of glasstown", "seed"):
        assert text in words


def test_page_and_json_say_the_same_numbers(view):
    plain = view.summary.to_plain()["findings"]
    shown = {row[0]: row[1] for section in view.page.sections for table in section.tables for row in table.rows}
    for finding in view.summary.findings:
        if finding.title in shown:
            assert shown[finding.title] == plain[finding.slug]["value"]
    assert shown["Punished wrongly"] == 1


def test_what_a_scheme_file_says_cannot_break_the_page(tmp_path):
    text = TEXT.replace('title = "', 'title = "<script>alert(1)</script>&\\"', 1)
    facts = SchemeFacts("suining-2010", '<script>alert(1)</script>&"', digest_bytes(text.encode()))
    folder = write_harbour(tmp_path / "run", manifest=replace(HARBOUR, scheme=facts), scheme_text=text)
    view = view_run(folder)
    html = render_html(view.page, view.summary)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_report_lies_outside_the_seal(tmp_path):
    folder = write_harbour(tmp_path / "run", manifest=MANIFEST, scheme_text=TEXT)
    path = write_report(view_run(folder))
    assert path == folder / "derived" / "report.html"
    assert open_run(folder).manifest.digest == "d" * 32
    other = write_report(view_run(folder), tmp_path / "elsewhere" / "page.html")
    assert other.read_bytes() == path.read_bytes()


def test_the_world_without_a_scheme_has_a_page_too(view):
    page = view_run(view.summary.worlds.scheme.folder / "baseline").page
    assert page.title == "no scheme"
    assert [section.id for section in page.sections if section.id == "scheme"] == []
    assert "Punished: not given, because this is the world without a scheme." in page.sections[0].points
    assert "Nobody was punished" not in str(page)


def test_a_sample_of_residents_is_said_to_be_one(tmp_path):
    manifest = replace(MANIFEST, kept=replace(MANIFEST.kept, rule="sample"))
    page = view_run(write_harbour(tmp_path / "run", manifest=manifest, scheme_text=TEXT)).page
    assert "keyed sample of 40 residents" in page.sections[0].paragraphs[0]


def test_where_grades_ended_page_and_figure_say_when_and_show_no_share_of_the_end(tmp_path, view):
    words = "The grades ended on day 189 (0.5 years in): from then on nobody has one."
    manifest = replace(MANIFEST, score=replace(MANIFEST.score, grades_end_day=189))
    counts = [row if row["day"] < 189 else dict(row, grade=0) for row in GRADE_COUNTS]
    changed = {"manifest": manifest, "scheme_text": TEXT, "grade_counts": counts}
    ended = view_run(write_harbour(tmp_path / "run", **changed))
    scores = next(section for section in ended.page.sections if section.id == "scores")
    assert "nobody is graded at the end" in scores.paragraphs[0]
    assert scores.paragraphs[1] == words
    figure, whole = (dict(FIGURES)["scores-over-time"](one.summary) for one in (ended, view))
    assert words in figure.alt
    assert "stand in grade" not in figure.alt
    assert "stand in grade" in whole.alt


def test_looking_at_a_run_does_not_load_the_drawing(view):
    code = "import sys, glasstown.report.build; sys.exit('altair' in sys.modules or 'numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
