"""Writes a BERT encoder as an ONNX graph with weights of 8 or 4 bits that runs alike on WASM and WebGPU.

The architecture is that of Devlin et al. 2019 (post-norm, erf GELU), as in transformers' BertModel. Weights are
small in the file only: each `Cast -> Mul` hangs on constants alone, so onnxruntime computes it once, at load, and
every MatMul runs in float32 (no DynamicQuantizeLinear / MatMulInteger, which have no WebGPU kernel and round the
activations). The token table stays small in memory: its rows are looked up first and dequantised after.

Outputs, all float32 [batch, tokens, dim]: `table` (the bare look-up), `hidden.0` (after position, type and
LayerNorm), `hidden.1` ... `hidden.L` (each layer's end).
"""

import math
from pathlib import Path

import numpy as np
from onnx import TensorProto

from contextual.graph import GraphWriter
from contextual.weights import Bert, Layer, Matrix, Norm, Table

IDS, MASK, TYPES = "input_ids", "attention_mask", "token_type_ids"
POSITIONS = "positions"
"""The constant that holds the position table, float32 [512, dim]."""
WORDS, WORDS_SCALE = "words.values", "words.scale"
"""The constants of the token table: values, and scales where there is more than one."""
TABLE = "table"
NIBBLE_ZERO = 8
"""What is added to a number from -8 to 7 so that half a byte holds it."""
EPSILON = 1e-12
"""`layer_norm_eps` of both models' config.json."""
MASKED = -1e9
"""Added to the scores of padding: far below any score, so that softmax gives it exactly 0 in float32."""


def hidden_state_names(layers: int) -> list[str]:
    """`hidden.0` ... `hidden.L`."""
    return [f"hidden.{layer}" for layer in range(layers + 1)]


def input_names(bert: Bert) -> list[str]:
    """The graph's inputs; a model of a single token type has none for it."""
    return [IDS, MASK, TYPES] if len(bert.types) > 1 else [IDS, MASK]


def attention_names(layers: int) -> list[str]:
    """Per layer 1 ... L, the tensor inside the graph of the attention probabilities [batch, heads, tokens, tokens]."""
    return [f"layer.{index}.attention.softmax" for index in range(layers)]


def write_bert(bert: Bert, path: Path, name: str) -> None:
    """Writes the graph of `bert` to `path`."""
    writer = GraphWriter()
    hidden_names = hidden_state_names(len(bert.layers))
    hidden = _embeddings(writer, bert, hidden_names[0])
    mask = _attention_bias(writer)
    for index, layer in enumerate(bert.layers):
        hidden = _layer(writer, layer, bert, f"layer.{index}", hidden, mask, hidden_names[index + 1])
    writer.save(path, name, input_names(bert), dict.fromkeys([TABLE, *hidden_names], bert.dim))


def _embeddings(w: GraphWriter, bert: Bert, output: str) -> str:
    words = _look_up(w, bert.words, IDS, TABLE)
    types = w.constant("types", bert.types)
    if len(bert.types) > 1:
        types = w.node("Gather", [types, TYPES], "embeddings.types", axis=0)
    shape = w.node("Shape", [IDS], "embeddings.shape")
    tokens = w.node("Slice", [shape, w.shape(1), w.shape(2), w.shape(0)], "embeddings.tokens")
    positions = w.constant(POSITIONS, bert.positions)
    positions = w.node("Slice", [positions, w.shape(0), tokens, w.shape(0)], "embeddings.positions")
    total = w.node("Add", [words, types], "embeddings.words_types")
    total = w.node("Add", [total, positions], "embeddings.sum")
    return _norm(w, bert.norm, "embeddings.norm", total, output)


def _look_up(w: GraphWriter, table: Table, ids: str, output: str) -> str:
    """Rows of a table, dequantised after the look-up: float32 [batch, tokens, dim]."""
    if table.bits == 4:
        x = _nibbles(w, table, ids)
    else:
        values = w.constant(WORDS, table.values)
        x = w.node("Gather", [values, ids], "words.rows", axis=0)
        x = w.as_float(x, "words.float")
    if table.scale.ndim == 0:
        scale = w.scalar(float(table.scale))
    else:
        scales = _float_constant(w, WORDS_SCALE, table.scale)
        scale = w.node("Gather", [scales, ids], "words.row_scales", axis=0)
    x = w.node("Mul", [x, scale], "words.scaled")
    return w.node("Reshape", [x, w.shape(0, 0, -1)], output)


def _nibbles(w: GraphWriter, table: Table, ids: str) -> str:
    """Rows of a table of 4 bits, unscaled: float32 [batch, tokens, groups, dim / groups].

    Gather has no kernel for INT4, so a row is bytes with an even column in the low half and the next column in the
    high one, both moved by NIBBLE_ZERO; float arithmetic, which every device has, parts them.
    """
    rows, groups, size = table.values.shape
    moved = (table.values.reshape(rows, -1, 2) + NIBBLE_ZERO).astype(np.uint8)
    values = w.constant(WORDS, moved[..., 0] | (moved[..., 1] << 4))
    packed = w.as_float(w.node("Gather", [values, ids], "words.rows", axis=0), "words.float")
    high = w.node("Floor", [w.node("Mul", [packed, w.scalar(1 / 16)], "words.sixteenth")], "words.high")
    low = w.node("Sub", [packed, w.node("Mul", [high, w.scalar(16)], "words.high_part")], "words.low")
    pair = [w.node("Unsqueeze", [half, w.shape(-1)], f"{half}.spread") for half in (low, high)]
    x = w.node("Concat", pair, "words.nibbles", axis=-1)
    x = w.node("Reshape", [x, w.shape(0, 0, groups, size)], "words.groups")
    return w.node("Sub", [x, w.scalar(NIBBLE_ZERO)], "words.centred")


def _attention_bias(w: GraphWriter) -> str:
    """0 for tokens, MASKED for padding: float32 [batch, 1, 1, tokens]."""
    mask = w.node("Unsqueeze", [MASK, w.shape(1, 2)], "mask.spread")
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
    columns = matrix.values.shape[-1]
    if matrix.bits == 4:
        weight, scale = _unpacked(w, matrix, at)
    else:
        weight = w.as_float(w.constant(f"{at}.weight", matrix.values), f"{at}.weight.float")
        scale = _float_constant(w, f"{at}.scale", matrix.scale)
    weight = w.node("Mul", [weight, scale], f"{at}.weight.scaled")
    weight = w.node("Reshape", [weight, w.shape(-1, columns)], f"{at}.weight.matrix")
    x = w.node("MatMul", [x, weight], f"{at}.product")
    return w.node("Add", [x, w.constant(f"{at}.bias", matrix.bias)], f"{at}.sum")


def _unpacked(w: GraphWriter, matrix: Matrix, at: str) -> tuple[str, str]:
    """A matrix of 4 bits, times 16, and its scale, over 16: both hang on constants alone.

    A byte holds a number of the first half of a group in its low half and one of the second half in its high half, in
    two's complement. Shifted to the top of a byte, each is 16 times the number once the byte is read as int8: so all
    steps but the last work on bytes. (INT4 constants would need fewer, but WebGPU sessions refuse their Cast.)
    """
    half = matrix.values.shape[1] // 2
    nibbles = (matrix.values & 15).astype(np.uint8)
    packed = w.constant(f"{at}.weight", nibbles[:, :half] | (nibbles[:, half:] << 4))
    four = w.constant("four", np.array([4], np.uint8))
    low = w.node("BitShift", [packed, four], f"{at}.weight.low", direction="LEFT")
    high = w.node("BitShift", [packed, four], f"{at}.weight.high", direction="RIGHT")
    high = w.node("BitShift", [high, four], f"{at}.weight.high_at_top", direction="LEFT")
    both = w.node("Concat", [low, high], f"{at}.weight.bytes", axis=1)
    both = w.node("Cast", [both], f"{at}.weight.signed", to=TensorProto.INT8)
    scale = _float_constant(w, f"{at}.scale", matrix.scale)
    scale = w.node("Mul", [scale, w.scalar(1 / 16)], f"{at}.scale.sixteenth")
    return w.as_float(both, f"{at}.weight.float"), scale


def _norm(w: GraphWriter, norm: Norm, at: str, x: str, output: str) -> str:
    inputs = [x, w.constant(f"{at}.weight", norm.weight), w.constant(f"{at}.bias", norm.bias)]
    return w.node("LayerNormalization", inputs, output, axis=-1, epsilon=EPSILON)


def _float_constant(w: GraphWriter, name: str, value: np.ndarray) -> str:
    """A constant that the graph sees as float32, stored as it comes."""
    constant = w.constant(name, value)
    return constant if value.dtype == np.float32 else w.as_float(constant, f"{name}.float")
