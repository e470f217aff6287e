"""Keys as WebDriver has them pressed: one after the other, those joined by + held together."""

from collections.abc import Iterator
from typing import Any, Final

NAMED: Final = {
    "Tab": "\ue004",
    "Enter": "\ue006",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Alt": "\ue00a",
}


def strokes(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """The source of actions that presses them."""
    return [{"type": "key", "id": "keyboard", "actions": [each for key in keys for each in _stroke(key)]}]


def _stroke(key: str) -> Iterator[dict[str, str]]:
    values = [NAMED.get(part, part) for part in (key.split("+") if len(key) > 1 else [key])]
    for value in values:
        yield {"type": "keyDown", "value": value}
    for value in reversed(values):
        yield {"type": "keyUp", "value": value}
