"""Sentences of our own to measure with: what a press release of a Swedish region and a Russian oblast says."""

SENTENCES = {
    "sv": (
        "Regionen och Leningrad oblast har i dag skrivit under ett avtal om fortsatt samarbete.",
        "Avtalet gäller i fem år, och det handlar om hälsa, miljö, kultur och unga människors utbildning.",
        "Det här är viktigt för alla som bor vid Östersjön, säger regionrådet Åsa Öberg.",
        "I september reser en grupp lärare, läkare och forskare till Sankt Petersburg.",
        "Där ska de träffa kolleger, besöka tre sjukhus och tala om hur man når dem som sällan söker vård.",
        "Kvinnors hälsa är en fråga som båda sidor vill arbeta med: kunskapen finns, men den sprids för långsamt.",
        "Hur mycket kostar det?",
        "Parterna delar på kostnaderna, och varje projekt redovisas öppet på båda språken.",
        "Den som vill veta mer kan ringa, skriva eller komma till ett möte på biblioteket.",
        "Välkommen!",
    ),
    "ru": (
        "Сегодня регион и Ленинградская область подписали соглашение о дальнейшем сотрудничестве.",
        "Оно рассчитано на пять лет и касается здоровья, экологии, культуры и образования молодёжи.",
        "Это важно для всех, кто живёт у Балтийского моря, говорит председатель совета.",
        "В сентябре группа учителей, врачей и учёных поедет в Санкт-Петербург.",
        "Там они встретятся с коллегами, посетят три больницы и обсудят, как помочь тем, кто редко обращается к врачу.",
        "Здоровье женщин волнует обе стороны: знания есть, но распространяются они слишком медленно.",
        "Сколько это стоит?",
        "Стороны делят расходы поровну, и каждый проект открыто отчитывается на двух языках.",
        "Желающие узнать больше могут позвонить, написать или прийти на встречу в библиотеку.",
        "Добро пожаловать!",
    ),
}
