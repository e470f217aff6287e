"""The endings written behind a number ("5-го") and the forms that they may stand for, the likeliest first."""

from typing import NamedTuple


class Ending(NamedTuple):
    """A form of an ordinal; gender "plur" is the plural."""

    case: str
    gender: str


def _forms(spec: str) -> tuple[Ending, ...]:
    return tuple(Ending(*part.split(".")) for part in spec.split())


_Y = _forms("nomn.masc accs.masc gent.femn datv.femn loct.femn ablt.femn")
_GO = _forms("gent.masc gent.neut")
_MU = _forms("datv.masc datv.neut")
_M = _forms("loct.masc loct.neut ablt.masc ablt.neut datv.plur")
_YA = _forms("nomn.femn")
_YU = _forms("accs.femn")
_E = _forms("nomn.neut accs.neut nomn.plur accs.plur")
_H = _forms("gent.plur loct.plur")
_MI = _forms("ablt.plur")

ORDINAL_ENDINGS: dict[str, tuple[Ending, ...]] = {
    "й": _Y, "ый": _Y[:2], "ий": _Y[:2], "ой": _Y, "ей": _Y[2:],
    "го": _GO, "ого": _GO, "его": _GO,
    "му": _MU, "ому": _MU, "ему": _MU,
    "м": _M, "ом": _M[:2], "ем": _M[:2], "ым": _M[2:], "им": _M[2:],
    "я": _YA, "ая": _YA, "ья": _YA,
    "ю": _YU, "ую": _YU, "ью": _YU,
    "е": _E, "ое": _E[:2], "ье": _E[:2], "ые": _E[2:], "ьи": _E[2:],
    "х": _H, "ых": _H, "их": _H,
    "тый": _Y[:2], "того": _GO, "тому": _MU, "том": _M[:2], "тым": _M[2:], "тая": _YA, "тую": _YU, "тое": _E[:2],
    "тые": _E[2:], "тых": _H,
    "ми": _MI, "ыми": _MI, "ими": _MI,
}  # fmt: skip

CARDINAL_ENDINGS: dict[str, tuple[str, ...]] = {
    "ти": ("gent", "datv", "loct"),
    "и": ("gent", "datv", "loct"),
    "ми": ("gent", "datv", "loct", "ablt"),
    "х": ("gent", "loct"),
    "ёх": ("gent", "loct"),
    "ех": ("gent", "loct"),
    "ух": ("gent", "loct"),
    "м": ("datv",),
    "ём": ("datv",),
    "ум": ("datv",),
    "мя": ("ablt",),
    "умя": ("ablt",),
    "тью": ("ablt",),
    "ью": ("ablt",),
    "та": ("gent", "datv", "loct", "ablt"),
    "ю": ("ablt",),
    "а": ("gent", "datv", "loct", "ablt"),
}
