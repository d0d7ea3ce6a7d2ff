from __future__ import annotations

import json
import os
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import CoreError, FileError
from core.files import RunDocument, load_document, save_document
from core.training.events import Changed, Evaluated
from core.training.history import History
from core.training.kept_run import MOST_SNAPSHOTS, KeptRun, Note, RunAbout, thinned
from core.training.session import Session
from tests.core.small_runs import run_steps, same_bits, small_data, small_experiment, small_session

PARTS = ("manifest.json", "experiment.json", "run.json", "view.json", "arrays.safetensors", "history.safetensors")


def document_after(steps: int) -> RunDocument:
    session, history = small_session(), History()
    snapshots = [session.snapshot()]
    for n in range(steps):
        history.add_steps([session.step()])
        if n % 3 == 2:
            snapshots.append(session.snapshot(resumable=n % 2 == 0))
    history.add(Evaluated(steps, session.epochs_done, *session.evaluate(session.data.validation)))
    history.add(Changed(steps, replace(session.training, batch_size=10)))
    if snapshots[-1].iteration == steps:
        snapshots.pop()
    snapshots.append(session.snapshot())
    view = {"lab": "train", "docks": [1, 2.5, None, "ほん"], "nested": {"a": True}}
    return RunDocument(session.experiment, tuple(snapshots), history.curves(), view, session.data.input_shape)


@pytest.fixture(scope="module")
def document():
    return document_after(10)


@pytest.fixture
def saved(document, tmp_path):
    path = tmp_path / "run.workbench"
    save_document(path, document)
    return path


def assert_same(one: RunDocument, other: RunDocument) -> None:
    assert (one.experiment, dict(one.view), one.input_shape) == (other.experiment, dict(other.view), other.input_shape)
    assert len(one.snapshots) == len(other.snapshots)
    for a, b in zip(one.snapshots, other.snapshots, strict=True):
        assert [getattr(a, n) for n in ("iteration", "epoch", "offset", "updates", "training", "resumable")] == [
            getattr(b, n) for n in ("iteration", "epoch", "offset", "updates", "training", "resumable")
        ]
        assert same_bits(a.theta, b.theta)
        assert same_bits(a.buffers, b.buffers)
        assert a.memory.keys() == b.memory.keys()
        assert all(same_bits(a.memory[name], b.memory[name]) for name in a.memory)
    if one.curves is None or other.curves is None:
        assert one.curves is other.curves
    else:
        assert same_bits(one.curves.steps, other.curves.steps)
        assert same_bits(one.curves.evaluations, other.curves.evaluations)
        assert one.curves.changes == other.curves.changes


def test_that_a_document_comes_back_as_it_was(document, saved):
    assert_same(load_document(saved), document)


@pytest.mark.parametrize("document", [RunDocument(small_experiment()), RunDocument(small_experiment("Flatten"))])
def test_that_a_document_without_a_run_comes_back(document, tmp_path):
    save_document(tmp_path / "a.workbench", document)
    assert_same(load_document(tmp_path / "a.workbench"), document)


@pytest.mark.parametrize("network", ["Affine(3)", "Conv(4, 90) Flatten", "Residual(Conv(4, 3))"])
def test_that_a_network_under_work_that_does_not_fit_its_data_comes_back(network, tmp_path):
    document = RunDocument(small_experiment(network), input_shape=(1, 6, 6))
    save_document(tmp_path / "a.workbench", document)
    assert_same(load_document(tmp_path / "a.workbench"), document)


def test_that_a_network_without_parameters_is_kept(tmp_path):
    session = Session(small_experiment("GlobalAveragePool Flatten"), small_data())
    document = RunDocument(session.experiment, (session.snapshot(),), None, {}, session.data.input_shape)
    save_document(tmp_path / "a.workbench", document)
    assert_same(load_document(tmp_path / "a.workbench"), document)


@pytest.mark.parametrize("optimizer", ["Adam(lr=0.01)", "SGD(lr=0.1)"])
def test_that_training_goes_on_as_if_the_file_had_never_been_closed(tmp_path, optimizer):
    unbroken = small_session(optimizer=optimizer)
    losses = run_steps(unbroken, 18)
    first = small_session(optimizer=optimizer)
    assert run_steps(first, 11) == losses[:11]
    save_document(tmp_path / "a.workbench", RunDocument(first.experiment, (first.snapshot(),)))
    opened = load_document(tmp_path / "a.workbench")
    again = Session(opened.experiment, small_data(), snapshot=opened.snapshots[-1])
    assert run_steps(again, 7) == losses[11:]
    assert same_bits(again.network.theta, unbroken.network.theta)
    assert same_bits(again.network.buffers, unbroken.network.buffers)
    assert all(same_bits(again.optimizer.state[name], unbroken.optimizer.state[name]) for name in unbroken.optimizer.state)


def test_that_the_same_document_is_the_same_bytes(document, saved, tmp_path):
    save_document(tmp_path / "other.workbench", document)
    assert (tmp_path / "other.workbench").read_bytes() == saved.read_bytes()


def test_that_numbers_that_are_not_finite_survive_in_the_curves(tmp_path):
    history = History()
    history.add(Evaluated(1, 0.1, float("inf"), float("nan")))
    save_document(tmp_path / "a.workbench", RunDocument(small_experiment(), (), history.curves()))
    row = load_document(tmp_path / "a.workbench").curves.evaluations[0]
    assert np.isinf(row[2])
    assert np.isnan(row[3])


# -- saving ---------------------------------------------------------------------------------------------------------


def test_that_a_failed_save_leaves_the_old_file_and_nothing_else(saved, document, monkeypatch):
    before = saved.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=r"No space left.*Choose another place"):
        save_document(saved, document)
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_that_a_folder_that_is_not_there_is_an_error_with_a_remedy(document, tmp_path):
    with pytest.raises(FileError) as caught:
        save_document(tmp_path / "nowhere" / "a.workbench", document)
    assert caught.value.code == "cannot_write"


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of Unix")
def test_that_permissions_and_links_are_kept(saved, document):
    saved.chmod(0o640)
    link = saved.with_name("link.workbench")
    link.symlink_to(saved)
    save_document(link, document)
    assert link.is_symlink()
    assert saved.stat().st_mode & 0o777 == 0o640


def test_that_a_limit_keeps_the_first_the_newest_and_an_even_choice():
    snapshots = document_after(30).snapshots
    size = max(s.nbytes for s in snapshots)
    kept = thinned(snapshots, 5 * size)
    assert [kept[0], kept[-1]] == [snapshots[0], snapshots[-1]]
    assert len(kept) == 5
    gaps = np.diff([s.iteration for s in kept])
    assert gaps.max() <= 4 * gaps.min()
    assert thinned(snapshots, 0) == [snapshots[0], snapshots[-1]]
    assert thinned(snapshots[:1], 0) == list(snapshots[:1])
    assert thinned((), 0) == []
    assert len(thinned([snapshots[0]] * 2000, 10**12)) == MOST_SNAPSHOTS


# -- files that are not what they should be ---------------------------------------------------------------------------


def rewritten(path, **changed):
    """Write the zip again with some parts changed; None leaves one out."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in PARTS}
    parts |= {name.replace("_", "."): content for name, content in changed.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def refusal(path) -> str:
    with pytest.raises(FileError) as caught:
        load_document(path)
    message = str(caught.value)
    assert str(path) in message
    return message


def test_that_a_missing_file_is_named(tmp_path):
    assert "no such file" in refusal(tmp_path / "a.workbench")


def test_that_a_folder_is_not_a_document(tmp_path):
    assert "not a workbench document" in refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", b"\x00" * 1000, b"PK\x05\x06" + b"\x00" * 18])
def test_that_another_kind_of_file_is_refused(tmp_path, content):
    path = tmp_path / "a.workbench"
    path.write_bytes(content)
    refusal(path)


@pytest.mark.parametrize("part", PARTS)
def test_that_a_missing_part_is_named(saved, part):
    assert part in refusal(rewritten(saved, **{part.replace(".", "_"): None}))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 5000, b"[]", b'{"format": true', b"9" * 20])
def test_that_rubbish_in_a_part_is_refused_with_its_name(saved, part, content):
    message = refusal(rewritten(saved, **{part.replace(".", "_"): content}))
    assert part in message or "not a document of the workbench" in message


def test_that_another_programs_zip_is_not_taken_for_a_document(saved):
    assert "not a document of the workbench" in refusal(rewritten(saved, manifest_json=b'{"program": "writer", "format": 1}'))


@pytest.mark.parametrize("part", ["manifest.json", "experiment.json"])
def test_that_a_newer_document_asks_for_an_update(saved, part):
    with zipfile.ZipFile(saved) as archive:
        data = json.loads(archive.read(part))
    data["format"] = 99
    message = refusal(rewritten(saved, **{part.replace(".", "_"): json.dumps(data).encode()}))
    assert "99" in message
    assert "Update the program" in message


def test_that_a_part_that_claims_to_unpack_to_gigabytes_is_not_unpacked(saved, monkeypatch):
    monkeypatch.setattr("core.files.archive.MOST_TEXT_BYTES", 100_000)
    rewritten(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in PARTS}
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name.endswith(".safetensors") else zipfile.ZIP_DEFLATED
            archive.writestr(name, b" " * 200_000 + content if name == "view.json" else content, stored)
    assert "claims to unpack to 200,0" in refusal(saved)


def test_that_packed_arrays_are_refused_for_what_they_may_unpack_to(saved):
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in PARTS}
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "arrays.safetensors" in refusal(saved)


def changed_run(saved, edit):
    with zipfile.ZipFile(saved) as archive:
        data = json.loads(archive.read("run.json"))
    edit(data)
    return rewritten(saved, run_json=json.dumps(data).encode())


@pytest.mark.parametrize(
    "edit",
    [
        lambda run: run["moments"][0].update(iteration=10**6),
        lambda run: run["moments"][0].update(epoch=-1),
        lambda run: run["moments"][0].update(training=7),
        lambda run: run["moments"][0].update(memory=["m"]),
        lambda run: run["moments"][0].update(resumable=False),
        lambda run: run["moments"].append({**run["moments"][-1], "iteration": 10**6}),
        lambda run: run.update(input_shape=[1, 9, 9]),
        lambda run: run.update(input_shape=[36]),
        lambda run: run["trainings"][0]["optimizer"].update(kind="SGD"),
        lambda run: run["trainings"][0].update(batch_size="many"),
        lambda run: run.update(surprise=1),
    ],
)
def test_that_parts_that_contradict_each_other_are_refused(saved, edit):
    refusal(changed_run(saved, edit))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_that_no_flipped_bit_goes_unseen(saved, document, data):
    content = bytearray(saved.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    path = saved.with_name("flipped.workbench")
    path.write_bytes(content)
    try:
        opened = load_document(path)
    except FileError:
        return
    assert_same(opened, document)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_that_a_file_that_is_cut_short_is_refused(saved, share):
    content = saved.read_bytes()
    path = saved.with_name("cut.workbench")
    path.write_bytes(content[: int(share * len(content))])
    refusal(path)


def test_that_a_state_of_another_network_is_refused_by_the_session():
    other = small_session(network="Flatten Affine(3)").snapshot()
    with pytest.raises(CoreError, match=r"parameters"):
        Session(small_experiment(), small_data(), snapshot=other)


# -- the other runs of a document -------------------------------------------------------------------------------------


def kept_run(place: int, *notes: Note) -> KeptRun:
    document = document_after(9)
    about = RunAbout(place, name="a name", starred=True, outcome="patience", pauses=(3,), notes=notes)
    return KeptRun(about, document.experiment, document.curves, document.snapshots, document.input_shape)


def test_that_kept_runs_come_back_with_their_numbers_states_and_notes(tmp_path):
    kept = (kept_run(1, Note(4, "here")), kept_run(3))
    path = save_document(tmp_path / "a.workbench", replace(document_after(5), about=RunAbout(2), kept=kept))
    again = load_document(path)
    assert again.about == RunAbout(2)
    assert [run.about for run in again.kept] == [run.about for run in kept]
    for one, other in zip(again.kept, kept, strict=True):
        assert one.experiment == other.experiment
        assert same_bits(one.curves.steps, other.curves.steps.copy())
        assert same_bits(one.snapshots[-1].theta, other.snapshots[-1].theta)


def test_that_a_document_without_other_runs_is_read(saved, document):
    assert load_document(saved).kept == ()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"kept": 3}', b'{"kept": [{}]}', b'{"kept": [], "present": {"place": 0}}'])
def test_that_rubbish_in_the_list_of_runs_is_refused_with_its_name(saved, content):
    assert "runs.json" in refusal(rewritten(saved, runs_json=content))


def test_that_a_missing_part_of_a_kept_run_is_named(tmp_path):
    path = save_document(tmp_path / "a.workbench", replace(document_after(5), about=RunAbout(2), kept=(kept_run(1),)))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "runs/0/history.safetensors"}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "runs/0/history.safetensors" in refusal(path)
