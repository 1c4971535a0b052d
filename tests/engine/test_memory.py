"""What a run will need of memory is foretold, and a run that needs more than there is is refused before it begins."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pyarrow as pa
import pytest

from engine.lives import request, scheme_of
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.scheme.render import render_line
from glasstown.simulate import limits, run
from glasstown.simulate.machine import memory_left
from glasstown.simulate.memory import FIXED_BYTES, SURE_WITHIN, foretell, memory_limits
from glasstown.simulate.plan import PlanError
from glasstown.vocab.errors import InputFaultsError
from scheme.dense import FULL
from scheme.dense_dues import DUES
from scheme.dense_holders import HOLDERS

MIB = 2**20
GROUPS = "sys/fs/cgroup"


def write(root, **files):
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="ascii")


def used_by(asked) -> int:
    """Bytes that numpy, Python and Arrow hold at the peak of a run, beyond what they held before."""
    pool, before = pa.proxy_memory_pool(pa.default_memory_pool()), pa.default_memory_pool()
    pa.set_memory_pool(pool)
    tracemalloc.start()
    try:
        run.live(asked)
        return tracemalloc.get_traced_memory()[1] + pool.max_memory()
    finally:
        tracemalloc.stop()
        pa.set_memory_pool(before)


@pytest.mark.large
@pytest.mark.parametrize("which", [pytest.param("dense", marks=pytest.mark.nightly), "suining-2010"])
def test_a_small_run_uses_what_was_foretold(tmp_path, which):
    scheme = scheme_of(FULL) if which == "dense" else read_scheme(find(which))
    asked = request(scheme, people=9_000, days=364, step_days=28, out=tmp_path / "run")
    run.live(replace(asked, people=100, days=14, out=tmp_path / "warm"))
    used, foretold = used_by(asked), foretell(asked, RESIDENT_ACTS)
    assert used <= foretold.total
    assert used <= foretold.people_bytes(asked.people) <= SURE_WITHIN * used


def test_more_people_days_and_threads_need_more():
    scheme = scheme_of(FULL)
    few = foretell(request(scheme), RESIDENT_ACTS)
    for more in ({"people": 3_000}, {"days": 3_650}, {"threads": 2}):
        assert foretell(request(scheme, **more), RESIDENT_ACTS).total > few.total
    assert foretell(request(None), RESIDENT_ACTS).total < few.total


def test_each_holder_who_is_told_and_each_thing_owed_need_more():
    told, alone = (scheme_of(HOLDERS), scheme_of(HOLDERS))
    alone = replace(alone, holding=replace(alone.holding, sharings=()))
    assert foretell(request(told), RESIDENT_ACTS).per_resident > foretell(request(alone), RESIDENT_ACTS).per_resident
    owing = scheme_of(DUES)
    free = replace(owing, acts=tuple(replace(act, due=None) for act in owing.acts))
    more = [foretell(request(one), RESIDENT_ACTS).per_resident for one in (free, owing)]
    assert more[1] - more[0] == 2 * 2 * 3, "three things, two bytes each, and again in a checkpoint"


def test_a_run_beyond_memory_is_refused_and_told_what_fits():
    asked = request(scheme_of(FULL), people=1_000_000, threads=2)
    (told,) = memory_limits(asked, RESIDENT_ACTS, 900 * MIB)
    assert (told.code, told.where) == ("LIM-memory", "--people")
    assert "0.88 GiB are left" in told.message
    assert "each thread less saves" in told.fix
    assert render_line(told).startswith("LIM-memory --people 1,000,000 residents need about ")
    fits = int(told.fix.split()[4].replace(",", ""))
    assert memory_limits(replace(asked, people=fits), RESIDENT_ACTS, 900 * MIB) == ()
    assert memory_limits(replace(asked, people=fits + 10), RESIDENT_ACTS, 900 * MIB)
    (told,) = memory_limits(asked, RESIDENT_ACTS, FIXED_BYTES)
    assert "a machine with more memory" in told.fix


def test_where_nobody_knows_nothing_is_refused():
    assert memory_limits(request(None, people=10_000_000), RESIDENT_ACTS, None) == ()


def test_it_is_refused_before_anybody_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "memory_left", lambda: 10 * MIB)
    monkeypatch.setattr(run, "build", lambda *_, **__: pytest.fail("people were made"))
    asked = request(scheme_of(FULL), out=tmp_path / "never")
    with pytest.raises(InputFaultsError) as refused:
        run.live(asked)
    assert [one.code for one in refused.value.diagnostics] == ["LIM-memory"]
    with pytest.raises(PlanError):
        limits.read_within_limits(None, replace(asked, scheme=None))
    assert not asked.out.exists()


def test_the_machine_is_asked_for_what_is_left(tmp_path):
    assert memory_left(tmp_path) is None
    write(tmp_path, proc__meminfo="MemTotal: 9 kB\nMemAvailable:    4096 kB\n")
    assert memory_left(tmp_path) == 4 * MIB
    write(tmp_path, proc__self__cgroup="0::/a/b\n")
    group = tmp_path / GROUPS / "a"
    (group / "b").mkdir(parents=True)
    for name, text in (("b/memory.max", "max\n"), ("b/memory.current", "5\n"), ("memory.max", f"{3 * MIB}\n"),
                       ("memory.current", f"{2 * MIB}\n")):  # fmt: skip
        (group / name).write_text(text)
    assert memory_left(tmp_path) == MIB, "the group above limits as well"
    (group / "memory.stat").write_text(f"anon 7\ninactive_file {MIB}\n")
    assert memory_left(tmp_path) == 2 * MIB, "copies of files are given back"


def test_the_first_version_of_control_groups_is_understood(tmp_path):
    write(tmp_path, proc__meminfo="MemAvailable: 8192 kB\n", proc__self__cgroup="4:cpu,memory:/job\n")
    group = tmp_path / GROUPS / "memory" / "job"
    group.mkdir(parents=True)
    (group / "memory.limit_in_bytes").write_text(f"{2 * MIB}")
    (group / "memory.usage_in_bytes").write_text(f"{MIB}")
    (group / "memory.stat").write_text("inactive_file 9\ntotal_inactive_file 4\n")
    assert memory_left(tmp_path) == MIB + 4
    (group / "memory.limit_in_bytes").write_text("9223372036854771712")
    assert memory_left(tmp_path) == 8 * MIB
