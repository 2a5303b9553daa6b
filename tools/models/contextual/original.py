"""The models as their packages have them, to measure ours against."""

from collections.abc import Callable

import numpy as np
import onnxruntime

from contextual import bge, minilm
from contextual.bert import INPUTS
from contextual.reference import hidden_states

LastHidden = Callable[[list[int]], np.ndarray]
"""One text's input ids to its last hidden states, float32 [tokens, dim]."""


def _bge() -> LastHidden:
    """The package's int8 graph, which also rounds its activations: no better than ours, but close to it."""
    session = onnxruntime.InferenceSession(bge.PACKAGE.read(bge.GRAPH), providers=["CPUExecutionProvider"])

    def run(input_ids: list[int]) -> np.ndarray:
        ids = np.array([input_ids], np.int64)
        feeds = dict(zip(INPUTS, [ids, np.ones_like(ids), np.zeros_like(ids)], strict=True))
        return session.run(None, feeds)[0][0]

    return run


def _minilm() -> LastHidden:
    """The fp32 weights in plain numpy."""
    tensors = minilm.original_weights()
    return lambda input_ids: hidden_states(tensors, minilm.LAYERS, minilm.HEADS, input_ids)[-1]


ORIGINALS = {"bge-small-zh-v1.5": _bge, "all-minilm-l6-v2": _minilm}
"""By model id: loads the original."""
