"""What a site's robots.txt lets programs read, as RFC 9309 has it: the longest rule that fits decides."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

AGENT: Final = "readerapp"
_LONGEST: Final = 500_000
_MOST: Final = 2000
"""Rules that are looked at."""
_LINE: Final = re.compile(r"\s*([A-Za-z-]{1,30})\s*:([^#]*)")
_SECONDS: Final = re.compile(r"\d{1,5}(?:\.\d{1,3})?", re.ASCII)


class Rule(NamedTuple):
    """What is said of the addresses that a pattern fits."""

    pattern: str
    allows: bool

    def fits(self, path: str) -> bool:
        """Whether a path begins as the pattern says; `*` stands for anything, `$` for the end."""
        pattern, ends = (self.pattern[:-1], True) if self.pattern.endswith("$") else (self.pattern, False)
        first, *others = pattern.split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for part in others[:-1]:
            place = path.find(part, at)
            if place < 0:
                return False
            at = place + len(part)
        if not others:
            return not ends or at == len(path)
        if ends:
            return path.endswith(others[-1]) and len(path) - len(others[-1]) >= at
        return path.find(others[-1], at) >= 0


class Robots(NamedTuple):
    """A site's wishes."""

    rules: tuple[Rule, ...] = ()
    pause: float = 0.0
    """Seconds between two pages, as the site asks; 0 where it does not."""
    sitemaps: tuple[str, ...] = ()

    def allow(self, address: str) -> bool:
        """Whether the page may be read by a program that nobody sits in front of."""
        parts = urlsplit(address)
        path = unquote(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        fitting = [(len(rule.pattern), rule.allows) for rule in self.rules if rule.fits(path)]
        return max(fitting, default=(0, True))[1]


def robots(text: str) -> Robots:
    """The wishes that a file states, for us by name where it names us; an empty one forbids nothing."""
    groups: dict[str, list[tuple[str, str]]] = {}
    sitemaps: list[str] = []
    agents: list[str] = []
    heading = False
    for line in text[:_LONGEST].lstrip("\ufeff").splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        key, value = match[1].lower(), match[2].strip()
        if key == "sitemap":
            sitemaps.append(line.partition(":")[2].strip())
        elif key == "user-agent":
            agents = [*agents, value.lower()] if heading else [value.lower()]
            heading = True
            groups.setdefault(value.lower(), [])
        else:
            heading = False
            for name in agents:
                groups[name].append((key, value))
    own = groups.get(AGENT, groups.get("*", []))
    pauses = [float(value) for key, value in own if key == "crawl-delay" and _SECONDS.fullmatch(value)]
    rules = [Rule(unquote(value), key == "allow") for key, value in own if key in ("allow", "disallow") and value]
    return Robots(tuple(rules[:_MOST]), max(pauses, default=0.0), tuple(sitemaps[:10]))
