"""Names of rulers, and words that take a Roman numeral."""

from typing import Final

KINGS: Final = (
    """
    Karl Carl Gustav Gustaf Erik Eric Johan Oscar Oskar Fredrik Frederik Adolf Magnus Knut Sverker Inge Olof Olav
    Haakon Håkan Håkon Harald Christian Kristian Valdemar Hans Sigismund Henrik Henry Ludvig Filip Philip Felipe Georg
    George Edvard Edward Jakob James Charles Vilhelm Wilhelm William Willem Peter Ivan Alexander Aleksandr Nikolaj
    Nikolaus Pavel Paul Johannes Pius Benedictus Benedikt Franciskus Leo Clemens Gregorius Urban Innocentius Napoleon
    Leopold Albert Baudouin Frans Franz Josef Joseph Juan Ramses Otto Richard Alfonso Ferdinand Konstantin Mehmet
    Murad Süleyman Xerxes Dareios Ptolemaios Birger Rikard Rudolf Maximilian Emanuel Viktor Umberto Abdullah Hussein
    Mohammed Hassan
    """
).split()
"""Men: "den andre"."""

QUEENS: Final = (
    """
    Kristina Christina Margareta Margrethe Elizabeth Elisabet Elisabeth Katarina Maria Mary Anna Viktoria Victoria
    Isabella Beatrix Juliana Vilhelmina Kleopatra Ulrika Eleonora
    """
).split()
"""Women: "den andra"."""

NUMBERED: Final = (
    """
    kapitel del bilaga avdelning klass nivå grupp typ akt fas steg band bok volym liga division artikel etapp
    kategori zon linje block sektion scen delmål spår alternativ tabell figur appendix serie årskurs pelare
    miljökvalitetsklass avsnitt moment omgång rond heat annex plansch bild fråga punkt modul termin kurs epok
    generation regemente häfte stadium grad faktor bowl
    """
).split()
"""Words with a cardinal in Roman numerals after them: "del II"."""

STREETS: Final = frozenset(
    """
    Stor Ny Lill Ring Kyrko Vasa Hamn Skol Bro Kvarn Köpman Linné Brunn Kapell Öster Väster Norr Söder Svea Sture
    Industri Sjö Tegel Kanal Apotekar Garvar Folkunga Viktoria Karla Nybro Holländar Skeppar
    """.split()
)
"""First parts of street names that may be shortened ("Storg.") though an ordinary word could end so."""

BOOKS: Final = {
    "Matt": "Matteus", "Matteus": "Matteus", "Mark": "Markus", "Markus": "Markus", "Luk": "Lukas", "Lukas": "Lukas",
    "Joh": "Johannes", "Johannes": "Johannes", "Apg": "Apostlagärningarna", "Rom": "Romarbrevet",
    "Kor": "Korinthierbrevet", "Gal": "Galaterbrevet", "Ef": "Efesierbrevet", "Fil": "Filipperbrevet",
    "Kol": "Kolosserbrevet", "Thess": "Thessalonikerbrevet", "Tim": "Timotheosbrevet", "Tit": "Titusbrevet",
    "Hebr": "Hebreerbrevet", "Jak": "Jakobsbrevet", "Petr": "Petrusbrevet", "Pet": "Petrusbrevet",
    "Upp": "Uppenbarelseboken", "Mos": "Moseboken", "Jos": "Josua", "Dom": "Domarboken", "Sam": "Samuelsboken",
    "Kung": "Kungaboken", "Krön": "Krönikeboken", "Ps": "Psaltaren", "Psaltaren": "Psaltaren",
    "Psalm": "Psalm",
    "Ords": "Ordspråksboken", "Pred": "Predikaren", "Jes": "Jesaja", "Jesaja": "Jesaja", "Jer": "Jeremia",
    "Hes": "Hesekiel", "Dan": "Daniel", "Hos": "Hosea", "Mik": "Mika", "Sak": "Sakarja", "Mal": "Malaki",
}  # fmt: skip
"""Books of the Bible, as they are cited."""
