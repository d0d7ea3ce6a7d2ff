"""What the text form accepts, and how it says what is wrong where."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.errors import TextFormError
from core.fields import ComponentSpec
from core.optimizers import OPTIMIZERS
from core.spec import LayerSpec, NetworkSpec
from core.text import PlacingWriter, network_text, parse_component, parse_network, parse_placed
from tests.core.specs import networks


def affine(units: int, **more) -> LayerSpec:
    return LayerSpec("Affine", ComponentSpec.of("Affine", units=units, **more).settings)


def test_that_spaces_new_lines_commas_and_comments_separate_layers() -> None:
    expected = NetworkSpec((LayerSpec("Flatten"), affine(30), LayerSpec("ReLU"), affine(10)))
    for text in (
        "Flatten Affine(30) ReLU Affine(10)",
        "Flatten,Affine( 30 ),ReLU,Affine(units = 10),",
        "# the input\nFlatten\n\tAffine(30)#hidden\r\nReLU # Affine(3\n  Affine (10)  # 数字",
    ):
        assert parse_network(text) == expected


def test_that_an_empty_text_is_a_network_without_layers() -> None:
    assert parse_network(" # nothing yet\n") == NetworkSpec()


def test_that_containers_hold_layers_and_named_settings() -> None:
    spec = parse_network("Sequential(Affine(8) ReLU, repeat=3, name='body')")
    block = spec.layers[0]
    assert block.branches == ((affine(8), LayerSpec("ReLU")),)
    assert block.settings == (("repeat", 3),)
    assert block.name == "body"
    assert parse_network("Sequential([Affine(8) ReLU] repeat=3 name='body')") == spec


def test_that_a_setting_may_name_another_component() -> None:
    assert parse_network("Affine(10, init=He)").layers[0] == affine(10, init=ComponentSpec("He"))
    wide = ComponentSpec.of("Normal", std=0.5)
    assert parse_network("Affine(10, init=Normal(0.5))").layers[0] == affine(10, init=wide)
    assert parse_network("Affine(10, init='He')").layers[0] == affine(10, init=ComponentSpec("He"))


def test_that_notes_and_frozen_belong_to_every_layer() -> None:
    layer = parse_network("ReLU(name='äh \\'x\\'', notes='一\\n二', frozen=True)").layers[0]
    assert (layer.name, layer.notes, layer.frozen) == ("äh 'x'", "一\n二", True)


def test_that_settings_equal_to_their_defaults_are_left_out() -> None:
    assert parse_network("Affine(100, bias=True, init=Auto)") == parse_network("Affine")
    assert parse_network("Affine(100)").layers[0].settings == ()


def test_that_printing_gives_the_main_numbers_without_names_and_nothing_else_that_is_default() -> None:
    text = "Conv(16, 3, pad=1) ReLU MaxPool(2) Flatten Affine(30, bias=False) Dropout(ratio=0.2) Affine(100)"
    assert network_text(parse_network(text)) == text
    assert network_text(parse_network("Conv(pad=1, stride=1) Reshape(8) Sequential(Affine)")) == (
        "Conv(16, 3, pad=1) Reshape(8) Sequential(Affine(100))"
    )


def test_that_long_containers_are_printed_over_several_lines() -> None:
    block = "Conv(16, 3, pad=1) BatchNorm ReLU Conv(16, 3, pad=1) BatchNorm"
    assert network_text(parse_network(f"Residual({block} ReLU {block}, shortcut='pad') ReLU"), multiline=True).splitlines() == [
        "Residual(",
        *(f"    {line}" for line in ("Conv(16, 3, pad=1)", "BatchNorm", "ReLU", "Conv(16, 3, pad=1)", "BatchNorm")),
        "    ReLU",
        *(f"    {line}" for line in ("Conv(16, 3, pad=1)", "BatchNorm", "ReLU", "Conv(16, 3, pad=1)", "BatchNorm")),
        "    shortcut='pad'",
        ")",
        "ReLU",
    ]


def test_that_a_component_is_one_name_with_settings() -> None:
    assert parse_component("Adam(lr=0.01)", OPTIMIZERS) == ComponentSpec.of("Adam", lr=0.01)
    assert parse_component(" SGD ", OPTIMIZERS) == ComponentSpec("SGD")


@pytest.mark.parametrize(
    ("text", "marked", "code"),
    [
        ("Flatten Afine(10)", "Afine", "unknown_name"),
        ("Affine(unit=10)", "unit=10", "setting_unknown"),
        ("Affine(0)", "0", "setting_low"),
        ("ReLU(notes='数字') Affine(99999999)", "99999999", "setting_high"),
        ("Affine(3.5)", "3.5", "setting_type"),
        ("Affine(1e999)", "1e999", "setting_type"),
        ("Affine(30, bias=1)", "1", "setting_type"),
        ("Affine(30, None)", "None", "text_syntax"),
        ("Affine(x)", "x", "text_value"),
        ("Affine(30, units=10)", "units=10", "setting_twice"),
        ("Affine(1, True, He, 0, 0)", "0", "setting_count"),
        ("Affine(init=Norml)", "Norml", "unknown_name"),
        ("Affine(init='Norml')", "'Norml'", "unknown_name"),
        ("Affine(init=Normal(std=-1))", "-1", "setting_low"),
        ("Affine(init=(1, 2))", "(1, 2)", "text_expected_component"),
        ("Sequential(3)", "3", "text_expected_layer"),
        ("Sequential([ReLU], [ReLU])", "Sequential([ReLU], [ReLU])", "branch_count"),
        ("Affine(30", "(", "text_unclosed"),
        ("Affine 30)", ")", "text_unopened"),
        ("Sequential([ReLU)]", ")", "text_unopened"),
        ("Affine(30)ReLU", "ReLU", "text_touching"),
        ("ReLU(name='x)", "'x)", "text_quote"),
        (r"ReLU(name='C:\data')", "\\", "text_backslash"),
        ("ReLU;", ";", "text_syntax"),
        ("ReLU,,ReLU", ",", "text_syntax"),
        ("Affine(units==3)", "units==3", "text_value"),
        ("lambda", "lambda", "text_syntax"),
        ("(ReLU)(3)", "(", "text_touching"),
        ("(ReLU, ReLU)", "(ReLU, ReLU)", "text_expected_layer"),
        ("Affine(" + 41 * "9" + ")", 41 * "9", "text_long_number"),
    ],
)
def test_that_a_mistake_is_marked_where_it_stands(text: str, marked: str, code: str) -> None:
    with pytest.raises(TextFormError) as caught:
        parse_network(text)
    error = caught.value
    assert (error.code, text[error.start : error.end]) == (code, marked)


def test_that_a_mistyped_name_brings_the_nearest_one() -> None:
    with pytest.raises(TextFormError, match="Did you mean Affine"):
        parse_network("Afine(10)")
    with pytest.raises(TextFormError, match="Did you mean units"):
        parse_network("Affine(unit=10)")


@pytest.mark.parametrize("text", ["", "SGD Adam", "3", "[SGD]"])
def test_that_a_component_refuses_anything_else(text: str) -> None:
    with pytest.raises(TextFormError) as caught:
        parse_component(text, OPTIMIZERS)
    assert caught.value.code == "text_expected_component"


@pytest.mark.parametrize(
    "text",
    [
        "Sequential(" * 100_000,
        "Sequential([" * 60 + "])" * 60,
        "[" * 150 + "]" * 150,
        "ReLU " * 250_000,
        "x" * 1_000_000,
        "Affine(units=" + "9" * 100_000 + ")",
        "ReLU(name='" + "\\x41" * 100_000 + "')",
        "ReLU\x00",
        "ReLU(name='\x00')",
        "ReLU(name='\ud800')",
        "\ud800",
        "ReLU(name='\\N{DIGIT ONE}')",
        "ReLU(name='\\U00110000')",
        "ReLU(name=f'{1}')",
        "__import__('os').system('true')",
        "(lambda: 0)()",
        "[x for x in (1,)]",
        "Affine(*[1])",
        "Affine(**{'units': 1})",
        "Affine(units:=3)",
        "Affine(1if 1else 2)",
        "Affine(0777)",
        "yield(1)",
        "await(1)",
        "not(1)",
        "Ｔｒｕｅ",
        "²",
        "\f\v\x1c",
        "ReLU\\\nReLU",
    ],
)
def test_that_hostile_text_gives_an_error_of_ours_or_a_network(text: str) -> None:
    check_that_it_is_read_or_marked(text)


def check_that_it_is_read_or_marked(text: str) -> None:
    caught: TextFormError | None = None
    try:
        spec = parse_network(text)
    except TextFormError as error:
        caught = error
    if caught is None:
        assert parse_network(network_text(spec)) == spec
    else:
        assert 0 <= caught.start < caught.end
        assert caught.start <= len(text)
        assert str(caught)


PIECES = [
    *("Affine", "ReLU", "Sequential", "units", "init", "Normal", "name=", "'x'", "True", "None", "lambda", "if"),
    *"()[],= \n#'\"3-+*:\\é数\x00\ud800",
    *(".5", "1e9", "9" * 50, "...", "0x1"),
]


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=40)))
@example("Affine(init=Normal(Normal))")
def test_that_any_text_gives_an_error_of_ours_or_a_network(text: str) -> None:
    check_that_it_is_read_or_marked(text)


@given(networks, st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_that_the_place_of_every_layer_is_known(spec, multiline):
    text = network_text(spec, multiline)
    placed = parse_placed(text)
    found = [text[start:end] for start, end in placed.places]
    assert [words.partition("(")[0] for words in found] == [layer.kind for layer in spec.walk()]
    for words, layer in zip(found, spec.walk(), strict=True):
        assert parse_network(words).layers == (layer,)


@given(st.lists(networks, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_that_the_writer_knows_where_it_put_every_layer(specs):
    writer = PlacingWriter()
    layers = tuple(layer for spec in specs for layer in spec.layers)
    for spec in (*specs, NetworkSpec(layers), NetworkSpec(layers[::-1])):
        text, places = writer.write(spec)
        assert text == network_text(spec, multiline=True)
        assert places == parse_placed(text).places
