"""Pages: links lead somewhere, commands exist, words keep to `docs/how-to-talk.md`."""

from __future__ import annotations

import importlib.util
import re
import tomllib

import pytest

from repository import ROOT, texts

VERDICTS = {
    r"\bcompliant\b": "a verdict on a scheme",
    r"\b(un)?fair(ly|ness)?\b": "a verdict on a scheme",
    r"\b(scheme|rule|grade|consequence)s? (is|are|was|were) (un|not )?lawful\b": "a verdict on a scheme",
    r"(?<![\"'“«*])\bgood citizen": "praise belongs in quotation marks; say honour award",
    r"\bproves? that\b": "a model shows, it does not prove",
    r"\breal-world (result|finding|effect)": "a result is in the model",
}
PLACES = ("src/", "docs/", "README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG", "changes/")


def links() -> list[tuple[str, str]]:
    return [
        (name, target)
        for name, text in texts(".md")
        for target in re.findall(r"\]\(([^)\s]+)\)", text)
        if not re.match(r"[a-z]+:", target)
    ]


def test_every_relative_link_resolves():
    assert len(links()) > 10
    lost = []
    for name, target in links():
        path = target.split("#")[0]
        if path and not ((ROOT / name).parent / path).exists():
            lost.append((name, target))
    assert lost == []


def test_every_anchor_is_a_heading():
    lost = []
    for name, target in links():
        path, _, anchor = target.partition("#")
        if not anchor:
            continue
        page = (ROOT / name).parent / path if path else ROOT / name
        headings = re.findall(r"^#+ (.+)$", page.read_text(), flags=re.MULTILINE)
        slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
        if anchor not in slugs:
            lost.append((name, target))
    assert lost == []


def test_every_make_command_that_a_page_names_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    named = {
        (name, target)
        for name, text in texts(".md")
        for target in re.findall(r"(?:`|^)make ([a-z-]+)", text, flags=re.MULTILINE)
    }
    assert {"run", "test"} <= {target for _, target in named}
    assert [pair for pair in named if pair[1] not in targets] == []


@pytest.mark.parametrize("word", VERDICTS)
def test_no_verdict_is_spoken(word):
    said = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1} {hit.group(0)!r}"
        for name, text in texts(".py", ".md", ".toml", ".html", ".j2", ".jinja", ".txt")
        if name.startswith(PLACES)
        for hit in re.finditer(word, text, flags=re.IGNORECASE)
    ]
    assert said == [], VERDICTS[word]


def test_the_boundary_names_only_tests_that_exist():
    page = (ROOT / "docs" / "boundary.md").read_text()
    named = set(re.findall(r"`(?:tests/boundary/)?(test_\w+\.py)`", page))
    assert named == {path.name for path in (ROOT / "tests" / "boundary").glob("test_*.py")}


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "adr"
    index = (folder / "README.md").read_text()
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert decisions == sorted(re.findall(r"\]\(([0-9][^)]+)\)", index))
    assert [int(name[:4]) for name in decisions] == list(range(1, len(decisions) + 1))
    for name in decisions:
        text = (folder / name).read_text()
        assert all(f"**{part}.**" in text for part in ("Context", "Choice", "Considered", "Follows")), name


@pytest.mark.parametrize("folder", ["reference", "schemes", "review", "audit"])
def test_the_made_pages_say_what_the_catalogues_say(folder):
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    assert set(reference.FOLDERS) == {"reference", "schemes", "review", "audit"}
    made = reference.FOLDERS[folder]()
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / folder).iterdir()}
    assert [name for name, text in made.items() if written.get(name) != text] == [], "run `make docs` and commit it"
    assert set(written) == set(made)


def test_changes_come_in_fragments_of_a_known_kind():
    towncrier = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["towncrier"]
    kinds = {kind["directory"] for kind in towncrier["type"]}
    fragments = [path for path in (ROOT / "changes").glob("*.md") if path.name != "README.md"]
    assert [path.name for path in fragments if path.name.split(".")[-2] not in kinds] == []
    assert [path.name for path in fragments if not path.read_text().strip()] == []
    released = re.search(r"^## \d", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)
    assert fragments or released
    told = (ROOT / "changes" / "README.md").read_text()
    assert [kind for kind in kinds if f"`{kind}`" not in told] == []
