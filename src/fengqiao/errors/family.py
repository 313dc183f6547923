"""The base error, the fault it is made of, and the place that a fault names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from attrs import field, frozen


@frozen
class Place:
    """Where a fault stands: a file, and where known its line and column.

    Units:
        line, column: counted from 1; None where the fault is about the whole file.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """The place as editors write it: `file:line:column`."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


def _unchangeable(facts: Mapping[str, object]) -> Mapping[str, object]:
    return MappingProxyType(dict(facts))


@frozen
class Fault:
    """One thing that is wrong: a code, its facts, and where it stands.

    Facts are names of keys, entries and fields, ids that the recogniser let pass, and numbers.
    They never hold a value from a record.
    """

    code: str
    facts: Mapping[str, object] = field(factory=dict, converter=_unchangeable)
    place: Place | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by value: a mapping proxy can't be pickled itself."""
        return (Fault, (self.code, dict(self.facts), self.place))


class FengqiaoError(Exception):
    """Base of every error of this library.

    Attributes:
        code: Stable name of the (first) fault, for programs: `pack.unknown_key`.
        facts: The fault's facts by name.
        faults: Every fault found; at least one.
    """

    def __init__(
        self,
        code: str,
        *,
        place: Place | None = None,
        faults: tuple[Fault, ...] = (),
        **facts: object,
    ) -> None:
        self.faults: tuple[Fault, ...] = faults or (Fault(code, facts, place),)
        self.code = code
        super().__init__(code)

    @property
    def facts(self) -> Mapping[str, object]:
        """Facts of the first fault."""
        return self.faults[0].facts

    @classmethod
    def of(cls, faults: tuple[Fault, ...] | list[Fault]) -> Self:
        """One error that carries all these faults (at least one)."""
        return cls(faults[0].code, faults=tuple(faults))

    def __str__(self) -> str:
        """The text in English; `render(error, "zh")` gives the Chinese one."""
        from fengqiao.errors.render import render  # noqa: PLC0415  render imports this module

        return render(self, "en")

    def __repr__(self) -> str:
        """Class and code only."""
        return f"{type(self).__name__}({self.code!r}, faults={len(self.faults)})"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle through `build`, so that subclasses need nothing of their own."""
        return (build, (type(self), self.faults))


def build(cls: type[FengqiaoError], faults: tuple[Fault, ...]) -> FengqiaoError:
    """Make an error of a class again from its faults (used by pickle)."""
    return cls.of(faults)
