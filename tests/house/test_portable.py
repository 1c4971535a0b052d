"""The repository works elsewhere: no place of work, no host of a registry, locks that are whole."""

from __future__ import annotations

import os
import re
import tomllib

from repository import ROOT, texts

REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "npmjs" + ".com",
    "deb." + "debian",
    "crates" + ".io",
    "conda" + ".anaconda",
    "proxy." + "golang",
]
PLACES_OF_WORK = [r"(?<![\w.])/wo" + r"rk/", r"\.\./sha" + r"red\b", r"/\.lib" + r"rary\b", r"/ro" + r"ot/"]
SCRATCH = r"(?<![\w}])/t" + r"mp\b"


def test_no_file_names_the_host_of_a_registry():
    assert [(name, host) for name, text in texts() for host in REGISTRIES if host in text] == []


def test_no_file_names_a_place_of_work():
    found = [(name, place) for name, text in texts() for place in PLACES_OF_WORK if re.search(place, text)]
    found += [
        (name, "scratch") for name, text in texts() if re.search(SCRATCH, text) and name.startswith(("src/", "docs/"))
    ]
    assert found == []


def pins(lock: str) -> dict[str, str]:
    """Name to version and condition of every package of a lock; every one of them has hashes."""
    text = (ROOT / lock).read_text()
    found = {}
    for block in re.split(r"\n(?=[a-z0-9])", text):
        head = re.match(r"([a-z0-9._-]+)==([^\s\\]+)([^\\\n]*)", block)
        assert head, block[:80]
        assert "--hash=sha256:" in block, head.group(1)
        found[head.group(1)] = head.group(2) + head.group(3).strip()
    return found


def test_the_locks_are_pinned_hashed_and_agree():
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]

    def names(wanted: list[str]) -> set[str]:
        return {re.match(r"[A-Za-z0-9._-]+", line)[0].lower().replace("_", "-") for line in wanted}

    assert names(project["project"]["dependencies"]) | names(groups["build"]) <= set(run)
    assert names(groups["dev"]) <= set(dev)
    assert names(groups["dev"]).isdisjoint(run), "a tool of the workshop is asked of everybody"


def test_hooks_are_local():
    text = (ROOT / ".pre-commit-config.yaml").read_text()
    assert set(re.findall(r"repo:\s*(\S+)", text)) == {"local"}


def test_ci_runs_what_the_readme_says():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text().rstrip().endswith("make test")
