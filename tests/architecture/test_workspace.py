"""Who may reach the partnership's records, and who may change them."""

import ast

from architecture.tree import ROOT, python_files, text_of

WEB = ROOT / "src" / "wardmote" / "web"
# Layers that show or ask: they walk from whoever is signed in.
SHOWING = {"views", "presenters", "forms", "api"}
CHANGING = {"save", "create", "bulk_create", "delete", "update", "update_or_create", "get_or_create"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def showing():
    for path in python_files(below="src/wardmote/web"):
        layers = {part.removesuffix(".py") for part in path.relative_to(WEB).parts[1:]}
        if layers & SHOWING:
            yield path


def attributes(path):
    return [node for node in ast.walk(ast.parse(text_of(path))) if isinstance(node, ast.Attribute)]


def test_no_view_reaches_the_records_of_everybody():
    reached = {
        f"{path.relative_to(WEB)}:{node.lineno}"
        for path in showing()
        for node in attributes(path)
        # A choice of records begins as none, and is filled from whoever is signed in.
        if node.attr in MANAGERS and f"{ast.unparse(node)}.none()" not in text_of(path)
    }

    assert reached == set()


def test_only_actions_change_anything():
    changing = {
        f"{path.relative_to(WEB)}:{node.lineno}"
        for path in showing()
        for call in ast.walk(ast.parse(text_of(path)))
        if isinstance(call, ast.Call) and isinstance(node := call.func, ast.Attribute)
        if node.attr in CHANGING and not isinstance(node.value, ast.Name | ast.Constant)
    }

    assert changing == set()
