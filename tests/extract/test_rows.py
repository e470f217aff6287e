"""Pages that lead into a part of a site: every entry is read, by whatever elements the page makes its row."""

import pytest

from readerapp.extract import to_text

ENTRIES = (
    ("Bygglov", "Ansök om bygglov, rivningslov och marklov"),
    ("Avfall och återvinning", "Sophämtning, återvinningscentraler och avgifter"),
    ("Vatten", "Dricksvatten och avlopp"),
    ("Förskola", "Ansök om plats, avgifter och öppettider"),
)
FORMS = {
    "article": ("{}", "<article><h2><a href=/{2}>{0}</a></h2><p>{1}</p></article>"),
    "div": ("{}", "<div><h3><a href=/{2}>{0}</a></h3><span>{1}</span></div>"),
    "item": ("<ul>{}</ul>", "<li><a href=/{2}>{0}</a><p>{1}</p></li>"),
    "term": ("<dl>{}</dl>", "<dt><a href=/{2}>{0}</a></dt><dd>{1}</dd>"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("intro", ["", "<p>Här hittar du information om bygglov, avfall och vatten.</p>"])
@pytest.mark.parametrize("end", ["", "."])
@pytest.mark.parametrize("count", [3, 4])
def test_every_entry_is_read(form: str, intro: str, end: str, count: int) -> None:
    """An entry of three words is read as its neighbours are, and none without its name."""
    around, entry = FORMS[form]
    rows = around.format("".join(entry.format(name, text + end, n) for n, (name, text) in enumerate(ENTRIES[:count])))
    html = (
        "<html lang=sv><title>Bygga och bo | Eksta</title><body><header><a href=/>Eksta</a></header>"
        f"<main><h1>Bygga och bo</h1>{intro}{rows}</main><footer><p>Eksta, Storgatan 1, 123 45 Eksta.</p></footer>"
    )
    lines = to_text(html, "https://a.se/bo")
    for name, text in ENTRIES[:count]:
        assert text in lines
        assert any(line.startswith(name) for line in lines.split("\n")), name
    assert "Storgatan" not in lines
