"""Files, functions and names have the form of the house."""

from __future__ import annotations

import ast
import re

from repository import ROOT, files, functions, imported, python, texts

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 50
SILENCED = r"#\s*(?:noqa(?::\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*)?|(?:pyright|type):\s*ignore(?:\[[\w, ]+\])?)(.*)"
NO_IDEA_IN_THE_NAME = {"utils", "util", "helpers", "helper", "common", "shared", "core", "base", "misc"}


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body without its docstring."""
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_a_file_holds_one_idea():
    long = {name: text.count("\n") for name, text in texts(".py") if text.count("\n") > LINES_OF_A_FILE}
    assert long == {}, f"at most {LINES_OF_A_FILE} lines a file: split by idea"


def test_a_function_fits_a_screen():
    long = {
        f"{name}:{function.name}": code_lines(function)
        for name, tree in python("src/", "tests/")
        for function in functions(tree)
        if code_lines(function) > LINES_OF_A_FUNCTION
    }
    assert long == {}, f"at most {LINES_OF_A_FUNCTION} lines a function"


def test_a_file_is_named_after_its_idea():
    assert [p for p in files() if p.suffix == ".py" and p.stem in NO_IDEA_IN_THE_NAME] == []
    assert [p for p in files() if NO_IDEA_IN_THE_NAME & set(p.relative_to(ROOT).parts[:-1])] == []


def test_no_draw_is_sequential():
    drawn = [
        f"{name}:{line} {module}"
        for name, tree in python("src/")
        for module, line in imported(tree)
        if module.split(".")[0] in {"random", "secrets"} or module.startswith("numpy.random")
    ]
    drawn += [name for name, text in texts(".py") if name.startswith("src/") and re.search(r"\bnp\.random\b", text)]
    assert drawn == [], "draws are addressed: use glasstown.kernels.philox"


def test_everything_public_is_documented():
    bare = []
    for name, tree in python("src/"):
        if ast.get_docstring(tree) is None:
            bare.append(name)
        homes = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
        for node in (node for home in homes for node in home.body):
            is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if is_public and ast.get_docstring(node) is None:
                bare.append(f"{name}:{node.name}")
    assert bare == []


def test_nothing_is_evaluated_as_code():
    called = [
        f"{name}:{node.lineno} {node.func.id}"
        for name, tree in python("src/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"eval", "exec", "compile"}
    ]
    assert called == []


def test_every_ignored_rule_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text()
    ignores = re.findall(r'^ +"[A-Z]+[0-9]*",.*$', text, flags=re.MULTILINE)
    relaxed = re.findall(r"^report\w+ = false.*$", text, flags=re.MULTILINE)
    assert len(ignores) > 5
    assert [line for line in ignores + relaxed if "# " not in line] == []


def test_a_silenced_line_says_why():
    """The reason stands behind the silenced rule or in a comment on the line above."""
    silent = []
    for name, text in texts(".py"):
        lines = text.splitlines()
        for number, line in enumerate(lines):
            mark = re.search(SILENCED, line)
            above = number > 0 and lines[number - 1].lstrip().startswith("# ")
            if mark and name.startswith("src/") and not mark.group(1).strip() and not above:
                silent.append(f"{name}:{number + 1}")
    assert silent == []
