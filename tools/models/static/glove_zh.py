"""glove-zh-cedict: Chinese words in GloVe's space, made from CC-CEDICT's glosses and bge-small-zh-v1.5."""

import gzip
import json
from pathlib import Path

import numpy as np

from card import file_entry, rounded, write_card

from .bge import character_vectors, word_vectors
from .glosses import Gloss, glosses, is_name
from .matrix import read_vectors, write_vectors
from .sources import CEDICT, frequencies, glove
from .space_zh import Space, place
from .words_zh import chinese_words

PROBE = ("国王", "巴黎", "银行")
GLOSSES_SHOWN = 3
SMALLEST_SHOWN = 0.05


def origin(found: list[Gloss], weights: np.ndarray, share: float) -> list:
    """One word's row of origins.bin: [gloss, weight, gloss, weight, …, share of the glosses in percent].

    Weights are percent of the glosses' part; the rest of the vector's first 50 dimensions is regression.
    The same text from two entries is one gloss.
    """
    by_text: dict[str, float] = {}
    for gloss, weight in zip(found, weights, strict=True):
        by_text[gloss.text] = by_text.get(gloss.text, 0) + float(weight)
    best = sorted(by_text.items(), key=lambda item: -item[1])[:GLOSSES_SHOWN]
    shown = [(text, weight) for text, weight in best if weight >= SMALLEST_SHOWN]
    return [*(value for text, weight in shown for value in (text, round(100 * weight))), round(100 * share)]


def write_origins(path: Path, found: list[list[Gloss]], space: Space) -> None:
    """Writes origins.bin: {"rows": [origin of each vocabulary row]}, the same bytes on every run."""
    rows = [
        origin(mine, weights, share)
        for mine, weights, share in zip(found, space.gloss_weights, space.gloss_share, strict=True)
    ]
    text = json.dumps({"rows": rows}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode("utf8"), 9, mtime=0))


def build_glove_zh(out_dir: Path) -> None:
    """Writes the model's folder."""
    words = chinese_words()
    english, vectors = glove()
    known = {word: row for row, word in enumerate(english)}
    found = [glosses(word, known) for word in words]
    names = np.array([is_name(word) for word in words])
    space = place(found, names, word_vectors(words), character_vectors(words), frequencies(words), known, vectors)
    layout = write_vectors(out_dir / "vectors.bin", space.vectors, "int8")
    (out_dir / "vocabulary.txt").write_text("\n".join(words) + "\n", encoding="utf8")
    write_origins(out_dir / "origins.bin", found, space)
    card = {
        "id": "glove-zh-cedict",
        "kind": "static",
        "names": {"zh": "GloVe 中文（词典对照）", "en": "GloVe Chinese (by dictionary)"},
        "about": {
            "zh": "每个中文词只有一个向量：用汉英词典 CC-CEDICT 的释义，把中文词放进英文 GloVe 的空间，"
            "再用 bge-small-zh 对词的理解来挑选合适的释义。它不是从中文语料训练出来的，而是为这个应用做的。",
            "en": "One vector for each Chinese word: the glosses of the dictionary CC-CEDICT place it in the space of "
            "English GloVe, and what bge-small-zh makes of the word chooses the glosses that fit. "
            "It was not trained on Chinese text, but made for this app.",
        },
        "family": "GloVe",
        "year": 2026,
        "languages": ["zh"],
        "source": {
            "package": CEDICT.name,
            "version": CEDICT.version,
            "registry": CEDICT.registry,
            "origin": "CC-CEDICT 2023-11-07 (MDBG), with GloVe 6B 50d, bge-small-zh-v1.5 and jieba's word list",
            "licence": "CC-BY-SA-4.0",
            "made": {
                "zh": "释义按先后和与岭回归预测（由 bge 词向量到 GloVe）的一致程度加权，"
                "并与预测混合（前 50 维）；再加 bge 词向量的 49 个主成分、bge 字向量（前半、后半各取平均）的 50 个主成分和 1 维词频。",
                "en": "Glosses are weighed by rank and by agreement with a ridge regression from bge's word vectors "
                "to GloVe, and blended with it (first 50 dimensions); "
                "49 principal components of bge's word vectors, 50 of its character vectors "
                "(means of the first and the second half) and 1 dimension of frequency follow.",
            },
        },
        "dim": space.vectors.shape[1],
        "layers": 0,
        "pooling": "mean",
        "normalised": False,
        "queryPrefix": "",
        "maxTokens": 0,
        "abilities": ["words", "static"],
        "files": {
            "vectors": file_entry(out_dir, "vectors.bin"),
            "vocabulary": file_entry(out_dir, "vocabulary.txt"),
            "origins": file_entry(out_dir, "origins.bin"),
        },
        "vectors": layout,
        "sharedSpace": {
            "model": "glove-6b-50d",
            "dims": 50,
            "note": {
                "zh": "前 50 维与 glove-6b-50d 同一空间：取两边的前 50 维，各自归一化，再算余弦。",
                "en": "The first 50 dimensions share the space of glove-6b-50d: take them of both, "
                "scale each to length 1, and take the cosine.",
            },
        },
        "variants": [],
    }
    stored = read_vectors(out_dir / "vectors.bin", card)
    card["probe"] = [{"text": word, "vector": rounded(stored[words.index(word)])} for word in PROBE]
    write_card(out_dir, card)
