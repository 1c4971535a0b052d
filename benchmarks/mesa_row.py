"""The row of Mesa: in an environment of its own, so that nothing of ours rests on it."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
NEEDS: Final = ("mesa", "numpy")


class NoMesaError(Exception):
    """Mesa cannot be run here; the message says why."""


def interpreter(folder: Path) -> str:
    """The Python of an environment with Mesa in it, made when it is not there yet.

    Raises:
        NoMesaError: the environment cannot be made, or Mesa cannot be installed into it.
    """
    program = folder / "bin" / "python"
    try:
        if not program.exists():
            venv.create(folder, with_pip=True)
        has_mesa = subprocess.run([program, "-c", "import mesa"], capture_output=True, check=False).returncode == 0
        if not has_mesa:
            install = [program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *NEEDS]
            subprocess.run(install, capture_output=True, check=True, timeout=600)
    except (OSError, subprocess.SubprocessError) as error:
        raise NoMesaError(f"Mesa could not be installed into {folder.name}: {error}") from error
    return str(program)


def live(program: str, people: int, steps: int) -> dict[str, Any]:
    """One run of the model in Mesa: seconds, version and checked values."""
    command = [program, "-m", "benchmarks.mesa_model", str(people), str(steps)]
    try:
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True, timeout=1800)
    except (OSError, subprocess.SubprocessError) as error:
        print(getattr(error, "stderr", ""), file=sys.stderr)
        raise NoMesaError(f"the model does not run in Mesa: {error}") from error
    return json.loads(answer.stdout)
