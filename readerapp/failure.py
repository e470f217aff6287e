"""What a failure is: one sentence and one piece of advice, with what fills their placeholders."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from .i18n import N_


class ReaderError(Exception):
    """A failure that is told to the visitor in the visitor's language."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    recoverable: ClassVar[bool] = False
    retry_after: ClassVar[int] = 0
    """After how many seconds it is worth asking again; 0 where nobody can know."""
    title: ClassVar[str] = N_("Something went wrong.")
    advice: ClassVar[str] = N_("Try again in a moment. If it happens again, tell those who run this service.")

    def __init__(self, **facts: object) -> None:
        self.facts = {name: str(value) for name, value in facts.items()}
        super().__init__(self.title % _Facts(self.facts))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _rebuild(kind: type[ReaderError], facts: dict[str, str]) -> ReaderError:
    return kind(**facts)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in what somebody wrote: the setting or line, a msgid, and what fills its placeholders."""

    where: str
    text: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def told(self, translate: Callable[[str], str] = str) -> str:
        """One line, in the language that `translate` gives."""
        what = translate(self.text) % self.facts if self.facts else translate(self.text)
        return f"{self.where}: {what}" if self.where else what


class Faulty(ReaderError):
    """Something that somebody wrote has faults, all of them told at once, in English unless a door translates them."""

    def __init__(self, faults: Iterable[Fault] = (), **facts: object) -> None:
        self.faults = tuple(faults)
        super().__init__(**{"problems": "\n".join(fault.told() for fault in self.faults), **facts})
