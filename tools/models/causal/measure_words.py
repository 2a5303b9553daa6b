"""Measures what to put before a text so that words alone get useful vectors: `python tools/models/causal/measure_words.py`.

The first token of a text is an attention sink in Llama models: its state is nearly the same whatever it is. For the
words of public/data/words-en.json (those in one group only) and each prefix: the share of words whose 10 nearest by
cosine hold, by majority, the word's own group.
"""

import json
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[3]
MODEL = ROOT / "public" / "models" / "smollm2-135m"
PREFIXES = ["", " ", "<|endoftext|>", "<|im_start|>", "<|endoftext|> ", "<|im_start|> "]
LAYERS = ["table", "hidden.1", "hidden.5", "hidden.10", "hidden.15", "hidden.20", "hidden.25", "hidden.29", "hidden.30"]
K, BATCH = 10, 64


def labelled_words() -> tuple[list[str], np.ndarray]:
    """The words and their group's number."""
    groups = json.loads((ROOT / "public" / "data" / "words-en.json").read_text(encoding="utf-8"))["groups"]
    pairs = [(word, number) for number, group in enumerate(groups) for word in group["words"]]
    words = [word for word, _ in pairs]
    once = [(word, number) for word, number in pairs if words.count(word) == 1]
    return [word for word, _ in once], np.array([number for _, number in once])


def pooled_vectors(
    session: onnxruntime.InferenceSession, ids: list[list[int]], skip: int
) -> dict[tuple[str, str], np.ndarray]:
    """By layer and pooling, [texts, dim]; `skip` tokens at the start belong to the prefix."""
    found: dict[tuple[str, str], list[np.ndarray]] = {}
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        width = max(map(len, batch))
        mask = np.array([[1] * len(row) + [0] * (width - len(row)) for row in batch], np.int64)
        padded = np.array([row + [0] * (width - len(row)) for row in batch], np.int64)
        states = session.run(LAYERS, {"input_ids": padded, "attention_mask": mask})
        for layer, state in zip(LAYERS, states, strict=True):
            for row, tokens in zip(state, batch, strict=True):
                known = row[: len(tokens)]
                found.setdefault((layer, "last"), []).append(known[-1])
                found.setdefault((layer, "mean"), []).append(known.mean(axis=0))
                found.setdefault((layer, "mean of the text"), []).append(known[skip:].mean(axis=0))
    return {key: np.stack(rows) for key, rows in found.items()}


def group_accuracy(vectors: np.ndarray, groups: np.ndarray) -> float:
    """Share of rows whose K nearest other rows vote, by count and then by similarity, for the row's own group."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    similarity = unit @ unit.T
    np.fill_diagonal(similarity, -np.inf)
    nearest = np.argsort(-similarity, axis=1)[:, :K]
    right = 0
    for row, neighbours in enumerate(nearest):
        votes = np.bincount(groups[neighbours], similarity[row, neighbours] + 10)
        right += votes.argmax() == groups[row]
    return right / len(groups)


def main() -> None:
    """Prints a line for each prefix and pooling, a column for each layer."""
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    session = onnxruntime.InferenceSession(MODEL / "model.onnx", providers=["CPUExecutionProvider"])
    words, groups = labelled_words()
    print(f"{len(words)} words in {len(set(groups))} groups; {' '.join(LAYERS)}")
    for prefix in PREFIXES:
        ids = [tokenizer.encode(prefix + word).ids for word in words]
        skip = 1 if prefix.startswith("<") else 0
        vectors = pooled_vectors(session, ids, skip)
        for pooling in ["last", "mean", "mean of the text"]:
            row = " ".join(f"{group_accuracy(vectors[layer, pooling], groups):.3f}" for layer in LAYERS)
            print(f"{prefix!r:20} {pooling:18} {row}")
        single = np.mean([len(row) - skip == 1 for row in ids])
        print(f"{'':20} words of one token: {single:.2f}", flush=True)


if __name__ == "__main__":
    main()
