"""The forward pass of SmolLM2 in plain numpy, from the weights as the `gguf` package dequantises them.

Independent of llama.py and of source.py's reading of the blocks, so that a mistake there cannot hide here: the rows
of queries and keys keep llama.cpp's order, in which neighbouring dimensions are rotated together.
"""

from dataclasses import dataclass

import numpy as np
from gguf import GGUFReader, dequantize

LAYERS, HEADS, KEY_HEADS, SIZE = 30, 9, 3, 64
BASE, EPSILON = 100_000.0, 1e-5


@dataclass(frozen=True)
class States:
    """One text: layers float32 [31, tokens, 576], the last before the final norm; last, the same after it."""

    layers: np.ndarray
    last: np.ndarray


class Reference:
    """The dequantised weights, some 540 MB of float32."""

    def __init__(self, reader: GGUFReader) -> None:
        self._weights = {}
        for tensor in reader.tensors:
            values = dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
            self._weights[tensor.name.removesuffix(".weight")] = values
        self.table = self._weights["token_embd"]

    def states(self, ids: list[int], placed: bool = True) -> States:
        """The hidden states of one text; `placed` False leaves the rotation out."""
        tokens, weights = len(ids), self._weights
        frequencies = BASE ** (-np.arange(SIZE // 2) / (SIZE // 2))
        angles = np.arange(tokens)[:, np.newaxis] * frequencies * placed
        cosine, sine = np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)
        mask = np.triu(np.full((tokens, tokens), -np.inf, np.float32), 1)
        x = self.table[ids]
        layers = [x]
        for index in range(LAYERS):
            at = f"blk.{index}"
            y = _norm(x, weights[f"{at}.attn_norm"])
            q, k, v = (_by_head(y @ weights[f"{at}.attn_{part}"].T) for part in "qkv")
            q, k = _rotated(q, cosine, sine), _rotated(k, cosine, sine)
            k, v = (np.repeat(part, HEADS // KEY_HEADS, axis=0) for part in (k, v))
            scores = q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(SIZE)) + mask
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            scores /= scores.sum(-1, keepdims=True)
            y = (scores @ v).transpose(1, 0, 2).reshape(tokens, -1)
            x = x + y @ weights[f"{at}.attn_output"].T
            y = _norm(x, weights[f"{at}.ffn_norm"])
            gate = y @ weights[f"{at}.ffn_gate"].T
            y = gate / (1 + np.exp(-gate)) * (y @ weights[f"{at}.ffn_up"].T)
            x = x + y @ weights[f"{at}.ffn_down"].T
            layers.append(x)
        return States(np.stack(layers), _norm(x, weights["output_norm"]))

    def logits(self, states: np.ndarray) -> np.ndarray:
        """Logits, float32 [n, vocabulary], of states before the final norm, float32 [n, dim]."""
        return _norm(states, self._weights["output_norm"]) @ self.table.T


def _by_head(x: np.ndarray) -> np.ndarray:
    return x.reshape(len(x), -1, SIZE).transpose(1, 0, 2)


def _rotated(x: np.ndarray, cosine: np.ndarray, sine: np.ndarray) -> np.ndarray:
    even, odd = x[..., 0::2], x[..., 1::2]
    rotated = np.empty_like(x)
    rotated[..., 0::2] = even * cosine - odd * sine
    rotated[..., 1::2] = even * sine + odd * cosine
    return rotated


def _norm(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(EPSILON)) * weight
