from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from core.datasets.image_folder import ImageFolder
from core.errors import DataError


def save(folder, name, pixels, mode=None):
    folder.mkdir(exist_ok=True)
    Image.fromarray(np.asarray(pixels, dtype=np.uint8), mode).save(folder / name)


@pytest.fixture
def pictures(tmp_path):
    for number, (name, suffix) in enumerate((("cat", "png"), ("dog", "bmp"), ("eel", "jpg"))):
        for index in range(2):
            save(tmp_path / name, f"{index}.{suffix}", np.full((10, 12), 40 + 80 * number + index))
    (tmp_path / "cat" / "notes.txt").write_text("not a picture")
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").mkdir()
    return tmp_path


def refusal(path, **settings):
    with pytest.raises(DataError) as error:
        ImageFolder(path=str(path), **settings).load(0)
    return error.value


def test_that_subfolders_are_classes(pictures):
    data = ImageFolder(path=str(pictures), size=0).load(0)
    assert data.classes == ("cat", "dog", "eel")
    assert data.train.t.tolist() == [0, 0, 1, 1, 2, 2]
    assert data.input_shape == (1, 10, 12)
    assert np.allclose(data.train.x.mean(axis=(1, 2, 3)), [40, 41, 120, 121, 200, 201], atol=1)


def test_that_pictures_are_scaled_and_given_three_channels(pictures):
    save(pictures / "cat", "large.png", np.zeros((100, 70, 3)))
    data = ImageFolder(path=str(pictures), size=16, colour="rgb").load(0)
    assert data.input_shape == (3, 16, 16)
    assert len(data.train) == 7


def test_that_colours_keep_their_order(tmp_path):
    save(tmp_path / "red", "a.png", np.full((4, 4, 3), (255, 0, 0)))
    assert ImageFolder(path=str(tmp_path), size=0, colour="rgb").load(0).train.x[0, :, 0, 0].tolist() == [255, 0, 0]


def test_that_transparent_parts_are_white(tmp_path):
    save(tmp_path / "ghost", "a.png", np.zeros((4, 4, 4)))
    assert (ImageFolder(path=str(tmp_path), size=0).load(0).train.x == 255).all()


def test_that_different_sizes_are_refused_unless_scaled(pictures):
    save(pictures / "dog", "other.png", np.zeros((10, 13)))
    error = refusal(pictures, size=0)
    assert error.code == "image_sizes"
    assert (error.details["received"], error.details["expected"]) == ("13×10", "12×10")
    assert "other.png" in str(error)
    assert len(ImageFolder(path=str(pictures), size=8).load(0).train) == 7


@pytest.mark.parametrize("data", [b"", b"no picture at all", b"\x89PNG\r\n\x1a\n broken"])
def test_that_a_broken_picture_is_named(pictures, data):
    (pictures / "dog" / "9.png").write_bytes(data)
    error = refusal(pictures)
    assert error.code == "image_broken"
    assert "9.png" in str(error)


def test_that_a_picture_cut_short_is_named(pictures):
    whole = (pictures / "eel" / "0.jpg").read_bytes()
    (pictures / "eel" / "0.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    assert refusal(pictures).code == "image_broken"


def test_that_a_huge_picture_is_refused_before_it_is_unpacked(pictures, monkeypatch):
    monkeypatch.setattr("core.datasets.image_folder._MOST_PIXELS", 119)
    assert refusal(pictures).code == "image_too_large"


def test_that_too_many_pictures_are_refused(pictures, monkeypatch):
    monkeypatch.setattr("core.datasets.reading.MOST_BYTES", 1000)
    assert refusal(pictures).code == "data_too_large"


def test_that_a_folder_without_pictures_is_named(tmp_path):
    assert refusal(tmp_path).code == "nothing_in_folder"
    assert refusal(tmp_path / "no").code == "no_folder"
