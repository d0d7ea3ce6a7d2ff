from __future__ import annotations

import numpy as np
import pytest

from core.datasets.csv_file import CsvFile
from core.errors import DataError


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return str(path)


def refusal(path, **settings):
    with pytest.raises(DataError) as error:
        CsvFile(path=path, **settings).load(0)
    return error.value


@pytest.mark.parametrize("separator", [",", ";", "\t", ", "])
@pytest.mark.parametrize("header", ["", "width,length,kind\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_that_a_table_of_any_common_form_is_read(tmp_path, separator, header, end):
    text = (header + "1,2.5,0\n-3,4e1,1\n\n5,6,2\n").replace(",", separator).replace("\n", end)
    data = CsvFile(path=written(tmp_path, text)).load(0)
    assert data.task == "classification"
    assert np.array_equal(data.train.x, np.array([[1, 2.5], [-3, 40], [5, 6]], dtype=np.float32))
    assert data.train.t.tolist() == [0, 1, 2]
    assert data.classes == ("0", "1", "2")


def test_that_the_label_may_stand_first(tmp_path):
    data = CsvFile(path=written(tmp_path, "label,a,b\n1,10,20\n0,30,40\n"), label="first").load(0)
    assert data.train.t.tolist() == [1, 0]
    assert data.train.x.tolist() == [[10, 20], [30, 40]]


def test_that_a_byte_order_mark_is_no_part_of_the_first_cell(tmp_path):
    data = CsvFile(path=written(tmp_path, "1,0\n2,1\n", encoding="utf-8-sig")).load(0)
    assert data.train.x.tolist() == [[1], [2]]


@pytest.mark.parametrize(("text", "first"), [("1,0.5\n2,1\n", 0.5), ("1,-1\n2,1\n", -1), ("1,2000\n2,1\n", 2000)])
def test_that_other_numbers_are_values_to_predict(tmp_path, text, first):
    data = CsvFile(path=written(tmp_path, text)).load(0)
    assert data.task == "regression"
    assert data.train.t.shape == (2, 1)
    assert data.train.t[0, 0] == first


def test_that_whole_numbers_can_be_values_too(tmp_path):
    assert CsvFile(path=written(tmp_path, "1,3\n2,4\n"), task="regression").load(0).task == "regression"


def test_that_names_can_be_classes(tmp_path):
    data = CsvFile(path=written(tmp_path, "a,b,species\n1,2,setosa\n3,4,virginica\n5,6,setosa\n")).load(0)
    assert data.classes == ("setosa", "virginica")
    assert data.train.t.tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("1,2,0\n1,two,1\n", "csv_number", 2, 2),
        ("a,b,c\n1,2,0\n\n1,,1\n", "csv_number", 4, 2),
        ("1,2,0\n1,nan,1\n", "csv_number", 2, 2),
        ("1,2,0\n1,1e999,1\n", "csv_number", 2, 2),
        ("1,2,0\n1,2,x\n", "csv_number", 2, 3),
        ("1,2,x\n1,2,0\n", "csv_number", 1, 3),
        ("1,2,0\n1,2\n", "csv_columns", 2, None),
        ("1,2,0\n1,2,3,0\n", "csv_columns", 2, None),
        ("1\n2\n", "csv_narrow", 1, None),
        ("", "csv_empty", None, None),
        ("\n\n", "csv_empty", None, None),
        ("a,b,c\n", "csv_empty", None, None),
        (b"\xff\xfe\x00,1\n", "csv_broken", None, None),
        ("1,2\n" + "9" * 200_000 + ",1\n", "csv_broken", None, None),
    ],
)
def test_that_a_fault_is_named_with_its_place(tmp_path, text, code, line, column):
    path = written(tmp_path, text)
    error = refusal(path)
    assert error.code == code
    assert path in str(error)
    assert error.details.get("line") == line
    assert error.details.get("column") == column


def test_that_an_impossible_class_is_named(tmp_path):
    path = written(tmp_path, "1,0\n2,1.5\n")
    error = refusal(path, task="classification")
    assert (error.code, error.details["line"]) == ("csv_label", 2)
    assert refusal(written(tmp_path, "1,0\n2,5000\n"), task="classification").code == "label_range"
    assert refusal(written(tmp_path, "1,a\n2,b\n"), task="regression").code == "csv_number"


def test_that_too_large_a_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("core.datasets.reading.MOST_BYTES", 10)
    assert refusal(written(tmp_path, "1,2,0\n1,2,1\n")).code == "data_too_large"


def test_that_a_missing_file_is_named(tmp_path):
    assert refusal(str(tmp_path / "no.csv")).code == "no_file"
    assert refusal(str(tmp_path)).code == "no_file"


def test_that_progress_is_reported(tmp_path):
    seen = []
    CsvFile(path=written(tmp_path, "1,2,0\n" * 2000)).load(0, progress=seen.append)
    assert len(seen) == 4
    assert seen == sorted(seen)
