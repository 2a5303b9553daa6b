"""Writes a BERT encoder as an ONNX graph with int8 weights that runs alike on WASM and WebGPU.

The architecture is that of Devlin et al. 2019 (post-norm, erf GELU), as in transformers' BertModel. Weights are
int8 in the file only: each `Cast -> Mul` hangs on constants alone, so onnxruntime computes it once, at load, and
every MatMul runs in float32 (no DynamicQuantizeLinear / MatMulInteger, which have no WebGPU kernel and round the
activations). The token table stays int8 in memory: its rows are looked up first and dequantised after.

Outputs, all float32 [batch, tokens, dim]: `table` (the bare look-up), `hidden.0` (after position, type and
LayerNorm), `hidden.1` ... `hidden.L` (each layer's end).
"""

import math
from pathlib import Path

import numpy as np

from contextual.graph import GraphWriter
from contextual.weights import Bert, Layer, Matrix, Norm, Table

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
TABLE = "table"
EPSILON = 1e-12
"""`layer_norm_eps` of both models' config.json."""
MASKED = -1e9
"""Added to the scores of padding: far below any score, so that softmax gives it exactly 0 in float32."""


def hidden_state_names(layers: int) -> list[str]:
    """`hidden.0` ... `hidden.L`."""
    return [f"hidden.{layer}" for layer in range(layers + 1)]


def write_bert(bert: Bert, path: Path, name: str) -> None:
    """Writes the graph of `bert` to `path`."""
    writer = GraphWriter()
    hidden_names = hidden_state_names(len(bert.layers))
    hidden = _embeddings(writer, bert, hidden_names[0])
    mask = _attention_bias(writer)
    for index, layer in enumerate(bert.layers):
        hidden = _layer(writer, layer, bert, f"layer.{index}", hidden, mask, hidden_names[index + 1])
    writer.save(path, name, INPUTS, dict.fromkeys([TABLE, *hidden_names], bert.dim))


def _embeddings(w: GraphWriter, bert: Bert, output: str) -> str:
    words = _look_up(w, bert.words, "input_ids", TABLE)
    types = w.constant("types", bert.types)
    types = w.node("Gather", [types, "token_type_ids"], "embeddings.types", axis=0)
    shape = w.node("Shape", ["input_ids"], "embeddings.shape")
    tokens = w.node("Slice", [shape, w.shape(1), w.shape(2), w.shape(0)], "embeddings.tokens")
    positions = w.constant("positions", bert.positions)
    positions = w.node("Slice", [positions, w.shape(0), tokens, w.shape(0)], "embeddings.positions")
    total = w.node("Add", [words, types], "embeddings.words_types")
    total = w.node("Add", [total, positions], "embeddings.sum")
    return _norm(w, bert.norm, "embeddings.norm", total, output)


def _look_up(w: GraphWriter, table: Table, ids: str, output: str) -> str:
    """Rows of an int8 table, dequantised after the look-up: float32 [batch, tokens, dim]."""
    values = w.constant("words.values", table.values)
    x = w.node("Gather", [values, ids], "words.rows", axis=0)
    x = w.as_float(x, "words.float")
    if table.scale.ndim == 0:
        scale = w.scalar(float(table.scale))
    else:
        scales = _float_constant(w, "words.scale", table.scale)
        scale = w.node("Gather", [scales, ids], "words.row_scales", axis=0)
    x = w.node("Mul", [x, scale], "words.scaled")
    return w.node("Reshape", [x, w.shape(0, 0, -1)], output)


def _attention_bias(w: GraphWriter) -> str:
    """0 for tokens, MASKED for padding: float32 [batch, 1, 1, tokens]."""
    mask = w.node("Unsqueeze", ["attention_mask", w.shape(1, 2)], "mask.spread")
    padding = w.node("Sub", [w.scalar(1), w.as_float(mask, "mask.float")], "mask.padding")
    return w.node("Mul", [padding, w.scalar(MASKED)], "mask.bias")


def _layer(w: GraphWriter, layer: Layer, bert: Bert, at: str, x: str, mask: str, output: str) -> str:
    attended = _attention(w, layer.qkv, bert, f"{at}.attention", x, mask)
    y = _linear(w, layer.attention_out, f"{at}.attention.out", attended)
    y = w.node("Add", [y, x], f"{at}.attention.residual")
    y = _norm(w, layer.attention_norm, f"{at}.attention.norm", y, f"{at}.attention.normed")
    z = _linear(w, layer.intermediate, f"{at}.intermediate", y)
    z = w.node("Gelu", [z], f"{at}.gelu", domain="com.microsoft")
    z = _linear(w, layer.out, f"{at}.out", z)
    z = w.node("Add", [z, y], f"{at}.residual")
    return _norm(w, layer.out_norm, f"{at}.norm", z, output)


def _attention(w: GraphWriter, qkv: Matrix, bert: Bert, at: str, x: str, mask: str) -> str:
    """Multi-head self-attention up to its output map: [batch, tokens, dim] to the same shape."""
    heads, size = bert.heads, bert.dim // bert.heads
    x = _linear(w, qkv, f"{at}.qkv", x)
    x = w.node("Reshape", [x, w.shape(0, 0, 3 * heads, size)], f"{at}.by_head")
    x = w.node("Transpose", [x], f"{at}.heads_first", perm=[0, 2, 1, 3])
    q, k, v = w.split(x, [heads] * 3, 1, [f"{at}.queries", f"{at}.keys", f"{at}.values"])
    q = w.node("Mul", [q, w.scalar(1 / math.sqrt(size))], f"{at}.queries_scaled")
    k = w.node("Transpose", [k], f"{at}.keys_transposed", perm=[0, 1, 3, 2])
    scores = w.node("MatMul", [q, k], f"{at}.scores")
    scores = w.node("Add", [scores, mask], f"{at}.scores_masked")
    scores = w.node("Softmax", [scores], f"{at}.softmax", axis=-1)
    x = w.node("MatMul", [scores, v], f"{at}.by_value")
    x = w.node("Transpose", [x], f"{at}.tokens_first", perm=[0, 2, 1, 3])
    return w.node("Reshape", [x, w.shape(0, 0, bert.dim)], f"{at}.joined")


def _linear(w: GraphWriter, matrix: Matrix, at: str, x: str) -> str:
    weight = w.as_float(w.constant(f"{at}.weight", matrix.values), f"{at}.weight.float")
    weight = w.node("Mul", [weight, _float_constant(w, f"{at}.scale", matrix.scale)], f"{at}.weight.scaled")
    weight = w.node("Reshape", [weight, w.shape(-1, matrix.values.shape[-1])], f"{at}.weight.matrix")
    x = w.node("MatMul", [x, weight], f"{at}.product")
    return w.node("Add", [x, w.constant(f"{at}.bias", matrix.bias)], f"{at}.sum")


def _norm(w: GraphWriter, norm: Norm, at: str, x: str, output: str) -> str:
    inputs = [x, w.constant(f"{at}.weight", norm.weight), w.constant(f"{at}.bias", norm.bias)]
    return w.node("LayerNormalization", inputs, output, axis=-1, epsilon=EPSILON)


def _float_constant(w: GraphWriter, name: str, value: np.ndarray) -> str:
    """A constant that the graph sees as float32, stored as it comes."""
    constant = w.constant(name, value)
    return constant if value.dtype == np.float32 else w.as_float(constant, f"{name}.float")
