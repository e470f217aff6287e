"""Acronyms that are said letter by letter though they look like words."""

from typing import Final

SPELLED: Final = frozenset(
    """
    AB ABF ADD ADHD AFS AI AIK AMF APT BUN DO EES EG EKG EM EMU EU FOI HBTQI HFD ID IF IFK IK IKT IOGT IP IPS IQ IT IUP
    JO KI KPI LO NGO OECD OS OSL OVK SFI SLU SMHI SOU TCO UD UF UHR UI UKÄ UNHCR UR UV VA ÅVC ÄO ÖP MR EKB OCR
    """.split()
)
"""In capitals only."""

SPELLED_IN_SMALL_LETTERS: Final = frozenset({"sfi", "hbtqi", "adhd"})

LETTER_NAMES: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ",
        ("a bé ce de e eff ge hå i ji kå ell emm enn o pe ku ärr ess te u ve dubbelve eks y säta å ä ö").split(),
        strict=True,
    )
)
"""For the last letter of a genitive: "E us", "F enns"; "bes" would lose its stress."""
