"""Decides what of a page is read: the rules' choice, or where that promises too little what is likely by itself."""

from collections.abc import Mapping
from typing import Final

from ...model.article import Role
from .alongside import alongside
from .amid import boxes, last_step
from .answers import on_buttons
from .attached import attached
from .choice import Choice
from .clean import clean
from .doubts import doubtful, unlikely
from .headed import headed, lost_sections, tells_facts
from .leads import captions, headline_before, leads
from .likelihood import evened, likeliest, probabilities
from .listing import are_cards, index, listing, of_others, whole_lists
from .names import shorthand
from .openers import openers
from .outline import Chunk, Outline
from .pointers import pointers
from .posts import thread
from .price import EVEN, LIKELY, worth
from .region import appraise, choose
from .roles import keep_lines_about_page, section_roles
from .rows import heads_of_lists, left_of_days, left_of_rows, terms
from .site import discount, leave_frame
from .stories import is_story
from .tabs import name_panels
from .teasers import headlines
from .trails import trails
from .vocabulary import DECORATION, HEADINGS, OUTSIDE, RELATED

COVERED: Final = 0.8
"""The share of the page's words outside of links that the rules keep, from which they have not lost the article."""
KEPT: Final = 0.55
"""The share that they keep of a story, of what they and likelihood could read of it together."""
UNDER: Final = 50
"""Words that likelihood could read between a headline and the text under it, from which that is another's."""
MOST: Final = 3000
"""Stretches of text past which the rules alone decide: so long a page has its text in plain sight."""
WHOLE: Final = 120
FEW: Final = 30
"""Words of sentences that the rules keep, below which all is read that the headline heads, else lost sections alone."""
SMALL: Final = 120
"""Words outside of links below which a page tells too little for likelihoods to be better than rules."""
TRUST: Final = 0.015
"""How much better another choice than the rules' must promise to be, as F1 of words."""
STORY_TRUST: Final = 0.1
"""The same on a story: its text is in one place, which the rules find, and what is likely elsewhere is another's."""
ARTICLE: Final = 30
"""Words of sentences that the rules keep, from which what a page has published is there."""
LITTLE: Final = 5
"""How many times as much a page's rows of links must hold as what the rules keep, for the page to be a list."""
LEADS: Final = 30
"""Words that may lead into a page of links; a short notice with other pages' links around it has more."""
_OPEN: Final = frozenset(
    f"x {rule}" for rule in "outside decoration related aside frame menu form control byline".split()
)
"""Rules that likelihood may overrule; the others have two witnesses for every line that they leave out."""
_MOSTLY: Final = 4
_LOST: Final = frozenset((OUTSIDE, DECORATION))
_KEPT: Final = ("", 0)
_NONE: Final[frozenset[Chunk]] = frozenset()


def verdicts(out: Outline, titles: frozenset[str], roles: dict[Chunk, Role]) -> tuple[Choice, dict[Chunk, str]]:
    """What the rules choose; of each chunk whether they keep it, and as what, or which rule leaves it out."""
    appraise(out)
    discount(out)
    choice = choose(out, titles)
    keep_lines_about_page(out, choice, roles)
    roles.update(section_roles(out, choice))
    clean(out, choice, titles, roles)
    leave_frame(out, choice)
    labels = {c: f"keep {roles.get(c, 'body')}" for c in choice.kept}
    reasons = {rule: f"x {shorthand(rule) or rule}" for rule in {rule for rule, _ in choice.left.values()}}
    labels.update({c: reasons[rule] for c, (rule, _) in choice.left.items()})
    return choice, labels


def judge(out: Outline, titles: frozenset[str], roles: dict[Chunk, Role]) -> Choice:
    """The rules' choice, or where it promises too little what is likely to be content by itself."""
    choice, labels = verdicts(out, titles, roles)
    posts = None if "profiles" in out.off else thread(out, titles)
    if posts is not None:
        roles.clear()
        return posts
    sections = _read_whole(out, choice, titles)
    likely: dict[Chunk, float] = {}
    choice = _judged(out, titles, choice, labels, likely)
    choice.take_back(out, whole_lists(out, choice) | index(out, choice))
    rest = {c for c, (rule, _) in choice.left.items() if rule in (RELATED, DECORATION) and c not in choice.sure}
    choice.take_back(out, headlines(out, choice.kept, rest) | terms(out, choice.kept, rest))
    rest = {c for c, (rule, _) in choice.left.items() if rule in (OUTSIDE, DECORATION) and c not in choice.sure}
    choice.take_back(out, left_of_rows(out, choice.kept, rest) | left_of_days(out, choice.kept, rest))
    choice.take_back(out, heads_of_lists(out, choice.kept, rest, titles))
    if "likelihood" not in out.off and len(out.chunks) <= MOST:
        lead = [] if "leads" in out.off else leads(out, choice, titles)
        doubts = _NONE if "doubts" in out.off else doubtful(out, choice, roles).difference(sections)
        questions = doubts.union(lead)
        if questions and not likely:
            likely = probabilities(out, labels, questions)
        choice.leave(unlikely(out, choice, {c: likely[c] for c in questions}, titles))
        choice.take_back(out, {c for c in lead if likely[c] > LIKELY})
    members, others = alongside(out, choice)
    if "likelihood" not in out.off and len(out.chunks) <= MOST:
        members.update(likeliest(out, labels, likely, others))
    choice.take_back(out, openers(out, choice) | boxes(out, choice) | members)
    choice.take_back(out, last_step(out, choice))
    choice.take_back(out, attached(out, choice, titles) | captions(out, choice, titles))
    if "pointers" not in out.off:
        choice.leave(pointers(out, choice, roles))
    if "answers" not in out.off:
        choice.leave(on_buttons(out, choice))
    if "trails" not in out.off:
        choice.leave(trails(out, choice, titles))
    name_panels(out, choice)
    return choice


def _judged(
    out: Outline, titles: frozenset[str], choice: Choice, labels: Mapping[Chunk, str], likely: dict[Chunk, float]
) -> Choice:
    """The choice, or a better one; how likely each chunk is goes into `likely`, where that had to be found out."""
    if "likelihood" in out.off or len(out.chunks) > MOST:
        return choice
    members = frozenset(choice.kept)
    ours = [c for c in out.chunks if c in members or c.forced]
    rows = _rows(out, choice, ours, titles)
    enough = _covers(out, ours) or (is_story(out, ours) and _keeps_most(out, ours, choice, labels, titles))
    if rows is None and ours and enough:
        return choice
    likely.update(probabilities(out, labels))
    even = evened(out, likely)
    never = {c for c in out.chunks if c in choice.sure or c.text.casefold() in titles}
    least = EVEN if out.published and sum(c.words for c in ours if c.value > 0) >= ARTICLE else LIKELY
    theirs = [c for c in out.chunks if c.forced or (_stays(labels[c], even[c], least) and c not in never)]
    if rows and _words(rows.kept) > _words(theirs):
        return rows
    page_list = listing(out, titles) if not ours or _is_list(choice) else None
    if page_list and _words(page_list.kept) > (2 if ours else 1) * _words(theirs):
        return page_list
    trust = STORY_TRUST if is_story(out, ours) else TRUST
    if not theirs or (ours and _promise(ours, even) + trust >= _promise(theirs, even)):
        return choice
    return _instead(choice, out, theirs)


def _read_whole(out: Outline, choice: Choice, titles: frozenset[str]) -> set[Chunk]:
    """Read all that a headline heads where a page says little, else the sections there that the rules have lost.

    What has two witnesses against it stays out, and a story is one text, which has no such sections. Returns what of
    it is not to be doubted: sections that tell facts.
    """
    small = sum(c.words - c.linked for c in out.chunks) <= WHOLE
    if not small and is_story(out, choice.kept):
        return set()
    sections = [headed(out, titles)]
    if not small or sum(c.words for c in choice.kept if c.value > 0) >= FEW:
        sections = lost_sections(out, sections[0], frozenset(choice.kept), links=small)
    parts_back = [[c for c in section if choice.left.get(c, _KEPT)[0] in _LOST] for section in sections]
    choice.take_back(out, {c for section in parts_back for c in section})
    return {c for section in parts_back if tells_facts(out, section) for c in section}


def _covers(out: Outline, ours: list[Chunk]) -> bool:
    """Whether the rules keep nearly all that the page says outside of links, or it says too little to tell more."""
    plain = sum(c.words - c.linked for c in out.chunks)
    return plain < SMALL or sum(c.words - c.linked for c in ours) >= COVERED * plain


def _keeps_most(
    out: Outline, ours: list[Chunk], choice: Choice, labels: Mapping[Chunk, str], titles: frozenset[str]
) -> bool:
    """Whether the rules keep more than is left of what likelihood could read as well, right under the headline."""
    rest = {c: c.words - c.linked for c in choice.left if labels[c] in _OPEN and c not in choice.sure}
    words = sum(c.words - c.linked for c in ours)
    first = next((i for i, c in enumerate(out.chunks) if c.value > 0 and c not in choice.left), 0)
    head = headline_before(out, titles, first)
    between = sum(rest.get(c, 0) for c in out.chunks[head + 1 : first])
    return head >= 0 and between < UNDER and words >= KEPT * (words + sum(rest.values()))


def _rows(out: Outline, choice: Choice, ours: list[Chunk], titles: frozenset[str]) -> Choice | None:
    """The page as a list, with what the rules keep of it, where they keep no more than a line that leads into one."""
    few = _words(ours)
    if not ours or few > LEADS or 2 * few > _words(out.chunks):
        return None
    page_list = listing(out, titles)
    if page_list is None or of_others(out, ours, page_list.kept):
        return None
    head = next((c.node for c in out.chunks if out.tags[c.node] in HEADINGS and c.text.casefold() in titles), 0)
    below = [c for c in page_list.kept if c.node >= head]  # what stands over the headline is a menu
    if LITTLE * few > _words(below) and not are_cards(out, ours, below):
        return None
    members = {*page_list.kept, *ours} - choice.sure
    page_list.left.update((c, choice.left[c]) for c in choice.sure if c in choice.left)
    page_list.kept = [c for c in out.chunks if c in members]
    page_list.left = {c: why for c, why in page_list.left.items() if c not in members}
    return page_list


def _stays(label: str, likely: float, least: float) -> bool:
    """Whether a chunk is read: what the rules keep always is, since a lost sentence costs more than a stray line."""
    return label.startswith("keep") or (likely > least and label in _OPEN)


def _words(chunks: list[Chunk]) -> int:
    return sum(c.words for c in chunks)


def _is_list(choice: Choice) -> bool:
    """Whether next to nothing is kept because the page's text is teasers of others."""
    teasers = sum(c.words for c, (rule, _) in choice.left.items() if rule == RELATED and c.value > 0)
    return teasers > _MOSTLY * sum(c.words for c in choice.kept if c.value > 0)


def _promise(chunks: list[Chunk], likely: Mapping[Chunk, float]) -> float:
    """How good a choice is likely to be."""
    right = sum(likely[c] * c.words for c in chunks)
    return worth(right, sum(c.words for c in chunks), sum(p * c.words for c, p in likely.items()))


def _instead(choice: Choice, out: Outline, chunks: list[Chunk]) -> Choice:
    """The choice with other chunks: what the rules left out keeps their reason."""
    members = frozenset(chunks)
    reasons = {c: choice.left.get(c, (OUTSIDE, c.node)) for c in out.chunks if c not in members}
    return Choice(chunks, reasons, choice.contacts, choice.notes)
