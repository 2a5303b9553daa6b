"""Runs the built graphs in native onnxruntime, one text at a time, as the app runs them in the browser."""

from pathlib import Path

import numpy as np
import onnxruntime

from causal import llama


class Runner:
    """Both sessions of the model in `folder`."""

    def __init__(self, folder: Path) -> None:
        body, head = (str(folder / name) for name in (llama.BODY_FILE, llama.HEAD_FILE))
        self._body = onnxruntime.InferenceSession(body, providers=["CPUExecutionProvider"])
        self._head = onnxruntime.InferenceSession(head, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._body.get_outputs()]

    def states(self, ids: list[int]) -> dict[str, np.ndarray]:
        """By output name, float32 [tokens, dim]."""
        row = np.array([ids], np.int64)
        feeds = dict(zip(llama.INPUTS, [row, np.ones_like(row)], strict=True))
        outputs = self._body.run(self._outputs, feeds)
        return {name: output[0] for name, output in zip(self._outputs, outputs, strict=True)}

    def logits(self, states: np.ndarray) -> np.ndarray:
        """Logits, float32 [n, vocabulary], of states before the final norm, float32 [n, dim]."""
        return self._head.run([llama.LOGITS], {llama.STATE: states})[0]
