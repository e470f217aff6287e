"""Says once what a mistake costs, for every choice that weighs one against the other."""

from typing import Final

PRICE: Final = 2.0
"""How many words read without reason cost as much as one lost: those can be passed over, this one not be missed."""
LIKELY: Final = 1 / (1 + PRICE)
"""How likely a stretch of text must be to belong to the article for reading it to be the cheaper mistake."""

EVEN: Final = 0.5
"""The same where both mistakes cost alike: of what may stand beside a published article."""


def worth(right: float, choice: float, truth: float) -> float:
    """How good a choice is, from 0 to 1: of what was chosen and of what was wanted so much is right, in words."""
    return (1 + PRICE) * right / max(1.0, choice + PRICE * truth)
