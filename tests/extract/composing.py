"""Pages put together by chance of everyday parts, each in a box, as the builders of pages make them.

Every part that a listener must hear holds a mark of its own, so that what is lost of a page can be counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final

_WORDS: Final = {
    "sv": "simhallen öppnar igen efter renovering med ny bassäng bastu priset oförändrat barn vuxna årskort kassan "
    "vecka föreningar hyra banor taket hissen kommunen personal familjer sommar bokning regler parkering entré lunch",
    "ru": "бассейн открывается снова после ремонта новая сауна цена прежняя дети взрослые абонемент касса неделя клубы "
    "дорожки крыша лифт район сотрудники семьи лето запись правила стоянка автобус вход обед шкафчик полотенце вода",
}
_NAMES: Final = {
    "sv": {
        "hours": "Öppettider",
        "day": "Måndag",
        "prices": "Priser",
        "adult": "Vuxen",
        "child": "Barn",
        "unit": "kr",
        "street": "Adress",
        "place": "Storgatan 1",
        "call": "Telefon",
        "contact": "Kontakt",
        "note": "Obs!",
        "form": "Blankett",
        "site": "Eksta kommun",
    },
    "ru": {
        "hours": "Часы работы",
        "day": "Понедельник",
        "prices": "Цены",
        "adult": "Взрослый",
        "child": "Детский",
        "unit": "руб.",
        "street": "Адрес",
        "place": "ул. Лесная, дом 5",
        "call": "Телефон",
        "contact": "Контакты",
        "note": "Внимание!",
        "form": "Бланк",
        "site": "Сосногорский район",
    },
}
_MENUS: Final = {
    "sv": ("Barn och utbildning", "Bygga och bo", "Kommun och politik"),
    "ru": ("Образование и школы", "Жильё и дороги", "Власть и депутаты"),
}
_BESIDE: Final = {"sv": ("Gym", "Idrottshallar", "Lopp"), "ru": ("Залы", "Стадионы", "Забеги")}
_WRAPS: Final = (
    "{}",
    "<div>{}</div>",
    "<section>{}</section>",
    "<div class='block'>{}</div>",
    "<div class='row'><div class='col'>{}</div></div>",
    "<div class='wrap'><div class='inner'><div class='rte'>{}</div></div></div>",
)
_HEROES: Final = ("{}", "<div class='hero'>{}</div>", "<header>{}</header>")
_MAINS: Final = (
    "<main>{}</main>",
    "<div id='content'>{}</div>",
    "<div class='page'><div class='main-col'>{}</div></div>",
    "<article>{}</article>",
    "<main><article>{}</article></main>",
)
_SIDES: Final = ("", "<aside><h2>Mer</h2><ul>{}</ul></aside>", "<div class='side'><ul>{}</ul></div>")
_HEADS: Final = (
    "",
    "<meta property='og:type' content='article'><meta property='article:modified_time' content='2026-03-01T10:00'>",
)


@dataclass
class Composed:
    """A page, the marks that must be heard of it, and the parts that it is made of, each with how many marks it has."""

    language: str
    random: Random
    html: str = ""
    marks: list[str] = field(default_factory=list)
    parts: list[tuple[str, int]] = field(default_factory=list)

    @property
    def names(self) -> dict[str, str]:
        """What things are called in the page's language."""
        return _NAMES[self.language]

    def lost(self, said: str) -> list[str]:
        """The parts of which a mark is not said."""
        heard, at, lost = set(said.split()), 0, []
        for name, count in self.parts:
            if not heard.issuperset(self.marks[at : at + count]):
                lost.append(name)
            at += count
        return lost

    def strays(self, said: str) -> list[str]:
        """What is said of the page's frame."""
        return [name for name in (*_MENUS[self.language], *_BESIDE[self.language]) if name in said.split("\n")]

    def mark(self) -> str:
        """A new mark."""
        self.marks.append(f"Q{len(self.marks)}x")
        return self.marks[-1]

    def words(self, few: int = 7, many: int = 18) -> str:
        """So many words, as a sentence."""
        chosen = self.random.choices(_WORDS[self.language].split(), k=self.random.randint(few, many))
        return f"{' '.join(chosen).capitalize()}."


def _heading(page: Composed) -> str:
    return f"<h2>{page.mark()} {page.words(1, 2)[:-1]}</h2>"


def _items(page: Composed) -> str:
    return "".join(f"<li>{page.mark()} {page.words(2, 5)}</li>" for _ in range(3))


def _table(page: Composed) -> str:
    n = page.names
    rows = (f"{page.mark()} {n['adult']}", f"90 {n['unit']}"), (n["child"], f"{page.mark()} 40 {n['unit']}")
    cells = "".join(f"<tr><td>{name}</td><td>{price}</td></tr>" for name, price in rows)
    return f"<table><caption>{page.mark()} {n['prices']}</caption>{cells}</table>"


def _fold(page: Composed) -> str:
    question = f"{page.mark()} {page.words(4, 6)[:-1]}?"
    return f"<details><summary>{question}</summary><p>{page.mark()} {page.words()}</p></details>"


PARTS: Final[dict[str, Callable[[Composed], str]]] = {
    "paragraph": lambda page: f"<p>{page.mark()} {page.words()}</p>",
    "paragraphs": lambda page: "".join(f"<p>{page.mark()} {page.words()} {page.words()}</p>" for _ in range(3)),
    "section": lambda page: f"{_heading(page)}<p>{page.mark()} {page.words()} {page.words()}</p>",
    "short section": lambda page: f"{_heading(page)}<p>{page.mark()} {page.words(3, 3)}</p>",
    "section with a list": lambda page: f"{_heading(page)}<ul>{_items(page)}</ul>",
    "list": lambda page: f"<ul>{_items(page)}</ul>",
    "steps": lambda page: f"{_heading(page)}<ol>{_items(page)}</ol>",
    "hours": lambda page: (
        f"<h2>{page.mark()} {page.names['hours']}</h2><p>{page.names['day']} {page.mark()} 10–20<br>12–18</p>"
    ),
    "table": _table,
    "names": lambda page: (
        f"<dl><dt>{page.mark()} {page.names['street']}</dt><dd>{page.mark()} {page.names['place']}</dd>"
        f"<dt>{page.names['call']}</dt><dd>0123-45 67 89</dd></dl>"
    ),
    "contact": lambda page: (
        f"<h2>{page.mark()} {page.names['contact']}</h2>"
        f"<p>Eva Ek<br>{page.mark()} <a href='tel:0123456789'>0123-45 67</a></p>"
    ),
    "folds": lambda page: _fold(page) + _fold(page) + _fold(page),
    "quotation": lambda page: f"<blockquote><p>{page.mark()} {page.words()}</p></blockquote>",
    "note": lambda page: f"<p><strong>{page.mark()} {page.names['note']}</strong> {page.words(6, 8)}</p>",
    "file": lambda page: (
        f"<p>{page.words(5, 7)} <a href='/a.pdf'>{page.mark()} {page.names['form']} (pdf, 120 kB)</a></p>"
    ),
}


def composed(language: str, seed: int) -> Composed:
    """A page of two to eight parts, the same for the same seed."""
    page = Composed(language, Random(seed))
    choose = page.random.choice
    usual, mixed = choose(_WRAPS), page.random.random() < 0.4
    boxes = []
    for _ in range(page.random.randint(2, 8)):
        name, before = choose(list(PARTS)), len(page.marks)
        boxes.append((choose(_WRAPS) if mixed else usual).format(PARTS[name](page)))
        page.parts.append((name, len(page.marks) - before))
    title = page.words(3, 4)[:-1]
    text = choose(_HEROES).format(f"<h1>{title}</h1>") + "".join(boxes)
    side = choose(_SIDES).format(_links(_BESIDE[language]))
    site, place = page.names["site"], page.names["place"]
    page.html = (
        f"<!doctype html><html lang='{language}'><head><title>{title} - {site}</title>{choose(_HEADS)}</head><body>"
        f"<header><a href='/'>{site}</a><nav><ul>{_links(_MENUS[language])}</ul></nav></header>"
        f"{choose(_MAINS).format(text)}{side}"
        f"<footer><p>{site}, {place}. 0123-45 67 80.</p><p>© 2026</p></footer></body></html>"
    )
    return page


def _links(names: tuple[str, ...]) -> str:
    return "".join(f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(names))
