"""The book's experiments without a window."""

from __future__ import annotations

import pytest

from core.studies import STUDIES


def test_that_every_study_is_listed_in_the_order_of_the_book(command):
    listed = [event["kind"] for event in command("study", "list", "--json").events]
    assert sorted(listed) == sorted(STUDIES.names())
    assert listed[0] == "OptimizerComparison"
    assert [line.split()[0] for line in command("study", "list").out.splitlines()] == listed


def test_that_a_study_tells_programs_its_rows_and_findings(command, images):
    events = command("study", "optimizercomparison(iterations=40, batch_size=20)", "--data", images, "--json").events
    rows = [event for event in events if event["event"] == "row"]
    assert [row["optimizer"] for row in rows] == ["SGD", "Momentum", "AdaGrad", "Adam"]
    finding = next(event for event in events if event["event"] == "finding")
    assert finding["code"] == "study_optimizers"
    assert finding["details"]["worst"] in finding["message"]


def test_that_a_study_tells_people_a_table_and_sentences(command, images):
    said = command("study", "EqualValues(iterations=20)", "--data", images)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].split() == [
        "initial",
        "weights",
        "different",
        "units",
        "first",
        "layer",
        "has",
        "moved",
        "by",
        "test",
        "accuracy",
    ]
    assert [line.split()[0] for line in lines[1:4]] == ["zeros", "constant", "random"]
    assert any(line.startswith("random: ") for line in lines[4:])


def test_that_the_same_seed_gives_the_same_findings(command, images):
    arguments = ("study", "Sampling", "--data", images, "--json", "--seed")
    assert command(*arguments, 1).out == command(*arguments, 1).out


def test_that_a_network_of_ones_own_is_checked(command):
    said = command("study", "GradientCheck(checked=3, samples=4)", "--network", "Flatten Affine(4) Tanh Affine(10)")
    assert said.code == 0
    assert "Both agree in every array" in said.out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["Nothing"], "There is no study called Nothing"),
        (["GradientCheck"], "say which with --network"),
        (["Sampling", "--data", "Plane"], "has no classes"),
        (["Sampling(speed=3)"], "speed"),
    ],
)
def test_that_what_cannot_be_studied_is_refused_with_the_reason(command, arguments, reason):
    said = command("study", *arguments)
    assert said.code == 2
    assert reason in said.err
    assert said.out == ""
