"""The package has no senses: it opens no line, runs no program, recognises nothing, and loads no foreign objects."""

from __future__ import annotations

import ast
import sys

from repository import imported, python

THIRD_PARTY = {
    "altair", "jinja2", "markupsafe", "numba", "numpy", "polars", "pyarrow", "rich", "scipy", "tree_sitter",
    "tree_sitter_toml",    "typer", "vl_convert",
}  # fmt: skip
DOORS = {
    "asyncio", "ctypes", "dbm", "ftplib", "http", "imaplib", "marshal", "multiprocessing", "pickle", "poplib", "shelve",
    "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "telnetlib", "urllib", "wave", "xmlrpc",
}  # fmt: skip


def test_only_known_packages_are_imported():
    strangers = [
        f"{name}:{line} {module}"
        for name, tree in python("src/")
        for module, line in imported(tree)
        if module.split(".")[0] not in THIRD_PARTY | set(sys.stdlib_module_names) | {"glasstown"}
    ]
    assert strangers == [], "what recognises, matches or fetches is not imported; a dependency needs an ADR"


def test_no_line_to_the_outside_is_opened():
    opened = [
        f"{name}:{line} {module}"
        for name, tree in python("src/")
        for module, line in imported(tree)
        if module.split(".")[0] in DOORS
    ]
    assert opened == [], "no camera, telephone, court or bank: a sensor is a probability"


def test_no_foreign_object_is_loaded():
    loads = [
        f"{name}:{node.lineno}"
        for name, tree in python("src/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"np.load", "numpy.load"}
        and not any(word.arg == "allow_pickle" and ast.unparse(word.value) == "False" for word in node.keywords)
    ]
    assert loads == []


def test_tables_of_people_are_not_read_where_people_are_made():
    """Only the ledger, and what reads runs, opens tables; society, behaviours, scheme and engine open none."""
    readers = (
        "read_csv",
        "read_parquet",
        "scan_csv",
        "scan_parquet",
        "read_excel",
        "read_database",
        "read_json",
        "scan_ndjson",
    )
    read = [
        f"{name}:{node.lineno} {node.attr}"
        for name, tree in python("src/glasstown/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in readers
        if not name.startswith(("src/glasstown/ledger/", "src/glasstown/audit/", "src/glasstown/report/"))
    ]
    assert read == []
