"""Abbreviations and what they stand for, by how they may be written."""

from typing import Final

CHAINS: Final = {
    "t.ex.": "till exempel", "bl.a.": "bland annat", "m.m.": "med mera", "m.fl.": "med flera",
    "d.v.s.": "det vill säga", "o.s.v.": "och så vidare", "p.g.a.": "på grund av", "fr.o.m.": "från och med",
    "f.o.m.": "från och med", "fr.om.": "från och med", "t.om.": "till och med", "t.o.m.": "till och med",
    "i.o.m.": "i och med", "f.d.": "före detta",
    "f.n.": "för närvarande", "f.ö.": "för övrigt", "fr.a.": "framför allt", "f.f.g.": "för första gången",
    "i.st.f.": "i stället för", "i.s.f.": "i så fall", "m.a.o.": "med andra ord", "m.a.p.": "med avseende på",
    "m.h.a.": "med hjälp av", "m.h.t.": "med hänsyn till", "m.v.h.": "med vänlig hälsning", "o.d.": "och dylikt",
    "o.dyl.": "och dylikt", "e.d.": "eller dylikt", "e.dyl.": "eller dylikt", "el.dyl.": "eller dylikt",
    "o.l.": "och liknande", "o.likn.": "och liknande", "e.l.": "eller liknande", "el.likn.": "eller liknande",
    "o.a.": "och annat", "s.a.s.": "så att säga", "o.s.a.": "om svar anhålles", "u.p.a.": "utan personligt ansvar",
    "u.å.": "utan år", "u.a.": "utan anmärkning", "v.g.": "var god", "v.v.": "vice versa", "n.b.": "nota bene",
    "v.g.v.": "var god vänd", "t.v.": "tills vidare", "t.h.": "till höger", "t.o.r.": "tur och retur",
    "t.f.": "tillförordnad", "f.v.b.": "för vidare befordran", "f.k.": "för kännedom", "d.ä.": "den äldre",
    "d.y.": "den yngre", "p.s.": "post scriptum", "h.k.h.": "hennes kungliga höghet", "m.ö.h.": "meter över havet",
    "ö.h.": "över havet", "f.m.": "förmiddag", "e.m.": "eftermiddag", "a.a.": "anfört arbete", "e.g.": "exempelvis",
    "r.o.k.": "rum och kök", "fr.u.m.": "från utgången av", "p.m.": "promemoria", "s.k.": "så kallad",
    "fil.dr": "filosofie doktor", "fil.kand.": "filosofie kandidat", "fil.mag.": "filosofie magister",
    "fil.lic.": "filosofie licentiat", "jur.dr": "juris doktor", "jur.kand.": "juris kandidat",
    "med.dr": "medicine doktor", "tekn.dr": "teknologie doktor", "civ.ing.": "civilingenjör", "civ.ek.": "civilekonom",
    "leg.läk.": "legitimerad läkare", "leg.ssk.": "legitimerad sjuksköterska", "v.ordf.": "vice ordförande",
    "v.ordförande": "vice ordförande",
    "org.nr": "organisationsnummer", "reg.nr": "registreringsnummer", "inv.nr": "inventarienummer",
    "ref.nr": "referensnummer",
    "fakt.nr": "fakturanummer", "kund.nr": "kundnummer", "serie.nr": "serienummer", "art.nr": "artikelnummer",
    "best.nr": "beställningsnummer", "prot.nr": "protokollsnummer", "dok.nr": "dokumentnummer", "id.nr": "id-nummer",
    "lgh.nr": "lägenhetsnummer", "anl.nr": "anläggningsnummer", "fast.bet.": "fastighetsbeteckning",
    "pers.nr": "personnummer", "tel.nr": "telefonnummer", "st.f.": "ställföreträdande",
    "f.Kr.": "före Kristus", "e.Kr.": "efter Kristus", "v.d.": "vd", "prof.em.": "professor emeritus",
    "sv.ps.": "svensk psalm", "leg.psyk.": "legitimerad psykolog", "leg.psykolog": "legitimerad psykolog",
    "leg.tandl.": "legitimerad tandläkare", "b.v.": "bottenvåningen", "n.b.v.": "nedre bottenvåningen",
    "ansv.utg.": "ansvarig utgivare", "o.dyl": "och dylikt", "allm.handl.": "allmän handling", "fr.v.": "från vänster",
    "fr.h.": "från höger",
    "p.a.": "per år", "spec.ped.": "specialpedagog", "spec.pedagog": "specialpedagog",
    "f.v.t.": "före vår tid", "g.m.": "gift med", "bist.handl.": "biståndshandläggare",
    "h.t.": "höstterminen", "v.t.": "vårterminen", "tj.ers.": "tjänstgörande ersättare", "tj.ledig": "tjänstledig",
    "tj.led.": "tjänstledig", "tjg.ers.": "tjänstgörande ersättare", "s.m.": "samma månad", "k.m.": "kopparmynt",
    "s.å.": "samma år",
    "ex.vis": "exempelvis", "just.dat.": "justeringsdatum", "e.förl.": "efter förlängning", "e.str.": "efter straffar",
}  # fmt: skip
"""Several words; with a full stop after each, with spaces between them, or with spaces only ("t ex")."""

STOPPED_ONLY: Final = frozenset(
    """
    a.a. e.g. e.l. o.a. o.l. e.d. o.d. u.a. p.m. p.s. v.v. n.b. t.h. t.f. v.g. p.a. med.dr s.m. k.m. s.å. b.v. g.m. h.t.
    v.t.
    """.split()
)
"""Of those, the ones that are read only with their full stops."""

PLAIN: Final = {
    "diarienr": "diarienummer", "ärendenr": "ärendenummer", "maj:t": "majestät", "tillsv": "tills vidare",
    "c/o": "care of", "hpl": "hållplats", "kl": "klockan", "nr": "nummer", "tel": "telefon", "åk": "årskurs",
    "vx": "växel", "pga": "på grund av", "dvs": "det vill säga", "osv": "och så vidare", "mfl": "med flera",
    "istf": "i stället för", "iom": "i och med", "mha": "med hjälp av", "mvh": "med vänlig hälsning",
    "fvb": "för vidare befordran", "mao": "med andra ord", "mht": "med hänsyn till", "möh": "meter över havet",
    "etc": "et cetera", "ca": "cirka", "c:a": "cirka", "jfr": "jämför", "jmf": "jämför", "jmfr": "jämför",
    "inkl": "inklusive", "exkl": "exklusive", "resp": "respektive", "tfn": "telefon", "ngn": "någon", "ngt": "något",
    "ngra": "några", "ggr": "gånger", "vxl": "växel", "dnr": "diarienummer", "dr": "doktor",
    "orgnr": "organisationsnummer", "persnr": "personnummer", "telnr": "telefonnummer", "sthlm": "Stockholm",
    "gbg": "Göteborg", "frk": "fröken", "enl": "enligt", "ang": "angående", "anm": "anmärkning", "obs": "observera",
    "ordf": "ordförande", "ung": "ungefär", "tf": "tillförordnad", "omkr": "omkring", "motsv": "motsvarande",
    "trol": "troligen", "betr": "beträffande", "bif": "bifogad", "avs": "avseende", "alt": "alternativt",
    "urspr": "ursprungligen", "vanl": "vanligen", "särsk": "särskilt", "nuv": "nuvarande", "föreg": "föregående",
    "nästk": "nästkommande", "prel": "preliminär", "tills": "tillsammans", "fastbet": "fastighetsbeteckning",
    "s:t": "Sankt", "s:ta": "Sankta", "n:a": "norra", "s:a": "södra", "ö:a": "östra", "v:a": "västra", "g:a": "gamla",
    "l:a": "lilla", "st:a": "stora", "kungl": "kungliga", "äv": "även", "exp": "expeditionen", "forts": "fortsättning",
    "ex": "exempel", "div": "diverse", "rek": "rekommenderad", "obl": "obligatorisk", "max": "max",
    "övr": "övriga", "tillf": "tillfällig", "leg": "legitimerad", "handl": "handläggare", "förf": "författare",
    "red": "redaktör", "uppl": "upplaga", "utg": "utgåva", "övers": "översättning", "årl": "årligen",
    "kompl": "kompletterande", "rev": "reviderad", "kand": "kandidat", "inst": "institutionen", "univ": "universitet",
    "sekr": "sekreterare", "prot": "protokoll", "ref": "referens", "sign": "signatur", "temp": "temperatur",
    "tekn": "teknisk", "hist": "historisk", "eg": "egentligen", "reg": "regional", "ekon": "ekonomisk",
    "off": "offentlig", "adj": "adjungerad", "suppl": "suppleant", "ers": "ersättare", "ank": "ankomst",
    "avg": "avgång", "arr": "arrangör", "beg": "begagnad", "inv": "invånare", "kat": "kategori", "mott": "mottagning",
    "avst": "avstånd", "lgh": "lägenhet", "dep": "departementet", "utr": "utredning", "saml": "samling",
    "överl": "överläkare", "ord": "ordinarie", "fm": "förmiddag", "em": "eftermiddag", "el": "eller",
    "tjg": "tjänstgörande", "vard": "vardagar", "bokn": "bokning", "tex": "till exempel", "bla": "bland annat",
    "bitr": "biträdande", "adr": "adress", "fd": "före detta", "ffa": "framför allt", "fö": "för övrigt",
    "föreläsn": "föreläsning", "undervisn": "undervisning", "avsn": "avsnitt", "mkt": "mycket",
    "sthlms": "Stockholms", "samtl": "samtliga", "ssp": "underarten", "subsp": "underarten", "spp": "arter",
    "inb": "inbunden", "ill": "illustrerad", "häft": "häftad",
    "f:a": "firma", "f:ma": "firma",
    "tillv": "tillverkad", "föredr": "föredragande", "ytterl": "ytterligare",
    "gymn": "gymnasiet",
    "ssk": "sjuksköterska", "usk": "undersköterska", "helgd": "helgdagar", "ansv": "ansvarig", "allm": "allmän",
    "förordn": "förordning", "kommundir": "kommundirektör", "kommunalr": "kommunalråd", "förtr": "förtroende",
    "tjm": "tjänsteman", "handlägg": "handläggare", "extraord": "extraordinarie", "pens": "pensionerad",
    "fören": "föreningen", "församl": "församlingen", "landsk": "landskapet", "parl": "parlamentarisk",
    "soc": "social", "utb": "utbildning", "ngns": "någons", "bibl": "biblioteket", "tidskr": "tidskrift",
    "stip": "stipendium", "uppg": "uppgift", "beräkn": "beräknad", "anv": "anvisning", "ordn": "ordning", "d:o": "dito",
    "h:fors": "Helsingfors", "t:fors": "Tammerfors", "medv": "medverkande", "medl": "medlem", "kont": "kontakta",
    "komm": "kommunal", "jämf": "jämför", "eventl": "eventuell", "mellanst": "mellanstadiet",
    "lågst": "lågstadiet", "förk": "förkortning", "österr": "österrikisk", "sv": "svensk",
    "jun": "junior", "jr": "junior", "sr": "senior",
    "närv": "närvarande", "frånv": "frånvarande", "ink": "inkommen", "förp": "förpackning", "sjuksk": "sjuksköterska",
    "dipl": "diplomerad", "fast": "fastigheten", "distr": "distrikt", "diagn": "diagnos", "fortl": "fortlöpande",
    "grundl": "grundläggande", "genomsn": "genomsnittlig", "gen": "generell", "geogr": "geografisk",
    "insp": "inspektör",
    "internat": "internationell", "jur": "juridisk", "kem": "kemisk", "långst": "långstadiet",
    "mottagn": "mottagningen", "myndigh": "myndigheten", "omf": "omfattning", "orig": "original", "publ": "publicerad",
    "ställf": "ställföreträdande", "tilltr": "tillträde", "vetensk": "vetenskaplig", "ungef": "ungefär",
    "vederb": "vederbörande", "ök": "överenskommelse", "kommunstyr": "kommunstyrelsen", "studierekt": "studierektor",
    "årg": "årgång",
    "eng": "engelska", "isl": "isländska",
    "dagl": "dagligen", "utk": "utkommer", "jourtel": "jourtelefon", "mobiltel": "mobiltelefon",
    "bostadstel": "bostadstelefon", "renov": "renoverad", "möjl": "möjlighet", "samf": "samfälligheten",
    "dgr": "dagar", "uppf": "uppförd", "hast": "hastighet", "aukt": "auktoriserad", "utst": "utställning",
    "hänv": "hänvisning", "förv": "förvaltning", "ansökn": "ansökan", "anmäln": "anmälan",
    "inbj": "inbjudan",
    "medd": "meddelande", "progr": "program", "konf": "konferens", "närm": "närmare", "delt": "deltagare",
    "sammantr": "sammanträde", "sammanf": "sammanfattning", "beskr": "beskrivning", "bestämm": "bestämmelse",
    "fullm": "fullmäktige", "kommunfullm": "kommunfullmäktige",
    "jfrt": "jämfört", "föranm": "föranmälan", "pastorsexp": "pastorsexpeditionen",
    "ungd": "ungdom", "erf": "erfarenhet", "pat": "patienter", "överf": "överföring", "nedg": "nedgång",
    "alk": "alkohol", "efteranm": "efteranmälan", "bidr": "bidrag", "verksamh": "verksamhet", "besl": "beslut",
    "öppett": "öppettider", "instr": "instruktör", "målsm": "målsman", "vårdnadsh": "vårdnadshavare",
    "grundsk": "grundskolan", "försk": "förskolan", "högsk": "högskolan", "sjukh": "sjukhuset",
    "kontaktpers": "kontaktperson", "tjänsteskr": "tjänsteskrivelse", "yttr": "yttrande", "yrk": "yrkande",
    "upprätt": "upprättad", "ändr": "ändring", "tjänstg": "tjänstgöring", "bilj": "biljett", "rab": "rabatt",
    "finh": "finhackad", "nederb": "nederbörd", "nattv": "nattvard", "föreläs": "föreläsning", "deltag": "deltagare",
    "kommunsty": "kommunstyrelsen", "fastst": "fastställd", "arkit": "arkitekt", "sammanstr": "sammanställning",
    "upphandl": "upphandling", "underl": "underlag", "äldreb": "äldreboende", "hemtj": "hemtjänsten",
    "barnoms": "barnomsorgen", "äldreoms": "äldreomsorgen", "sjukv": "sjukvården", "trafikk": "trafikkontoret",
    "invand": "invandrare", "utbet": "utbetalning", "inbet": "inbetalning", "besökst": "besökstid",
    "telefont": "telefontid", "väntet": "väntetid", "lunchst": "lunchstängt",
    "t/r": "tur och retur", "kostn": "kostnad", "tfnr": "telefonnummer", "tfnnr": "telefonnummer",
}  # fmt: skip
"""One word, with or without a full stop."""

NEEDS_STOP: Final = frozenset(
    """
    ill häft inb
    ex div max tills eg reg adj ank avg arr beg kat dep saml ref leg red prot sign temp hist rev exp off utg kand
    soc komm ordn sv kont anv pens pat rab instr alk ändr upprätt försk föreläs överf erf besl deltag invand yrk utbet
    inbet underl fastst sjukv
    rek jun ers ung alt hast sr ekon ord el bla fast gen ink insp publ eng jur kem distr dipl isl ök utk
    """.split()
)
"""Of those, the ones that are words or names without it."""

ALSO_LAST: Final = frozenset(
    "exp utg dep komm anv ekon insp publ distr dipl utk beg inb häft adj pat erf alk yrk ill ers".split()
)
"""Of those, the ones that no word is spelled like, so that a stop at the end of a text leaves no doubt."""

BEFORE_NUMBER: Final = {
    "nr": "nummer", "n:r": "nummer", "nr:o": "nummer", "sid": "sidan", "s": "sidan", "f": "född", "d": "död",
    "kap": "kapitel", "avd": "avdelning", "bil": "bilaga", "avsn": "avsnitt", "bd": "band", "fig": "figur",
    "tab": "tabell", "vol": "volym", "art": "artikel", "mom": "moment", "p": "punkt", "åk": "årskurs", "åg": "årgång",
    "årg": "årgång", "kv": "kvartal", "prop": "proposition", "bet": "betänkande", "dir": "direktiv",
    "rskr": "riksdagsskrivelse", "skr": "skrivelse", "mot": "motion", "tel": "telefon", "tfn": "telefon",
    "mob": "mobil", "ankn": "anknytning", "vx": "växel", "kl": "klockan", "min": "minst", "max": "max", "fr": "från",
    "pkt": "punkt", "ca": "cirka", "ver": "version", "ärendenr": "ärendenummer", "lgh": "lägenhet", "bg": "bankgiro",
    "pg": "plusgiro", "vån": "våning", "ht": "höstterminen", "vt": "vårterminen", "rv": "riksväg", "lv": "länsväg",
    "ref": "referat", "ps": "psalm", "uppg": "uppgång", "årsk": "årskurs", "omg": "omgång",
    "bl": "blad", "op": "opus", "h": "häfte", "anf": "anförande", "aktbil": "aktbilaga", "avf": "avfart",
    "dpl": "detaljplan", "lok": "lokal", "div": "division", "tpl": "trafikplats", "dat": "daterad",
}  # fmt: skip
"""Read only where a number (or its range) follows; those of one letter only with a full stop."""

PAGES: Final = frozenset({"s", "sid"})
"""Said in the plural before a range: "sidorna fjorton till arton"."""

BEFORE_NAME: Final = {
    "dr": "doktor", "kungl": "kungliga", "prof": "professor", "doc": "docent", "ing": "ingenjör", "hr": "herr",
    "fr": "fru", "fam": "familjen", "kapt": "kapten", "tidn": "tidningen", "löjtn": "löjtnant", "adv": "advokat",
    "kh": "kyrkoherde", "dir": "direktör", "lekt": "lektor", "ordf": "ordförande", "sekr": "sekreterare",
    "handl": "handläggare", "förf": "författare", "sjuksk": "sjuksköterska", "rekt": "rektor", "lic": "licentiat",
    "mag": "magister", "kyrkoh": "kyrkoherde", "red": "redaktör", "kv": "kvarteret", "fast": "fastigheten",
    "sv": "svenska", "komm": "komminister", "org": "organist",
}  # fmt: skip
"""Titles and the like, read only with a full stop (or as PLAIN says) and before a capital letter."""

AGREEING: Final = {
    "s.k.": ("så kallad", "så kallat", "så kallade"), "ev.": ("eventuell", "eventuellt", "eventuella"),
    "evt.": ("eventuell", "eventuellt", "eventuella"),
    "övr.": ("övrig", "övrigt", "övriga"), "motsv.": ("motsvarande", "motsvarande", "motsvarande"),
    "obl.": ("obligatorisk", "obligatoriskt", "obligatoriska"), "prel.": ("preliminär", "preliminärt", "preliminära"),
    "tillf.": ("tillfällig", "tillfälligt", "tillfälliga"), "bif.": ("bifogad", "bifogat", "bifogade"),
    "adm.": ("administrativ", "administrativt", "administrativa"), "komm.": ("kommunal", "kommunalt", "kommunala"),
    "bef.": ("befintlig", "befintligt", "befintliga"),
    "ordin.": ("ordinarie", "ordinarie", "ordinarie"), "tekn.": ("teknisk", "tekniskt", "tekniska"),
    "ekon.": ("ekonomisk", "ekonomiskt", "ekonomiska"), "hist.": ("historisk", "historiskt", "historiska"),
    "rek.": ("rekommenderad", "rekommenderat", "rekommenderade"), "spec.": ("speciell", "speciellt", "speciella"),
    "lok.": ("lokal", "lokalt", "lokala"), "allm.": ("allmän", "allmänt", "allmänna"),
    "soc.": ("social", "socialt", "sociala"), "psyk.": ("psykisk", "psykiskt", "psykiska"),
    "fys.": ("fysisk", "fysiskt", "fysiska"), "jur.": ("juridisk", "juridiskt", "juridiska"),
    "gem.": ("gemensam", "gemensamt", "gemensamma"), "godk.": ("godkänd", "godkänt", "godkända"),
    "begr.": ("begränsad", "begränsat", "begränsade"), "uppd.": ("uppdaterad", "uppdaterat", "uppdaterade"),
    "kompl.": ("kompletterande", "kompletterande", "kompletterande"),
    "centr.": ("central", "centralt", "centrala"), "regl.": ("reglerad", "reglerat", "reglerade"),
    "grundl.": ("grundläggande", "grundläggande", "grundläggande"),
    "genomsn.": ("genomsnittlig", "genomsnittligt", "genomsnittliga"),
    "nordl.": ("nordlig", "nordligt", "nordliga"), "sydl.": ("sydlig", "sydligt", "sydliga"),
    "västl.": ("västlig", "västligt", "västliga"), "ostl.": ("ostlig", "ostligt", "ostliga"),
    "växl.": ("växlande", "växlande", "växlande"), "avt.": ("avtagande", "avtagande", "avtagande"),
    "tillt.": ("tilltagande", "tilltagande", "tilltagande"),
}  # fmt: skip
"""Adjectives, which follow the noun: common gender, neuter, plural."""

BEFORE_DATE: Final = {"from": "från och med", "tom": "till och med", "fom": "från och med"}
"""Spellings that are words of their own, read only before a date or a time."""

JOINED: Final = {
    "avd": "avdelnings", "univ": "universitets", "gymn": "gymnasie", "tel": "telefon", "just": "justerings",
    "reg": "registrerings", "org": "organisations", "förs": "församlings", "distr": "distrikts",
    "mån": "månads", "byggn": "byggnads", "fören": "förenings", "förv": "förvaltnings", "utb": "utbildnings",
    "fast": "fastighets", "bibl": "biblioteks", "park": "parkerings", "pens": "pensions", "exp": "expeditions",
    "ordf": "ordförande", "komm": "kommunikations", "sekr": "sekretariats",
    "verks": "verksamhets", "sjukv": "sjukvårds",
    "sjuksk": "sjuksköterske", "inst": "institutions", "adm": "administrations", "anst": "anställnings",
    "bes": "besöks", "mott": "mottagnings", "telef": "telefon", "övern": "övernattnings", "uppl": "upplysnings",
    "info": "informations", "handl": "handlings", "kult": "kultur", "ans": "ansöknings", "anm": "anmälnings",
    "öpp": "öppet", "spec": "special", "sekt": "sektions", "fört": "förtroende", "arb": "arbets",
    "bist": "bistånds", "barnoms": "barnomsorgs", "äldreoms": "äldreomsorgs", "hemtj": "hemtjänst",
    "socialtj": "socialtjänst", "samh": "samhälls", "stadsb": "stadsbyggnads", "räddn": "räddnings",
    "lokalv": "lokalvårds", "bost": "bostads", "pers": "personal", "kont": "kontakt",
    "ungd": "ungdoms", "öppn": "öppnings", "bokn": "boknings", "kommunik": "kommunikations", "centr": "central",
    "sem": "semester", "begr": "begravnings", "medl": "medlems", "vux": "vuxen", "föranm": "föranmälnings",
    "gudstj": "gudstjänst", "ink": "inkomst", "ordn": "ordnings", "trafiks": "trafiksäkerhets",
}  # fmt: skip
"""First parts of compounds, written with a full stop in the middle of the word: "avd.chef"."""

LAST_PARTS: Final = {
    "adr": "adress", "avg": "avgift", "avd": "avdelning", "förv": "förvaltning", "utb": "utbildning",
    "mott": "mottagning", "ordf": "ordförande", "sekr": "sekreterare", "insp": "inspektör", "lgh": "lägenhet",
    "tekn": "tekniker", "handl": "handlingar", "prot": "protokoll", "samf": "samfällighet", "kostn": "kostnad",
    "läk": "läkare", "ssk": "sjuksköterska", "uppg": "uppgift",
    "sköterskem": "sköterskemottagning", "distr": "distrikt", "förb": "förbund", "föreskr": "föreskrift",
    "stip": "stipendium", "medl": "medlem", "assist": "assistent", "byggn": "byggnad",
    "forskn": "forskning", "undersökn": "undersökning", "tidn": "tidning", "ghetsbet": "ghetsbeteckning",
    "ghetsägr": "ghetsägare", "sfören": "sförening", "gudstj": "gudstjänst", "sexp": "sexpedition",
    "hpl": "hållplats", "sförb": "sförbund", "temp": "temperatur",
}  # fmt: skip
"""Last parts of compounds that are cut short before a full stop ("parkeringsavg."); no word ends like any of them."""

TITLES: Final = {
    "sekr": "sekreterare", "insp": "inspektör", "läk": "läkare", "ordf": "ordförande",
}  # fmt: skip
"""The same, of titles before a name ("chefsekr. Ulla Vik")."""

UPPER: Final = {
    "OBS": "observera",
    "PGA": "på grund av",
    "OSA": "om svar anhålles",
    "MVH": "med vänlig hälsning",
    "STHLM": "Stockholm",
    "GBG": "Göteborg",
    "HovR": "hovrätten",
    "KamR": "kammarrätten",
    "FörvR": "förvaltningsrätten",
}
"""In capitals."""

ENDING: Final = frozenset(
    """
    mm mfl osv etc od odyl ed edyl eldyl ol olikn el ellikn oa tv th fkr ekr fm em osa vgv möh öh upa uå rok fk kr st
    pers ggr tim min sek jr sr vx sthlm gbg dyl likn inv ex
    """.split()
)
"""Abbreviations, without their full stops, that end sentences: a capital after them begins the next one."""
