"""Tables are said row by row, each cell with its column's header where that is certain."""

import msgspec

from readerapp.model import Article, Block, Container, Run
from readerapp.speech import SpeechOptions, Verbosity, render, script

TABLE = Container("table", 1)


def table(*rows: tuple[tuple[str, str, int, int], ...], whole: bool = False) -> Article:
    """A table of rows of cells: kind, text, columns, rows. Only in a `whole` one has a cell without text a block."""
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        held = Container("row", 100 + number)
        for place, (kind, text, columns, height) in enumerate(row):
            key = 1000 + 10 * number + place
            cell = Container(kind, key, columns=columns, rows=height)  # type: ignore[arg-type]
            if text or whole:
                blocks.append(Block("paragraph", (Run(text),), "sv", path=(TABLE, held, cell)))
    return Article(address="https://example.se/", title="", language="sv", blocks=tuple(blocks))


def head(text: str, columns: int = 1, rows: int = 1) -> tuple[str, str, int, int]:
    """A header cell."""
    return "header", text, columns, rows


def cell(text: str, columns: int = 1, rows: int = 1) -> tuple[str, str, int, int]:
    """A data cell."""
    return "cell", text, columns, rows


def said(made: Article, options: SpeechOptions | None = None) -> list[str]:
    """What is said, in ordinary words."""
    return [render(utterance).text for utterance in script(made, options).utterances]


def test_cells_are_said_with_their_headers() -> None:
    """“Avgift: tretusen tvåhundra kronor”, and row headers without."""
    made = table((head("Plats"), head("Avgift")), (head("Flen"), cell("3 200 kr")), (head("Trosa"), cell("900 kr")))
    assert said(made) == [
        "Plats",
        "Avgift",
        "Flen",
        "Avgift: tretusen tvåhundra kronor",
        "Trosa",
        "Avgift: niohundra kronor",
    ]
    assert said(made, SpeechOptions(verbosity=Verbosity(tables="plain")))[3] == "tretusen tvåhundra kronor"
    assert said(made, SpeechOptions(verbosity=Verbosity(tables="skip"))) == []


def test_spans_are_counted() -> None:
    """A header over two columns counts for both, and a cell over two rows takes its place in the next row."""
    made = table(
        (head("Ort"), head("Tid", columns=2)),
        (cell("Flen", rows=2), cell("åtta"), cell("nio")),
        (cell("tio"), cell("elva")),
    )
    assert said(made)[2:] == ["Flen", "Tid: åtta", "Tid: nio", "Tid: tio", "Tid: elva"]


def test_a_row_with_a_missing_cell_is_said_plain() -> None:
    """Where a cell has no block at all: rather no header than a wrong one."""
    made = table((head("A"), head("B"), head("C")), (cell("ett"), cell(""), cell("tre")))
    assert said(made)[3:] == ["ett", "tre"]


def test_an_empty_cell_is_not_said_but_counted() -> None:
    """The cells beside it keep their headers."""
    made = table(
        (head("A"), head("B"), head("C")),
        (cell("ett"), cell(""), cell("tre")),
        (cell(""), cell("fyra"), cell("")),
        whole=True,
    )
    assert said(made)[3:] == ["ett", "C: tre", "B: fyra"]


def test_tables_without_headers_are_said_plain() -> None:
    """Nothing is added where there is no header row."""
    assert said(table((cell("ett"), cell("två")), (cell("tre"), cell("fyra")))) == ["ett", "två", "tre", "fyra"]


def test_rows_are_told_apart_by_pauses() -> None:
    """The silence after a row is longer than that after a cell."""
    made = script(table((head("A"), head("B")), (cell("ett"), cell("två")))).utterances
    assert made[0].pause < made[1].pause


def test_a_row_that_ends_in_an_empty_cell_ends_as_a_row() -> None:
    """The silence after a cell is told by the cell that is said next, in the row or below it."""
    rows = ((cell("Flen"), cell("ja")), (cell("Trosa"), cell("")), (cell("Gnesta"), cell("nej")))
    pauses = {u.text: u.pause for u in script(table(*rows, whole=True)).utterances}
    assert pauses["Flen"] == pauses["Gnesta"] < pauses["ja"] == pauses["Trosa"]


def test_a_cell_that_begins_with_a_silent_block_keeps_its_header() -> None:
    """The header is said before the first block of the cell that has anything to say."""
    made = table((head("Plats"), head("Avgift")), (head("Flen"), cell("900 kr")))
    blocks = made.blocks
    silent = msgspec.structs.replace(blocks[-1], kind="image", runs=(Run("Logotyp"),))
    made = msgspec.structs.replace(made, blocks=(*blocks[:-1], silent, blocks[-1]))
    quiet = SpeechOptions(verbosity=Verbosity(images=False))
    assert said(made, quiet)[-1] == "Avgift: niohundra kronor"


def test_two_plain_columns_are_said_as_they_stand() -> None:
    """“Måndag, 10–18”: the head row is said once; with a third column each cell but the first says whose it is."""
    made = table((head("Dag"), head("Tid")), (cell("Måndag"), cell("stängt")), (cell("Tisdag"), cell("öppet")))
    assert said(made) == ["Dag", "Tid", "Måndag", "stängt", "Tisdag", "öppet"]
    made = table((head("Dag"), head("Tid"), head("Hus")), (cell("Måndag"), cell("stängt"), cell("Kvarnen")))
    assert said(made) == ["Dag", "Tid", "Hus", "Måndag", "Tid: stängt", "Hus: Kvarnen"]
