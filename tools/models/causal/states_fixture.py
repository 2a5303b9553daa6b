"""Writes fixtures/smollm2/states.json: `python tools/models/causal/states_fixture.py`.

Logits and hidden states of 20 texts by causal/reference.py (numpy, from the dequantised GGUF); the built graphs are
measured against it on the way, over the whole vocabulary and every layer, and the differences printed.

For each text, all of its last token: `top`, the five likeliest next tokens, and their `probabilities`; `logits` at
SAMPLED ids, `maximum` and `logSumExp` of all of them; the states `layer0`, `layer15`, `layer30` (after the final norm)
and `residual` (before it), base64 of little-endian float32 [576]. `lens` of the first three texts: for layers 0 ... 30
the likeliest token and its probability, each state put through the final norm and the output weights. `unplaced` of
the first three: the residual with the rotation of positions left out. Texts have no prefix.
"""

import base64
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools" / "models"))

from causal.reference import Reference  # noqa: E402
from causal.runner import Runner  # noqa: E402
from causal.source import open_gguf  # noqa: E402

MODEL = ROOT / "public" / "models" / "smollm2-135m"
OUT = ROOT / "fixtures" / "smollm2" / "states.json"
SAMPLED = list(range(0, 49152, 768))
IN_DEPTH = 3
TEXTS = [
    "The capital of France is",
    "The weather today is really",
    "Once upon a time, there was a little",
    "The quick brown fox jumps over the lazy",
    "She put the key into the lock and opened the",
    "Water boils at one hundred degrees",
    "def add(a, b):\n    return",
    "for i in range(10):\n    print(",
    "2 + 2 = ",
    "The year 2024 was followed by 202",
    "I'm sure that she doesn't know what I",
    "An apple a day keeps the doctor",
    "The opposite of hot is",
    "dog bites man",
    "man bites dog",
    "king",
    "苹果公司发布新产品",
    "今天天气",
    "😀 I am so happy",
    "To be, or not to be, that is the question: whether it is nobler in the mind to suffer the slings and arrows of",
]


def case(reference: Reference, runner: Runner, text: str, ids: list[int], in_depth: bool) -> tuple[dict, list[float]]:
    """One text's entry, and the largest differences of the graphs' logits, states and unit states from it."""
    states = reference.states(ids)
    logits = reference.logits(states.layers[-1][-1:])[0]
    found = runner.states(ids)
    found_logits = runner.logits(found["residual"][-1:])[0]
    top = np.argsort(-logits)[:5]
    if not np.array_equal(top, np.argsort(-found_logits)[:5]):
        raise ValueError(f"{text!r}: the graphs' first five tokens are others")
    layers = [*states.layers[:-1], states.last]
    pairs = [(layer, found[f"hidden.{index}"]) for index, layer in enumerate(layers)]
    pairs.append((states.layers[-1], found["residual"]))
    differences = [
        float(np.abs(logits - found_logits).max()),
        max(float((np.abs(a - b).max(-1) / np.linalg.norm(a, axis=-1)).max()) for a, b in pairs),
    ]
    total = log_sum_exp(logits)
    entry: dict[str, Any] = {
        "text": text,
        "ids": ids,
        "top": top.tolist(),
        "probabilities": significant(np.exp(logits[top] - total)),
        "logits": significant(logits[SAMPLED]),
        "maximum": float(logits.max()),
        "logSumExp": float(total),
        "layer0": packed(states.layers[0][-1]),
        "layer15": packed(states.layers[15][-1]),
        "layer30": packed(states.last[-1]),
        "residual": packed(states.layers[-1][-1]),
    }
    if in_depth:
        by_layer = reference.logits(states.layers[:, -1])
        ids_by_layer = by_layer.argmax(-1)
        certainty = [float(np.exp(row.max() - log_sum_exp(row))) for row in by_layer]
        entry["lens"] = {"ids": ids_by_layer.tolist(), "probabilities": significant(certainty)}
        entry["unplaced"] = packed(reference.states(ids, placed=False).layers[-1][-1])
    return entry, differences


def log_sum_exp(logits: np.ndarray) -> float:
    """In float64, of one row."""
    wide = logits.astype(np.float64)
    return float(wide.max() + np.log(np.exp(wide - wide.max()).sum()))


def significant(values: Any) -> list[float]:
    """At 7 significant digits."""
    return [float(f"{value:.7g}") for value in values]


def packed(vector: np.ndarray) -> str:
    """Base64 of little-endian float32."""
    return base64.b64encode(vector.astype("<f4").tobytes()).decode("ascii")


def main() -> None:
    """One line a text."""
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    reference, runner = Reference(open_gguf()), Runner(MODEL)
    lines, largest = [], []
    for number, text in enumerate(TEXTS):
        ids = tokenizer.encode(text).ids
        entry, differences = case(reference, runner, text, ids, number < IN_DEPTH)
        largest.append(differences)
        words = [tokenizer.decode([token]) for token in entry["top"]]
        print(f"{text[:40]!r:44} tokens {len(ids):2} logits {differences[0]:.1e} states {differences[1]:.1e} {words}")
        lines.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
    logits, states = np.max(largest, axis=0)
    print(f"largest difference: logits {logits:.1e}; states, as a part of their length, {states:.1e}")
    text = f'{{"sampled":{json.dumps(SAMPLED)},\n"cases":[\n' + ",\n".join(lines) + "\n]}\n"
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
