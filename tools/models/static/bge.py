"""Vectors of single words by bge-small-zh-v1.5, the Chinese side of glove-zh-cedict."""

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from contextual.bge import load
from packages import CACHE

from .sources import bge_files

KEPT = CACHE / "bge-word-vectors.npz"


def known_to_bge(words: list[str]) -> list[bool]:
    """Whether bge's tokenizer has every character of each word (else two words could become one)."""
    tokenizer = Tokenizer.from_str(bge_files()[1])
    return ["[UNK]" not in encoding.tokens for encoding in tokenizer.encode_batch(words)]


def word_vectors(words: list[str]) -> np.ndarray:
    """Mean-pooled vectors of the words alone, special tokens included, float32 [len(words), 512].

    One word a run: the int8 graph quantises activations over the whole batch, so that a word's vector
    would otherwise depend on its company. What is computed is kept in the cache.
    """
    done: dict[str, np.ndarray] = {}
    if KEPT.exists():
        with np.load(KEPT) as kept:
            done = dict(zip(kept["words"].tolist(), kept["vectors"], strict=True))
    missing = [word for word in words if word not in done]
    if missing:
        done |= zip(missing, embed(missing), strict=True)
        np.savez(KEPT, words=np.array(list(done)), vectors=np.array(list(done.values())))
    return np.array([done[word] for word in words])


def character_vectors(words: list[str]) -> np.ndarray:
    """Means of bge's token table over each word's first and second half, float32 [len(words), 1024].

    The middle character of three belongs to both halves, a single one as well.
    """
    table, tokenizer = load().words.dequantised(), Tokenizer.from_str(bge_files()[1])
    ids = [encoding.ids[1:-1] for encoding in tokenizer.encode_batch(words)]
    first = [table[mine[: (len(mine) + 1) // 2]].mean(0) for mine in ids]
    return np.c_[np.array(first), np.array([table[mine[len(mine) // 2 :]].mean(0) for mine in ids])]


def embed(words: list[str]) -> np.ndarray:
    """The vectors of `word_vectors`, computed."""
    graph, tokenizer_json = bge_files()
    tokenizer = Tokenizer.from_str(tokenizer_json)
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    names = [tensor.name for tensor in session.get_inputs()]
    vectors = np.empty((len(words), 512), np.float32)
    for row, word in enumerate(words):
        ids = np.array([tokenizer.encode(word).ids], np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        (hidden,) = session.run(None, {name: given[name] for name in names})
        vectors[row] = hidden[0].mean(0)
    return vectors
