"""The data panels: sources are chosen, set up, fetched; what cannot be loaded is said and changes nothing."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe, prepare
from core.errors import DataError
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.text import network_text, parse_network
from tests.workbench.panels.acting import Make
from workbench.data_views.balance import ClassBalance
from workbench.data_views.points import PointsView
from workbench.panels.data.panel import DataPanel
from workbench.panels.data_preview.panel import DataPreviewPanel
from workbench.panels.data_source.panel import DataSourcePanel
from workbench.panels.inspector.panel import InspectorPanel
from workbench.panels.palette.panel import PalettePanel
from workbench.panels.stack.panel import StackPanel
from workbench.plots.image_grid import ImageGrid
from workbench.status import RunState
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

DIGITS = Experiment(
    network=parse_network("Flatten Affine(16) ReLU Affine(10)"),
    data=DataRecipe(ComponentSpec("Digits"), validation=0.1, test=0.2),
)
WAIT = 8000
NOT_WORDS = re.compile(r"^[\d\W]+$|^Affine$|D·U|^U$|<b>")
"""Numbers, formulas, and names of the text form are the same in every language."""


def plain(text: str) -> str:
    """Return a text without the marks that say where its line may end."""
    return text.replace("\u2060", "").replace("\u00a0", " ")


Lab = tuple[Workspace, DataSourcePanel, DataPreviewPanel]


@pytest.fixture
def lab(qtbot: QtBot, make: Make) -> Iterator[Lab]:
    """The data lab with the 8×8 digits."""
    workspace = make(DIGITS)
    window = QWidget()
    qtbot.addWidget(window)
    source, preview = DataSourcePanel(workspace), DataPreviewPanel(workspace)
    row = QHBoxLayout(window)
    row.addWidget(source)
    row.addWidget(preview, 1)
    window.resize(1300, 900)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: preview.samples.samples() is not None, timeout=WAIT)
    yield workspace, source, preview
    source.loading.cancel()
    source.downloading.cancel()
    qtbot.waitUntil(lambda: source.downloading.remote is None, timeout=WAIT)
    window.close()


def source_of(workspace: Workspace) -> ComponentSpec:
    return workspace.experiment.data.source


def sentence(panel: QWidget, name: str) -> str:
    label = panel.findChild(QLabel, f"data_source.{name}.sentence")
    assert label is not None
    return label.text() if label.isVisibleTo(panel) else ""


def button(panel: QWidget, name: str) -> QPushButton:
    found = [each for each in panel.findChildren(QPushButton, f"data_source.{name}") if each.isVisibleTo(panel)]
    assert found, name
    return found[-1]


def type_into(qtbot: QtBot, panel: QWidget, name: str, text: str) -> None:
    edit = panel.findChild(QLineEdit, name)
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_that_noisy_spirals_are_chosen_and_seen_as_points(lab: Lab, qtbot: QtBot) -> None:
    workspace, source, preview = lab
    source.list.take("Spiral")
    qtbot.waitUntil(lambda: source_of(workspace).kind == "Spiral", timeout=WAIT)
    type_into(qtbot, source, "data_source.form.noise.field", "0.3")
    qtbot.waitUntil(lambda: dict(source_of(workspace).settings).get("noise") == 0.3, timeout=WAIT)
    qtbot.waitUntil(preview.samples.points.isVisible, timeout=WAIT)
    assert preview.samples.points.count == 350
    assert preview.samples.points.accessibleName() == "350 points"
    assert workspace.document.undo_stack.undoText() == "Data: Two spirals"


def test_that_images_are_paged_and_filtered_by_class_and_part(lab: Lab, qtbot: QtBot) -> None:
    _, _, preview = lab
    where = preview.findChild(QLabel, "preview.where")
    assert where is not None
    assert where.text() == "1–96 of 1,258"
    qtbot.mouseClick(preview.findChild(QWidget, "preview.on"), Qt.MouseButton.LeftButton)
    assert where.text() == "97–192 of 1,258"
    classes = preview.findChild(ComboBox, "preview.class")
    assert classes is not None
    classes.setCurrentIndex(classes.findData("3"))
    classes.taken.emit("3")
    assert where.text().startswith("1–96 of 1")
    parts = preview.findChild(Segmented, "preview.part")
    assert parts is not None
    parts.take("validation")
    shown = preview.samples.samples()
    assert shown is not None
    assert where.text().endswith(f"of {int((shown.t == 3).sum())}")
    assert set(preview.samples.grid._labels) == {"3"}


def test_that_balance_figures_and_attribution_are_shown(lab: Lab) -> None:
    _, _, preview = lab
    said = [label.text() for label in preview.findChildren(QLabel)]
    assert "1,258" in said
    assert "0 … 16.00" in said
    assert any("Alpaydin" in text for text in said)
    balance = preview.findChild(ClassBalance)
    assert balance is not None
    assert balance.accessibleDescription().startswith("0: ")
    assert len(balance.bars()) == 10


def test_that_a_broken_csv_says_its_line_and_leaves_the_experiment(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    workspace, source, _ = lab
    before, data = workspace.experiment, workspace.data
    path = tmp_path / "broken.csv"
    path.write_text("1,2,0\n3,4,1\n5,six,1\n" + "7,8,0\n" * 20)
    source.list.take("CsvFile")
    assert "Choose a file or folder" in sentence(source, "hint")
    type_into(qtbot, source, "data_source.form.path.text", str(path))
    qtbot.waitUntil(lambda: sentence(source, "trouble") != "", timeout=WAIT)
    assert "line 3" in sentence(source, "trouble")
    assert workspace.experiment == before
    assert workspace.data is data
    path.write_text("1,2,0\n3,4,1\n5,6,1\n" + "7,8,0\n" * 20)
    qtbot.mouseClick(button(source, "again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: source_of(workspace).kind == "CsvFile", timeout=WAIT)
    assert sentence(source, "trouble") == ""


def test_that_a_missing_file_can_be_left_for_the_data_in_use(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    workspace, source, _ = lab
    source.list.take("NpzFile")
    type_into(qtbot, source, "data_source.form.path.text", str(tmp_path / "none.npz"))
    qtbot.waitUntil(lambda: "there is no such file" in sentence(source, "trouble"), timeout=WAIT)
    qtbot.mouseClick(button(source, "back"), Qt.MouseButton.LeftButton)
    assert sentence(source, "trouble") == ""
    assert source.list.currentItem().text(0) == "Digits 8×8"
    assert source_of(workspace).kind == "Digits"


def test_that_a_network_is_matched_to_data_with_other_classes(lab: Lab, qtbot: QtBot) -> None:
    workspace, source, _ = lab
    source.list.take("ThreeSpirals")
    qtbot.waitUntil(lambda: sentence(source, "mismatch") != "", timeout=WAIT)
    assert "does not fit this data" in sentence(source, "mismatch")
    qtbot.mouseClick(button(source, "fix.match_output"), Qt.MouseButton.LeftButton)
    assert network_text(workspace.experiment.network) == "Flatten Affine(16) ReLU Affine(3)"
    assert sentence(source, "mismatch") == ""


def test_that_a_network_that_fits_is_offered_with_its_outputs_matched(lab: Lab, qtbot: QtBot) -> None:
    workspace, source, _ = lab
    workspace.apply(replace(workspace.experiment, network=parse_network("Conv(4, 3) ReLU Flatten Affine(10)")), "conv")
    source.list.take("ThreeSpirals")
    qtbot.waitUntil(lambda: sentence(source, "mismatch") != "", timeout=WAIT)
    offered = [each for each in source.findChildren(QPushButton) if each.isVisibleTo(source) and ".use." in each.objectName()]
    assert offered[0].objectName() == "data_source.use.playground"
    qtbot.mouseClick(button(source, "use.playground"), Qt.MouseButton.LeftButton)
    assert network_text(workspace.experiment.network) == "Affine(4) Tanh Affine(2) Tanh Affine(3)"
    diagnosis = workspace.diagnosis()
    assert diagnosis is not None
    assert diagnosis.ok


def test_that_data_to_regress_takes_a_loss_that_fits(lab: Lab, qtbot: QtBot) -> None:
    workspace, source, preview = lab
    source.list.take("Sine")
    qtbot.waitUntil(lambda: source_of(workspace).kind == "Sine", timeout=WAIT)
    assert workspace.experiment.training.loss.kind == "MeanSquared"
    qtbot.waitUntil(preview.samples.points.isVisible, timeout=WAIT)
    workspace.document.undo_stack.undo()
    assert workspace.experiment == DIGITS
    assert source.list.currentItem().text(0) == "Digits 8×8"


def test_that_a_trained_run_is_kept_until_it_is_begun_anew_and_undo_goes_on_with_it(lab: Lab, qtbot: QtBot) -> None:
    workspace, source, _ = lab
    workspace.step_batch()
    qtbot.waitUntil(lambda: workspace.run.iteration == 1, timeout=WAIT)
    own = workspace.data
    source.list.take("Circle")
    qtbot.waitUntil(lambda: source_of(workspace).kind == "Circle", timeout=WAIT)
    assert workspace.run.iteration == 1
    assert workspace.data is not own
    assert workspace.data is not None
    assert workspace.data.input_shape == (2,)
    workspace.document.undo_stack.undo()
    assert workspace.data is own
    assert workspace.status.state is RunState.PAUSED


def test_that_preparation_is_part_of_the_document(lab: Lab, qtbot: QtBot) -> None:
    workspace, source, _ = lab
    parts = source.findChild(Segmented, "data_source.preparation.scaling.choice")
    assert parts is not None
    parts.take("standard")
    qtbot.waitUntil(lambda: workspace.experiment.data.scaling == "standard", timeout=WAIT)
    field = source.findChild(NumberField, "data_source.preparation.validation.field")
    assert field is not None
    type_into(qtbot, source, field.objectName(), "0.3")
    qtbot.waitUntil(lambda: workspace.experiment.data.validation == 0.3, timeout=WAIT)
    assert workspace.data is not None
    assert len(workspace.data.validation) == round(0.3 * 1797)
    assert abs(float(workspace.data.train.x.mean())) < 1e-4


def test_that_a_set_is_downloaded_with_progress_and_then_loaded(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace, source, _ = lab
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))
    go_on = threading.Event()

    def fetch(remote, folder, progress):
        progress(0.4)
        assert go_on.wait(5)
        folder.mkdir(parents=True)
        (folder / "broken").write_text("")
        progress(1.0)

    monkeypatch.setattr("workbench.panels.data_source.downloading.download_set", fetch)
    source.list.take("Mnist")
    assert "MNIST is not on this machine yet. It is 11.5 MB to fetch." in sentence(source, "hint")
    shares: list[float] = []
    source.downloading.progressed.connect(lambda share, _left: shares.append(share))
    qtbot.mouseClick(button(source, "download"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 0.4 in shares, timeout=WAIT)
    assert not button(source, "download").isEnabled()
    with qtbot.waitSignal(source.downloading.finished, timeout=WAIT):
        go_on.set()
    assert source_of(workspace).kind == "Digits"


def test_that_a_download_is_cancelled(lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, source, _ = lab
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))
    pieces = threading.Event()

    def fetch(remote, folder, progress):
        while not pieces.wait(0.005):
            progress(0.1)

    monkeypatch.setattr("workbench.panels.data_source.downloading.download_set", fetch)
    source.list.take("Kmnist")
    qtbot.mouseClick(button(source, "download"), Qt.MouseButton.LeftButton)
    cancel = source.findChild(QWidget, "data_source.progress.cancel")
    assert cancel is not None
    qtbot.waitUntil(cancel.isVisible)
    with qtbot.waitSignal(source.downloading.failed, timeout=WAIT):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert sentence(source, "trouble") == ""
    assert button(source, "download").isEnabled()


def test_that_a_failed_download_says_why(lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, source, _ = lab
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))

    def fetch(remote, folder, progress):
        raise DataError("download_failed", address="https://example.org/x.gz", reason="no route")

    monkeypatch.setattr("workbench.panels.data_source.downloading.download_set", fetch)
    source.list.take("FashionMnist")
    qtbot.mouseClick(button(source, "download"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no route" in sentence(source, "trouble"), timeout=WAIT)
    assert "choose a local folder" in sentence(source, "trouble")


def test_that_the_small_panel_shows_one_digit_of_each_class_and_opens_the_lab(make: Make, qtbot: QtBot) -> None:
    workspace = make(DIGITS)
    panel = DataPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(285, 140)
    panel.show()
    qtbot.waitExposed(panel)
    strip = panel.findChild(ImageGrid)
    split = panel.findChild(QLabel, "data.split")
    assert strip is not None
    assert split is not None
    qtbot.waitUntil(lambda: len(strip._images) == 10, timeout=WAIT)
    assert strip.isVisible()
    assert plain(split.text()) == "1,258 train · 180 validation · 359 test"
    with qtbot.waitSignal(workspace.lab_wanted) as asked:
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton)
    assert asked.args == ["data"]
    with qtbot.waitSignal(workspace.lab_wanted):
        qtbot.keyClick(panel, Qt.Key.Key_Return)


def test_that_the_small_panel_shows_points_of_the_plane(make: Make, qtbot: QtBot) -> None:
    workspace = make(replace(DIGITS, network=parse_network("Affine(2)"), data=DataRecipe(ComponentSpec("Moons"))))
    panel = DataPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(285, 140)
    panel.show()
    qtbot.waitExposed(panel)
    points = panel.findChild(PointsView)
    assert points is not None
    qtbot.waitUntil(points.isVisible, timeout=WAIT)
    assert points.geometry().bottom() < panel.height()


def test_that_the_numbers_of_other_data_never_stand_under_a_new_name(make: Make, qtbot: QtBot) -> None:
    panel = DataPanel(make(DIGITS))
    qtbot.addWidget(panel)
    panel.show()
    split = panel.findChild(QLabel, "data.split")
    assert split is not None
    qtbot.waitUntil(lambda: "train" in plain(split.text()), timeout=WAIT)
    recipe = DataRecipe(ComponentSpec.of("Circle", samples=60))
    data = prepare(recipe, 0)
    digits = split.text()
    panel.workspace.apply_data(replace(panel.workspace.experiment, data=recipe), data, "Data")
    assert split.text() != digits
    qtbot.waitUntil(lambda: " train" in plain(split.text()), timeout=WAIT)


class Marked(QTranslator):
    """A language in which every text is marked, so that one without a translator's mark is found."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"«{source}»"


def test_that_every_text_changes_with_the_language(lab: Lab, qapp: QApplication) -> None:
    workspace, source, preview = lab
    stack = StackPanel(workspace, source.window())
    inspector = InspectorPanel(workspace, source.window())
    palette = PalettePanel(workspace, source.window())
    for panel in (stack, inspector, palette):
        panel.show()
    workspace.select("affine1")
    language = Marked()
    qapp.installTranslator(language)
    QCoreApplication.processEvents()
    plain = {
        f"{type(panel).__name__}: {label.text()}"
        for panel in (source, preview, stack, inspector, palette)
        for label in panel.findChildren(QLabel)
        if label.isVisible() and label.text() and "«" not in label.text() and not NOT_WORDS.search(label.text())
    }
    names = {block.accessibleName() for block in (stack.canvas.blocks["input"], stack.canvas.blocks["loss"])}
    qapp.removeTranslator(language)
    QCoreApplication.processEvents()
    assert not plain
    assert all("«" in name for name in names)
    assert source.list.topLevelItem(0).text(0) == "Images"
