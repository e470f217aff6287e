"""Words that stand after numbers on public pages, by gender; a compound has the gender of its last part."""

from typing import Final

COMMON: Final = frozenset(
    """
    person elev student deltagare invånare besökare medarbetare lärare läkare ledare tittare resenär studerande
    sökande vårdnadshavare handläggare sjuksköterska barnmorska vuxen vuxna anställd anställda medlem ledamot
    ledamöter patient chef kollega kund gäst granne vän assistent ordförande kvinna man män pojke flicka kille tjej
    son söner dotter döttrar bror bröder syster förälder föräldrar ungdom familj advokat agent minister präst polis
    soldat kock tekniker politiker musiker

    dag vecka månad timme minut gång natt nätter termin säsong helg period tid rast paus semester

    krona kronor euro dollar mil meter liter grad procent promille tum hektar miljon miljard biljon hästkraft
    hästkrafter poäng styck matsked tesked nypa bit droppe dos tablett portion kopp flaska burk påse säck låda kartong
    skål skiva klyfta tunna hink container

    kommun region stad städer by ort bygd socken församling gata väg plats park bro sjö å ö älv strand skog stig led
    bana hamn kaj brygga tomt fastighet gård lada

    skola klass grupp kurs lektion läxa bok böcker sida rad bild film karta text tabell figur artikel tidning bilaga
    blankett ansökan anmälan fråga avgift biljett faktura kopia räkning lista rubrik punkt version modell metod analys
    plan idé roll scen akt pjäs konsert teater festival fest utställning tävling match halvlek final vinst röst motion
    nämnd styrelse post fond summa skatt lön kvot del sort nivå etapp zon linje tur rutt resa regel insats åtgärd
    uppgift tjänst myndighet affär butik restaurang kiosk bank fabrik marknad central klinik kyrka hall sal aula lokal
    villa stuga lägenhet våning trappa dörr vägg balkong hiss toalett dusch säng stol soffa lampa hylla nyckel skärm
    dator telefon kamera maskin motor effekt station buss bil cykel moped båt färja vagn ambulans helikopter

    hund katt häst ko kor gris get fågel fisk varg björn älg höna blomma buske växt gurka morot lök potatis tomat
    paprika citron banan apelsin bulle kaka smörgås soppa sås sallad rätt tand tänder fot fötter hand händer arm kropp
    olycka brand trafikant produkt vara sak bricka skylt stolpe lapp penna väska jacka mössa tröja

    träff app knapp chatt logga sajt länk fil mapp mentor coach pedagog resurs ägare kontakt
    pension akut biopsi operation vaccination spruta remiss diagnos kontroll smitta
    vårdplats barnskötare kurator psykolog logoped dietist arbetsterapeut fysioterapeut sjukgymnast arkivarie
    receptionist ingenjör arkitekt snickare rörmokare elektriker fotograf domare målvakt åskådare passagerare pall kub
    laddstolpe parkering biffrätt frukost lunch middag fika kaka tårta korv pizza burgare dryck öl must liter tub burk
    rulle bunt hög kasse korg näve kvist stjälk sticka tråd meter ledning kabel sladd kontakt nyckel låskista spark
    underskrift tidskrift påskrift avskrift handskrift föreskrift inskrift avgift uppgift utgift gång
    portal kanal pokal lokal signal festival skandal filial general liberal mineral fraktal vaffel kartoffel tavla
    skjuts order tiger feber
    kommunalskatt avgift debitering faktura ranson etta tvåa trea fyra femma

    ny stor liten hel halv egen gammal ung lång bred hög låg god annan
    """.split()
)
"""Common gender, "en person", with plurals that the endings below do not tell; at the end adjectives of its form."""

NEUTER: Final = frozenset(
    """
    barn år hus rum kök djur träd ben bord brev kort jobb arbete arbeten område områden ärende ärenden beslut möte
    möten protokoll dokument företag län land länder samhälle samhällen kvarter hem fordon tåg flyg besök tillfälle
    tillfällen prov steg fall stycke stycken par kilo gram hekto dygn halvår läsår boende decennium århundrade sekel
    kapitel avsnitt exemplar nummer mål lag pass spår fält bibliotek museum museer universitet gymnasium apotek
    projekt råd parti partier mandat yrke yrken språk ord bud pris priser belopp lån konto konton bidrag syskon glas
    kärl skåp fönster öre pund cent recept test svar alternativ krav villkor skäl syfte ställe ställen hushåll
    evenemang event seminarium arrangemang utskott intyg tillstånd watt volt ljus ägg äpple äpplen päron bröd smör
    kött paket fat papper center garage kontor torg bad berg hav fjäll vatten vattendrag dagis fritids ämne ämnen lov
    betyg tal val parlament förbund samfund kloster slott torn tak golv galleri kafé café bageri hotell resultat
    system medel instrument verktyg redskap moment argument lager bo nät larm objekt subjekt distrikt märke märken
    paraply staket bås biträde bevis kvitto foto album besked förslag utkast uppdrag samtal läger spel hopp
    kommando material mönster register filter huvud öga ögon öra öron hjärta finger knä lår block blad häfte

    anbud avbrott avdrag avtal band bekymmer beslag besvär bistånd bolag bokslut brott bröllop byte byten bälte bälten
    centrum diagram dike diken djup erbjudande fack fenomen flöde flöden fodral folk format formulär frö frön fynd
    fäste förbud förhör förråd förslag förvar föredrag galler genomslag gift grepp gräs guld haveri hinder hjul hölje
    hjälpmedel inlägg inköp inslag intag intryck inträde intresse intressen isberg jordbruk kalas kapital klagomål
    klipp koncept kors krig kuvert kluster kryss lakan lamm lik ljud lopp lotteri läge lägen löfte löften magasin
    membran minne minnen monument moln mynt märke nederlag nöje nöjen offer organ original ombud omslag palats piller
    plagg problem program påslag referat regn rör rykte samband schema sinne sinnen skrift skydd skämt smycke smycken
    snitt snöre sortiment stadium stall stift streck stöd syndrom symtom sällskap sätt säte säten tangentbord tecken
    tema teman testamente tillval tillägg torp trick troll tryck täcke täcken tält tåg urval utbud utdrag uttag uttryck
    vapen varsel varv vin virus vite vittne vittnen väder våld yttrande alster anlag arv avfall avlopp element
    experiment fartyg förhållande gevär gym intervall jubileum manus mejl meddelande mellanrum omdöme rim spann tyg
    underlag utrymme utrymmen uppehåll verb vykort värde värden ämbete ärr öde överskott underskott överklagande
    upprop bygge byggen nät utlåtande uttalande påstående uppträdande anförande antagande avseende

    stort litet nytt
    """.split()
)
"""Neuter, "ett barn"; at the end adjectives of its form that look like something else."""

NEUTER_ALONE: Final = frozenset({"plan"})
"""Neuter by themselves, when they are counted ("ett plan"), though a compound of them is not ("en detaljplan")."""

COMMON_ENDINGS: Final = (
    "ning", "ing", "het", "else", "tion", "sion", "dom", "lek", "ist", "ör", "are", "ande", "nad", "itet", "ent",
    "ant", "or", "ar", "er", "orna", "ska", "åring",
    "ig", "isk", "ell", "bar", "full", "lös", "ad",
)  # fmt: skip
"""Endings of nouns of common gender, the plurals of most of them, and adjectives of its form."""

NEUTER_ENDINGS: Final = (
    "eri", "erier", "arier", "orier", "eer", "ment", "um", "tek", "år", "skap", "stöd", "verk",
)  # fmt: skip
"""Neuter endings."""

NO_NOUNS: Final = frozenset(
    """
    är var har hade fick gick vann tog blev kom låg stod såg gav höll satt skrev försvann började slog drog bjöd bröt
    inte också redan bara alltid endast även mest först sist sedan igen hittills därmed dock ännu här där nu idag
    förmånlig kronor procent gånger mot mellan utan inom utom genom innan medan eftersom framför bakom ovanför under
    över enligt trots kring runt bland sin sitt sina den det de denna detta dessa vilket vilken dvs alltså samt
    """.split()
)
"""Words after a number that are no nouns though they look like some."""
