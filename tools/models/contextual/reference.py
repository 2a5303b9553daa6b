"""The fp32 forward pass of a BERT encoder in plain numpy: what our quantised graphs are measured against.

Written from transformers' BertModel and independent of bert.py, so that a mistake in a graph cannot hide here.
"""

import math

import numpy as np
from scipy.special import erf

EPSILON = 1e-12


def hidden_states(tensors: dict[str, np.ndarray], layers: int, heads: int, input_ids: list[int]) -> list[np.ndarray]:
    """The states of one text: float32 [tokens, dim] for the look-up, layer 0, ..., layer L, in this order.

    tensors: the weights by their PyTorch names, linear layers [out, in]; input_ids with special tokens.
    """
    table = tensors["embeddings.word_embeddings.weight"][input_ids]
    positions = tensors["embeddings.position_embeddings.weight"][: len(input_ids)]
    types = tensors["embeddings.token_type_embeddings.weight"][0]
    x = _norm(table + positions + types, tensors, "embeddings.LayerNorm")
    states = [table, x]
    for index in range(layers):
        at = f"encoder.layer.{index}"
        y = _linear(_attention(x, tensors, at, heads), tensors, f"{at}.attention.output.dense")
        x = _norm(x + y, tensors, f"{at}.attention.output.LayerNorm")
        y = _linear(x, tensors, f"{at}.intermediate.dense")
        y = y * (1 + erf(y / math.sqrt(2)).astype(np.float32)) / 2
        x = _norm(x + _linear(y, tensors, f"{at}.output.dense"), tensors, f"{at}.output.LayerNorm")
        states.append(x)
    return states


def _attention(x: np.ndarray, tensors: dict[str, np.ndarray], at: str, heads: int) -> np.ndarray:
    tokens, dim = x.shape
    q, k, v = (
        _linear(x, tensors, f"{at}.attention.self.{part}").reshape(tokens, heads, -1).transpose(1, 0, 2)
        for part in ("query", "key", "value")
    )
    scores = q @ k.transpose(0, 2, 1) / math.sqrt(dim / heads)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    return (weights @ v).transpose(1, 0, 2).reshape(tokens, dim)


def _linear(x: np.ndarray, tensors: dict[str, np.ndarray], at: str) -> np.ndarray:
    return x @ tensors[f"{at}.weight"].T + tensors[f"{at}.bias"]


def _norm(x: np.ndarray, tensors: dict[str, np.ndarray], at: str) -> np.ndarray:
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
    return scaled * tensors[f"{at}.weight"] + tensors[f"{at}.bias"]
