"""Everything that is measured, in one run on one machine: `make bench`. Writes `results.json` beside this file.

The benchmark model (`model.md`) is lived by our kernels on one and two threads, by their twin in C, by plain and by
expert NumPy and by Mesa; every contender's values are checked. Then the engine itself lives `suining-2010`.
Seconds differ twofold between machines and hours, so what counts are the ratios, measured minutes apart.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks import c_twin, engine_row, integers, mesa_row, numpy_dense, numpy_expert, ours
from benchmarks.machine import Measured, describe, quickest
from benchmarks.tables import STEPS, Outcome, draw_model, draw_people, faults_of

RESULTS: Final = Path(__file__).with_name("results.json")
MESA_FOLDER: Final = Path(__file__).resolve().parents[1] / ".venv-mesa"
PEOPLE: Final = 262_144
NUMPY_PEOPLE: Final = 131_072
MESA_PEOPLE: Final = 20_000
ENGINE_PEOPLE: Final = 131_072
REPEATS: Final = 5
MOST_REPEATS: Final = 25
NUMPY_REPEATS: Final = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One contender: by the clock, by processor time, and what its lives came to (`checks`).

    `others` is the share of the machine that other programs took; ratios rest on processor time, which they touch less.
    """

    name: str
    people: int
    steps: int
    threads: int
    seconds: float
    cpu_seconds: float
    resident_steps_per_second: float
    bytes_per_resident: int | None = None
    others: float | None = None
    checks: dict[str, float] = field(default_factory=dict)


class Bench:
    """The rows so far, what was left out and why, and what is wrong."""

    def __init__(self) -> None:
        """Draw the model once for all contenders."""
        self.model = draw_model()
        self.tables = integers.tables_of(self.model)
        self.rows: list[Row] = []
        self.left_out: dict[str, str] = {}
        self.faults: list[str] = []

    def add(self, row: Row) -> None:
        """Keep a row, print it, and check the values of its lives."""
        self.rows.append(row)
        self.faults += [f"{row.name}: {fault}" for fault in faults_of(row.checks)] if row.checks else []
        size = "" if row.bytes_per_resident is None else f"{row.bytes_per_resident:6,} bytes a resident"
        busy = "" if row.others is None else f", others took {row.others:.0%} of the machine"
        print(f"{row.name:32} {row.resident_steps_per_second / 1e6:9.3f} million resident-steps a second {size}{busy}")

    def leave_out(self, name: str, why: str) -> None:
        """Say why a contender has no row."""
        self.left_out[name] = why
        print(f"{name:32} left out: {why}")

    def cost(self, name: str) -> float | None:
        """Seconds of processor time of a resident-step, if there is such a row."""
        rows = [row for row in self.rows if row.name == name]
        return rows[0].cpu_seconds / (rows[0].people * rows[0].steps) if rows else None

    def ratio(self, one: str, other: str) -> float | None:
        """How many times the processor time of another row one row takes; None where one is missing."""
        above, below = self.cost(one), self.cost(other)
        return None if above is None or below is None else round(above / below, 3)


def row_of(name: str, people: int, threads: int, measured: Measured, size: int | None, outcome: Outcome) -> Row:
    """A row of the benchmark model."""
    speed = people * STEPS / measured.seconds
    times = (measured.seconds, measured.cpu_seconds)
    return Row(name, people, STEPS, threads, *times, speed, size, measured.others, outcome.checks())


def whole_numbers(bench: Bench, name: str, threads: int, live: Callable[[integers.State], Outcome]) -> str:
    """A contender that computes with whole numbers: ours or its twin; returns the digest of all its bits."""
    fresh = integers.state_of(bench.tables, draw_people(PEOPLE))
    kept: dict[str, Any] = {}

    def run(state: Any) -> None:
        kept["state"], kept["outcome"] = state, live(state)

    measured = quickest(lambda: deepcopy(fresh), run, repeats=REPEATS, most=MOST_REPEATS)
    state, outcome = kept["state"], kept["outcome"]
    bench.add(row_of(name, PEOPLE, threads, measured, integers.bytes_per_person(state), outcome))
    return ours.digest_of(state, outcome)


def floats(bench: Bench, name: str, run: Callable[..., Outcome], repeats: int) -> None:
    """A contender in NumPy."""
    people = draw_people(NUMPY_PEOPLE)
    kept: list[Outcome] = []
    measured = quickest(
        lambda: people, lambda town: kept.append(run(bench.model, town)), repeats=repeats, most=2 * repeats
    )
    bench.add(row_of(name, NUMPY_PEOPLE, 1, measured, None, kept[-1]))


def kernels_and_twin(bench: Bench) -> None:
    """Our kernels on one and two threads, and their twin in C: the same bits."""
    ours.run(
        bench.tables, integers.state_of(bench.tables, draw_people(ours.BLOCK))
    )  # compiles, or loads from the cache
    one = whole_numbers(bench, "kernels, 1 thread", 1, lambda state: ours.run(bench.tables, state))
    with tempfile.TemporaryDirectory() as folder:
        try:
            twin = c_twin.build(Path(folder))
        except FileNotFoundError as error:
            bench.leave_out("C twin", str(error))
        else:
            other = whole_numbers(bench, "C twin", 1, lambda state: c_twin.run(twin, bench.tables, state))
            if other != one:
                bench.faults.append("the C twin lives other bits than our kernels")
    if whole_numbers(bench, "kernels, 2 threads", 2, lambda state: ours.run(bench.tables, state, threads=2)) != one:
        bench.faults.append("two threads live other bits than one")


def mesa(bench: Bench) -> None:
    """Mesa, in an environment of its own."""
    try:
        answer = mesa_row.live(mesa_row.interpreter(MESA_FOLDER), MESA_PEOPLE, STEPS)
    except mesa_row.NoMesaError as error:
        bench.leave_out("Mesa", str(error))
        return
    seconds = answer["seconds"]
    speed = MESA_PEOPLE * STEPS / seconds
    name = f"Mesa {answer['version']}"
    bench.add(Row("Mesa", MESA_PEOPLE, STEPS, 1, seconds, answer["cpu_seconds"], speed, checks=answer["checks"]))
    print(f"{'':32} that was {name}")


def engine(bench: Bench) -> None:
    """The whole engine on one and two threads."""
    for threads in (1, 2):
        answer = min((engine_row.measured(ENGINE_PEOPLE, threads) for _ in range(2)), key=lambda row: row["seconds"])
        seconds, steps = answer["seconds"], -(-engine_row.DAYS // engine_row.STEP)
        speed = answer["resident_steps"] / seconds
        times = (seconds, answer["cpu_seconds"])
        name = f"{engine_row.SCHEME}, {threads} thread{'s' * (threads > 1)}"
        bench.add(Row(name, ENGINE_PEOPLE, steps, threads, *times, speed, answer["bytes_per_resident"]))


def main() -> int:
    """Measure everything and write it down; 1 when a contender's lives are not accepted."""
    bench = Bench()
    kernels_and_twin(bench)
    floats(bench, "NumPy, plain", numpy_dense.run, NUMPY_REPEATS)
    floats(bench, "NumPy, expert", numpy_expert.run, NUMPY_REPEATS)
    mesa(bench)
    engine(bench)
    ratios = {
        "c_twin_time": bench.ratio("kernels, 1 thread", "C twin"),
        "numpy": bench.ratio("NumPy, plain", "kernels, 1 thread"),
        "numpy_expert": bench.ratio("NumPy, expert", "kernels, 1 thread"),
        "mesa": bench.ratio("Mesa", "kernels, 1 thread"),
    }
    results = {
        "machine": describe(),
        "rows": [asdict(row) for row in bench.rows],
        "ratios": ratios,
        "left_out": bench.left_out,
        "faults": bench.faults,
    }
    RESULTS.write_text(json.dumps(results, indent=2) + "\n")
    for name, value in ratios.items():
        print(f"ratio {name:26} {'-' if value is None else f'{value:9.2f}'}")
    print(*bench.faults, sep="\n", file=sys.stderr)
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
