"""The silences after what is said, in milliseconds, by what ends there."""

from ..model import Block
from ..model.tree import shared

SENTENCE = 360
BORDER = 60
"""Inside a sentence, where the language changes or a long sentence is cut."""
TITLE = 900
HEADING = 800
BEFORE_HEADING = 900
PARAGRAPH = 600
ITEM = 400
CELL = 250
ROW = 500


def after(block: Block, following: Block | None) -> int:
    """The silence after a block, given the one that is said next, if any."""
    if block.kind == "heading":
        return HEADING
    if following and following.kind == "heading":
        return BEFORE_HEADING
    if following:
        kinds = {container.kind for container in shared(block, following)}
        if "row" in kinds:
            return CELL
        if "table" in kinds:
            return ROW
        if kinds & {"ul", "ol", "dl"}:
            return ITEM
    return PARAGRAPH
