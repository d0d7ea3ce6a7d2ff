"""What `diagnose` finds and which edits it offers."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.fields import ComponentSpec
from core.losses import LOSSES
from core.shapes import Diagnosis, diagnose
from core.spec import LayerSpec, NetworkSpec
from core.text import network_text, parse_network
from tests.core.specs import components, networks

IMAGE = (1, 28, 28)


def look(text: str, shape: tuple[int, ...] = IMAGE, **more: Any) -> Diagnosis:
    return diagnose(parse_network(text), shape, **more)


@pytest.mark.parametrize(
    ("text", "shape", "code", "fix", "fixed"),
    [
        ("Conv(8, 3) Affine(10)", IMAGE, "needs_vector", "insert_flatten", "Conv(8, 3) Flatten Affine(10)"),
        ("Flatten Conv(8, 3)", IMAGE, "needs_image", "remove_layer", "Conv(8, 3)"),
        ("Conv(8, 3)", (784,), "needs_image", "insert_reshape", "Reshape((1, 28, 28)) Conv(8, 3)"),
        ("Conv(8, 3)", (48,), "needs_image", "insert_reshape", "Reshape((3, 4, 4)) Conv(8, 3)"),
        ("Conv(8, 5)", (1, 3, 4), "kernel_too_large", "set_pad", "Conv(8, 5, pad=2)"),
        ("MaxPool(2)", (8, 1, 1), "kernel_too_large", "remove_layer", ""),
        ("MaxPool(3, stride=1, pad=3)", (8, 6, 6), "pool_pad", "set_pad", "MaxPool(3, stride=1, pad=1)"),
        ("Conv(6, 3, groups=4)", (4, 8, 8), "groups_do_not_divide", "set_groups", "Conv(6, 3, groups=2)"),
        ("Reshape((2, 2))", (5,), "reshape_size", "remove_layer", ""),
        ("Residual(Conv(8, 1))", IMAGE, "shortcut_differs", "project_shortcut", "Residual(Conv(8, 1), shortcut='projection')"),
        ("Residual(Conv(1, 3))", IMAGE, "shortcut_differs", "keep_sizes", "Residual(Conv(1, 3, pad=1))"),
        ("Residual(Conv(8, 3))", IMAGE, "shortcut_differs", "keep_sizes_and_project",
         "Residual(Conv(8, 3, pad=1), shortcut='projection')"),
        ("Parallel([Conv(8, 1)], [Conv(4, 3)])", IMAGE, "branches_differ", "keep_sizes",
         "Parallel([Conv(8, 1)], [Conv(4, 3, pad=1)])"),
        ("Parallel([Affine(3)], [Affine(4)], merge='add')", (5,), "branches_differ", "set_merge",
         "Parallel([Affine(3)], [Affine(4)])"),
    ],
)  # fmt: skip
def test_that_a_misfit_is_named_with_the_edit_that_helps(text, shape, code, fix, fixed) -> None:
    (error,) = look(text, shape).errors
    assert (error.code, error.fixes[0].code) == (code, fix)
    assert error.layer_id in [layer.id for layer in parse_network(text).walk()]
    assert network_text(error.fixes[0].network) == fixed
    assert diagnose(error.fixes[0].network, shape).ok == bool(fixed)


def test_that_rows_go_on_behind_an_error_as_if_it_were_repaired() -> None:
    found = look("Conv(8, 3) Affine(10) Sequential(Conv(4, 3) Flatten) ReLU")
    assert [error.code for error in found.errors] == ["needs_vector", "needs_image"]
    rows = [(row.id, row.input_shape, row.output_shape) for row in found.layers]
    assert rows[:2] == [("conv1", IMAGE, (8, 26, 26)), ("affine1", (8, 26, 26), (10,))]
    assert rows[2][:2] == ("sequential1", (10,))
    assert rows[-1] == ("relu1", (10,), (10,))


def test_that_rows_behind_an_error_without_remedy_stay_empty() -> None:
    spec = NetworkSpec((LayerSpec("ReLU"), LayerSpec("Nonsense", branches=((LayerSpec("ReLU"),),)), LayerSpec("Affine")))
    found = diagnose(spec, IMAGE)
    assert found.errors[0].code == "unknown_name"
    assert found.layers[0].output_shape == IMAGE
    assert [row.kind for row in found.layers] == ["ReLU", "Nonsense", "ReLU", "Affine"]


def test_that_a_block_is_followed_through_all_its_copies() -> None:
    found = look("Sequential(Conv(8, 9), repeat=4)")
    (error,) = found.errors
    assert (error.code, error.layer_id) == ("kernel_too_large", "conv1")
    assert look("Sequential(Conv(8, 9), repeat=3)").output_shape == (8, 4, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Affine(1000000) Affine(1000000)",
        "Flatten Affine(1000000, name='wide') Affine(1000)",
        "Sequential(Sequential(Sequential(ReLU, repeat=200), repeat=200), repeat=200)",
        "Sequential(Parallel([Identity], [Identity]), repeat=200)",
        "Conv(100000, 1000, pad=1000) Conv(100000, 1000)",
    ],
)
def test_that_the_impossible_is_refused_with_the_memory_it_needs_and_without_taking_it(text: str) -> None:
    spec = parse_network(f"Flatten {text}" if text.startswith("Affine") else text)
    tracemalloc.start()
    try:
        found = diagnose(spec, IMAGE)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000
    assert found.errors[0].code in ("too_much_memory", "too_many_layers")
    assert found.errors[0].text


def test_that_memory_counts_the_optimizer_and_the_outputs_of_a_batch() -> None:
    one, many = look("Flatten Affine(10)"), look("Flatten Affine(10)", batch_size=100)
    parameters, outputs = 784 * 10 + 10, 4 * (784 + 10)
    assert one.memory == 16 * parameters + 2 * outputs
    assert many.memory == 16 * parameters + 200 * outputs
    assert not look("Flatten Affine(10)", memory_limit=one.memory - 1).ok
    assert look("Flatten Affine(10)", memory_limit=one.memory).ok


@pytest.mark.parametrize(
    ("text", "fix", "fixed"),
    [
        ("Flatten Affine(100)", "match_output", "Flatten Affine(10)"),
        ("Flatten Sequential(Affine(7))", "match_output", "Flatten Sequential(Affine(10))"),
        ("Conv(10, 3)", "append_global_average_pool", "Conv(10, 3) GlobalAveragePool"),
        ("Conv(10, 28)", "append_flatten", "Conv(10, 28) Flatten"),
        ("Conv(8, 3) ReLU", "append_output", "Conv(8, 3) ReLU Flatten Affine(10)"),
        ("Flatten ReLU", "append_output", "Flatten ReLU Affine(10)"),
    ],
)
def test_that_the_end_has_to_answer_what_the_data_asks(text: str, fix: str, fixed: str) -> None:
    (error,) = look(text, outputs=10).errors
    assert (error.code, error.fixes[0].code) == ("output_classes", fix)
    assert network_text(error.fixes[0].network) == fixed
    assert diagnose(error.fixes[0].network, IMAGE, outputs=10).ok


def test_that_an_empty_network_is_offered_its_end() -> None:
    (error,) = look("", outputs=10).errors
    assert error.code == "empty_network"
    assert network_text(error.fixes[0].network) == "Flatten Affine(10)"
    assert look("").errors[0].fixes == ()


def test_that_the_loss_has_to_suit_the_data() -> None:
    classes, values = ComponentSpec("SoftmaxCrossEntropy"), ComponentSpec("Huber")
    assert look("Flatten Affine(10)", loss=classes, task="classification", outputs=10).ok
    assert [e.code for e in look("Flatten Affine(10)", loss=classes, task="regression").errors] == ["loss_task"]
    assert [e.code for e in look("Flatten Affine(10)", loss=values, task="classification").errors] == ["loss_task"]
    assert [e.code for e in look("Flatten Affine(10)", loss=ComponentSpec("Hubert")).errors] == ["unknown_name"]


def test_that_one_score_answers_two_classes_with_binary_cross_entropy_alone() -> None:
    binary = ComponentSpec("BinaryCrossEntropy")
    assert look("Affine(1)", (2,), loss=binary, task="classification", outputs=2).ok
    assert not look("Affine(1)", (2,), loss=binary, task="classification", outputs=3).ok
    assert not look("Affine(1)", (2,), loss=ComponentSpec("SoftmaxCrossEntropy"), outputs=2).ok


@pytest.mark.parametrize(
    ("text", "code", "layer", "fixed"),
    [
        ("Affine(5) Affine(3)", "linear_collapse", "affine2", "Affine(5) ReLU Affine(3)"),
        ("Affine(5) Sequential(Dropout Affine(3))", "linear_collapse", "affine2",
         "Affine(5) Sequential(Dropout ReLU Affine(3))"),
        ("Affine(5) ReLU Tanh Affine(3)", "two_activations", "tanh1", "Affine(5) ReLU Affine(3)"),
        ("Affine(5) ReLU Dropout Dropout(0.2) Affine(3)", "two_dropouts", "dropout2", "Affine(5) ReLU Dropout Affine(3)"),
        ("Affine(5) Dropout(0.2)", "dropout_at_end", "dropout1", "Affine(5)"),
        ("Affine(5) ReLU Sequential(Affine(3) Dropout)", "dropout_at_end", "dropout1", "Affine(5) ReLU Sequential(Affine(3))"),
        ("Affine(5) Step Affine(3)", "step_cannot_learn", "step1", "Affine(5) Step(straight_through=True) Affine(3)"),
        ("Affine(5) Softmax", "softmax_twice", "softmax1", "Affine(5)"),
        ("Affine(5) BatchNorm", "batchnorm_small_batch", "batchnorm1", None),
        ("ReLU", "no_parameters", "", None),
    ],
)  # fmt: skip
def test_that_what_works_but_teaches_little_is_hinted_at(text: str, code: str, layer: str, fixed: str | None) -> None:
    found = look(text, (4,), loss=ComponentSpec("SoftmaxCrossEntropy"), batch_size=2)
    assert found.ok
    (hint,) = found.hints
    assert (hint.code, hint.layer_id) == (code, layer)
    assert [network_text(fix.network) for fix in hint.fixes] == ([fixed] if fixed is not None else [])


def test_that_two_dropouts_are_told_the_ratio_of_one_that_does_the_same() -> None:
    (hint,) = look("Affine(5) ReLU Dropout(0.5) Dropout(0.2) Affine(3)", (4,)).hints
    assert "ratio 0.6 " in hint.text


def test_that_a_dropout_behind_an_activation_may_wait_for_the_outputs() -> None:
    assert not look("Flatten Affine(50) ReLU Dropout", outputs=10).hints


def test_that_pixels_no_window_sees_are_hinted_at_and_padding_can_help() -> None:
    (hint,) = look("Conv(8, 4, stride=3, pad=0) ReLU", (1, 9, 9)).hints
    assert (hint.code, hint.details["left"]) == ("window_does_not_fit", 2)
    assert network_text(hint.fixes[0].network) == "Conv(8, 4, stride=3, pad=1) ReLU"
    assert not look("Conv(8, 7, stride=2, pad=3) ReLU MaxPool(3, stride=2, pad=1)", (3, 224, 224)).hints
    assert not look("Conv(8, 1, stride=2) ReLU", (3, 8, 8)).hints


@pytest.mark.parametrize(
    "text",
    [
        "Conv(30, 5) ReLU MaxPool(2) Flatten Affine(100) ReLU Affine(10)",
        "Conv(16, 3, pad=1) BatchNorm ReLU Residual(Conv(16, 3, pad=1) BatchNorm ReLU Conv(16, 3, pad=1) BatchNorm) ReLU "
        "GlobalAveragePool Affine(10)",
        "Flatten Affine(50) Sigmoid Dropout Affine(10)",
        "Step Flatten Affine(10)",
        "Flatten Affine(50) ReLU Dropout Affine(20) ReLU Dropout Affine(10)",
        "Conv(4, 3) ReLU Parallel([Conv(4, 1) ReLU], [Conv(4, 1) ReLU Conv(4, 3, pad=1) ReLU]) Flatten Affine(10)",
    ],
)
def test_that_a_good_network_has_no_problem_at_all(text: str) -> None:
    loss = ComponentSpec("SoftmaxCrossEntropy")
    assert not look(text, outputs=10, loss=loss, task="classification", batch_size=100).problems


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    networks,
    st.lists(st.integers(-1, 40), max_size=4).map(tuple),
    st.none() | st.integers(0, 12),
    st.none() | components(LOSSES),
    st.sampled_from([None, "classification", "regression"]),
    st.none() | st.integers(1, 10**6),
)
@example(parse_network("ReLU"), (4,), 0, None, None, None)
def test_that_nothing_makes_it_raise(network, shape, outputs, loss, task, batch_size) -> None:
    found = diagnose(network, shape, outputs=outputs, loss=loss, task=task, batch_size=batch_size)
    for problem in found.problems:
        assert problem.text
        assert all(fix.text for fix in problem.fixes)
    assert {row.id for row in found.layers} == {layer.id for layer in network.walk()}


def test_that_specs_made_by_hand_wrongly_are_reported_not_raised() -> None:
    wrong = (
        LayerSpec("Affine", (("units", "many"),)),
        LayerSpec("Affine", (("unit", 3),)),
        LayerSpec("ReLU", branches=((LayerSpec("ReLU"),),)),
        LayerSpec("Parallel"),
        LayerSpec("Sequential", (("repeat", "often"),), ((LayerSpec("ReLU"),),)),
        LayerSpec("Sequential", (("repeat", -3),), ((LayerSpec("ReLU"),),)),
    )
    for layer in wrong:
        assert diagnose(NetworkSpec((layer,)), (4,)).errors, layer
    deep = LayerSpec("ReLU")
    for _ in range(150):
        deep = LayerSpec("Sequential", branches=((deep,),))
    assert diagnose(NetworkSpec((deep,)), (4,)).layers


def test_that_a_long_network_full_of_errors_is_read_without_editing_it_for_each() -> None:
    found = look("Affine(10) Conv(3, 3) " * 1000, (1, 8, 8), outputs=10)
    assert len(found.errors) > 1000
    assert len(found.layers) == 2000
    assert network_text(found.errors[0].fixes[0].network).startswith("Flatten Affine(10) Conv(3, 3) Affine(10)")


def test_that_a_residual_network_is_followed_through_all_its_blocks() -> None:
    """ResNet-110 for 32×32 (He et al. 2015, table 6): 1.7 million parameters."""

    def block(filters: int, more: str = "") -> str:
        rest = f"BatchNorm ReLU Conv({filters}, 3, pad=1, bias=False) BatchNorm"
        return f"Residual(Conv({filters}, 3, pad=1, bias=False{more}) {rest}, shortcut='pad') ReLU"

    narrow = f"Conv(16, 3, pad=1, bias=False) BatchNorm ReLU Sequential({block(16)}, repeat=18)"
    wider = " ".join(f"{block(f, ', stride=2')} Sequential({block(f)}, repeat=17)" for f in (32, 64))
    found = look(f"{narrow} {wider} GlobalAveragePool Affine(10)", (3, 32, 32), outputs=10)
    assert not found.problems
    assert (found.cost.parameters, found.cost.macs) == (1_727_962, 252_887_680)
