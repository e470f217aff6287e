"""From a program's texts to what a visitor reads."""

import logging
import os
import re
import threading
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from readerapp.catalogs import (
    Catalogues,
    Progress,
    Texts,
    begin,
    check,
    compile_all,
    compiled_path,
    extract,
    path,
    progress,
    read,
    save,
    template_path,
    update,
)
from readerapp.errors import CatalogueWrong
from readerapp.i18n import SHIPPED_TEXTS
from tests.catalogs.editing import edited


def fill(directory: Path, language: str, **texts: str | tuple[str, ...]) -> None:
    """Translate messages, named by the beginning of their msgid with spaces as underscores."""
    with edited(path(directory, language), language) as catalog:
        for message in catalog:
            name = message.id if isinstance(message.id, str) else message.id[0]
            for beginning, text in texts.items():
                if name and name.replace(" ", "_").startswith(beginning):
                    message.string = text
                    message.flags.discard("fuzzy")


@pytest.fixture
def ready(program: Path, directory: Path) -> Path:
    """A folder with a template and fresh catalogues."""
    extract(program, template_path(directory))
    update(directory)
    return directory


def test_texts_are_gathered(program: Path, directory: Path) -> None:
    """Python and templates give their texts, with plural, context, comment and file."""
    assert extract(program, template_path(directory))
    template = read(template_path(directory))
    found = {message.id: message for message in template if message.id}
    assert set(found) == {
        "Hello, %(name)s!",
        "Title",
        ("%(num)d page", "%(num)d pages"),
        "Listen to the page",
        "Open",
        ("%(num)d sentence", "%(num)d sentences"),
    }
    assert found["Hello, %(name)s!"].auto_comments == ["the first thing that a visitor sees."]
    assert found["Open"].context == "menu"
    assert [file for file, _ in found["Title"].locations] == [
        "program/texts.py",
        "program/web/templates/reader/page.html",
    ]


def test_nothing_new_changes_nothing(ready: Path, program: Path) -> None:
    """Gathering and updating again leave every file as it is."""
    files = [template_path(ready), *(path(ready, language) for language in ("sv", "ru", "en"))]
    before = [file.stat().st_ino for file in files]
    assert not extract(program, template_path(ready))
    assert update(ready) == ()
    assert [file.stat().st_ino for file in files] == before


def test_a_template_that_does_not_parse_is_not_passed_over(program: Path, directory: Path) -> None:
    """An error in a template is raised, rather than its texts forgotten."""
    (program / "web" / "templates" / "reader" / "broken.html").write_text("{% trans %}Hello")
    with pytest.raises(Exception, match="unclosed translation block"):
        extract(program, template_path(directory))


def test_a_changed_text_is_suggested_not_served(ready: Path, program: Path) -> None:
    """The old translation of a reworded text is kept as fuzzy, and English is shown until somebody looks."""
    fill(ready, "sv", Listen="Lyssna på sidan")
    file = program / "web" / "templates" / "reader" / "page.html"
    file.write_text(file.read_text().replace("Listen to the page", "Listen to this page"))
    extract(program, template_path(ready))
    assert path(ready, "sv") in update(ready)
    message = read(path(ready, "sv"), "sv")["Listen to this page"]
    assert message.fuzzy
    assert message.string == "Lyssna på sidan"
    assert Catalogues(ready).translations("sv").gettext("Listen to this page") == "Listen to this page"
    assert read(path(ready, "en"), "en")["Listen to this page"].string == ""


RUSSIAN_PAGES = ("%(num)d страница", "%(num)d страницы", "%(num)d страниц")


@pytest.mark.parametrize("compiling", [False, True])
@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 страница"),
        (2, "2 страницы"),
        (5, "5 страниц"),
        (11, "11 страниц"),
        (21, "21 страница"),
        (104, "104 страницы"),
    ],
)
def test_russian_plurals(ready: Path, count: int, said: str, compiling: bool) -> None:  # noqa: FBT001
    """Russian has its three forms, from source and compiled alike."""
    fill(ready, "ru", **{"%(num)d_page": RUSSIAN_PAGES})
    if compiling:
        compile_all(ready)
        path(ready, "ru").unlink()
    translations = Catalogues(ready).translations("ru")
    assert translations.ngettext("%(num)d page", "%(num)d pages", count) % {"num": count} == said


def test_a_plural_with_a_form_missing_is_not_served(ready: Path) -> None:
    """With a form missing the whole message is English, by English rules."""
    fill(ready, "ru", **{"%(num)d_page": ("%(num)d страница", "", "%(num)d страниц")})
    translations = Catalogues(ready).translations("ru")
    assert translations.ngettext("%(num)d page", "%(num)d pages", 21) == "%(num)d pages"


def test_english_is_the_msgid(ready: Path) -> None:
    """An empty English translation means the msgid, which is complete; a filled one replaces it."""
    assert Catalogues(ready).translations("en").gettext("Title") == "Title"
    assert progress(ready, "en") == Progress(6, 6, 0)
    fill(ready, "en", Title="Heading")
    assert Catalogues(ready).translations("en").gettext("Title") == "Heading"


def test_contexts_are_kept_apart(ready: Path) -> None:
    """A text with a context is found with it only."""
    fill(ready, "sv", Open="Öppna")
    translations = Catalogues(ready).translations("sv")
    assert translations.pgettext("menu", "Open") == "Öppna"
    assert translations.gettext("Open") == "Open"


def test_a_change_shows_at_once(ready: Path) -> None:
    """A changed file is read on the next request; an unchanged one is not read again."""
    catalogues = Catalogues(ready)
    first = catalogues.translations("sv")
    assert first.gettext("Title") == "Title"
    assert catalogues.translations("sv") is first
    fill(ready, "sv", Title="Rubrik")
    assert catalogues.translations("sv").gettext("Title") == "Rubrik"
    compile_all(ready)
    assert catalogues.translations("sv").gettext("Title") == "Rubrik"
    fill(ready, "sv", Title="Namn")
    assert catalogues.translations("sv").gettext("Title") == "Namn"


def test_the_compiled_file_is_used_while_it_is_no_older(ready: Path) -> None:
    """What counts is the time of the files, not which of them is there."""
    fill(ready, "sv", Title="Rubrik")
    compile_all(ready)
    source, table = path(ready, "sv"), compiled_path(ready, "sv")
    assert source.stat().st_mtime_ns == table.stat().st_mtime_ns
    modified = source.stat().st_mtime_ns
    source.write_text(source.read_text().replace("Rubrik", "Namn"))
    os.utime(source, ns=(modified, modified))
    assert Catalogues(ready).translations("sv").gettext("Title") == "Rubrik"
    os.utime(source, ns=(modified + 1, modified + 1))
    assert Catalogues(ready).translations("sv").gettext("Title") == "Namn"


@pytest.mark.parametrize(
    "last",
    [
        "",
        'msgstr[1] "%(num)d me',
        "msgstr[1] ",
        'msgid_plural "%(num)d sentences"\n',
        "msgid_plu",
        'msgid "%(num)d sent',
        "msg",
    ],
)
def test_a_half_written_file_keeps_the_last_good_one(ready: Path, last: str, caplog: pytest.LogCaptureFixture) -> None:
    """A file that breaks off shows nothing broken, is logged once, and is taken when it is whole again."""
    texts: dict[str, str | tuple[str, ...]] = {
        "%(num)d_sentence": ("%(num)d mening", "%(num)d meningar"),
        "Title": "Rubrik",
    }
    fill(ready, "sv", **texts)
    catalogues = Catalogues(ready)
    assert catalogues.translations("sv").gettext("Title") == "Rubrik"
    source = path(ready, "sv")
    whole = source.read_text()
    source.write_text(whole[: whole.rindex(last) + len(last)] if last else "")
    for _ in range(3):
        assert catalogues.translations("sv").gettext("Title") == "Rubrik"
    assert len([record for record in caplog.records if record.levelno == logging.WARNING]) == 1
    source.write_text(whole.replace("Rubrik", "Namn"))
    assert catalogues.translations("sv").gettext("Title") == "Namn"


def test_a_broken_compiled_file_is_passed_over(ready: Path) -> None:
    """The source is read instead."""
    fill(ready, "sv", Title="Rubrik")
    for rubbish in (b"", b"rubbish", b"\xde\x12\x04\x95" + b"\xff" * 24):
        compiled_path(ready, "sv").write_bytes(rubbish)
        assert Catalogues(ready).translations("sv").gettext("Title") == "Rubrik"


def test_nothing_there_is_english(tmp_path: Path) -> None:
    """With no files at all every text is its msgid, and a file that appears is used."""
    catalogues = Catalogues(tmp_path)
    assert catalogues.translations("ru").gettext("Title") == "Title"
    assert catalogues.translations("ru").ngettext("page", "pages", 5) == "pages"
    with pytest.raises(KeyError):
        catalogues.translations("../../etc")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hej, %(namn)s!", "%(namn)s is not in the original"),
        ("Hej!", "%(name)s is missing"),
        ("Hej, %(name)d!", "%(name)d is not in the original"),
        ("Hej, %(name)s! 100 %", "% is not in the original"),
        ("Hej, <b>%(name)s</b>!", "the tags differ from the original"),
        ("Hej, %(name)s! <script", "the tags differ from the original"),
    ],
)
def test_a_translation_that_would_break_the_page(ready: Path, text: str, what: str) -> None:
    """It is reported with file and line, and never served."""
    fill(ready, "sv", Hello=text)
    problems = [problem for problem in check(ready) if problem.what == what]
    assert problems
    lines = path(ready, "sv").read_text().split("\n")
    assert lines[problems[0].line - 1] == 'msgid "Hello, %(name)s!"'
    assert str(problems[0]).startswith(f"{path(ready, 'sv')}:{problems[0].line}: {what}: Hello")
    assert Catalogues(ready).translations("sv").gettext("Hello, %(name)s!") == "Hello, %(name)s!"


@pytest.mark.parametrize(
    ("language", "strings", "wrong"),
    [
        ("sv", ("en sida", "%(num)d sidor"), False),
        ("sv", ("%(num)d sida", "flera sidor"), True),
        ("ru", ("одна страница", *RUSSIAN_PAGES[1:]), True),
        ("ru", RUSSIAN_PAGES, False),
    ],
)
def test_the_number_may_be_left_out_only_where_it_is_one(
    ready: Path,
    language: str,
    strings: tuple[str, ...],
    wrong: bool,  # noqa: FBT001
) -> None:
    """Swedish "one" is always 1, Russian "one" is 21 too."""
    fill(ready, language, **{"%(num)d_page": strings})
    about = [p for p in check(ready) if p.message == "%(num)d page" and p.file == path(ready, language)]
    assert [p.what for p in about if "missing" in p.what] == ([about[0].what] if wrong else [])


def test_a_complete_set_has_no_problems(ready: Path) -> None:
    """Problems go away as the texts are translated, and progress counts it."""
    assert {problem.what for problem in check(ready)} == {"not translated"}
    assert progress(ready, "sv") == Progress(6, 0, 0)
    swedish = {"Hello": "Hej, %(name)s!", "Title": "Rubrik", "Listen": "Lyssna på sidan", "Open": "Öppna"}
    russian = {"Hello": "Привет, %(name)s!", "Title": "Заголовок", "Listen": "Прослушать", "Open": "Открыть"}
    fill(ready, "sv", **swedish, **{"%(num)d": ("%(num)d sak", "%(num)d saker")})
    assert progress(ready, "sv").share == 1.0
    assert {problem.file for problem in check(ready)} == {path(ready, "ru")}
    fill(ready, "ru", **russian, **{"%(num)d": RUSSIAN_PAGES})
    assert check(ready) == ()


def test_the_header_is_checked(ready: Path) -> None:
    """A wrong number of plural forms and a wrong language are problems of the file."""
    file = path(ready, "ru")
    text = file.read_text()
    start, end = text.index("nplurals"), text.index('"MIME')
    file.write_text(text[:start] + 'nplurals=2; plural=(n != 1);\\n"\n' + text[end:].replace("[2]", "[1]", 0))
    broken = [problem for problem in check(ready) if problem.file == file]
    assert broken
    file.write_text(text.replace("Language: ru", "Language: sv"))
    assert "the header names the language sv" in {problem.what for problem in check(ready)}


@pytest.mark.parametrize(
    "header",
    ["plural=(n != 1)/0;", "plural=import os;", "plural=n;", "plural=1%n;", "plural=__import__('os');"],
)
def test_a_plural_rule_that_is_none(ready: Path, header: str) -> None:
    """A rule that cannot be counted with is refused with the file, not found out by a visitor."""
    file = path(ready, "sv")
    file.write_text(file.read_text().replace("plural=(n != 1);", header))
    with pytest.raises(CatalogueWrong):
        read(file, "sv")
    assert Catalogues(ready).translations("sv").ngettext("a", "b", 0) == "b"


def test_out_of_step_with_the_template(ready: Path, program: Path) -> None:
    """A text that the template has and a catalogue lacks is a problem, and the other way round."""
    (program / "texts.py").write_text('N_("Something entirely different")')
    extract(program, template_path(ready))
    assert {problem.what for problem in check(ready) if problem.file == path(ready, "en")} == {
        "not in the catalogue; update it",
        "no longer used; update the catalogue",
    }
    update(ready)
    assert not [problem for problem in check(ready) if problem.file == path(ready, "en")]


def test_missing_files_are_problems(directory: Path, ready: Path) -> None:
    """A folder without template or catalogue is not complete."""
    path(ready, "ru").unlink()
    assert [problem.what for problem in check(ready) if problem.file == path(ready, "ru")] == ["cannot be read"]
    template_path(directory).unlink()
    assert [problem.what for problem in check(directory)] == ["cannot be read"]


def test_editors_wait_for_each_other(ready: Path) -> None:
    """Of many changes at the same time none is lost, and a reader never sees half a file."""
    catalogues, broken = Catalogues(ready), []
    names = ["Hello", "Title", "Listen", "Open"]
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            try:
                read(path(ready, "sv"), "sv")
            except CatalogueWrong as wrong:
                broken.append(wrong)
            catalogues.translations("sv")

    def translate(name: str) -> None:
        for turn in range(5):
            fill(ready, "sv", **{name: f"{name} %(name)s {turn}" if name == "Hello" else f"{name} {turn}"})

    watcher = threading.Thread(target=watch)
    writers = [threading.Thread(target=translate, args=(name,)) for name in names]
    for thread in (watcher, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    watcher.join()
    assert not broken
    assert progress(ready, "sv").translated == len(names)
    assert catalogues.translations("sv").gettext("Title") == "Title 4"
    assert [file.name for file in path(ready, "sv").parent.iterdir()] == ["messages.po"]


def test_a_failed_edit_changes_nothing(ready: Path) -> None:
    """An editor that stumbles leaves the file and no draft."""
    file = path(ready, "sv")
    before = file.read_bytes()

    def stumble() -> None:
        with edited(file, "sv") as catalog:
            catalog["Title"].string = "Rubrik"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == ["messages.po"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Rubrik ", "the spaces or line breaks at the beginning or the end differ from the original"),
        ("\nRubrik", "the spaces or line breaks at the beginning or the end differ from the original"),
        ("“Rubrik”", "quotation marks of another language; here they are ”…”"),
        ("”Rubrik", "a quotation mark without its partner"),
        ("Stor  rubrik", "two spaces in a row"),
    ],
)
def test_spaces_and_quotation_marks(ready: Path, text: str, what: str) -> None:
    """Spaces at the ends and the marks of another language are told, the second kind served all the same."""
    fill(ready, "sv", Title=text)
    assert what in {problem.what for problem in check(ready)}
    served = Catalogues(ready).translations("sv").gettext("Title")
    assert served == ("Title" if "beginning" in what else text)


def test_fields_in_braces(directory: Path) -> None:
    """A form that only one count takes may name the singular's field; one that 21 takes too names the plural's."""
    for language, first, wrong in (
        ("sv", "Menade du {one}?", set()),
        ("sv", "Menade du {en}?", {"form 0: {en} is not in the original"}),
        ("ru", "Может быть, {one}?", {"form 0: {one} is not in the original", "form 0: {many} is missing"}),
        ("ru", "Варианты: {many}", set()),
    ):
        file = path(directory, language)
        catalog = Catalog(locale=language, charset="utf-8", fuzzy=False)
        rest = ["({many})"] * (catalog.num_plurals - 1)
        catalog.add(("Did you mean {one}?", "Options: {many}"), (first, *rest), flags=["python-brace-format"])
        for each in (template_path(directory), file):
            save(each, catalog)
        found = {problem.what for problem in check(directory) if problem.file == file and "form" in problem.what}
        assert found == wrong, first


def test_an_entry_that_stands_twice(ready: Path) -> None:
    """It is told with its line, live or put aside, since other tools refuse the file."""
    file = path(ready, "sv")
    file.write_text(file.read_text() + '\n#~ msgid "Title"\n#~ msgstr "Rubrik"\n')
    told = [problem for problem in check(ready) if problem.what == "a second time"]
    assert [(problem.message, file.read_text().split("\n")[problem.line - 1]) for problem in told] == [
        ("Title", '#~ msgid "Title"')
    ]
    update(ready)
    assert "a second time" not in {problem.what for problem in check(ready)}
    assert Catalogues(ready).translations("sv").gettext("Title") == "Rubrik"


def test_a_language_is_begun_and_offered_when_it_is_complete_enough(ready: Path) -> None:
    """It has its own plural forms, need not be complete, and is in the switcher from the share that is asked for."""
    catalogues = Catalogues(ready, complete=0.5)
    assert catalogues.languages() == ("sv", "ru", "en")
    file = begin(ready, "fi")
    assert begin(ready, "fi") == file
    assert read(file, "fi").num_plurals == 2
    assert catalogues.languages() == ("sv", "ru", "en")
    assert not [problem for problem in check(ready) if problem.file == file]
    fill(ready, "fi", Hello="Hei, %(name)s!", Title="Otsikko")
    assert catalogues.languages() == ("sv", "ru", "en")
    fill(ready, "fi", Listen="Kuuntele")
    assert catalogues.languages() == ("sv", "ru", "en", "fi")
    assert catalogues.translations("fi").gettext("Title") == "Otsikko"
    for wrong in ("xx", "../../etc", "sv-XQ", "", "q"):
        with pytest.raises(ValueError, match=f"^{re.escape(wrong)}$"):
            begin(ready, wrong)


def test_the_header_counts_as_the_language_does(ready: Path) -> None:
    """The right number of forms chosen by another rule is a problem: 21 would take the wrong one."""
    file = path(ready, "ru")
    text = file.read_text()
    rule = text[text.index("plural=") : text.index('"MIME')]
    file.write_text(text.replace(rule, 'plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"\n'))
    assert any("counts otherwise" in problem.what for problem in check(ready) if problem.file == file)


def test_translators_begin_with_what_visitors_read() -> None:
    """The texts of every page come first, the workbench's after those of visitors, the command line's last."""
    order = [text.files for text in Texts(SHIPPED_TEXTS).of("sv")]
    first = {
        part: next(number for number, files in enumerate(order) if all(file.startswith(part) for file in files))
        for part in ("readerapp/web/templates/read", "readerapp/errors/pages", "readerapp/web/templates/translate/")
    }
    operators = next(number for number, files in enumerate(order) if all("/cli/" in file for file in files))
    assert [*first.values(), operators] == sorted([*first.values(), operators])
    assert not any(file.startswith("readerapp/web/") for files in order[operators:] for file in files)
