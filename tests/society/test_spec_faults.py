"""A specification with faults is refused: every fault at once, each with place, reason and fix."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from glasstown.society.spec import load_spec
from glasstown.vocab.errors import InputFaultsError, SocietyError
from glasstown.vocab.evidence import MARKS_THAT_NEED_A_BAND


@pytest.fixture
def folder(tmp_path):
    shipped = Path(str(files("glasstown.society").joinpath("library", "china_2020")))
    return Path(shutil.copytree(shipped, tmp_path / "society"))


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(folder):
    with pytest.raises(InputFaultsError) as refused:
        load_spec(folder)
    for fault in refused.value.diagnostics:
        assert fault.message
        assert fault.why
        assert fault.fix
        assert fault.span is not None
    return [fault.code for fault in refused.value.diagnostics]


@pytest.mark.parametrize(
    ("table", "old", "new", "code"),
    [
        ("scalars.csv", "drivers,456000000,420000000,500000000", "drivers,456000000,,", "SOC-band"),
        ("scalars.csv", "drivers,456000000,420000000,500000000", "drivers,456000000,1,2", "SOC-band"),
        ("scalars.csv", "drivers,456000000", "drivers,many", "SOC-number"),
        ("scalars.csv", "drivers,456000000", "drivers,NaN", "SOC-number"),
        ("scalars.csv", "lawyers,520000,260000,1040000", "lawyers,9999,1,1040000", "SOC-small"),
        ("scalars.csv", "reported,S10", "hearsay,S10", "SOC-mark"),
        ("scalars.csv", "reported,S10", "reported,S77", "SOC-source"),
        ("scalars.csv", "drivers,", "motorists,", "SOC-missing"),
        ("household_size.csv", "1,25.39", "1,35.39", "SOC-sum"),
        ("household_size.csv", "\n2,29.68", "\n1,29.68", "SOC-twice"),
        ("households_living.csv", "age60plus_alone,12", "age60plus_alone,15", "SOC-sum"),
        ("schooling.csv", "0,5,none,100", "0,4,none,100", "SOC-ages"),
        ("schooling.csv", "0,5,none,100", "5,0,none,100", "SOC-ages"),
        ("scalars.csv", "drivers,456000000,420000000,500000000", "drivers,456000000,-1,500000000", "SOC-range"),
        ("schooling.csv", "6,11,none,8", "6,11,none,12", "SOC-sum"),
        ("profiles.csv", "driver,male,any,18,24,35", "rider,male,any,18,24,35", "SOC-key"),
        ("schooling.csv", "0,5,none,100", "zero,5,none,100", "SOC-number"),
        ("profiles.csv", "driver,male,any,18,24,35", "driver,male,any,18,240,35", "SOC-number"),
        ("age_gaps.csv", "spouse,least,-3,-5,-1", "spouse,least,7,5,9", "SOC-gap"),
        ("schooling.csv", "0,5,none,100", "0\n0\n0,5,none,100", "SOC-row"),
        ("provinces.csv", "urban_share,87.55,,", "urban_share,187.55,,", "SOC-range"),
        ("households_fitted.csv", "man-alone,15", "man-alone,16", "SOC-key"),
    ],
)
def test_a_fault_is_found(folder, table, old, new, code):
    edit(folder / table, old, new)
    assert code in codes(folder)


def test_all_faults_are_told_at_once(folder):
    edit(folder / "scalars.csv", "drivers,456000000", "drivers,many")
    edit(folder / "provinces.csv", "population,21893095", "population,3")
    edit(folder / "age_sex.csv", "age_lo,age_hi", "age_low,age_hi")
    (folder / "sectors.csv").unlink()
    assert {"SOC-number", "SOC-small", "SOC-columns", "SOC-file"} <= set(codes(folder))


def test_text_that_is_no_table_is_refused(folder):
    (folder / "scalars.csv").write_bytes(b"\xff\xfe\x00rubbish")
    assert "SOC-file" in codes(folder)


def test_a_row_with_too_many_fields_is_refused(folder):
    edit(folder / "scalars.csv", "drivers,456000000,", "drivers,456000000,somebody,")
    assert codes(folder)


@pytest.mark.parametrize("name", ["utopia-1516", "", "../china_2020"])
def test_an_unknown_society_is_refused_with_those_that_exist(name):
    with pytest.raises(SocietyError) as refused:
        load_spec(name)
    assert "china-2020" in refused.value.fix


def test_a_path_that_is_no_folder_is_refused(tmp_path):
    with pytest.raises(SocietyError):
        load_spec(tmp_path / "nowhere")


def test_every_shipped_guess_has_a_band_and_every_figure_a_source():
    spec = load_spec()
    citations = dict(spec.sources)
    for table in spec.tables:
        for row in table.rows:
            assert row.figure.cite[0] in citations
            if row.figure.mark in MARKS_THAT_NEED_A_BAND:
                assert row.figure.low is not None, (table.name, row.keys)
