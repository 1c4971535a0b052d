"""A run of a society file: the folder holds it, resume goes on with it, and another one is refused."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from glasstown.ledger.manifest import read_manifest
from glasstown.ledger.reader import open_run
from glasstown.report.build import view_run
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live, resume
from glasstown.society.reference import EXAMPLE
from glasstown.society.spec import load_spec
from glasstown.vocab.errors import InputFaultsError, RunFolderError

pytestmark = pytest.mark.large


@pytest.fixture
def society(tmp_path):
    path = tmp_path / "online.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def request(tmp_path, society, name):
    return RunRequest(
        scheme=read_scheme(find("suining-2010")), people=300, days=70, step_days=7, seed=1, start=date(2020, 1, 1),
        out=tmp_path / name, checkpoint_steps=2, society=str(society),
    )  # fmt: skip


def test_the_folder_holds_the_society_and_resume_goes_on_with_it(tmp_path, society):
    whole = live(request(tmp_path, society, "whole"))
    steps = count()
    assert live(request(tmp_path, society, "cut"), should_stop=lambda: next(steps) >= 5).stopped
    society.unlink()
    again = resume(tmp_path / "cut")
    assert (again.digest, again.life_digest) == (whole.digest, whole.life_digest)
    page = view_run(tmp_path / "whole").page
    section = next(one for one in page.sections if one.id == "assumptions")
    own = next(table for table in section.tables if table.title == "Figures of the society file")
    assert [row[1:3] + row[4:6] for row in own.rows] == [
        ("factor on job-loss, days 365 to 730", "2", "1.2 to 4", "assumed")
    ]
    for folder in (tmp_path / "whole", tmp_path / "whole" / "baseline"):
        manifest = open_run(folder).manifest
        assert manifest.society.spec == "online-2023"
        assert manifest.society.spec_digest == load_spec(folder / "society.toml").digest
        assert (folder / "society.toml").read_text(encoding="utf-8") == EXAMPLE


def test_a_folder_whose_society_was_changed_is_refused(tmp_path, society):
    steps = count()
    assert live(request(tmp_path, society, "cut"), should_stop=lambda: next(steps) >= 5).stopped
    stored = tmp_path / "cut" / "society.toml"
    stored.write_text(EXAMPLE.replace("77.5", "70.5"), encoding="utf-8")
    with pytest.raises(RunFolderError, match="society"):
        resume(tmp_path / "cut")
    stored.unlink()
    with pytest.raises(RunFolderError, match="society"):
        resume(tmp_path / "cut")


@pytest.mark.parametrize(
    ("lines", "code", "word"),
    [
        ('[[rate]]\nact = "loan-default"\nfactor = { value = 200, band = [1, 250] }\n', "LIM-rates", "loan-default"),
        (('[[rate]]\nact = "jaywalking"\nfactor = { value = 2, band = [1, 3] }\n'
         '[[shock]]\nact = "jaywalking"\nfrom_day = 1\nto_day = 9\nfactor = { value = 90, band = [1, 99] }\n'),
         "LIM-rates", "180"),
        ('[[sightable]]\nact = "petition"\nshare = { value = 0.5, band = [0.1, 0.9] }\n', "LIM-sightable", "petition"),
    ],
)  # fmt: skip
def test_what_the_engine_cannot_draw_is_refused_before_anything_is_written(tmp_path, society, lines, code, word):
    society.write_text(EXAMPLE.replace("documented", "assumed").replace("77.5", "77.5\nband = [70, 80]") + lines)
    asked = request(tmp_path, society, "never")
    with pytest.raises(InputFaultsError) as refused:
        live(asked)
    (fault,) = (one for one in refused.value.diagnostics if one.code == code)
    assert word in fault.message
    assert fault.span.line > EXAMPLE.count("\n")
    assert not asked.out.exists()


def test_a_sealed_folder_notices_another_society(tmp_path, society):
    live(request(tmp_path, society, "whole"))
    (tmp_path / "whole" / "society.toml").write_text("x = 1\n", encoding="utf-8")
    assert read_manifest(tmp_path / "whole").society.text_digest
    with pytest.raises(RunFolderError) as refused:
        open_run(tmp_path / "whole")
    assert "society.toml was changed" in refused.value.why or "society.toml has" in refused.value.why
