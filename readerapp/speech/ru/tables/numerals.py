"""How Russian numerals decline: six forms each, in the order nomn, gent, datv, accs, ablt, loct."""

SMALL = 20
"""From here on a number below a hundred is said in two words."""
PAIR = 2
ELEVEN = 11

Forms = tuple[str, str, str, str, str, str]


def _forms(text: str) -> Forms:
    one, two, three, four, five, six = text.split()
    return one, two, three, four, five, six


def _soft(stem: str, instrumental: str = "ью") -> Forms:
    """пять, пяти, пяти, пять, пятью, пяти."""
    return f"{stem}ь", f"{stem}и", f"{stem}и", f"{stem}ь", f"{stem}{instrumental}", f"{stem}и"


def _flat(direct: str, other: str) -> Forms:
    return direct, other, other, direct, other, other


def _double(first: Forms, last: str) -> Forms:
    """пятьдесят, пятидесяти: both parts decline, the second keeps its hard ending in the direct cases."""
    return (
        first[0] + last,
        f"{first[1]}{last}и",
        f"{first[2]}{last}и",
        first[3] + last,
        f"{first[4]}{last}ью",
        f"{first[5]}{last}и",
    )


def _hundreds(first: Forms, direct: str) -> Forms:
    return (
        first[0] + direct,
        f"{first[1]}сот",
        f"{first[2]}стам",
        first[0] + direct,
        f"{first[4]}стами",
        f"{first[5]}стах",
    )


ZERO = _forms("ноль нуля нулю ноль нулём нуле")
ONE = {
    "masc": _forms("один одного одному один одним одном"),
    "femn": _forms("одна одной одной одну одной одной"),
    "neut": _forms("одно одного одному одно одним одном"),
    "plur": _forms("одни одних одним одни одними одних"),
}
TWO = {"masc": _forms("два двух двум два двумя двух"), "femn": _forms("две двух двум две двумя двух")}
FEW = {
    2: TWO["masc"],
    3: _forms("три трёх трём три тремя трёх"),
    4: _forms("четыре четырёх четырём четыре четырьмя четырёх"),
}
MANY = (
    *(_soft(stem) for stem in ("пят", "шест", "сем")),
    _forms("восемь восьми восьми восемь восемью восьми"),
    *(_soft(stem) for stem in ("девят", "десят")),
    *(_soft(f"{stem}надцат") for stem in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")),
)
"""5 to 19."""
TENS = (
    _soft("двадцат"),
    _soft("тридцат"),
    _flat("сорок", "сорока"),
    *(_double(MANY[n], "десят") for n in range(4)),
    _flat("девяносто", "девяноста"),
)
HUNDREDS = (
    _flat("сто", "ста"),
    _hundreds(_forms("две двух двум две двумя двух"), "сти"),
    _hundreds(FEW[3], "ста"),
    _hundreds(FEW[4], "ста"),
    *(_hundreds(MANY[n], "сот") for n in range(5)),
)

_MASCULINE = ("", "а", "у", "", "ом", "е"), ("ы", "ов", "ам", "ы", "ами", "ах")
SCALES = {
    noun: (tuple(noun + e for e in _MASCULINE[0]), tuple(noun + e for e in _MASCULINE[1]))
    for noun in ("миллион", "миллиард", "триллион")
} | {
    "тысяча": (
        _forms("тысяча тысячи тысяче тысячу тысячей тысяче"),
        _forms("тысячи тысяч тысячам тысячи тысячами тысячах"),
    )
}

ORDINAL_ENDINGS = {
    "hard": {
        "masc": _forms("ый ого ому ый ым ом"),
        "femn": _forms("ая ой ой ую ой ой"),
        "neut": _forms("ое ого ому ое ым ом"),
        "plur": _forms("ые ых ым ые ыми ых"),
    },
    "soft": {
        "masc": _forms("ий ьего ьему ий ьим ьем"),
        "femn": _forms("ья ьей ьей ью ьей ьей"),
        "neut": _forms("ье ьего ьему ье ьим ьем"),
        "plur": _forms("ьи ьих ьим ьи ьими ьих"),
    },
}
ORDINAL_ENDINGS["stressed"] = ORDINAL_ENDINGS["hard"] | {"masc": _forms("ой ого ому ой ым ом")}

_HARD_ORDINALS = {
    0: "нулев", 1: "перв", 2: "втор", 3: "трет", 4: "четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят",
    80: "восьмидесят", 90: "девяност", 100: "сот",
}  # fmt: skip
_KINDS = {0: "stressed", 2: "stressed", 3: "soft", 6: "stressed", 7: "stressed", 8: "stressed", 40: "stressed"}
ORDINALS: dict[int, tuple[str, str]] = (
    {n: (stem, _KINDS.get(n, "hard")) for n, stem in _HARD_ORDINALS.items()}
    | {n: (MANY[n - 5][0][:-1], "hard") for n in range(11, SMALL)}
    | {100 * n: (f"{HUNDREDS[n - 1][1]}", "hard") for n in range(2, 10)}
)
"""Stem and kind of declension; the numbers that have an ordinal of one word."""

WHOLE = "цел"
ORDINALS_OF_DECIMALS = {
    1: ("десят", "hard"),
    2: ("сот", "hard"),
    3: ("тысячн", "hard"),
    4: ("десятитысячн", "hard"),
    5: ("стотысячн", "hard"),
    6: ("миллионн", "hard"),
}
NAMED_FRACTIONS = {
    3: (_forms("треть трети трети треть третью трети"), _forms("трети третей третям трети третями третях")),
    4: (_forms("четверть четверти четверти четверть четвертью четверти"),
        _forms("четверти четвертей четвертям четверти четвертями четвертях")),
}  # fmt: skip
