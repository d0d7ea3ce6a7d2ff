from __future__ import annotations

import ast
import json
import subprocess
import sys
from functools import cache

import pytest

from tests.architecture.sources import ROOT, place, python_files, tree


def modules_after(statement: str) -> set[str]:
    code = f"import json, sys; before = set(sys.modules); {statement}; print(json.dumps(sorted(set(sys.modules) - before)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(result.stdout))


def test_that_importing_the_engine_loads_nothing_but_itself():
    assert modules_after("import core") == {"core"}


@pytest.mark.parametrize("module", ["workbench", "workbench.system_check", "workbench.launcher.doors", "core.blas_threads"])
def test_that_what_runs_before_the_installation_needs_the_standard_library_alone(module):
    foreign = {name.partition(".")[0] for name in modules_after(f"import {module}")} - set(sys.stdlib_module_names)
    assert foreign <= {"core", "workbench"}


@pytest.mark.parametrize("module", ["core.training.trainer", "core.__main__", "core.registries"])
def test_that_the_engine_runs_without_a_window(module):
    loaded = {name.partition(".")[0] for name in modules_after(f"import {module}")}
    assert not loaded & {"PySide6", "shiboken6", "workbench"}


@cache
def calls(file):
    return [node for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}


def untranslatable(call):
    # The tools that collect strings read literals; anything else would be looked up under a text nobody has translated.
    texts = call.args[:1] if name_of(call) == "tr" else call.args[:2]
    return any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts)


def test_that_what_is_translated_is_a_literal():
    assert untranslatable(ast.parse('self.tr(f"{n} items")').body[0].value)
    assert not untranslatable(ast.parse('self.tr("{n} items").format(n=n)').body[0].value)
    found = [
        place(file, call.lineno)
        for file in python_files("workbench")
        for call in calls(file)
        if name_of(call) in TRANSLATORS and untranslatable(call)
    ]
    assert not found


def engine_calls(*names):
    for file in python_files("core"):
        yield from (place(file, call.lineno) for call in calls(file) if name_of(call) in names)


def test_that_the_engine_neither_prints_nor_asks():
    assert not [found for found in engine_calls("print", "input") if not found.startswith("core/commands/")]


def test_that_the_kernels_alone_share_their_work_with_a_thread():
    assert not [found for found in engine_calls("Thread", "Timer") if not found.startswith("core/kernels/workers.py:")]


def test_that_nothing_is_evaluated():
    found = [
        place(file, call.lineno)
        for file in python_files("core", "workbench")
        for call in calls(file)
        if isinstance(call.func, ast.Name) and call.func.id in {"eval", "exec", "compile", "__import__"}
    ]
    assert not found


def test_that_randomness_is_explicit():
    found = [
        place(file, call.lineno)
        for file in python_files("core", "workbench")
        for call in calls(file)
        if name_of(call) == "default_rng" and not call.args and not call.keywords
    ]
    assert not found
