"""Which Chinese words glove-zh-cedict has, and in which order."""

import re

from .bge import known_to_bge
from .sources import cedict, extra_words, jieba_words

# 55,500 rows of 154 bytes, the words and their origins stay below 10 MB.
ROWS = 55_500
# Words that CC-CEDICT lacks are placed by regression alone, so only the most frequent are taken.
UNGLOSSED_ROWS = 4_500
# jieba's tags of Chinese names of people, rare characters, numerals and foreign strings.
UNWANTED_TAGS = {"nr", "nrfg", "nrt", "zg", "g", "m", "mq", "x", "eng"}
MEANINGLESS = re.compile(
    r"^(surname |variant of|old variant|Japanese variant|erhua variant|used in |\(bound form\) used in |CL:)"
)
HAN = re.compile(r"^[\u4e00-\u9fff·]+$")


def has_meaning(word: str) -> bool:
    """Whether CC-CEDICT says more of the word than a surname, another spelling, or Taiwan's form of a name."""
    texts = [text for _, entry in cedict().get(word, []) for text in entry if not MEANINGLESS.match(text)]
    return any("(Tw)" not in text for text in texts)


def chinese_words() -> list[str]:
    """The vocabulary, most frequent first; extra words are in whatever their frequency."""
    frequency = {}
    glossed, unglossed = [], []
    for word, count, tag in jieba_words():
        if not HAN.match(word) or word in frequency:
            continue
        frequency[word] = count
        if has_meaning(word):
            glossed.append(word)
        elif len(word) > 1 and word not in cedict() and tag not in UNWANTED_TAGS:
            unglossed.append(word)
    chosen = dict.fromkeys([*extra_words(), *unglossed[:UNGLOSSED_ROWS], *glossed])
    known = [word for word, ok in zip(chosen, known_to_bge(list(chosen)), strict=True) if ok]
    return sorted(known[:ROWS], key=lambda word: -frequency.get(word, 0))
