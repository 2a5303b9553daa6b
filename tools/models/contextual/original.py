"""The models as their packages have them, to measure ours against."""

from collections.abc import Callable

import numpy as np
import onnxruntime

from contextual import bge, e5, minilm
from contextual.bert import IDS, MASK, TYPES
from contextual.reference import hidden_states

LastHidden = Callable[[list[int]], np.ndarray]
"""One text's input ids to its last hidden states, float32 [tokens, dim]."""


def _bge() -> LastHidden:
    """The package's int8 graph, which also rounds its activations: no better than ours, but close to it."""
    session = onnxruntime.InferenceSession(bge.PACKAGE.read(bge.GRAPH), providers=["CPUExecutionProvider"])

    def run(input_ids: list[int]) -> np.ndarray:
        ids = np.array([input_ids], np.int64)
        feeds = {IDS: ids, MASK: np.ones_like(ids), TYPES: np.zeros_like(ids)}
        return session.run(None, feeds)[0][0]

    return run


def _minilm() -> LastHidden:
    """The fp32 weights in plain numpy."""
    tensors = minilm.original_weights()
    return lambda input_ids: hidden_states(tensors, minilm.LAYERS, minilm.HEADS, input_ids)[-1]


def _e5() -> LastHidden:
    """The package's blocks, dequantised, in plain numpy; ids are those of the pruned vocabulary."""
    tensors = e5.original_weights()
    return lambda input_ids: hidden_states(tensors, e5.LAYERS, e5.HEADS, input_ids)[-1]


ORIGINALS = {"bge-small-zh-v1.5": _bge, "all-minilm-l6-v2": _minilm, "multilingual-e5-small": _e5}
"""By model id: loads the original."""
