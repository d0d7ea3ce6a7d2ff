from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edits import (
    duplicated,
    gaps,
    inserted,
    layer_at,
    moved_together,
    new_layer,
    next_after_removal,
    place_after,
    repeated,
    shifted,
    shifted_together,
    unwrapped,
    with_ids_of,
    wrapped,
)
from core.errors import SpecError
from core.spec import LayerSpec, NetworkSpec, Place
from core.text import network_text, parse_network

NETWORK = "Conv(4, 3, pad=1) Residual(ReLU Conv(4, 3, pad=1)) Parallel([ReLU] [Tanh]) Flatten Affine(10)"


def test_that_gaps_come_in_reading_order_and_can_all_be_filled():
    network = parse_network(NETWORK)
    places = gaps(network)
    assert len(places) == 6 + 3 + 2 + 2
    at = [network_text(network.insert(place, new_layer("Identity"))).index("Identity") for place in places]
    assert at == sorted(at)


def test_that_a_new_container_has_the_branches_it_needs():
    assert new_layer("Parallel").branches == ((), ())
    assert new_layer("Residual").branches == ((),)
    assert new_layer("Conv").branches == ()


def test_that_a_new_layer_goes_behind_the_selection_or_into_an_empty_branch():
    network = parse_network(NETWORK)
    assert place_after(network, "") == Place(index=5)
    assert place_after(network, "conv1") == Place(index=1)
    assert place_after(network, "relu1") == Place("residual1", 0, 1)
    empty, container = inserted(network, Place(index=0), new_layer("Parallel"))
    assert place_after(empty, container) == Place(container, 0, 0)
    filled, relu = inserted(empty, Place(container, 0, 0), new_layer("ReLU"))
    assert place_after(filled, container) == Place(container, 1, 0)
    assert layer_at(filled, Place(container, 0, 0)).id == relu


def test_that_a_copy_stands_behind_its_original_with_ids_of_its_own():
    network, (copy,) = duplicated(parse_network(NETWORK), "residual1")
    ids = [layer.id for layer in network.walk()]
    assert len(ids) == len(set(ids))
    assert network.place_of(copy) == Place(index=2)
    assert network.find(copy) == network.find("residual1")


def test_that_moving_goes_through_containers_and_stops_at_the_ends():
    network = parse_network("ReLU Residual(Tanh) Flatten")
    texts = [network_text(network)]
    for _ in range(6):
        network = shifted(network, "relu1", 1)
        texts.append(network_text(network))
    assert texts == [
        "ReLU Residual(Tanh) Flatten",
        "Residual(ReLU Tanh) Flatten",
        "Residual(Tanh ReLU) Flatten",
        "Residual(Tanh) ReLU Flatten",
        "Residual(Tanh) Flatten ReLU",
        "Residual(Tanh) Flatten ReLU",
        "Residual(Tanh) Flatten ReLU",
    ]


@given(st.data())
def test_that_moving_down_and_up_again_changes_nothing(data):
    network = parse_network(NETWORK)
    layer = data.draw(st.sampled_from([layer.id for layer in network.walk()]))
    moved = shifted(network, layer, 1)
    assert moved is network or shifted(moved, layer, -1) == network


def test_that_removal_selects_the_next_layer_then_the_one_before_then_the_container():
    network = parse_network(NETWORK)
    assert next_after_removal(network, "conv1") == "residual1"
    assert next_after_removal(network, "affine1") == "flatten1"
    assert next_after_removal(network, "tanh1") == "parallel1"
    assert next_after_removal(NetworkSpec(parse_network("ReLU").layers), "relu1") == ""


def test_that_a_typed_network_keeps_the_ids_of_layers_that_stay():
    known = parse_network(NETWORK)
    typed = parse_network("Conv(8, 3, pad=1) BatchNorm Residual(ReLU Conv(4, 5, pad=2)) Flatten ReLU Affine(10)")
    edited = with_ids_of(typed, known)
    ids = [layer.id for layer in edited.walk()]
    assert edited == typed
    assert len(ids) == len(set(ids))
    assert ids[0] == "conv1"
    assert {"residual1", "relu1", "conv2", "flatten1", "affine1"} <= set(ids)
    assert edited.find("conv2").settings == typed.layers[2].branches[0][1].settings


def test_that_a_layer_put_in_two_blocks_deep_gets_an_id():
    network = parse_network("Residual(Residual(Affine(4)))")
    inner = network.layers[0].branches[0][0]
    edited = network.insert(Place(inner.id, 0, 0), LayerSpec("ReLU"))
    assert all(layer.id for layer in edited.walk())


def test_that_neighbours_are_wrapped_and_unwrapped_again():
    network = parse_network("Conv(4, 3, pad=1) BatchNorm ReLU Flatten")
    inside, block = wrapped(network, {"relu1", "conv1", "batchnorm1"}, "Sequential", repeat=2)
    assert network_text(inside) == "Sequential(Conv(4, 3, pad=1) BatchNorm ReLU, repeat=2) Flatten"
    once, layers = unwrapped(repeated(inside, {block}, 1)[0], block)
    assert once == network
    assert layers == ("conv1", "batchnorm1", "relu1")
    twice, layers = unwrapped(inside, block)
    assert network_text(twice) == "Conv(4, 3, pad=1) BatchNorm ReLU Conv(4, 3, pad=1) BatchNorm ReLU Flatten"
    assert len(set(layers)) == 6


def test_that_layers_apart_are_not_wrapped():
    with pytest.raises(SpecError, match="follow one another"):
        wrapped(parse_network("Conv ReLU Flatten"), {"conv1", "flatten1"}, "Residual")


def test_that_a_parallel_gets_an_empty_branch_beside_what_it_wraps():
    edited, _ = wrapped(parse_network("Conv(4, 3) ReLU"), {"conv1"}, "Parallel")
    assert [len(branch) for branch in edited.layers[0].branches] == [1, 0]


def test_that_several_layers_move_together_or_not_at_all():
    network = parse_network("Conv(4, 3) ReLU MaxPool(2) Flatten")
    assert network_text(shifted_together(network, {"conv1", "relu1"}, 1)) == "MaxPool(2) Conv(4, 3) ReLU Flatten"
    assert shifted_together(network, {"maxpool1", "flatten1"}, 1) is network
    moved = moved_together(network, {"conv1", "maxpool1"}, Place(index=4))
    assert network_text(moved) == "ReLU Flatten Conv(4, 3) MaxPool(2)"
    held = parse_network("Residual(Conv(1, 1)) ReLU")
    with pytest.raises(SpecError, match="into itself"):
        moved_together(held, {"residual1"}, Place("residual1", 0, 0))


def test_that_repeating_a_block_again_counts_up():
    network, block = repeated(parse_network("Conv(4, 1) ReLU"), {"conv1", "relu1"}, 2)
    assert network_text(network) == "Sequential(Conv(4, 1) ReLU, repeat=2)"
    assert network_text(repeated(network, {block}, 3)[0]) == "Sequential(Conv(4, 1) ReLU, repeat=3)"
