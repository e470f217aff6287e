"""Abbreviations of two meanings, by what follows or goes before them."""

from typing import Final

_AMOUNT: Final = r"(?:\d|[\ue000\ue001]|halva? |gratis|fri(?!\w))"

BEFORE: Final[tuple[tuple[str, str, str], ...]] = (
    ("ank", r"\.?(?= \d{2,5}(?!\d|[.:,]\d| ?[-–]))", "anknytning"),
    (
        "anm",
        r"\.(?= (?:senast|sista|till|via|före|innan|krävs|görs|sker|obl|per|tfn|tel|om|på tel|är bindande))",
        "anmälan",
    ),
    ("ing", r"\.(?= (?:[A-ZÅÄÖ]|\d{1,3})(?!\w|\. [A-ZÅÄÖ]))", "ingång"),
    ("spec", r"\.(?= (?:i|inom|på) )", "specialist"),
    ("pens", rf"\.(?=:? {_AMOUNT}| ?[,/)]| o(?:ch|\.)? )", "pensionär"),
    ("stud", rf"\.(?=:? {_AMOUNT}| ?[,/)]| o(?:ch|\.)? )", "studerande"),
    ("vux", rf"\.(?=:? {_AMOUNT}| ?[,/)]| o(?:ch|\.)? )", "vuxna"),
    *((word, r"\.?(?= med(?!\w))", "jämfört") for word in ("jmf", "jfr", "jmfr", "jämf")),
    ("sign", r"\.(?= [A-ZÅÄÖ](?:[. ]|[A-ZÅÄÖ]{1,3}(?!\w)))", "signerad"),
    ("avg", r"\.(?= (?:från |till )?[A-ZÅÄÖ][^.!?]{1,30}[\d\ue001])", "avgång"),
    ("ank", r"\.(?= (?:från |till )?[A-ZÅÄÖ][^.!?]{1,30}[\d\ue001])", "ankomst"),
    ("tpl", r"\.?(?= [A-ZÅÄÖ])", "trafikplats"),
    ("lok", r"\.(?= [A-ZÅÄÖ]{1,2}[ -]?\d)", "lokal"),
    (
        "konf",
        r"\.(?=(?:läger|grupp|präst|undervisn|kapp|start|mässa|pedagog|ledare|info|upptakt|träff))",
        "konfirmations",
    ),
    ("konf", r"\.(?=(?:rum|lokal|sal|center|anläggn|avgift|paket|språk|deltag))", "konferens"),
    ("fam", rf"\.(?=:? {_AMOUNT})", "familj"),
    ("sign", r"\.(?= (?:o\.?|och|&) (?:dat|numr))", "signerad"),
    ("sign", r"\.(?= (?:\d{4}|\ue001{4})(?!\w))", "signerad"),
)
"""The abbreviation, what must follow it (its full stop is read with it), and what it then stands for."""

AFTER_WORD: Final = (
    (r"(?i:(?<!\w)(?:enl\.?|enligt)) ", "ök", "överenskommelse"),
    *(
        (r"(?i:(?<!\w)var(?:je|t)?) (?:[\ue000\ue001]{2,6}|tredje|femte|tionde) ", *pair)
        for pair in (("min", "minut"), ("tim", "timme"), ("mån", "månad"), ("sek", "sekund"), ("v", "vecka"))
    ),
    (r"(?<!\w)(?:[Ii]|[Ff]rån) [\ue000\ue001]{3,5} ", "min", "minuten"),
    (r"(?<!\w)(?:på|av|efter) ", "ink", "inkomst"),
    (r"(?i:(?<!\w)(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|många|flera|några|antal)) ", "pers", "personer"),
    (r"(?<!\w)(?:lika många|inkl\.?|och|o\.?|samt) ", "ers", "ersättare"),
    (r"(?i:körfält(?:et)?|vattnet|spåret|rummet|området|badet) ", "avst", "avstängt"),
    (r"(?i:gatan|vägen|bron|hissen|filen|rampen|porten|dörren) ", "avst", "avstängd"),
    (r"(?<!\w)(?:per|kr|kronor) |\ue001 ", "st", "styck"),
)
"""What must go before the abbreviation, and what it then stands for, with its full stop or without."""

AFTER_COUNT: Final = {
    "led": ("ledamot", "ledamöter"),
    "ers": ("ersättare", "ersättare"),
    "suppl": ("suppleant", "suppleanter"),
    "medl": ("medlem", "medlemmar"),
    "anst": ("anställd", "anställda"),
    "avst": ("avstår", "avstår"),
    "pl": ("plats", "platser"),
    "sökn": ("sökande", "sökande"),
    "bost": ("bostad", "bostäder"),
    "ansökn": ("ansökan", "ansökningar"),
    "prot": ("protein", "protein"),
}
"""Read only after a number: after one, and after more."""
