"""Five hundred edits by chance, with undo and redo between them: nothing is lost, nothing is half-applied."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

from core.experiment import Experiment
from core.serial import from_versioned_json, loads, to_versioned_json
from core.shapes import diagnose
from core.spec import NetworkSpec
from core.text import network_text, parse_network
from tests.core.random_edits import Edit, random_edit
from workbench.document import Document

STEPS = 500
SHAPES = ((1, 8, 8), (3, 6, 6), (12,), (2,))


def replayed(edits: list[Edit]) -> NetworkSpec:
    network = NetworkSpec()
    for edit in edits:
        network = edit.applied(network)
    return network


def ids(network: NetworkSpec) -> list[str]:
    return [layer.id for layer in network.walk()]


def test_that_edits_with_undo_and_redo_give_what_a_replay_gives(qapp) -> None:
    random = Random(0)
    document = Document(Experiment(network=NetworkSpec()))
    done: list[Edit] = []
    undone: list[Edit] = []
    for step in range(STEPS):
        chance = random.random()
        if chance < 0.2 and done:
            document.undo_stack.undo()
            undone.append(done.pop())
        elif chance < 0.35 and undone:
            document.undo_stack.redo()
            done.append(undone.pop())
        else:
            edit = random_edit(random, document.experiment.network)
            network = edit.applied(document.experiment.network)
            if network != document.experiment.network:
                document.apply(replace(document.experiment, network=network), edit.name)
                done.append(edit)
                undone.clear()
        network = document.experiment.network
        assert len(set(ids(network))) == len(ids(network))
        if step % 10 == 5:
            assert [row.id for row in diagnose(network, random.choice(SHAPES), outputs=10, batch_size=7).layers] == ids(network)
        if step % 10 == 0:
            assert parse_network(network_text(network, multiline=random.random() < 0.5)) == replace(network, name="")
            read = from_versioned_json(Experiment, loads(json.dumps(to_versioned_json(document.experiment))))
            assert read == document.experiment
            assert ids(read.network) == ids(network)
        if step % 100 == 99:
            again = replayed(done)
            assert again == network
            assert ids(again) == ids(network)
    last = document.experiment
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.experiment.network == NetworkSpec()
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    for edit in reversed(undone):
        last = replace(last, network=edit.applied(last.network))
    assert document.experiment == last
