"""Runs a built model in native onnxruntime, as the app runs it in the browser: one text, no padding."""

import json
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from contextual.bert import IDS, MASK, TYPES

GRAPH = "model.onnx"
TOKENIZER = "tokenizer.json"


def tidy_tokenizer(source: bytes) -> str:
    """A package's tokenizer.json without its truncation and padding: the app truncates to the card's maxTokens."""
    tokenizer = json.loads(source) | {"truncation": None, "padding": None}
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


def pooled(hidden: np.ndarray, pooling: str) -> np.ndarray:
    """One text's unit vector, float32 [dim], from its last hidden states [tokens, dim], special tokens included."""
    vector = hidden[0] if pooling == "cls" else hidden.mean(axis=0)
    return vector / np.linalg.norm(vector)


class Encoder:
    """Tokenizer and session of the model in `folder`; texts are cut to `max_tokens`, special tokens included."""

    def __init__(self, folder: Path, max_tokens: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(max_tokens)
        self._session = onnxruntime.InferenceSession(folder / GRAPH, providers=["CPUExecutionProvider"])
        self._inputs = [item.name for item in self._session.get_inputs()]
        self.output_names = [output.name for output in self._session.get_outputs()]

    def tokens(self, text: str) -> Encoding:
        """The text's tokens, with [CLS] and [SEP]."""
        return self._tokenizer.encode(text)

    def hidden_states(self, input_ids: list[int]) -> list[np.ndarray]:
        """float32 [tokens, dim] for each of `output_names`: the table, layer 0, ..., layer L."""
        ids = np.array([input_ids], np.int64)
        feeds = {IDS: ids, MASK: np.ones_like(ids), TYPES: np.zeros_like(ids)}
        feeds = {name: feeds[name] for name in self._inputs}
        return [output[0] for output in self._session.run(None, feeds)]
