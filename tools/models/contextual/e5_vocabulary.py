"""Which pieces of multilingual-e5-small's 250,002 stay: those that Chinese and English texts are cut into.

Kept: every piece of Han characters, ASCII, symbols, punctuation and emoji, in any mixture; and the single letters of
Latin with diacritics, Greek, kana and Bopomofo, so that café, α and の are read letter by letter and not lost. Gone:
the words of all other languages. A letter of a script that is gone becomes `<unk>`.
"""

import json
import unicodedata
from typing import Any

import numpy as np

SPACE = "▁"
"""What the tokenizer puts in place of a space."""
SCRIPTS = ["Han", "Latin", "Common", "Inherited"]
"""Unicode scripts whose words are read as the whole vocabulary reads them; of Latin, the words in plain ASCII."""
HAN = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "CJK RADICAL", "KANGXI RADICAL", "IDEOGRAPHIC ")
ALONE = ("LATIN ", "GREEK ", "HIRAGANA ", "KATAKANA", "BOPOMOFO ")
"""Beginnings of Unicode names of the letters that stay where they are a piece on their own."""
MARKS = ("COMBINING ", "VARIATION SELECTOR")
"""Of the marks, those that belong to no script: accents, and what makes an emoji of a symbol."""


def kept_pieces(tokenizer: dict[str, Any]) -> np.ndarray:
    """Ids of the pieces that stay, ascending, int64 [kept], of the package's parsed tokenizer.json."""
    special = {token["id"] for token in tokenizer["added_tokens"]}
    vocabulary = tokenizer["model"]["vocab"]
    return np.array([index for index, (piece, _) in enumerate(vocabulary) if index in special or _stays(piece)])


def pruned_tokenizer(tokenizer: dict[str, Any], kept: np.ndarray) -> str:
    """tokenizer.json with the `kept` pieces alone, renumbered from 0 in their order; normaliser and rules unchanged.

    Scores are the shortest decimals that give the same float32, which is what the model was trained with, so that
    pieces that tie in the original tie here.
    """
    number = {int(old): new for new, old in enumerate(kept)}
    vocabulary = [tokenizer["model"]["vocab"][index] for index in kept]
    model = tokenizer["model"] | {
        "unk_id": number[tokenizer["model"]["unk_id"]],
        "vocab": [[piece, float(str(np.float32(score)))] for piece, score in vocabulary],
    }
    added = [token | {"id": number[token["id"]]} for token in tokenizer["added_tokens"]]
    # The specials of the post-processor are the first ids of the vocabulary and keep their numbers.
    for special in tokenizer["post_processor"]["special_tokens"].values():
        if [number[index] for index in special["ids"]] != special["ids"]:
            raise ValueError(f"{special['id']} would change its id")
    changed = {"model": model, "added_tokens": added, "truncation": None, "padding": None}
    return json.dumps(tokenizer | changed, ensure_ascii=False, separators=(",", ":"))


def _stays(piece: str) -> bool:
    characters = piece.replace(SPACE, "")
    if len(characters) == 1 and unicodedata.name(characters, "").startswith(ALONE):
        return True
    return all(map(_common, characters))


def _common(character: str) -> bool:
    """True for ASCII, Han, and what belongs to no script: symbols, punctuation, emoji."""
    name, category = unicodedata.name(character, ""), unicodedata.category(character)
    if character.isascii() or name.startswith(HAN):
        return True
    if category.startswith("M"):
        return name.startswith(MARKS)
    return category[0] in "SPNCZ" and category not in ("Nd", "Cn", "Co")
