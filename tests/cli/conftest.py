"""The command line with a fake engine, and a finished run, for the tests of the verbs."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from audit.harbour import write_harbour
from cli.faking import fake_live
from glasstown.cli.main import app
from report.test_page import MANIFEST, TEXT


@pytest.fixture
def ask():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def engine(monkeypatch):
    def use(live):
        monkeypatch.setattr("glasstown.simulate.run.live", live)

    use(fake_live)
    return use


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    return write_harbour(tmp_path_factory.mktemp("cli") / "run", manifest=MANIFEST, scheme_text=TEXT)
