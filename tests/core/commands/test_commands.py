from __future__ import annotations

import io
import json
import math
import subprocess
import sys

import numpy as np
import pytest
from safetensors.numpy import load_file

from core.blas_threads import VARIABLES, use_one_blas_thread
from core.commands import engine
from core.commands.console import Console
from core.commands.options import OptionError, read_data, read_shape
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.files import load_document
from core.kernels.engine import EngineChoice
from core.network import Network
from core.serial import from_versioned_json
from core.text import parse_network
from core.text.alignment import table
from tests.architecture.sources import ROOT
from tests.core.files.code.scripts import imported, network_of


@pytest.fixture
def trained(command, images, tmp_path):
    path = tmp_path / "run.workbench"
    command("train", "--network", "Conv(2, 3) BatchNorm Flatten Affine(3)", "--data", images, "--epochs", 1, "--out", path)
    return path


# -- info -----------------------------------------------------------------------------------------------------------


def test_that_info_tells_shapes_parameters_and_multiply_adds(command):
    said = command("info", "--network", "Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10)", "--input", "1x28x28", "--json")
    assert said.code == 0
    first = said.events[0]
    assert (first["kind"], first["output_shape"]) == ("Conv", [30, 24, 24])
    assert (first["parameters"], first["macs"]) == (30 * 25 + 30, 30 * 25 * 24 * 24)
    assert said.events[-1]["parameters"] == 30 * 26 + 4320 * 10 + 10
    assert said.events[-1]["problems"] == []


def test_that_info_is_a_table_for_people(command):
    lines = command("info", "--network", "Conv(30, 5) Flatten Affine(10)", "--data", "digits").out.splitlines()
    assert lines[1].split() == ["input", "1×8×8"]
    assert lines[2].split() == ["conv1", "Conv(30,", "5)", "30×4×4", "780", "12,000", "1,920"]
    assert lines[5].split() == ["all", "5,590", "16,800", "3,880"]


@pytest.mark.parametrize(("form", "begins"), [("text", "Layer "), ("csv", "layer,kind,"), ("markdown", "| Layer |")])
def test_that_the_table_comes_alone_in_three_forms(command, form, begins):
    said = command("info", "--network", "Conv(30, 5) Flatten Affine(10)", "--input", "1x8x8", "--table", form)
    assert said.out.startswith(begins)
    assert "Training needs" not in said.out


def test_that_info_says_what_is_wrong_and_what_helps(command):
    said = command("info", "--network", "Conv(3, 3) Affine(10)", "--input", "1x8x8")
    assert said.code == 2
    assert "Error: affine1: Affine needs a vector" in said.out
    assert "Put Flatten before" in said.out


def test_that_info_reads_a_document(command, trained):
    said = command("info", trained, "--json")
    assert said.code == 0
    assert said.events[-1]["input_shape"] == [1, 6, 6]


@pytest.mark.parametrize("text", ["", "1x", "0x3", "axb", "1x-2", "1.5"])
def test_that_a_shape_that_is_none_is_refused(text):
    with pytest.raises(OptionError):
        read_shape(text)


def test_that_a_shape_is_read():
    assert read_shape("1×28x28") == (1, 28, 28)
    assert read_shape("784") == (784,)


# -- export ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "load"), [("npz", np.load), ("safetensors", load_file)])
def test_that_weights_come_out_by_name(command, trained, form, load):
    assert command("export", trained, "--format", form).code == 0
    arrays = load(trained.with_suffix(f".{form}"))
    assert arrays["conv1.W"].shape == (2, 1, 3, 3)
    assert arrays["affine1.b"].shape == (3,)
    assert arrays["batchnorm1.running_mean"].shape == (2,)


def test_that_descriptions_come_out_as_text_and_json(command, trained):
    text = command("export", trained, "--format", "text").out
    experiment = from_versioned_json(Experiment, json.loads(command("export", trained, "--format", "json").out))
    assert parse_network(text) == experiment.network


def test_that_the_code_of_a_document_gives_its_scores(command, trained, tmp_path):
    assert command("export", trained, "--format", "npz", "-o", tmp_path / "weights.npz").code == 0
    assert command("export", trained, "--code", "numpy", "-o", tmp_path / "net.py").code == 0
    document = load_document(trained)
    network = Network(document.experiment.network, document.input_shape, seed=0)
    network.theta[...], network.buffers[...] = document.snapshots[-1].theta, document.snapshots[-1].buffers
    script = network_of(imported((tmp_path / "net.py").read_text(encoding="utf-8"), tmp_path))
    script.load(tmp_path / "weights.npz")
    x = np.random.default_rng(0).normal(size=(5, *document.input_shape)).astype(np.float32)
    assert script.predict(x).tobytes() == network.forward(x).tobytes()


def test_that_code_is_shown_in_both_languages(command, trained):
    assert "def backward(self, dout):" in command("export", trained, "--code", "numpy").out
    assert "(nn.Module):" in command("export", trained, "--code", "torch", "--json").events[0]["text"]
    assert command("export", trained, "--code", "torch", "--format", "json").code == 2


def test_that_an_export_to_a_file_says_where(command, trained, tmp_path):
    said = command("export", trained, "--format", "text", "-o", tmp_path / "net.txt", "--json")
    assert said.events == [{"event": "exported", "format": "text", "path": str(tmp_path / "net.txt")}]
    assert parse_network((tmp_path / "net.txt").read_text()) == parse_network("Conv(2, 3) BatchNorm Flatten Affine(3)")


# -- data -----------------------------------------------------------------------------------------------------------


def test_that_all_data_is_listed(command):
    names = [event["kind"] for event in command("data", "list", "--json").events]
    assert "Digits" in names
    assert "DrawnDigits(" in command("data", "list").out


def test_that_the_list_of_data_has_no_line_wider_than_a_screen(command):
    assert max(len(line) for line in command("data", "list").out.splitlines()) <= 150


@pytest.mark.parametrize("text", ["digits", "DIGITS", " Digits ", "Digits()"])
def test_that_names_of_data_do_not_mind_large_and_small_letters(text):
    assert read_data(text) == ComponentSpec("Digits")


def test_that_settings_of_data_are_read():
    assert read_data("drawndigits(samples=20000)") == ComponentSpec.of("DrawnDigits", samples=20000)


def test_that_a_folder_is_read_as_what_it_holds(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    with pytest.raises(OptionError, match="neither idx files"):
        read_data(str(folder))
    (folder / "cats").mkdir()
    assert read_data(str(folder)).kind == "ImageFolder"
    (folder / "train-images-idx3-ubyte").touch()
    assert read_data(str(folder)).kind == "IdxFolder"


# -- the program ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["trian"], ["data"], ["data", "show"], ["export", "a.workbench"]])
def test_that_an_incomplete_command_says_what_is_missing(command, arguments):
    said = command(*arguments)
    assert said.code == 2
    assert "--help" in said.err


def test_that_numbers_that_are_not_finite_are_null_in_json():
    out = io.StringIO()
    Console(out, io.StringIO(), as_json=True).event("a", x=math.nan, y=math.inf, z=1.5)
    assert json.loads(out.getvalue()) == {"event": "a", "x": None, "y": None, "z": 1.5}


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_that_the_bar_is_shown_to_somebody_who_watches_and_wiped_before_lines():
    screen = Screen()
    console = Console(screen, screen)
    console.progress(0.5, "epoch 1")
    console.line("done")
    assert " 50 %  epoch 1" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[Kdone\n")


@pytest.mark.parametrize("about", [{"as_json": True}, {"quiet": True}])
def test_that_programs_see_no_bar(about):
    screen = Screen()
    Console(screen, screen, **about).progress(0.5, "epoch 1")
    Console(io.StringIO(), io.StringIO()).progress(0.5, "epoch 1")
    assert screen.getvalue() == ""


def test_that_tables_are_aligned():
    assert table([("a", "1"), ("bcd", "22")], right=(1,)) == ["a     1", "bcd  22"]


def test_that_the_module_runs_as_a_program_with_one_thread_for_matrix_products():
    code = (
        "import os, sys; sys.argv = ['core', 'data', 'list', '--json']; from core.__main__ import main; main(); "
        f"assert all(os.environ[name] == '1' for name in {VARIABLES!r})"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(result.stdout.splitlines()[0])["event"] == "dataset"


def test_that_threads_cannot_be_chosen_after_numpy_is_loaded(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(RuntimeError, match="NumPy was imported"):
        use_one_blas_thread()
    environ = {"OPENBLAS_NUM_THREADS": "8"}
    use_one_blas_thread(environ)
    assert set(environ.values()) == {"1"}


def test_that_the_engine_is_measured_when_asked_and_kept(command, monkeypatch):
    fast = EngineChoice("winograd", 2)
    monkeypatch.setattr(engine, "measure", lambda: {EngineChoice(): 0.2, fast: 0.1})
    assert command("engine", "--json").events == [{"event": "engine", "engine": "direct-1"}]
    measured = command("engine", "--measure", "--json").events
    assert measured[1] == {"event": "measured", "engine": "winograd-2", "milliseconds": 100.0}
    assert command("engine").out == "Runs that are told nothing else compute by winograd-2.\n"
