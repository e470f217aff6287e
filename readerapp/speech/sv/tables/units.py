"""Units of measure: symbol, singular, plural, and gender."""

from typing import Final, NamedTuple


class Unit(NamedTuple):
    """How a unit is said after one, and after more than one."""

    one: str
    many: str
    common: bool = True


def _same(word: str, *, common: bool = True) -> Unit:
    return Unit(word, word, common)


_PREFIXED: Final = {
    "m": "meter", "l": "liter", "W": "watt", "V": "volt", "Hz": "hertz", "Pa": "pascal", "J": "joule",
    "Bq": "becquerel", "Sv": "sievert", "B": "byte", "bit": "bit", "eV": "elektronvolt", "Wh": "wattimme",
}  # fmt: skip
_PREFIXES: Final = {
    "m": ("mm", "cm", "dm", "km", "µm", "nm"),
    "l": ("ml", "cl", "dl", "hl"),
    "W": ("mW", "kW", "MW", "GW", "TW"),
    "V": ("mV", "kV"),
    "Hz": ("kHz", "MHz", "GHz"),
    "Pa": ("hPa", "kPa", "MPa"),
    "J": ("kJ", "MJ", "GJ"),
    "Bq": ("kBq", "MBq"),
    "Sv": ("mSv", "µSv"),
    "B": ("kB", "MB", "GB", "TB"),
    "bit": ("kbit", "Mbit", "Gbit"),
    "eV": ("keV", "MeV"),
    "Wh": ("kWh", "MWh", "GWh", "TWh"),
}
_PREFIX_WORDS: Final = {
    "m": "milli", "c": "centi", "d": "deci", "h": "hekto", "k": "kilo", "M": "mega", "G": "giga", "T": "tera",
    "µ": "mikro", "n": "nano",
}  # fmt: skip


def _plural(word: str) -> str:
    return word.removesuffix("e") + "ar" if word.endswith("timme") else word


def _scaled() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for base, name in _PREFIXED.items():
        for symbol in _PREFIXES.get(base, ()):
            word = _PREFIX_WORDS[symbol[0]] + name
            table[symbol] = Unit(word, _plural(word))
    return table


UNITS: Final[dict[str, Unit]] = _scaled() | {
    "m": _same("meter"), "l": _same("liter"), "L": _same("liter"), "W": _same("watt"), "V": _same("volt"),
    "Hz": _same("hertz"), "Pa": _same("pascal"), "J": _same("joule"), "Bq": _same("becquerel"), "mil": _same("mil"),
    "dL": _same("deciliter"), "mL": _same("milliliter"), "µl": _same("mikroliter"), "g": _same("gram", common=False),
    "kg": _same("kilo", common=False), "hg": _same("hekto", common=False), "mg": _same("milligram", common=False),
    "µg": _same("mikrogram", common=False), "ton": _same("ton", common=False), "t": _same("ton", common=False),
    "kton": _same("kiloton", common=False), "m²": _same("kvadratmeter"), "m2": _same("kvadratmeter"),
    "kvm": _same("kvadratmeter"), "kvkm": _same("kvadratkilometer"), "km²": _same("kvadratkilometer"),
    "km2": _same("kvadratkilometer"), "cm²": _same("kvadratcentimeter"), "cm2": _same("kvadratcentimeter"),
    "mm²": _same("kvadratmillimeter"), "mm2": _same("kvadratmillimeter"), "dm²": _same("kvadratdecimeter"),
    "dm2": _same("kvadratdecimeter"), "m³": _same("kubikmeter"), "m3": _same("kubikmeter"), "kbm": _same("kubikmeter"),
    "dm³": _same("kubikdecimeter"), "dm3": _same("kubikdecimeter"), "cm³": _same("kubikcentimeter"),
    "cm3": _same("kubikcentimeter"), "m³sk": _same("skogskubikmeter"), "m3sk": _same("skogskubikmeter"),
    "ha": _same("hektar", common=False), "h": Unit("timme", "timmar"), "tim": Unit("timme", "timmar"),
    "min": Unit("minut", "minuter"), "sek": Unit("sekund", "sekunder"), "s": Unit("sekund", "sekunder"),
    "s.": Unit("sida", "sidor"), "ms": Unit("millisekund", "millisekunder"), "mån": Unit("månad", "månader"),
    "dgr": Unit("dag", "dagar"), "v": Unit("vecka", "veckor"), "°C": Unit("grad Celsius", "grader Celsius"),
    "℃": Unit("grad Celsius", "grader Celsius"), "°F": Unit("grad Fahrenheit", "grader Fahrenheit"),
    "°": Unit("grad", "grader"), "C°": Unit("grad Celsius", "grader Celsius"), "K": _same("kelvin"),
    "N": _same("newton"), "Nm": _same("newtonmeter"), "kN": _same("kilonewton"), "dB": _same("decibel"),
    "dBA": _same("decibel A"), "dB(A)": _same("decibel A"), "lx": _same("lux"), "lm": _same("lumen"),
    "cal": Unit("kalori", "kalorier"), "kcal": Unit("kilokalori", "kilokalorier"), "bar": _same("bar"),
    "sid": Unit("sida", "sidor"), "amp": _same("ampere"), "Amp": _same("ampere"), "hk": Unit("hästkraft",
    "hästkrafter"),
    "kVA": _same("kilovoltampere"), "mA": _same("milliampere"),
    "Ah": Unit("amperetimme", "amperetimmar"), "mAh": Unit("milliamperetimme", "milliamperetimmar"),
    **dict.fromkeys(("W/m²K", "W/m2K", "W/(m²K)", "W/(m²·K)", "W/m² K"), _same("watt per kvadratmeter och kelvin")),
    "W/mK": _same("watt per meter och kelvin"), "W/(mK)": _same("watt per meter och kelvin"),
    "Gy": _same("gray"), "mGy": _same("milligray"), "µGy": _same("mikrogray"),
    "p.e.": Unit("procentenhet", "procentenheter"), "ppm": _same("ppm"),
    "mmHg": _same("millimeter kvicksilver"), "mm Hg": _same("millimeter kvicksilver"), "E%": _same("energiprocent"),
    "cfu": _same("cfu"), "°dH": Unit("tysk hårdhetsgrad", "tyska hårdhetsgrader"),
    "dH": Unit("tysk hårdhetsgrad", "tyska hårdhetsgrader"), "mmvp": _same("millimeter vattenpelare"),
    "mm vp": _same("millimeter vattenpelare"),
    "mmol": _same("millimol"), "mol": _same("mol"),
    "µmol": _same("mikromol"), "nmol": _same("nanomol"), "pmol": _same("pikomol"),
    "ng": _same("nanogram", common=False),
    "cL": _same("centiliter"),
    "pbb": _same("prisbasbelopp", common=False), "ibb": _same("inkomstbasbelopp", common=False),
    "tunnl": _same("tunnland", common=False),
    "Mb": _same("megabit"), "Gb": _same("gigabit"), "Mbps": _same("megabit per sekund"),
    "Gbps": _same("gigabit per sekund"), "st": Unit("styck", "stycken"), "ggr": Unit("gång", "gånger"),
    "ex": Unit("exemplar", "exemplar", common=False), "pers": Unit("person", "personer"), "inv": _same("invånare"),
    "hp": _same("högskolepoäng"), "yhp": _same("yrkeshögskolepoäng"), "p": _same("poäng"),
    "lgh": Unit("lägenhet", "lägenheter"), "tabl": Unit("tablett", "tabletter"), "vån": Unit("våning", "våningar"),
    "tr": Unit("trappa", "trappor"),
    "pkt": Unit("paket", "paket", common=False), "förp": Unit("förpackning", "förpackningar"),
    "port": Unit("portion", "portioner"), "bitar": Unit("bit", "bitar"), "fl": Unit("flaska", "flaskor"),
    "kb": _same("kilobyte"), "KB": _same("kilobyte"), "kVAr": _same("kilovar"), "Kw": _same("kilowatt"),
    "kWp": _same("kilowatt peak"), "MWp": _same("megawatt peak"),
    "rok": _same("rum och kök", common=False), "brt": _same("bruttoregisterton", common=False),
    "dwt": _same("dödviktston", common=False),
    "msk": Unit("matsked", "matskedar"), "tsk": Unit("tesked", "teskedar"), "krm": _same("kryddmått", common=False),
    "mn": Unit("miljon", "miljoner"), "milj": Unit("miljon", "miljoner"),
    "mkr": Unit("miljon kronor", "miljoner kronor"), "md": Unit("miljard", "miljarder"),
    "mdr": Unit("miljard", "miljarder"), "mrd": Unit("miljard", "miljarder"),
}  # fmt: skip
"""Every symbol that is read as a unit after a number."""

SPELLED_LIKE_ANOTHER_WORD: Final = frozenset({"s", "s.", "v", "t", "h", "p", "K", "N", "V", "W", "J", "L", "ex", "C°"})
"""Symbols so short that a space must stand before them, and no letter, full stop and digit after."""

ALONE: Final = {
    "km/h": "kilometer i timmen", "m/s": "meter per sekund", "m²": "kvadratmeter", "m³": "kubikmeter",
    "m2": "kvadratmeter", "m3": "kubikmeter", "km2": "kvadratkilometer",
    "km²": "kvadratkilometer", "cm²": "kvadratcentimeter", "kvm": "kvadratmeter", "kWh": "kilowattimmar",
    "MWh": "megawattimmar", "GWh": "gigawattimmar", "TWh": "terawattimmar", "kW": "kilowatt", "MW": "megawatt",
    "km": "kilometer", "kg": "kilo", "cm": "centimeter", "dl": "deciliter", "cl": "centiliter", "ml": "milliliter",
    "mg": "milligram", "ggr": "gånger", "°C": "grader Celsius", "mg/l": "milligram per liter",
}  # fmt: skip
"""Units said without a number before them, as after a written number or in the head of a table."""

PER: Final = {
    "liter": "liter", "meter": "meter", "kilo": "kilo", "kilometer": "kilometer", "kvadratmeter": "kvadratmeter",
    "minut": "minut", "h": "timme", "tim": "timme", "timme": "timme", "min": "minut", "s": "sekund", "sek": "sekund",
    "dag": "dag", "dygn": "dygn", "d": "dag", "v": "vecka", "vecka": "vecka", "mån": "månad", "månad": "månad",
    "kvartal": "kvartal", "termin": "termin", "läsår": "läsår", "år": "år", "natt": "natt", "st": "styck",
    "styck": "styck", "pers": "person", "person": "person", "p": "person", "barn": "barn", "vuxen": "vuxen",
    "elev": "elev", "lgh": "lägenhet", "lägenhet": "lägenhet", "hushåll": "hushåll", "gång": "gång", "ggn": "gång",
    "tillfälle": "tillfälle", "tillf": "tillfälle", "invånare": "invånare", "inv": "invånare", "kg": "kilo",
    "g": "gram", "hg": "hekto",
    "ton": "ton", "l": "liter", "dl": "deciliter", "m": "meter", "km": "kilometer", "mil": "mil", "m²": "kvadratmeter",
    "m2": "kvadratmeter", "kvm": "kvadratmeter", "km²": "kvadratkilometer", "km2": "kvadratkilometer",
    "dm³": "kubikdecimeter", "dm3": "kubikdecimeter", "cm3": "kubikcentimeter", "cm³": "kubikcentimeter",
    "cm2": "kvadratcentimeter", "fam": "familj",
    "m³": "kubikmeter", "m3": "kubikmeter", "ha": "hektar", "kWh": "kilowattimme", "MWh": "megawattimme",
    "cm²": "kvadratcentimeter", "plats": "plats", "familj": "familj", "kurs": "kurs",
    "biljett": "biljett", "match": "match", "ansökan": "ansökan", "ärende": "ärende", "kväll": "kväll",
    "besök": "besök", "resa": "resa", "rum": "rum", "säng": "säng", "portion": "portion", "student": "student",
    "anställd": "anställd", "capita": "capita", "helg": "helg", "säsong": "säsong", "kärl": "kärl",
    "hämtning": "hämtning", "tömning": "tömning", "sida": "sida", "medlem": "medlem", "deltagare": "deltagare",
    "lag": "lag", "halvtimme": "halvtimme", "halvtimma": "halvtimme", "timma": "timme", "kvart": "kvart",
    "mol": "mol", "L": "liter", "dL": "deciliter", "mL": "milliliter", "ml": "milliliter",
    "cl": "centiliter",
    "µl": "mikroliter", "mg": "milligram", "kopia": "kopia", "exemplar": "exemplar", "ex": "exemplar",
    "timmen": "timme",
    "veckan": "vecka", "månaden": "månad", "dagen": "dag", "stycket": "styck",
    "patient": "patient", "brukare": "brukare", "hästkraft": "hästkraft", "W": "watt", "kW": "kilowatt",
    "enhet": "enhet",
    "träd": "träd", "klass": "klass", "skola": "skola", "förening": "förening", "ledamot": "ledamot", "ord": "ord",
    "rad": "rad", "låda": "låda", "säck": "säck", "tur": "tur", "pass": "pass", "bord": "bord", "stuga": "stuga",
    "husbil": "husbil", "tält": "tält", "cykel": "cykel", "löpmeter": "löpmeter", "lpm": "löpmeter",
    "passagerare": "passagerare", "hund": "hund", "bil": "bil", "båt": "båt", "djur": "djur", "halvår": "halvår",
    "mm": "millimeter", "port": "portion",
}  # fmt: skip
"""What may stand after the stroke of "kr/mån"."""

SLASH_TOGETHER: Final = {
    "km/h": "kilometer i timmen",
    "km/tim": "kilometer i timmen",
    "km/timme": "kilometer i timmen",
    "km/timmen": "kilometer i timmen",
    "mil/h": "mil i timmen",
}
"""Compounds with a reading of their own."""
