"""English glosses of Chinese words from CC-CEDICT, as weighted bags of GloVe words."""

import re
from dataclasses import dataclass

from .sources import cedict

# No meaning of their own in a gloss, or CC-CEDICT's shorthand.
STOP = frozenset(
    "to a an the of in on at for and or be is are was sth sb etc by with as from his her its one oneself e g i esp "
    "also used that this it into being someone something who which one's fig lit idiom usually especially".split()
)
# Labels and references, nothing about the meaning. References are followed by `referred`.
SKIP = re.compile(
    r"^(CL:|surname|used in|erhua|Taiwan pr|also pr|also written|pr\. |Kangxi radical|"
    r"old variant|Japanese variant|\(bound form\) used)"
)
REFERENCE = re.compile(
    r"^(?:\([^)]*\) ?)?(?:variant of|see also|see|same as|equivalent to|abbr\. for|abbr\. of|abbr\. to|"
    r"also called|also known as|another name for|erhua variant of)"
    r" (?:[^ \[;,]*\|)?([\u4e00-\u9fff·]+)(?:\[|$|[;, ])"
)
# Parentheses that say how, not what.
REGISTER = re.compile(
    r"\((?:coll\.|loanword|bound form|idiom|literary|old|Tw|dialect|fig\.|lit\.|slang|archaic|bird species of China|"
    r"onom\.|honorific|polite|formal|written|spoken|derog\.|abbr\.|name|e\.g\.|i\.e\.)[^)]*\)"
)
PROPER = re.compile(r"^[A-Z][a-zé]+")
SENSES, SYNONYMS, LONGEST = 8, 6, 5
# How much of a gloss is its context: what stands in parentheses, or after the comma of a proper name
# ("Paris, capital of France").
CONTEXT_SHARE = 0.25
NAME_CONTEXT_SHARE = 0.5


@dataclass(frozen=True)
class Gloss:
    """One English rendering of a Chinese word."""

    text: str
    """As CC-CEDICT has it, without parentheses."""
    words: tuple[tuple[str, float], ...]
    """GloVe words and their weights, which sum to 1."""
    prior: float
    """Greater for earlier senses, earlier synonyms and shorter glosses."""


def content_words(text: str, known: dict[str, int]) -> list[str]:
    """The words of `text` that GloVe knows and that mean something; a compound unknown as a whole is split."""
    words = []
    for word in re.findall(r"[a-zà-ÿ]+(?:[-'][a-zà-ÿ]+)*", text.lower()):
        word = word.removesuffix("'s")
        parts = [word] if word in known else re.split(r"[-']", word)
        words += [part for part in parts if part in known and part not in STOP]
    return words


def rarity(rank: int) -> float:
    """Smooth inverse frequency a / (a + p) of Arora et al. 2017, a = 1e-3, p by Zipf's law over 400,000 words."""
    return 1e-3 / (1e-3 + 1 / (13.5 * (rank + 1)))


def weigh(
    own: list[str], context: list[str], share_of_context: float, known: dict[str, int]
) -> tuple[tuple[str, float], ...]:
    """Weights of a gloss's words: rare ones more, the context `share_of_context` of the whole."""
    weights: dict[str, float] = {}
    for words, share in ((own, 1 - share_of_context if context else 1.0), (context, share_of_context)):
        total = sum(rarity(known[word]) for word in words)
        for word in words:
            weights[word] = weights.get(word, 0) + share * rarity(known[word]) / total
    return tuple(weights.items())


def glosses_of_sense(text: str, rank: int, known: dict[str, int]) -> list[Gloss]:
    """The glosses that one definition holds: "bank; shore" gives two."""
    text = re.sub(r"\[[^\]]*\]|[\u2e80-\u9fff·]+\|?[\u2e80-\u9fff·]*", "", REGISTER.sub("", text)).strip()
    proper = bool(PROPER.match(text))
    found: list[Gloss] = []
    for clause in text.split(";"):
        aside = " ".join(re.findall(r"\(([^)]*)\)", clause))
        parts = [part.strip() for part in re.sub(r"\([^)]*\)?", "", clause).split(",")]
        if proper:
            parts, aside = parts[:1], " ".join(parts[1:]) or aside
        for part in parts:
            own = content_words(part, known)
            context = content_words(aside, known)[:4]
            if 0 < len(own) <= LONGEST and len(found) < SYNONYMS:
                prior = 1 / ((1 + rank + 0.5 * len(found)) * len(own) ** 0.7)
                share = NAME_CONTEXT_SHARE if proper else CONTEXT_SHARE
                found.append(Gloss(part, weigh(own, context, share, known), prior))
    return found


def referred(texts: list[str]) -> list[str]:
    """Words that these definitions refer to: "abbr. for 人民代表大会[…]", "variant of …", "see …"."""
    return [match[1] for text in texts if (match := REFERENCE.match(text))]


def glosses(word: str, known: dict[str, int], follow: bool = True) -> list[Gloss]:
    """All glosses of a simplified Chinese word; those of words it refers to where it has none of its own."""
    entries = cedict().get(word, [])
    found: list[Gloss] = []
    for pinyin, texts in entries:
        if pinyin[:1].isupper() and len(entries) > 1 and any("surname" in text for text in texts):
            continue
        meanings = [text for text in texts if not SKIP.match(text) and not REFERENCE.match(text)]
        for rank, text in enumerate(meanings[:SENSES]):
            found += glosses_of_sense(text, rank, known)
    if not found and follow:
        for _, texts in entries:
            for other in referred(texts):
                if other != word:
                    found += glosses(other, known, follow=False)
    return found


def is_name(word: str) -> bool:
    """Whether CC-CEDICT's first meaning of the word is a proper name: France, Paris, Beethoven."""
    texts = (text for _, texts in cedict().get(word, []) for text in texts)
    first = next((text for text in texts if not (SKIP.match(text) or REFERENCE.match(text))), "")
    return bool(PROPER.match(first))
