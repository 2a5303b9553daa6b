"""glove-6b-50d: the most frequent English words of GloVe 6B 50d, unchanged but for float16."""

from pathlib import Path

from card import file_entry, rounded, write_card

from .matrix import read_vectors, write_vectors
from .sources import GLOVE, glove

ROWS = 60_000
PROBE = ("king", "paris", "bank")


def build_glove_en(out_dir: Path) -> None:
    """Writes the model's folder."""
    words, vectors = glove()
    words = words[:ROWS]
    layout = write_vectors(out_dir / "vectors.bin", vectors[:ROWS], "float16")
    (out_dir / "vocabulary.txt").write_text("\n".join(words) + "\n", encoding="utf8")
    card = {
        "id": "glove-6b-50d",
        "kind": "static",
        "names": {"zh": "GloVe（英文）", "en": "GloVe (English)"},
        "about": {
            "zh": "每个英文词只有一个向量，从六十亿词的维基百科和新闻里统计词语同现得来。"
            "斯坦福大学 2014 年发布，这里取最常用的六万个词，没有改动。",
            "en": "One vector for each English word, made by counting which words stand near each other in six billion "
            "words of Wikipedia and news. Published by Stanford in 2014; "
            "these are its 60,000 most frequent words, unchanged.",
        },
        "family": "GloVe",
        "year": 2014,
        "languages": ["en"],
        "source": {
            "package": GLOVE.name,
            "version": GLOVE.version,
            "registry": GLOVE.registry,
            "origin": "Stanford GloVe 6B (Wikipedia 2014 + Gigaword 5), 50 dimensions",
            "licence": "PDDL-1.0",
            "made": {
                "zh": "取原文件的前六万行，存为 float16。",
                "en": "The first 60,000 rows of the original, stored as float16.",
            },
        },
        "dim": 50,
        "layers": 0,
        "pooling": "mean",
        "normalised": False,
        "queryPrefix": "",
        "maxTokens": 0,
        "abilities": ["words", "static"],
        "files": {
            "vectors": file_entry(out_dir, "vectors.bin"),
            "vocabulary": file_entry(out_dir, "vocabulary.txt"),
        },
        "vectors": layout,
        "variants": [],
    }
    stored = read_vectors(out_dir / "vectors.bin", card)
    card["probe"] = [{"text": word, "vector": rounded(stored[words.index(word)])} for word in PROBE]
    write_card(out_dir, card)
