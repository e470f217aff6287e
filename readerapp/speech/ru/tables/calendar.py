"""The months as they are written, and the words that follow the number of a year."""

MONTHS = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
MONTHS_GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_SHORT = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]

MONTH_OF = (
    {name: name for name in MONTHS_GENITIVE}
    | {f"{short}.": name for short, name in zip(_SHORT, MONTHS_GENITIVE, strict=True) if short != "мая"}
    | {"сент.": "сентября", "февр.": "февраля", "нояб.": "ноября"}
)
"""What may stand after the number of a day, and how it is said."""

YEAR_FORMS = {
    "год": ("nomn", "accs"),
    "года": ("gent",),
    "году": ("loct", "datv"),
    "годом": ("ablt",),
    "годе": ("loct",),
    "годы": ("nomn", "accs"),
    "годов": ("gent",),
    "годам": ("datv",),
    "годами": ("ablt",),
    "годах": ("loct",),
}
"""The forms of "год" after an ordinal and the cases that they may be."""
SEASONS = frozenset({"зимой", "весной", "летом", "осенью"})
"""After these a year is a genitive: "зимой 2023–2024 гг."."""
YEAR_SINGULAR = {"nomn": "год", "gent": "года", "datv": "году", "accs": "год", "ablt": "годом", "loct": "году"}
YEAR_PLURAL = {"nomn": "годы", "gent": "годов", "datv": "годам", "accs": "годы", "ablt": "годами", "loct": "годах"}

WEEKDAYS = {
    "пн": "понедельник",
    "вт": "вторник",
    "ср": "среда",
    "чт": "четверг",
    "пт": "пятница",
    "сб": "суббота",
    "вс": "воскресенье",
}
