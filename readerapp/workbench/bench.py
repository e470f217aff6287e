"""The translators' changes behind one door: texts, words and new languages."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from .. import catalogs
from ..accounts import Change
from ..errors import CatalogueWrong, FileUnreadable, LexiconWrong
from ..languages import READ, SHIPPED
from .texts import SharedTexts
from .words import SharedWords

if TYPE_CHECKING:
    from ..accounts.edits import Edits

log = structlog.get_logger(__name__)


class Workbench:
    """Safe for threads and processes. The database is opened when something is asked."""

    def __init__(self, translations: Path, lexicons: Path, edits: "Callable[[], Edits]") -> None:
        self._folder, self._lexicons, self._edits = translations, lexicons, edits

    @cached_property
    def texts(self) -> SharedTexts:
        """The catalogues."""
        return SharedTexts(self._folder, self._edits())

    @cached_property
    def words(self) -> SharedWords:
        """The lexicons."""
        return SharedWords(self._lexicons, self._edits())

    def begin(self, language: str, author: str) -> None:
        """Begin a language, here and for the other machines. Raises ValueError for what is no language."""
        catalogs.begin(self._folder, language)
        start = Change(language, "", "", (), (), "", "", subject="language")
        with self._edits().keeping([(start, author, "begun")], 0) as keeping:
            if keeping:
                keeping.commit()

    def remakable(self, language: str) -> bool:
        """Whether it is known what the catalogue began with."""
        return language not in SHIPPED or catalogs.path(self._folder / catalogs.MET, language).exists()

    def agree(self) -> None:
        """Bring all in step. What cannot be read is told, and does not keep the rest."""
        for language in self._edits().languages():
            if catalogs.is_language(language) and language not in catalogs.languages(self._folder):
                catalogs.begin(self._folder, language)
        for language in catalogs.languages(self._folder):
            try:
                self.texts.agree(language)
                if language in READ:
                    self.words.agree(language)
            except (CatalogueWrong, LexiconWrong, FileUnreadable, OSError) as problem:
                log.warning("translations not agreed", language=language, reason=str(problem))
