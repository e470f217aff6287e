"""Nouns that stand after numbers on public pages, by gender."""

from typing import Final

COMMON: Final = frozenset(
    """
    person personer vuxen vuxna elev elever student studenter lärare klass klasser skola skolor förskola förskolor dag
    dagar vecka veckor månad månader timme timmar minut minuter sekund sekunder gång gånger natt nätter termin terminer
    krona kronor meter kilometer liter mil ton procent euro dollar grad grader plats platser bil bilar buss bussar cykel
    cyklar båt båtar hund hundar katt katter häst hästar familj familjer kvinna kvinnor man män pojke pojkar flicka
    flickor deltagare besökare boende invånare medlem medlemmar ledamot ledamöter anställd anställda kommun kommuner
    region regioner stad städer by byar gata gator väg vägar våning våningar lägenhet lägenheter bostad bostäder villa
    villor tomt tomter kvadratmeter kubikmeter hektar parkeringsplats parkeringsplatser biljett biljetter bok böcker
    film filmer sida sidor rad rader bilaga bilagor blankett blanketter ansökan ansökningar fråga frågor anmälan
    anmälningar handling handlingar tjänst tjänster kurs kurser utbildning utbildningar poäng högskolepoäng patient
    patienter läkare sjuksköterska sjuksköterskor tandläkare rättighet skyldighet styck uppgift uppgifter del delar
    grupp grupper punkt punkter match matcher vinst vinster röst röster motion motioner fastighet fastigheter avgift
    avgifter kopia kopior tablett tabletter dos doser måltid måltider portion portioner matsked matskedar tesked
    teskedar kopp koppar flaska flaskor säng sängar dator datorer telefon ansökning åtgärd åtgärder aktivitet
    aktiviteter förening föreningar organisation organisationer handläggare medarbetare chef chefer miljon miljoner
    miljard miljarder biljon biljoner hästkraft hästkrafter studieplats praktikplats resa resor tur turer hållplats
    hållplatser station stationer trappa trappor halvlek säsong säsonger låda lådor sort sorter nivå nivåer etapp
    etapper tonåring ungdom ungdomar förälder föräldrar son söner dotter döttrar syster systrar bror bröder
    vårdnadshavare sökande studerande ordförande månadslön arbetsdag arbetsdagar vardag vardagar helgdag helgdagar
    semesterdag semesterdagar skoldag skoldagar kronas tum lärarledd
    """.split()
)
"""Common gender: "en person"."""

NEUTER: Final = frozenset(
    """
    barn år hus rum kök djur träd ben bord brev kort jobb arbete arbeten område områden ärende ärenden beslut möte möten
    förslag protokoll dokument avtal företag bolag län land länder samhälle samhällen badrum sovrum kvarter hem boende
    fordon tåg flyg besök tillfälle tillfällen prov steg fall stycke stycken par kilo gram kilogram hekto dygn kvartal
    halvår läsår decennium århundrade kapitel avsnitt exemplar nummer mål poäng lag pass spår fält bibliotek museum
    museer universitet gymnasium äldreboende äldreboenden sjukhus apotek program projekt råd parti partier mandat yrke
    yrken språk ord bud pris priser belopp lån konto konton bidrag barnbarn syskon glas kärl skåp fönster öre pund cent
    recept test svar alternativ krav villkor skäl syfte ställe ställen hushåll evenemang event seminarium arrangemang
    utskott intyg tillstånd bygglov kilowatt watt volt ljus ägg äpple äpplen
    """.split()
) - {"boende", "poäng"}
"""Neuter: "ett barn"."""

COMMON_ENDINGS: Final = (
    "ning", "ningar", "het", "heter", "else", "elser", "tion", "tioner", "sion", "sioner", "dom", "domar", "lek",
    "ist", "ister", "ör", "örer", "are", "ande", "ing", "ingar", "ad", "nad", "nader", "tet", "teter", "or", "ar",
    "person", "personer", "dag", "dagar", "plats", "platser", "krona", "kronor", "grupp", "skola", "tid", "tider",
    "bok", "man", "kvinna", "bil", "väg", "gata", "avgift", "meter", "liter", "åring", "åringar", "sida", "sidor",
    "timme", "timmar", "månad", "månader", "vecka", "veckor", "minut", "minuter",
)  # fmt: skip
"""Endings of common gender."""

NEUTER_ENDINGS: Final = (
    "eri", "erier", "ment", "um", "tek", "hus", "rum", "barn", "år", "företag", "bolag", "ärende", "ärenden",
    "område", "områden", "kort", "beslut", "möte", "möten", "lån", "bidrag", "program", "projekt", "boende", "boenden",
    "tillfälle", "tillfällen", "avtal", "prov", "djur", "träd", "språk", "nummer", "arbete", "arbeten", "tal", "stöd",
    "verk", "skap", "hem", "mål", "land", "län", "parti", "system", "papper", "kvarter", "besök",
)  # fmt: skip
"""Neuter endings."""
