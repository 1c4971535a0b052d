"""Every public function and method of the package, for tests that look at what they take and return."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

import glasstown
from repository import functions, python


def modules() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(glasstown.__path__, "glasstown.")]


def kernels() -> set[str]:
    """Functions that are arithmetic on columns of the engine, called by the engine alone."""
    return {
        f"{name.removeprefix('src/').removesuffix('.py').replace('/', '.')}.{function.name}"
        for name, tree in python("src/glasstown/")
        for function in functions(tree)
        if any(ast.unparse(mark).split(".")[-1] == "kernel" for mark in function.decorator_list)
    }


KERNELS = kernels()


def public(module_name: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function and every public method of a public class that a module defines."""
    module = importlib.import_module(module_name)
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", None) != module_name:
            continue
        if inspect.isclass(value):
            for method, member in vars(value).items():
                if callable(member) and not method.startswith("_"):
                    yield f"{name}.{method}", member
        elif callable(value) and f"{module_name}.{name}" not in KERNELS:
            yield name, value
