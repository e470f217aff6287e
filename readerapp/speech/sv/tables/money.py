"""Currencies and the large numbers that money is counted in."""

from typing import Final, NamedTuple


class Currency(NamedTuple):
    """Singular and plural of the coin and of its hundredth, and their genders."""

    one: str
    many: str
    cent: str
    cents: str
    common: bool = True
    cent_common: bool = True


KRONA: Final = Currency("krona", "kronor", "öre", "öre", cent_common=False)
_EURO: Final = Currency("euro", "euro", "cent", "cent")
_DOLLAR: Final = Currency("dollar", "dollar", "cent", "cent")
_POUND: Final = Currency("pund", "pund", "penny", "pence", common=False)


def _land(adjective: str) -> Currency:
    return Currency(f"{adjective} krona", f"{adjective} kronor", "öre", "öre", cent_common=False)


AFTER: Final[dict[str, Currency]] = {
    "kr": KRONA, "kronor": KRONA, "krona": KRONA, "SEK": KRONA, ":--": KRONA, ":-": KRONA, ":–": KRONA, ",-": KRONA,
    ",–": KRONA,
    ":−": KRONA, "€": _EURO, "EUR": _EURO, "euro": _EURO, "$": _DOLLAR,
    "USD": _DOLLAR._replace(one="amerikansk dollar", many="amerikanska dollar"), "dollar": _DOLLAR, "£": _POUND,
    "GBP": _POUND._replace(one="brittiskt pund", many="brittiska pund"), "pund": _POUND, "NOK": _land("norska"),
    "DKK": _land("danska"), "ISK": _land("isländska"),
    "CHF": Currency("schweizisk franc", "schweiziska franc", "rappen", "rappen"),
    "¥": Currency("yen", "yen", "sen", "sen"), "JPY": Currency("yen", "yen", "sen", "sen"),
    "₩": Currency("won", "won", "jeon", "jeon"), "₽": Currency("rubel", "rubel", "kopek", "kopek"),
    "RUB": Currency("rubel", "rubel", "kopek", "kopek"), "CNY": Currency("yuan", "yuan", "fen", "fen"),
    "PLN": Currency("zloty", "zloty", "grosz", "grosz"),
    "CAD": _DOLLAR._replace(one="kanadensisk dollar", many="kanadensiska dollar"),
    "AUD": _DOLLAR._replace(one="australisk dollar", many="australiska dollar"),
}  # fmt: skip
"""By what is written after (or, for BEFORE, before) the amount."""

BEFORE: Final = (
    "USD$",
    "US$",
    "US $",
    "€",
    "$",
    "£",
    "¥",
    "₩",
    "₽",
    "SEK",
    "EUR",
    "USD",
    "GBP",
    "NOK",
    "DKK",
    "CHF",
    "kr",
    "Kr",
)
"""Currencies that are written before the amount too."""

SCALES: Final = {
    "tusen": ("tusen", "tusen"), "miljon": ("miljon", "miljoner"), "miljoner": ("miljon", "miljoner"),
    "milj": ("miljon", "miljoner"), "mn": ("miljon", "miljoner"), "mln": ("miljon", "miljoner"),
    "miljard": ("miljard", "miljarder"), "miljarder": ("miljard", "miljarder"), "md": ("miljard", "miljarder"),
    "mdr": ("miljard", "miljarder"), "mrd": ("miljard", "miljarder"), "mdkr": ("miljard kronor", "miljarder kronor"),
    "biljon": ("biljon", "biljoner"), "biljoner": ("biljon", "biljoner"),
}  # fmt: skip
"""Large numbers, one and many."""

CROWNS: Final = {
    "tkr": ("tusen kronor", "tusen kronor"), "tsek": ("tusen kronor", "tusen kronor"),
    "kkr": ("tusen kronor", "tusen kronor"), "mnkr": ("miljon kronor", "miljoner kronor"),
    "mkr": ("miljon kronor", "miljoner kronor"), "msek": ("miljon kronor", "miljoner kronor"),
    "mdkr": ("miljard kronor", "miljarder kronor"), "mdrkr": ("miljard kronor", "miljarder kronor"),
    "mrdkr": ("miljard kronor", "miljarder kronor"), "meur": ("miljon euro", "miljoner euro"),
    "musd": ("miljon dollar", "miljoner dollar"),
}  # fmt: skip
"""Amounts and currency in one abbreviation, in lower case."""
