from __future__ import annotations

from random import Random

import pytest

from core.comparison import Change, compare
from core.spec import NetworkSpec
from core.text import parse_network
from core.zoo import zoo
from core.zoo.cifar_resnet import cifar_resnet
from tests.core.shapes.small import small_network

IMAGE = (1, 8, 8)


def compared(left: str, right: str, shape=IMAGE):
    return compare(parse_network(left), parse_network(right), shape, shape)


def kinds(comparison):
    return [(row.sort, (row.left or row.right).kind) for row in comparison.rows]


def test_that_a_network_is_the_same_as_itself():
    for network in zoo():
        shape = network.card.input_shape
        found = compare(network.spec, network.spec, shape, shape)
        assert found.are_same
        assert [row.left.id for row in found.rows] == [layer.id for layer in network.spec.walk()]


def test_that_a_changed_setting_is_named_with_both_values_and_its_cost():
    found = compared("Conv(4, 3) ReLU Flatten Affine(10)", "Conv(8, 3, pad=1) ReLU Flatten Affine(10)")
    assert kinds(found) == [("changed", "Conv"), ("same", "ReLU"), ("same", "Flatten"), ("same", "Affine")]
    assert found.rows[0].changes == (Change("filters", 4, 8), Change("pad", 0, 1))
    assert found.rows[0].parameters == (8 * 9 + 8) - (4 * 9 + 4)
    assert found.rows[0].macs == 8 * 64 * 9 - 4 * 36 * 9
    assert found.rows[3].parameters == (8 * 64 - 4 * 36) * 10, "the same layer costs more behind a larger image"


def test_that_layers_in_one_network_only_are_told_apart():
    found = compared("Conv(4, 3) BatchNorm ReLU Flatten Affine(10)", "Conv(4, 3) ReLU MaxPool(2) Flatten Affine(10)")
    assert kinds(found) == [
        ("same", "Conv"), ("left", "BatchNorm"), ("same", "ReLU"), ("right", "MaxPool"), ("same", "Flatten"), ("same", "Affine"),
    ]  # fmt: skip
    assert found.rows[1].parameters == -8
    assert (found.count("same"), found.count("changed"), found.count("left"), found.count("right")) == (4, 0, 1, 1)


def test_that_what_containers_hold_is_compared_in_turn():
    left = "Residual(Conv(1, 3, pad=1) ReLU Conv(1, 3, pad=1)) ReLU"
    right = "Residual(Conv(1, 3, pad=1) BatchNorm ReLU Conv(1, 5, pad=2)) ReLU"
    found = compared(left, right)
    assert kinds(found) == [
        ("changed", "Residual"), ("same", "Conv"), ("right", "BatchNorm"),
        ("same", "ReLU"), ("changed", "Conv"), ("same", "ReLU"),
    ]  # fmt: skip
    assert [row.depth for row in found.rows] == [0, 1, 1, 1, 1, 0]
    assert found.rows[0].changes == ()


def test_that_a_branch_too_many_is_seen():
    found = compared("Parallel([ReLU] [Tanh])", "Parallel([ReLU] [Tanh] [Sigmoid])")
    assert kinds(found) == [("changed", "Parallel"), ("same", "ReLU"), ("same", "Tanh"), ("right", "Sigmoid")]


def test_that_names_notes_and_freezing_are_changes():
    found = compared("ReLU", "ReLU(name='gate', frozen=True)")
    assert found.rows[0].changes == (Change("name", "", "gate"), Change("frozen", left=False, right=True))


def test_that_costs_an_error_leaves_open_stay_open():
    found = compare(parse_network("Affine(10)"), parse_network("Affine(20)"), (), (4,))
    assert found.rows[0].parameters is None
    assert found.rows[0].macs is None


@pytest.mark.parametrize("seed", range(3))
def test_that_every_layer_of_both_is_in_one_row_and_sorts_are_true(seed):
    random = Random(seed)
    for _ in range(60):
        (left, shape), (right, _) = small_network(random), small_network(random)
        found = compare(left, right, shape, shape)
        assert [row.left_spec.id for row in found.rows if row.left_spec] == [layer.id for layer in left.walk()]
        assert [row.right_spec.id for row in found.rows if row.right_spec] == [layer.id for layer in right.walk()]
        for row in found.rows:
            assert (row.sort == "same") == (row.left_spec == row.right_spec)
            assert (row.sort == "left") == (row.right_spec is None)
        total = sum(row.parameters for row in found.rows if row.depth == 0 and row.parameters is not None)
        if found.left.ok and found.right.ok:
            assert total == found.right.cost.parameters - found.left.cost.parameters


def test_that_an_empty_network_has_nothing_in_common():
    found = compare(NetworkSpec(), parse_network("ReLU"), IMAGE, IMAGE)
    assert kinds(found) == [("right", "ReLU")]


def test_that_a_deeper_network_of_a_family_is_the_shallower_one_with_more_blocks():
    shallow, deep = cifar_resnet(3), cifar_resnet(9)
    found = compare(shallow, deep, (3, 32, 32), (3, 32, 32))
    assert found.count("changed") == found.count("left") == 0
    assert found.count("right") == len(list(deep.walk())) - len(list(shallow.walk()))
