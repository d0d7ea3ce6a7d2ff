"""Settings of layers, losses, optimizers, data …, each declared once.

A field is the one source for the constructor's check, the form in the window, the tooltip, the JSON and the text
form. A class lists its fields as attributes; an instance reads them as plain values::

    class Affine(Layer):
        units = IntField(100, minimum=1, maximum=100_000, help="How many outputs.")

    Affine(units=10).units  # 10
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from core.errors import SettingError
from core.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class ComponentSpec:
    """A registered thing and its settings, as a value: ``Adam(lr=0.001)``.

    Parameters
    ----------
    kind
        The registered name.
    settings
        Name and value of each setting that was given, in order of the name.
    """

    kind: str
    settings: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, kind: str, **settings: Value) -> ComponentSpec:
        """Make a spec from keyword arguments."""
        return cls(kind, tuple(sorted(settings.items())))

    def with_settings(self, **changed: Value) -> ComponentSpec:
        """Return the same thing with some settings replaced."""
        return ComponentSpec.of(self.kind, **{**dict(self.settings), **changed})


Value = int | float | bool | str | tuple[int, ...] | ComponentSpec
T = TypeVar("T", bound=Value)


class Field(Generic[T]):
    """One setting: its default, its range, and what a person should know of it.

    Parameters
    ----------
    default
        The value when none is given; it has to pass the check itself.
    help
        One sentence for the tooltip.
    title
        The label in the form; by default the name with spaces.
    unit
        Shown after the number.
    book
        The section of the book that explains it, such as ``"7.2.3"``.
    live
        True when a change can apply to a run that is under way.
    """

    expected: ClassVar[str] = "a value"

    def __init__(self, default: T, *, help: str, title: str = "", unit: str = "", book: str = "", live: bool = False) -> None:
        self.default = default
        self.help = help
        self.title = title
        self.unit = unit
        self.book = book
        self.live = live
        self.name = ""
        self.owner = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.owner = owner.__name__
        self.title = self.title or name.replace("_", " ").capitalize()

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: Configured, owner: type) -> T: ...
    def __get__(self, instance: Configured | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value: T = instance.settings[self.name]  # type: ignore[assignment]
        return value

    def check(self, value: object) -> T:
        """Return the value in the field's own type.

        Raises
        ------
        SettingError
            What was received and what is expected.
        """
        raise NotImplementedError

    def refuse(self, value: object) -> SettingError:
        """Make the error for a value of the wrong type."""
        return SettingError("setting_type", owner=self.owner, field=self.name, received=repr(value), expected=self.expected)

    def check_range(self, value: float, minimum: float, maximum: float) -> None:
        """Raise `SettingError` unless the value lies in the closed range."""
        require_range(self.owner, self.name, value, minimum, maximum)


def _is_whole(value: object) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)


class IntField(Field[int]):
    """A whole number in a closed range. `soft_maximum` is where a slider ends; typing may go further."""

    expected = "a whole number"

    def __init__(
        self, default: int, *, minimum: int = 0, maximum: int = 10**9, soft_maximum: int | None = None, **about: Any
    ) -> None:
        super().__init__(default, **about)
        self.minimum = minimum
        self.maximum = maximum
        self.soft_maximum = maximum if soft_maximum is None else soft_maximum

    def check(self, value: object) -> int:
        if not _is_whole(value) and not (isinstance(value, float) and value.is_integer()):
            raise self.refuse(value)
        number: int = int(value)  # type: ignore[call-overload]
        self.check_range(number, self.minimum, self.maximum)
        return number


class FloatField(Field[float]):
    """A finite number in a closed range. `log` asks for a logarithmic slider."""

    expected = "a number"

    def __init__(
        self,
        default: float,
        *,
        minimum: float = -1e12,
        maximum: float = 1e12,
        soft_minimum: float | None = None,
        soft_maximum: float | None = None,
        log: bool = False,
        **about: Any,
    ) -> None:
        super().__init__(default, **about)
        self.minimum = minimum
        self.maximum = maximum
        self.soft_minimum = minimum if soft_minimum is None else soft_minimum
        self.soft_maximum = maximum if soft_maximum is None else soft_maximum
        self.log = log

    def check(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, Real):
            raise self.refuse(value)
        try:
            number = float(value)
        except OverflowError:
            raise self.refuse(value) from None
        if not math.isfinite(number):
            raise self.refuse(value)
        self.check_range(number, self.minimum, self.maximum)
        return number


class BoolField(Field[bool]):
    """Yes or no."""

    expected = "True or False"

    def check(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.refuse(value)
        return value


class ChoiceField(Field[str]):
    """One of a few words."""

    expected = "one of the listed words"

    def __init__(self, default: str, *, choices: Sequence[str], **about: Any) -> None:
        super().__init__(default, **about)
        self.choices = tuple(choices)

    def check(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.choices:
            raise SettingError(
                "setting_choice", owner=self.owner, field=self.name, received=repr(value), choices=", ".join(self.choices)
            )
        return value


class TextField(Field[str]):
    """Free text, such as a path."""

    expected = "a text in quotes"

    def check(self, value: object) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value


class SizesField(Field[tuple[int, ...]]):
    """Several whole numbers of at least 1, such as the shape ``(16, 7, 7)``."""

    expected = "whole numbers of at least 1, such as (16, 7, 7)"

    def check(self, value: object) -> tuple[int, ...]:
        numbers = (value,) if _is_whole(value) else value
        if not isinstance(numbers, Sequence) or isinstance(numbers, str) or not numbers:
            raise self.refuse(value)
        if any(not _is_whole(n) or n < 1 for n in numbers):
            raise self.refuse(value)
        return tuple(int(n) for n in numbers)


class ComponentField(Field[ComponentSpec]):
    """Another registered thing with settings of its own, such as the initial values of a layer.

    Parameters
    ----------
    registry
        The package that holds the choices, such as ``"initializers"``. The network's `build` checks it, so that
        fields need to import no registry.
    """

    expected = "a name with settings, such as Normal(std=0.01)"

    def __init__(self, default: str, *, registry: str, **about: Any) -> None:
        super().__init__(ComponentSpec(default), **about)
        self.registry = registry

    def check(self, value: object) -> ComponentSpec:
        if isinstance(value, str):
            return ComponentSpec(value)
        if not isinstance(value, ComponentSpec):
            raise self.refuse(value)
        return value


def require_range(owner: str, field: str, value: float, minimum: float, maximum: float) -> None:
    """Raise `SettingError` unless a number of a plain value, one without fields, lies in the closed range."""
    if not minimum <= value <= maximum:
        low = value < minimum
        bound = {"minimum": minimum} if low else {"maximum": maximum}
        raise SettingError("setting_low" if low else "setting_high", owner=owner, field=field, received=value, **bound)


class Configured:
    """Something with named, checked settings. Values may be given in order or by name.

    Attributes
    ----------
    fields
        The fields of the class in the order of their declaration, those of the base classes last.
    title, help, book
        For people: what it is called, one line of what it does, the section of the book.
    """

    fields: ClassVar[Mapping[str, Field[Any]]] = {}
    title: ClassVar[str] = ""
    help: ClassVar[str] = ""
    book: ClassVar[str] = ""

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
        cls.fields = {**own, **{name: field for name, field in cls.fields.items() if name not in own}}
        cls.title = vars(cls).get("title", cls.__name__)

    def __init__(self, *values: object, **named: object) -> None:
        cls = type(self)
        names = list(cls.fields)
        if len(values) > len(names):
            raise SettingError("setting_count", owner=cls.__name__, most=len(names), received=len(values))
        given = dict(zip(names, values, strict=False))
        for name, value in named.items():
            if name in given:
                raise SettingError("setting_twice", owner=cls.__name__, field=name)
            if name not in cls.fields:
                raise SettingError(
                    "setting_unknown",
                    owner=cls.__name__,
                    field=name,
                    known=", ".join(names) or "none",
                    hint=did_you_mean(name, names),
                )
            given[name] = value
        self.settings: dict[str, Value] = {
            name: field.check(given[name]) if name in given else field.default for name, field in cls.fields.items()
        }
        vars(self).update(self.settings)  # found before the class's fields are asked, many times quicker

    def change_setting(self, name: str, value: Value) -> None:
        """Give a setting another value from now on; for live ones."""
        checked = type(self).fields[name].check(value)
        self.settings[name] = checked
        vars(self)[name] = checked

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.settings.items())
        return f"{type(self).__name__}({shown})"
