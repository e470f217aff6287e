"""What takes a while is read before the first page comes."""

import subprocess
import sys

TEXTS = {
    "sv": "Den 5 maj 2026 öppnar biblioteket kl. 9–18, enl. 2 kap. 3 § SFS 2018:222. Se https://www.example.se.",
    "ru": "Отчет за 2026 г.: узнаем все о замке, прием с 9 до 18 ч., ул. Ленина, д. 5, тел. (8442) 30-12-34.",
}
WATCHED = f"""
import sys
from readerapp import speech

opened = []
sys.addaudithook(lambda event, facts: opened.append(str(facts[0])) if event == "open" else None)
speech.warm()
warmed = len(opened)
assert warmed, "nothing is read beforehand"
for language, text in {TEXTS!r}.items():
    speech.normalize(text, language)
print(opened[warmed:])
"""


def test_no_page_waits_for_tables() -> None:
    """After warming, texts with all kinds of things in them open no file."""
    ran = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
