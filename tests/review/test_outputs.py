"""Other forms of a review, two versions side by side, remedies in a file, and the words that no output may say."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from typer.testing import CliRunner

from glasstown.cli.main import app
from glasstown.review.catalogue import CODES, RULES
from glasstown.review.contract import FAILS, NOT_ADVICE, PASSES
from glasstown.review.html import review_html
from glasstown.review.matrix import LETTERS, matrix, totals
from glasstown.review.packs import packs
from glasstown.review.pages import review_pages
from glasstown.review.plain import review_to_plain
from glasstown.review.reviewed import review_scheme
from glasstown.review.sarif import review_to_sarif
from glasstown.review.text import review_text
from glasstown.scheme.library import SCHEMES
from glasstown.scheme.read import parse_scheme
from review.clean import CLEAN
from review.fixtures import FIXTURES, changed

PLAIN = changed(CLEAN, ("[log]", '"tamper-evident"', '"plain"'))
BE, CLEARED = "(is|are|was|were|found|judged|deemed)", "(un|not |il)?(lawful|fair|compliant|legal)"
VERDICT = re.compile(rf"\b{BE} {CLEARED}\b|\bcompliant\b", re.IGNORECASE)


@pytest.fixture
def paths(tmp_path):
    ours, theirs = tmp_path / "ours.toml", tmp_path / "theirs.toml"
    ours.write_text("# kept\n" + PLAIN.replace('"plain"', '"plain" # why'), encoding="utf-8")
    theirs.write_text(CLEAN, encoding="utf-8")
    return ours, theirs


def run(*asked: object) -> tuple[int, str]:
    answer = CliRunner().invoke(app, ["review", *map(str, asked)])
    return answer.exit_code, answer.output


def test_sarif_tells_every_rule_and_every_place(paths):
    log = json.loads(run(paths[0], "--format", "sarif")[1].splitlines()[-1])
    (one,) = log["runs"]
    assert [rule["id"] for rule in one["tool"]["driver"]["rules"]] == list(CODES)
    (failing,) = [result for result in one["results"] if result["kind"] == "fail"]
    assert (failing["ruleId"], failing["level"]) == ("SC801", "warning")
    assert failing["locations"][0]["physicalLocation"]["region"]["startLine"] > 1


def test_the_page_escapes_what_a_file_says(paths):
    text = CLEAN.replace('title = "Points for driving"', 'title = "<script>x</script>"')
    page = review_html(review_scheme(parse_scheme(text), text, "mine.toml"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_two_versions_are_compared(paths):
    _, text = run(paths[0], "--against", paths[1])
    assert "only clean, 1:\n  SC801 fails, S: [log].kind" in text
    told = json.loads(run(paths[1], "--against", paths[0], "--json")[1].splitlines()[-1])
    assert (told["only_scheme"], [one["code"] for one in told["only_against"]]) == ([], ["SC801"])


def test_fix_edits_the_file_keeps_comments_and_says_what_it_did(paths):
    code, text = run(paths[0], "--fix", "--fail-on", "N")
    after = paths[0].read_text(encoding="utf-8")
    assert code == 0
    assert "SC801 at [log].kind: done" in text
    assert after == "# kept\n" + CLEAN.replace('"tamper-evident"', '"tamper-evident" # why')


def test_a_shipped_scheme_is_not_changed():
    code, text = run("suining-2010", "--fix")
    assert code == 1
    assert "is a shipped scheme and is not changed" in text


def every_output() -> dict[str, str]:
    found = {}
    for name, text in (("failing", FIXTURES[0].failing), ("passing", CLEAN)):
        review = review_scheme(parse_scheme(text, "mine.toml"), text, "mine.toml")
        found[f"{name} text"] = review_text(review)
        found[f"{name} json"] = json.dumps(review_to_plain(review), ensure_ascii=False)
        found[f"{name} sarif"] = json.dumps(review_to_sarif(review), ensure_ascii=False)
        found[f"{name} page"] = unescape(review_html(review))
    return found | review_pages()


def test_no_output_clears_or_condemns_and_each_says_that_it_is_no_advice_and_how_old_the_law_is():
    for name, text in every_output().items():
        assert VERDICT.search(text) is None, (name, VERDICT.search(text))
        assert NOT_ADVICE in text, name
        assert all(f"{pack.dated:%Y-%m-%d}" in text and pack.reading in text for pack in packs()), name


def test_rules_are_counted_by_their_worst_and_places_beside_them():
    lost = 'id = "licence-lost"'
    two = changed(
        CLEAN, *(('id = "' + rule + '"', "breaches_law = true", "breaches_law = false") for rule in ("drink", "flag"))
    )
    text = changed(two, ("[log]", 'kind = "tamper-evident"\n', ""), (lost, 'notice = "given"', 'notice = "none"'))
    review = review_scheme(parse_scheme(text, "mine.toml"), text, "mine.toml")
    told = "37 checks: 3 fails (in 5 places), 2 cannot tell: field missing (in 3 places), 32 passes this check"
    page = unescape(review_html(review))
    assert told in page
    assert told in review_text(review)
    assert page.count("<h3>RL604 lawful-act-punished <small>weight S, 2 places</small></h3>") == 1
    assert page.count("ECHR, Article 7; Venice Commission") == 1, "the norms of a rule stand once, not in each row"
    let = changed(text, (lost, 'notice = "none"', 'notice = "none"  # allow: DU501 because everybody reads the board'))
    told = (
        "37 checks: 2 fails (in 4 places), 2 cannot tell: field missing (in 3 places), 32 passes this check, 1 allowed"
    )
    assert told in review_html(review_scheme(parse_scheme(let, "mine.toml"), let, "mine.toml"))


def test_the_words_that_are_looked_for_would_be_found():
    assert VERDICT.search("the scheme is lawful")
    assert not VERDICT.search("lawful speech is held back")


def test_every_rule_has_a_page_with_its_source_and_stands_in_the_index():
    pages = review_pages()
    for rule in RULES:
        assert f"rules/{rule.code.lower()}.py" in pages[f"{rule.code}.md"]
        assert f"[{rule.code}]({rule.code}.md)" in pages["README.md"]


def test_the_matrix_holds_the_whole_gallery_and_parts_one_purpose_from_a_whole_life():
    rows = {row.scheme: row for row in matrix()}
    assert tuple(rows) == SCHEMES
    assert sum(totals().values()) == len(SCHEMES) * len(CODES)
    assert set(LETTERS) == set(totals())
    county = rows["suining-2010"].cells(FAILS)
    assert all(3 * rows[name].cells(FAILS) <= county for name in ("flensburg", "fico-like"))
    assert all(rows[name].cells(PASSES) >= 20 for name in ("flensburg", "fico-like"))
