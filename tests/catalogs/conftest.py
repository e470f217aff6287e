"""A small program with texts, and the folder of its translations."""

from pathlib import Path

import pytest

PROGRAM = """
from .i18n import N_, n_

# Translators: the first thing that a visitor sees.
HELLO = N_("Hello, %(name)s!")
TITLE = N_("Title")
LENGTH = n_("%(num)d page", "%(num)d pages")
"""
PAGE = """{% trans %}Listen to the page{% endtrans %} {{ _("Title") }} {{ pgettext("menu", "Open") }}
{{ ngettext("%(num)d sentence", "%(num)d sentences", 3) }}"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A package with one module and one template."""
    package = tmp_path / "program"
    (package / "web" / "templates" / "reader").mkdir(parents=True)
    (package / "texts.py").write_text(PROGRAM)
    (package / "web" / "templates" / "reader" / "page.html").write_text(PAGE)
    return package


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Where the translations are to lie."""
    return tmp_path / "translations"
