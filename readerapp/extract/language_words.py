"""What languages look like: their commonest small words, endings and letters; neighbours, to be told from them."""

from typing import Final

SMALL_WORDS: Final = {  # da is Danish and Norwegian, which are one neighbour here
    "sv": """och att det som på är av för med den till inte om ett har de jag var vi man eller kan från vid så
        men efter ska skall vill hade också nu bara under mot här när än sig mycket vad hur kommer få får finns
        blir bli inom upp alla andra ut där mer samt du dig din ditt dina oss vår vårt våra ni er era sin sitt
        sina denna detta dessa genom utan över mellan även vara varit göra gör måste bör kunna några någon något
        ingen inga hon han hans hennes deras dem hos två tre året dag dagar kl ej in en i år varje redan sedan
        fanns ännu bland enligt samma själv olika många flera ofta aldrig alltid dock därför eftersom bättre
        nästa nya stora hela egen gäller ges tas sker delas klockan""",
    "en": """the of and to in is that it for was on are as with his they at be this have from or had by not but
        what all were we when your can there use an each which she do how their if will up other about out many
        then them these so some her would make like him into time has look more write go see no way could people
        my than been who its now did get may you our us any also must should only over such very here where why
        does between under through during before after both because while within without until please a i""",
    "da": """og at det er som på de af av til med den har ikke for en et der var jeg han vi kan fra eller ved så
        men efter etter skal vil havde hadde også nu nå kun bare mod mot her når end enn sig seg meget mye hva
        hvad hvordan hvor kommer får findes finnes bliver blir blev ble blive bli mellem mellom op opp alle
        andre ud ut mere mer samt du deg dig din ditt dit vår vores oss os dere jer sin deres dem denne dette
        disse gennem gjennom uden uten over være vært været gøre gjøre gør gjør må bør noen nogle nogen noe
        noget ingen hun hans hennes hendes hos to tre året dag dager dage ind inn i""",
    "de": """der die das und in zu den nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch
        als an nach wie im für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen
        welche sind oder zur um haben einer mir über ihm diese einem ihr uns da zum kann doch vor dieser mich
        ihn hatte seine mehr am denn nun unter sehr selbst schon hier bis habe ihre dann ihnen seiner alle
        wieder meine""",
    "fi": """ja on ei se että en ole hän oli mitä mutta tämä kun niin minä sen mikä ovat myös sekä tai voi joka
        kuin jos nyt vain sinä he me te ne jo olla vielä tämän kaikki mukaan jonka jotka siitä sitä tässä sinun
        hänen minun meidän teidän heidän kanssa ennen jälkeen välillä kautta ilman koko paljon hyvin aina""",
    "et": """ja on ei et ta oli see kui aga mis ma ning ka või nii siis oma selle tema kes seda nad kas veel
        meie teie nende nagu kuid üks juba mida pole ära olid olen mind üle pärast enne koos ilma kõik väga sest""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec
        son aux cette ou mais nous vous leur être fait comme tout ses elle ont été""",
    "ru": """и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой год от так о
        для ты же все тот мочь вы человек такой его сказать только или ещё еще бы себя один как уже до время
        если сам когда другой вот говорить наш мой знать стать при чтобы дело жизнь кто первый очень два день её
        ее новый рука даже во со раз где там под можно ну какой после их работа без самый потом надо также лет
        года этом этого этой был была было были будет нет да более через между об ли чем нас вас им ей мне""",
    "uk": """і в не на що я з та це до він як за але у по від про його вона для ми ви вони той цей який яка які
        було бути був була були буде або ще вже так тільки якщо коли де там при після без під між через їх її
        їхній свій наш ваш усі все може має також є й ж чи щоб""",
    "be": """і ў не на што я з та гэта да ён як за але у па ад пра яго яна для мы вы яны той гэты які якая якія
        было быць быў была былі будзе або яшчэ ўжо так толькі калі дзе там пры пасля без пад між праз іх яе свой
        наш ваш усе ўсе можа мае таксама ёсць ж ці каб""",
    "bg": """и в не на се да за с от че е са по като но той тя те това този тази тези което които която който му
        ще бъде беше били бил си или още вече така само ако когато къде там при след без под между през техен
        неговият наш ваш всички може има също до ли към""",
}

ENDINGS: Final = {
    "sv": "ning ningar ningen ningarna heten heter erna arna orna ande igt iga liga ligt else elsen skap skapet tionen "
    "tioner het lig iska isk itet itets aren arens verket ället ingen ården lagen ler rna".split(),
    "en": "tion tions ing ings ment ments ness ity ities ly ed ous ful able ible ive ship ght ould ence ance ies ism "
    "ure ery cil ues".split(),
    "ru": "ость ости ение ения ание ания ого его ому ему ыми ими ых их ые ие ый ий ой ая яя ться тся ция ции ский ская "
    "ские ского".split(),
}

LETTERS: Final = {
    "sv": "åäö", "da": "æøå", "de": "äöüß", "fi": "äö", "et": "äöüõ", "fr": "éèêàçùîôœ",
    "ru": "ыэъё", "uk": "іїєґ", "be": "ўіыэё", "bg": "ъ",
}  # fmt: skip
"""Letters that a language has and some of the others lack."""
