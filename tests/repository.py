"""The repository as tests of the house see it: its root, its files, its functions."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "glasstown"


@cache
def files() -> tuple[Path, ...]:
    """Every file that is committed or would be; without git, everything outside hidden and made folders."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name]
        return tuple(sorted({ROOT / name for name in names if (ROOT / name).is_file()}))
    made = {"runs", "dist", "build", "__pycache__", ".venv", ".git"}
    return tuple(sorted(p for p in ROOT.rglob("*") if p.is_file() and not made & set(p.relative_to(ROOT).parts)))


def texts(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Name and text of every file that is text; with suffixes only those."""
    for path in files():
        if suffixes and path.suffix not in suffixes:
            continue
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def python(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of every Python file under the folders."""
    for name, text in texts(".py"):
        if name.startswith(folders):
            yield name, ast.parse(text, filename=name)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Dotted name and line of everything that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
