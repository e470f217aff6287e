"""Several machines write the same files from one database, and none needs another's disk."""

import shutil
from pathlib import Path

import pytest

from readerapp import catalogs, speech
from readerapp.catalogs import Clash, Saved
from readerapp.errors import CatalogueWrong
from readerapp.speech import Entry
from tests.workbench.conftest import Machine, Start

TITLE, OTHER = "Hear a web page", "Open the page"


def test_a_save_is_in_the_file_of_every_machine(machine: Start) -> None:
    """Of those that run, and of one that comes later; the files are alike byte for byte but for their dates."""
    first, second = machine("a"), machine("b")
    assert isinstance(first.save(TITLE, "Hör en sida"), Saved)
    assert isinstance(second.save(OTHER, "Öppna den nu", "Olle"), Saved)
    assert isinstance(first.save(TITLE, "Hör sidan", review=True), Saved)
    third = machine("c")
    for each in (first, second, third):
        each.bench.agree()
        assert (each.says(TITLE), each.says(OTHER)) == ("Hör sidan", "Öppna den nu")
        assert each.text(TITLE).state == "review"
        assert each.edits(TITLE) == [("Åsa", "saved", "Hör sidan"), ("Åsa", "saved", "Hör en sida")]
    texts = [
        [line for line in each.file().read_text("utf-8").splitlines() if not line.startswith(('"PO-Rev', '"Last-T'))]
        for each in (first, second, third)
    ]
    assert texts[0] == texts[1] == texts[2]


def test_nobody_overwrites_what_was_saved_elsewhere(machine: Start) -> None:
    """Who saw the text before another machine's save gets a clash, though the own file had not changed."""
    first, second = machine("a"), machine("b")
    seen = second.text(TITLE).mark
    first.save(TITLE, "Hör en sida")
    done = second.save(TITLE, "Läs en sida", "Olle", mark=seen)
    assert isinstance(done, Clash)
    assert done.now.forms == ("Hör en sida",)
    assert second.says(TITLE) == "Hör en sida"


def test_what_was_changed_by_hand_reaches_every_machine(machine: Start) -> None:
    """Once and as one edit, whoever's the text was before; changed again and back again too."""
    first, second = machine("a"), machine("b")
    first.bench.agree()
    begun = first.says(TITLE)
    first.save(OTHER, "Öppna den nu")
    for words in ("För hand", "För hand igen", begun):
        for name in (TITLE, OTHER):
            first.by_hand(name, words)
        first.bench.agree()
        second.bench.agree()
        second.bench.agree()
        assert [each.says(name) for each in (first, second) for name in (TITLE, OTHER)] == [words] * 4
    expected = [("", "outside", words) for words in (begun, "För hand igen", "För hand")]
    assert second.edits(TITLE) == expected
    assert second.edits(OTHER) == [*expected, ("Åsa", "saved", "Öppna den nu")]


def test_an_old_copy_of_a_file_takes_nothing_back(machine: Start, tmp_path: Path) -> None:
    """A file that was begun before others saved brings only what its owner changed; both changed is a clash."""
    here = machine("a")
    here.save("Search", "Sök nu")
    copy = Path(shutil.copy(here.file(), tmp_path / "copy.po"))
    here.save(TITLE, "Sparat här")
    here.save(OTHER, "Sparat här med")
    here.by_hand("Search", "I kopian", where=copy)
    here.by_hand(OTHER, "I kopian med", where=copy)
    shutil.copy(copy, here.file())
    here.bench.agree()
    assert here.says(TITLE) == "Sparat här"
    assert here.says("Search") == "I kopian"
    assert here.says(OTHER) == "Sparat här med"
    assert here.edits(OTHER)[0] == ("", "clash", "I kopian med")
    count = len(here.edits(OTHER))
    here.bench.agree()
    assert len(here.edits(OTHER)) == count
    assert isinstance(here.save(OTHER, "I kopian med"), Saved)


def test_a_file_without_our_header_is_taken_as_it_is(machine: Start) -> None:
    """A tool that drops it does not make the file an old one."""
    here = machine("a")
    here.save(TITLE, "Sparat här")
    lines = [line for line in here.file().read_text("utf-8").splitlines() if "X-Readerapp" not in line]
    here.file().write_text("\n".join(lines).replace("Sparat här", "Utan rubrik") + "\n", "utf-8")
    here.bench.agree()
    assert here.says(TITLE) == "Utan rubrik"
    assert here.edits(TITLE)[0] == ("", "outside", "Utan rubrik")


def test_words_reach_every_machine(machine: Start) -> None:
    """Saved, taken away and written in the file by hand."""
    first, second = machine("a"), machine("b")

    def save(wanted: Entry) -> bool:
        mark = speech.mark(speech.own(first.bench.words.file("sv"), wanted.grapheme))
        return first.bench.words.save(wanted, "sv", mark, ("Åsa", "saved"))

    def words() -> dict[str, tuple[str, str]]:
        second.bench.agree()
        return {
            entry.grapheme: (entry.alias, entry.phonemes)
            for entry in speech.read(second.bench.words.file("sv")).entries
        }

    save(Entry("Bjärkeby", "Berkeby"))
    save(Entry("Юкки", "", "jˈukkʲɪ"))
    assert words() == {"Bjärkeby": ("Berkeby", ""), "Юкки": ("", "jˈukkʲɪ")}
    save(Entry("Bjärkeby"))
    speech.put(first.bench.words.file("sv"), Entry("Sund", "Sunnd"), "sv")
    speech.put(first.bench.words.file("sv"), Entry("Юкки", "Йукки"), "sv")
    first.bench.agree()
    assert words() == {"Sund": ("Sunnd", ""), "Юкки": ("Йукки", "")}
    assert not second.bench.words.save(Entry("Sund", "Zund"), "sv", "0" * 16, ("Olle", "saved"))


def test_a_begun_language_is_begun_everywhere(machine: Start) -> None:
    """With what is translated there, in the workbench and by hand."""
    first, second = machine("a"), machine("b")
    first.bench.begin("fi", "Åsa")
    first.bench.begin("fi", "Åsa")
    second.bench.agree()
    assert "fi" in catalogs.languages(second.folder)
    first.by_hand(TITLE, "Kuuntele sivua", "fi")
    first.bench.agree()
    second.bench.agree()
    assert second.says(TITLE, "fi") == "Kuuntele sivua"
    assert len(second.room.edits.latest("fi")) == 1


def test_a_broken_file_is_made_anew(machine: Start) -> None:
    """From what is shipped and all that was saved; it keeps no other language, and the broken one is kept."""
    first = machine("a")
    first.save(TITLE, "Hör en sida")
    first.file().write_text("not a catalogue", "utf-8")
    with pytest.raises(CatalogueWrong):
        first.bench.texts.agree("sv")
    first.by_hand(TITLE, "Слушать", "ru")
    first.bench.agree()
    assert len(first.room.edits.latest("ru")) == 1
    assert first.bench.remakable("sv")
    first.bench.texts.remake("sv")
    assert first.says(TITLE) == "Hör en sida"
    assert first.says(OTHER) == "Öppna sidan"
    assert first.file().with_name("messages.po.broken").read_text("utf-8") == "not a catalogue"


@pytest.mark.parametrize("order", ["abc", "cba", "bac"])
def test_all_agree_whoever_looks_first(machine: Start, order: str) -> None:
    """Three machines with a save, a change by hand and nothing: in any order they end alike."""
    machines = {name: machine(name) for name in "abc"}
    for each in machines.values():
        each.bench.agree()
    machines["a"].save(TITLE, "Sparat")
    machines["b"].by_hand(OTHER, "För hand")
    for name in (*order, *order):
        machines[name].bench.agree()
    assert {(each.says(TITLE), each.says(OTHER)) for each in machines.values()} == {("Sparat", "För hand")}


def test_another_database_begins_anew(machine: Start, tmp_path: Path) -> None:
    """A file that was written from one database is no old copy for another: nothing of it is lost."""
    here = machine("a")
    here.save(TITLE, "Sparat")
    moved = Machine(here.folder, str(tmp_path / "other.db"))
    moved.bench.agree()
    assert moved.says(TITLE) == "Sparat"
    assert moved.edits(TITLE) == [("", "outside", "Sparat")]
    assert isinstance(moved.save(TITLE, "Nytt"), Saved)
    moved.room.database.close()
