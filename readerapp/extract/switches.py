"""Every rule by which text is left out has a name and can be switched off, so that its worth can be measured.

The names are handed in with the page; nothing in a running service turns any of them off.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

RULES: Final[Mapping[str, str]] = {
    "names": "words in classes and ids speak against a part",
    "tags": "tags and roles speak against a part",
    "menus": "plain menus and footers are not entered",
    "beside": "what stands beside a plain article and leads elsewhere is not entered",
    "hiding": "names and style sheets hide a part",
    "wording": "openings and phrases of a line speak against it",
    "copies": "the second of two equal parts, for another width of screen",
    "teasers": "rows of likes that lead to other pages",
    "profiles": "what stands beside what is said in each post of a thread, but for who said it and when",
    "region": "what stands outside of the part whose text is worth most",
    "links": "a line that is only a link",
    "rest": "what follows a line that heads other pages or comments",
    "edges": "scraps before the first and after the last good text",
    "pointers": "a line with a colon that has nothing but links behind it",
    "buttons": "buttons that say the same as others, or turn pictures",
    "answers": "a question that nothing but buttons answer",
    "trails": "the line that says where on the site a page is",
    "likelihood": "learnt weights instead of the rules' choice",
    "doubts": "what the rules keep and learnt weights speak against",
    "leads": "not left out: a lead in a box of its own",
    "site": "what stands on other pages of the site as well",
}
"""The rules, and what each leaves out or how it chooses."""


@dataclass(frozen=True)
class Switches:
    """The rules that are off. Raises ValueError for a name that no rule has."""

    off: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if unknown := self.off - RULES.keys():
            raise ValueError(", ".join(sorted(unknown)))


ALL_ON: Final = Switches()
