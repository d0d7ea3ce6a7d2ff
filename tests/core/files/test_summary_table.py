"""The table of layers says the same in every form."""

from __future__ import annotations

import csv
import io

from core.files.summary_table import summary_table
from core.shapes import diagnose
from core.spec import LayerSpec, NetworkSpec
from core.text import parse_network

NETWORK = "Conv(4, 3, pad=1, name='first|one') Residual(ReLU Conv(4, 3, pad=1)) Flatten Affine(10)"


def written(text, form, shape=(1, 6, 6)):
    network = parse_network(text) if isinstance(text, str) else text
    return summary_table(network, shape, diagnose(network, shape), form)


def test_that_csv_has_plain_numbers_and_depths():
    rows = list(csv.DictReader(io.StringIO(written(NETWORK, "csv"))))
    assert [row["layer"] for row in rows] == ["input", "first|one", "residual1", "relu1", "conv2", "flatten1", "affine1", "all"]
    assert [row["depth"] for row in rows] == ["0", "0", "0", "1", "1", "0", "0", "0"]
    assert rows[4]["parameters"] == str(4 * 4 * 9 + 4)
    assert rows[4]["macs"] == str(4 * 36 * 4 * 9)
    assert rows[-1]["parameters"] == str(4 * 9 + 4 + 4 * 4 * 9 + 4 + 144 * 10 + 10)
    assert rows[4]["activation_bytes"] == str(4 * 4 * 36)


def test_that_markdown_is_one_table_whatever_names_hold():
    lines = written(NETWORK, "markdown").split("\n")
    assert lines[1] == "| - | - | - | -: | -: | -: |"
    assert {line.replace("\\|", "").count("|") for line in lines} == {7}
    assert "first\\|one" in lines[3]


def test_that_what_nobody_knows_is_a_question_mark():
    lines = written("Flatten Affine(10)", "text", shape=()).split("\n")
    assert lines[3].split()[-4:] == ["?", "?", "?", "?"]
    assert written("Flatten Affine(10)", "csv", shape=()).split("\n")[-1] == "all,,,0,,,,"


def test_that_no_name_becomes_a_formula_of_a_spreadsheet():
    layer = LayerSpec("ReLU", name="=1+1")
    assert "'=1+1,ReLU" in written(NetworkSpec((layer,)), "csv")
