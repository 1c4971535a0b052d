"""A compiled kernel is kept under a name that covers every file it was compiled from."""

from __future__ import annotations

import ast

from glasstown.kernels.jit import ROOMS_WITH_KERNELS
from repository import functions, imported, python


def kernel_files() -> dict[str, ast.Module]:
    """Files that define a kernel."""
    return {
        name: tree
        for name, tree in python("src/glasstown/")
        if any(ast.unparse(mark) == "kernel" for function in functions(tree) for mark in function.decorator_list)
    }


def room(module: str) -> str:
    return module.split(".")[1]


def names_in_kernels(tree: ast.Module) -> set[str]:
    """Names that the bodies and defaults of a file's kernels read."""
    kernels = [f for f in functions(tree) if any(ast.unparse(mark) == "kernel" for mark in f.decorator_list)]
    return {node.id for kernel in kernels for node in ast.walk(kernel) if isinstance(node, ast.Name)}


def test_every_room_with_kernels_is_part_of_the_name_of_the_cache():
    assert {name.split("/")[2] for name in kernel_files()} <= set(ROOMS_WITH_KERNELS)


def test_what_kernels_read_from_elsewhere_is_part_of_the_name_too():
    """An edit of a constant that a kernel has compiled in must open a fresh cache."""
    outside = []
    for name, tree in kernel_files().items():
        used = names_in_kernels(tree)
        for node in tree.body:
            # A constant made from an import (`X = int(Code.X)`) brings that import into the kernel as well.
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if used & {target.id for target in targets if isinstance(target, ast.Name)}:
                    used |= {part.id for part in ast.walk(node.value) if isinstance(part, ast.Name)}
        for module, line in imported(tree):
            is_ours = module.startswith("glasstown.")
            if is_ours and module.split(".")[-1] in used and room(module) not in ROOMS_WITH_KERNELS:
                outside.append(f"{name}:{line} {module}")
    assert outside == []
