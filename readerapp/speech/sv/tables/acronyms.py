"""Acronyms that are said letter by letter though they look like words."""

from typing import Final

SPELLED: Final = frozenset(
    """
    AB ABF ADD ADHD AFS AI AIK AMF APT BUN DO EES EG EKG EM EMU EU FOI HBTQI HFD ID IF IFK IK IKT IOGT IP IPS IQ IT IUP
    JO KI KPI LO NGO OECD OS OSL OVK SFI SLU SMHI SOU TCO UD UF UHR UI UKÄ UNHCR UR UV VA ÅVC ÄO ÖP MR EKB OCR
    IOP APL APU AEA AMA AKU AFA CEO CIO EKN EAN EPA ERP FAO FIA FOU HIA ILO IMO IPO ISK IVA IVF LIA NIA SAR SAS SIB
    SVA TIA UAE VOC ÖB OPS EPO ITP ADB ARN AVI ABM SYV IRM EHM TUI OB
    EEG EUT EGT
    ST SEB SBAB FUB LOU LOV LUF SIK TIF DIF MIF MFF SIF AU KU NU FU SU MU TU EP AP HAB BIB KUA SAO SUB VAK RAÄ
    SVU UNT KSO
    """.split()
)
"""In capitals only: those that a word could begin and end like; the rest the rule finds."""

SAID: Final = frozenset(
    """
    AIDS JSON JPEG MPEG UNIX LINUX AJAX WIFI ASEA
    SKOLFS UEFA SAAB OBS IKEA ICA NATO SIDA BRIS ABBA ISO EURO OSL MOMS OK ÄR AV PÅ OM SE TA GÅ NU JA VI NI DU HA
    NEWS NEW WITH WHEN WHAT WHY HOW OUT OUR POWER SHOW WORLD WORK WEB WORD WAY WEST WATER WINTER WOMEN WHITE WHILE WILD
    WIN WAR WINE WELCOME PATH BOTH EARTH HEALTH NORTH SOUTH YOUTH TRUTH TOUR YOU YOUR HOUSE HOUR FOUR SOUL SOUND
    QUEEN QUIZ
    QUICK MAX TAX BOX FIX MIX SIX FOX LUX ROXY JAZZ BLUES BUZZ NAZI ZOO ZON ZEN ZERO SIZE OUTLET ROUND GROUP
    OJ AJ NÅ GO MÅ ED EK AL AX ÄT YR IS SY NÄ SÄ FE FA
    DE ÖL ÅR ÄN SÅ DÅ TE BY NY BO RÅ LÅ FÅ HÖ IN UT ÅT BI TÅ RO KO SI GE BE LE ÅK EJ EL ÖPPET ÄVEN SKOLA MSEK MEUR TSEK
    SKÄL INGÅ TACK RIK VIK
    """.split()
)
"""Words in capitals, or said as words though the rule would spell them."""

ONSETS: Final = frozenset(
    """
    B C D F G H J K L M N P R S T V W Z BL BR BJ CH CL CR DR DV FL FR FJ FN GL GR GN HJ KL KR KN KV LJ PL PR PJ PH SC
    SCH SH SK SL SM SN SP ST SV SJ SKR SKV SPR SPL STR STJ SKJ TH TJ TR TV VR
    """.split()
) | {""}
"""What a word may begin with before its first vowel."""

CODAS: Final = frozenset(
    """
    B C D F G J K L M N P R S T V X Z BB VT LSKT SKT NGT DT MT GT LDT RGT LGT MNT DTS CKT GNS NSKT RSKT MNS CK CKS DD
    DS FF FT GG GN GS KK KS KT LD LF LG LK LL LM LN LP LS LT LV MM MN MP
    MS ND NG NK NN NS NT PP PS PT RB RD RF RG RK RL RM RN RP RR RS RT RV SK SM SP SS ST TS TT NGS NST RST RSK LST MST
    KST LSK NSK NKT RKT LLS NNS TTS BS
    """.split()
) | {""}
"""What a word may end in after its last vowel."""

SPELLED_IN_SMALL_LETTERS: Final = frozenset({"sfi", "hbtqi", "adhd"})

LETTER_NAMES: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ",
        ("a bé ce de e eff ge hå i ji kå ell emm enn o pe ku ärr ess te u ve dubbelve eks y säta å ä ö").split(),
        strict=True,
    )
)
"""For the last letter of a genitive: "E us", "F enns"; "bes" would lose its stress."""
