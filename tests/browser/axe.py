"""What axe, with which rules, finds on a page of ours: in Playwright's Chromium, and in each of the three engines."""

from pathlib import Path
from typing import Any, Final

import axe_playwright_python
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.engines import Engine

_RULES: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
_COLOURS: Final = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}
}
"""The rules whose verdict another colour scheme can change."""
_ITSELF: Final = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
Faults = list[tuple[str, list[str]]]
"""Rule and elements."""


def faults(page: Page) -> Faults:
    """All that axe finds."""
    return _found(page, _RULES, {"color-contrast-enhanced", "target-size"})


def faults_of_colour(page: Page) -> Faults:
    """The same where nothing but the colours is another."""
    return _found(page, _COLOURS, {"color-contrast-enhanced"})


def in_the_dark(page: Page) -> None:
    """The page as a dark screen shows it is well, too; then it is light again."""
    ground = "() => getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) != before
    assert faults_of_colour(page) == []
    page.emulate_media(color_scheme="light")


def faults_in(engine: Engine) -> Faults:
    """All that axe finds on the page that is open in an engine."""
    told: dict[str, Any] = engine.run(
        f"async (options) => {{ {_ITSELF}\n const all = await window.axe.run(document, options);"
        " return { passes: all.passes.map((rule) => ({ id: rule.id })), violations: all.violations }; }",
        _RULES,
    )
    return _told(told, {"color-contrast-enhanced"})


def _found(page: Page, options: dict[str, Any], asked: set[str]) -> Faults:
    return _told(Axe().run(page, options=options).response, asked)


def _told(told: dict[str, Any], asked: set[str]) -> Faults:
    assert asked <= {rule["id"] for rule in told["passes"] + told["violations"]}
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in told["violations"]]
