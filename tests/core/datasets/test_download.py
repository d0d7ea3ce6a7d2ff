from __future__ import annotations

import gzip
import hashlib
import socket
from dataclasses import replace

import numpy as np
import pytest

from core.datasets import catalogue
from core.datasets.base import Cancelled
from core.datasets.catalogue import RemoteSet, download_set
from core.datasets.download import RemoteFile, download
from core.errors import DataError
from tests.core.datasets.web import serving

PLAIN = np.random.default_rng(0).integers(0, 8, 400_000, dtype=np.uint8).tobytes()
PACKED = gzip.compress(PLAIN, mtime=0)
OTHER_PACKING = gzip.compress(PLAIN, compresslevel=1, mtime=7)


@pytest.fixture
def web():
    with serving({"/data.gz": PACKED, "/other.gz": OTHER_PACKING}) as server:
        yield server


@pytest.fixture
def file(web):
    return RemoteFile(
        name="data.gz",
        addresses=(f"{web.address}/data.gz",),
        size=len(PACKED),
        limit=1_000_000,
        checksum=hashlib.sha256(PLAIN).hexdigest(),
        of="unpacked",
    )


def refusal(file, folder, **more):
    with pytest.raises(DataError) as error:
        download(file, folder, **more)
    return error.value


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def part_of(folder):
    return next(path for path in folder.iterdir() if path.suffix == ".part")


def interrupt(file, folder, share=0.3):
    """Download until a share has come."""

    def stop(done):
        if done >= share:
            raise Cancelled

    with pytest.raises(Cancelled):
        download(file, folder, progress=stop)


def test_that_a_file_arrives_whole_and_progress_reaches_one(file, tmp_path):
    seen = []
    path = download(file, tmp_path / "new" / "folder", progress=seen.append)
    assert path.read_bytes() == PACKED
    assert seen == sorted(seen)
    assert seen[-1] == 1
    assert names(path.parent) == ["data.gz"]


def test_that_a_right_file_is_not_fetched_again(file, web, tmp_path):
    download(file, tmp_path)
    download(file, tmp_path)
    assert len(web.asked) == 1


def test_that_a_damaged_file_is_replaced(file, tmp_path):
    (tmp_path / "data.gz").write_bytes(PACKED[:1000])
    assert download(file, tmp_path).read_bytes() == PACKED


def test_that_any_packing_of_the_right_bytes_is_accepted(file, web, tmp_path):
    file = replace(file, addresses=(f"{web.address}/other.gz",))
    assert download(file, tmp_path).read_bytes() == OTHER_PACKING


def test_that_a_checksum_of_the_packed_file_is_checked_too(file, tmp_path):
    right = hashlib.md5(PACKED, usedforsecurity=False).hexdigest()
    assert download(replace(file, checksum=right, of="file"), tmp_path / "a").exists()
    assert refusal(replace(file, checksum="0" * 32, of="file"), tmp_path / "b").code == "checksum"


def test_that_a_cancelled_download_goes_on_where_it_stopped(file, web, tmp_path):
    interrupt(file, tmp_path)
    kept = part_of(tmp_path).stat().st_size
    assert 0 < kept < len(PACKED)
    assert not (tmp_path / "data.gz").exists()
    assert download(file, tmp_path).read_bytes() == PACKED
    assert web.asked[-1] == ("/data.gz", f"bytes={kept}-")
    assert names(tmp_path) == ["data.gz"]


def test_that_a_server_without_ranges_sends_all_again(file, web, tmp_path):
    interrupt(file, tmp_path)
    web.ranges = False
    assert download(file, tmp_path).read_bytes() == PACKED


def test_that_a_broken_line_is_taken_up_again(file, web, tmp_path):
    web.cut_after = len(PACKED) // 3 + 1
    assert download(file, tmp_path).read_bytes() == PACKED
    assert len(web.asked) == 3


def test_that_a_line_that_keeps_breaking_is_given_up_and_the_part_kept(file, web, tmp_path):
    web.cut_after = 1000
    error = refusal(file, tmp_path)
    assert error.code == "download_failed"
    assert "127.0.0.1" in error.details["reason"]
    assert part_of(tmp_path).stat().st_size == 3000


def test_that_a_complete_part_needs_only_its_name(file, tmp_path):
    interrupt(file, tmp_path, share=1.0)
    assert part_of(tmp_path).stat().st_size == len(PACKED)
    assert download(file, tmp_path).read_bytes() == PACKED


def test_that_a_spoilt_part_is_thrown_away_and_all_fetched_again(file, tmp_path):
    interrupt(file, tmp_path)
    part = part_of(tmp_path)
    part.write_bytes(b"?" * part.stat().st_size)
    assert download(file, tmp_path).read_bytes() == PACKED
    interrupt(replace(file, name="more.gz"), tmp_path)
    part_of(tmp_path).write_bytes(b"?" * (len(PACKED) + 5))
    assert download(replace(file, name="more.gz"), tmp_path).read_bytes() == PACKED


def test_that_a_wrong_file_is_not_kept(file, web, tmp_path):
    web.files["/data.gz"] = gzip.compress(PLAIN[:-1] + b"?")
    error = refusal(file, tmp_path)
    assert error.code == "checksum"
    assert error.details["expected"] == file.checksum
    assert names(tmp_path) == []


def test_that_a_page_instead_of_the_file_is_refused(file, web, tmp_path):
    web.files["/data.gz"] = b"<html>This file has moved.</html>"
    assert refusal(file, tmp_path).code == "checksum"
    assert names(tmp_path) == []


@pytest.mark.parametrize("honest", [True, False])
def test_that_too_large_a_file_is_stopped(file, web, tmp_path, honest):
    web.honest = honest
    assert refusal(replace(file, limit=len(PACKED) - 1), tmp_path).code == "download_size"
    assert names(tmp_path) == []


def test_that_a_gzip_bomb_is_stopped(file, web, tmp_path):
    web.files["/data.gz"] = gzip.compress(bytes(20_000_000))
    assert refusal(file, tmp_path).code == "checksum"
    assert names(tmp_path) == []


def test_that_progress_needs_no_announced_length(file, web, tmp_path):
    web.honest = False
    seen = []
    download(file, tmp_path, progress=seen.append)
    assert seen[-1] == 1


def dead_address():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{held.getsockname()[1]}/data.gz"


def test_that_a_living_address_follows_dead_ones(file, web, tmp_path):
    file = replace(file, addresses=(dead_address(), f"{web.address}/missing.gz", "ftp://127.0.0.1/data.gz", *file.addresses))
    assert download(file, tmp_path).read_bytes() == PACKED


def test_that_a_right_address_follows_one_with_another_file(file, web, tmp_path):
    web.files["/old.gz"] = gzip.compress(b"something else")
    file = replace(file, addresses=(f"{web.address}/old.gz", *file.addresses))
    assert download(file, tmp_path).read_bytes() == PACKED


def test_that_parts_of_different_packings_are_not_mixed(file, web, tmp_path):
    interrupt(replace(file, addresses=(f"{web.address}/other.gz",)), tmp_path)
    assert download(file, tmp_path).read_bytes() == PACKED
    assert web.asked[-1] == ("/data.gz", None)


def test_that_every_dead_address_is_told(file, web, tmp_path):
    error = refusal(replace(file, addresses=(dead_address(), f"{web.address}/missing.gz")), tmp_path)
    assert error.code == "download_failed"
    assert "404" in error.details["reason"]
    assert "refused" in error.details["reason"]


def test_that_a_silent_server_is_given_up(file, tmp_path, monkeypatch):
    monkeypatch.setattr("core.datasets.download.TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/data.gz"
        error = refusal(replace(file, addresses=(address,)), tmp_path)
    assert "timed out" in error.details["reason"]


def test_that_a_folder_that_cannot_be_made_is_named(file, tmp_path):
    (tmp_path / "taken").write_text("a file")
    assert refusal(file, tmp_path / "taken").code == "cannot_write"


def test_that_a_set_is_fetched_with_one_progress_and_stays(file, web, tmp_path):
    remote = RemoteSet("set", (file, replace(file, name="second.gz")), "made for a test")
    seen = []
    download_set(remote, tmp_path, progress=seen.append)
    assert names(tmp_path) == ["data.gz", "second.gz"]
    assert seen == sorted(seen)
    assert seen[-1] == 1
    asked = len(web.asked)
    download_set(remote, tmp_path)
    assert len(web.asked) == asked


@pytest.mark.parametrize("remote", [catalogue.MNIST, catalogue.FASHION_MNIST, catalogue.KMNIST, catalogue.CIFAR10])
def test_that_the_catalogue_is_complete(remote):
    assert remote.source
    for file in remote.files:
        assert file.addresses
        assert all(address.startswith(("https://", "http://")) and address.endswith(file.name) for address in file.addresses)
        assert len(file.checksum) in {32, 64}
        assert set(file.checksum) <= set("0123456789abcdef")
        assert 0 < file.size <= file.limit
    assert len({file.checksum for file in remote.files}) == len({file.name for file in remote.files}) == len(remote.files)
