"""Writes a Llama model as two ONNX graphs that run alike on WASM and WebGPU: its body, and the head of its logits.

The architecture is that of transformers' LlamaModel: RMSNorm before attention and before the feed-forward part,
rotary positions, grouped queries, SwiGLU, output weights tied to the embedding.

A Q4_1 matrix stays as it is: W = values * scale + least is (values - 8) * scale, which MatMulNBits computes, plus a
constant a block, least + 8 * scale, which multiplies the sum of the block's inputs. (MatMulNBits with zero points that
are not whole numbers has no WebGPU kernel.) The embedding is stored once, as uint8: the body looks rows up in it, the
head multiplies by it.

Body: int64 [batch, tokens] `input_ids`, `attention_mask` to float32 [batch, tokens, dim] `table`, `hidden.0` (the
same), `hidden.1` ... `hidden.L` (the last after the final norm, as transformers has it) and `residual` (the last
before it). Head: float32 [n, dim] `state`, before the final norm, to `logits` [n, vocabulary].
"""

import math
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from causal.external import move_weights
from causal.source import BLOCK, Matrix, Shape, Weights
from contextual.graph import GraphWriter

MAX_TOKENS = 512
"""Rows of the rotary tables. The model was trained to 8,192; each further 512 add 262 kB, and nobody waits for them."""
INPUTS = ["input_ids", "attention_mask"]
TABLE, RESIDUAL, STATE, LOGITS = "table", "residual", "state", "logits"
COSINES, SINES = "rotary.cos", "rotary.sin"
BODY_FILE, HEAD_FILE = "model.onnx", "head.onnx"
EMBEDDING_FILE, FIRST_FILE, SECOND_FILE = "weights-embedding.bin", "weights-a.bin", "weights-b.bin"
MASKED = 1e9
"""Taken from the scores of what may not be seen: softmax then gives it exactly 0 in float32."""


def hidden_state_names(layers: int) -> list[str]:
    """`hidden.0` ... `hidden.L`."""
    return [f"hidden.{layer}" for layer in range(layers + 1)]


def attention_names(layers: int) -> list[str]:
    """By layer, the attention probabilities: float32 [batch, heads, tokens, tokens]."""
    return [f"layer.{index}.attention.softmax" for index in range(layers)]


def query_names(layers: int) -> list[str]:
    """By layer, the queries before they are rotated: float32 [batch, heads, tokens, size]."""
    return [f"layer.{index}.queries" for index in range(layers)]


def key_names(layers: int) -> list[str]:
    """By layer, the keys before they are rotated: float32 [batch, key heads, tokens, size]."""
    return [f"layer.{index}.keys" for index in range(layers)]


def write_llama(weights: Weights, folder: Path, name: str) -> list[str]:
    """Writes both graphs and their weights into `folder`; gives the names of the weights' files."""
    body = _Body(weights)
    model = body.model(name)
    files = move_weights(model, folder, body.file_of)
    _write(model, folder / BODY_FILE)
    model = _head(weights, f"{name}.head")
    move_weights(model, folder, EMBEDDING_FILES)
    _write(model, folder / HEAD_FILE)
    return files


def rotary_tables(shape: Shape) -> tuple[np.ndarray, np.ndarray]:
    """Cosine and sine of the angles, float32 [MAX_TOKENS, head size]: both halves of a row are the same."""
    frequencies = shape.rotary_base ** (-np.arange(0, shape.head_size, 2) / shape.head_size)
    angles = np.tile(np.arange(MAX_TOKENS)[:, np.newaxis] * frequencies, 2)
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


EMBEDDING_VALUES, EMBEDDING_SCALE = "embedding.values", "embedding.scale"
EMBEDDING_FILES = dict.fromkeys([EMBEDDING_VALUES, EMBEDDING_SCALE], EMBEDDING_FILE)
BYTE_ZERO = 128
"""What stands for 0 in a uint8 weight; MatMulNBits takes it as given for 8 bits, and 8 for 4 bits."""
NIBBLE_ZERO = 8


class _Body:
    """The graph from token ids to hidden states."""

    def __init__(self, weights: Weights) -> None:
        self._weights, self._shape = weights, weights.shape
        self._w = GraphWriter()
        self.file_of = dict(EMBEDDING_FILES)

    def model(self, name: str) -> onnx.ModelProto:
        w, layers = self._w, self._shape.layers
        names = hidden_state_names(layers)
        self._look_up()
        hidden = w.node("Identity", [TABLE], names[0])
        self._positions()
        for index in range(layers):
            output = RESIDUAL if index == layers - 1 else names[index + 1]
            hidden = self._layer(index, hidden, output)
        _norm(w, self._weights, "output_norm", hidden, names[-1])
        axes = ["batch", "tokens"]
        inputs = [helper.make_tensor_value_info(item, TensorProto.INT64, axes) for item in INPUTS]
        outputs = [
            helper.make_tensor_value_info(item, TensorProto.FLOAT, [*axes, self._shape.dim])
            for item in [TABLE, *names, RESIDUAL]
        ]
        return w.model(name, inputs, outputs)

    def _look_up(self) -> None:
        """Rows of the table, dequantised after the look-up."""
        w = self._w
        values, scales = _embedding(w, self._weights)
        x = w.node("Gather", [values, "input_ids"], "embedding.rows", axis=0)
        x = w.node("Sub", [w.as_float(x, "embedding.rows.float"), w.scalar(BYTE_ZERO)], "embedding.centred")
        scale = w.node("Gather", [scales, "input_ids"], "embedding.row_scales", axis=0)
        scale = w.node("Unsqueeze", [scale, w.shape(-1)], "embedding.row_scales.spread")
        x = w.node("Mul", [x, scale], "embedding.scaled")
        w.node("Reshape", [x, w.shape(0, 0, self._shape.dim)], TABLE)

    def _positions(self) -> None:
        """`cos`, `sin` [tokens, head size], and `mask.bias` [batch, 1, tokens, tokens]: 0 for what a token may see."""
        w = self._w
        shape = w.node("Shape", ["input_ids"], "tokens.shape")
        tokens = w.node("Slice", [shape, w.shape(1), w.shape(2), w.shape(0)], "tokens.count")
        tables = dict(zip([COSINES, SINES], rotary_tables(self._shape), strict=True))
        for name, table in tables.items():
            w.node("Slice", [w.constant(name, table), w.shape(0), tokens, w.shape(0)], f"{name}.tokens")
        order = w.constant("order", np.arange(MAX_TOKENS, dtype=np.float32))
        order = w.node("Slice", [order, w.shape(0), tokens, w.shape(0)], "order.tokens")
        column = w.node("Unsqueeze", [order, w.shape(1)], "order.column")
        # At least 1 for a later token, 0 for the token itself and earlier ones.
        later = w.node("Relu", [w.node("Sub", [order, column], "order.difference")], "mask.later")
        mask = w.node("Unsqueeze", ["attention_mask", w.shape(1, 2)], "mask.spread")
        padding = w.node("Sub", [w.scalar(1), w.as_float(mask, "mask.float")], "mask.padding")
        hidden = w.node("Add", [later, padding], "mask.hidden")
        w.node("Mul", [hidden, w.scalar(-MASKED)], "mask.bias")

    def _layer(self, index: int, x: str, output: str) -> str:
        w, at, block = self._w, f"layer.{index}", f"blk.{index}"
        y = _norm(w, self._weights, f"{block}.attn_norm", x, f"{at}.attention.normed")
        y = self._attention(index, y)
        y = self._linear([self._weights.matrix(f"{block}.attn_output")], index, f"{at}.attention.out", y)
        x = w.node("Add", [x, y], f"{at}.attention.residual")
        y = _norm(w, self._weights, f"{block}.ffn_norm", x, f"{at}.feed.normed")
        pair = [self._weights.matrix(f"{block}.ffn_{part}") for part in ("gate", "up")]
        y = self._linear(pair, index, f"{at}.feed.in", y)
        gate, up = w.split(y, [self._shape.feed_forward] * 2, -1, [f"{at}.feed.gate", f"{at}.feed.up"])
        gate = w.node("Mul", [gate, w.node("Sigmoid", [gate], f"{at}.feed.sigmoid")], f"{at}.feed.silu")
        y = w.node("Mul", [gate, up], f"{at}.feed.gated")
        y = self._linear([self._weights.matrix(f"{block}.ffn_down")], index, f"{at}.feed.out", y)
        return w.node("Add", [x, y], output)

    def _attention(self, index: int, x: str) -> str:
        """Grouped-query attention up to its output map: [batch, tokens, dim] to the same shape."""
        w, shape, at, block = self._w, self._shape, f"layer.{index}.attention", f"blk.{index}"
        heads, groups, size = shape.heads, shape.key_heads, shape.head_size
        qkv = [
            self._weights.rotated(f"{block}.attn_q", heads),
            self._weights.rotated(f"{block}.attn_k", groups),
            self._weights.matrix(f"{block}.attn_v"),
        ]
        x = self._linear(qkv, index, f"{at}.qkv", x)
        x = w.node("Reshape", [x, w.shape(0, 0, heads + 2 * groups, size)], f"{at}.by_head")
        x = w.node("Transpose", [x], f"{at}.heads_first", perm=[0, 2, 1, 3])
        names = [query_names(shape.layers)[index], key_names(shape.layers)[index], f"layer.{index}.values"]
        q, k, v = w.split(x, [heads, groups, groups], 1, names)
        q = w.node("Mul", [self._rotated(q), w.scalar(1 / math.sqrt(size))], f"{at}.queries_scaled")
        k = w.node("Transpose", [self._rotated(k)], f"{at}.keys_transposed", perm=[0, 1, 3, 2])
        # The heads that share keys stand one after another: their rows are taken as one longer list of queries.
        q = w.node("Reshape", [q, w.shape(0, groups, -1, size)], f"{at}.queries_grouped")
        scores = w.node("MatMul", [q, k], f"{at}.scores_grouped")
        scores = w.node("Reshape", [scores, w.shape(0, heads, -1, 0)], f"{at}.scores")
        scores = w.node("Add", [scores, "mask.bias"], f"{at}.scores_masked")
        scores = w.node("Softmax", [scores], attention_names(shape.layers)[index], axis=-1)
        scores = w.node("Reshape", [scores, w.shape(0, groups, -1, 0)], f"{at}.softmax_grouped")
        x = w.node("MatMul", [scores, v], f"{at}.by_value_grouped")
        x = w.node("Reshape", [x, w.shape(0, heads, -1, size)], f"{at}.by_value")
        x = w.node("Transpose", [x], f"{at}.tokens_first", perm=[0, 2, 1, 3])
        return w.node("Reshape", [x, w.shape(0, 0, shape.dim)], f"{at}.joined")

    def _rotated(self, x: str) -> str:
        """x [batch, heads, tokens, size] turned by its position: dimension i with i + size / 2."""
        w, half = self._w, self._shape.head_size // 2
        first, second = w.split(x, [half, half], -1, [f"{x}.first", f"{x}.second"])
        second = w.node("Neg", [second], f"{x}.second.negated")
        turned = w.node("Concat", [second, first], f"{x}.turned", axis=-1)
        straight = w.node("Mul", [x, f"{COSINES}.tokens"], f"{x}.by_cos")
        turned = w.node("Mul", [turned, f"{SINES}.tokens"], f"{x}.by_sin")
        return w.node("Add", [straight, turned], f"{x}.rotated")

    def _linear(self, parts: list[Matrix], index: int, at: str, x: str) -> str:
        """One or more maps side by side: [batch, tokens, inputs] to [batch, tokens, all their outputs]."""
        w = self._w
        values = np.concatenate([part.values for part in parts])
        outputs, blocks, _ = values.shape
        arrays = {
            f"{at}.values": values[..., 0::2] | (values[..., 1::2] << 4),
            f"{at}.scale": np.concatenate([part.scale for part in parts]),
            f"{at}.least": np.concatenate([part.least for part in parts]),
        }
        packed, scale, least = (w.constant(name, array) for name, array in arrays.items())
        self.file_of |= dict.fromkeys(arrays, FIRST_FILE if index < self._shape.layers // 2 else SECOND_FILE)
        scale = w.as_float(scale, f"{at}.scale.float")
        y = _matmul_bits(w, x, packed, scale, f"{at}.product", 4, outputs, blocks * BLOCK)
        shift = w.node("Mul", [scale, w.scalar(NIBBLE_ZERO)], f"{at}.shift")
        constant = w.node("Add", [w.as_float(least, f"{at}.least.float"), shift], f"{at}.constant")
        constant = w.node("Transpose", [constant], f"{at}.constant.transposed", perm=[1, 0])
        z = w.node("MatMul", [self._block_sums(x, blocks), constant], f"{at}.constant.product")
        return w.node("Add", [y, z], f"{at}.sum")

    def _block_sums(self, x: str, blocks: int) -> str:
        """[batch, tokens, inputs] to [batch, tokens, blocks]."""
        w = self._w
        grouped = w.node("Reshape", [x, w.shape(0, 0, blocks, BLOCK)], f"{x}.blocks")
        return w.node("ReduceSum", [grouped, w.shape(-1)], f"{x}.block_sums", keepdims=0)


def _head(weights: Weights, name: str) -> onnx.ModelProto:
    """The graph from a state before the final norm to the logits."""
    w, shape = GraphWriter(), weights.shape
    values, scales = _embedding(w, weights)
    x = _norm(w, weights, "output_norm", STATE, "normed")
    _matmul_bits(w, x, values, scales, LOGITS, 8, shape.vocabulary, shape.dim)
    return w.model(
        name,
        [helper.make_tensor_value_info(STATE, TensorProto.FLOAT, ["n", shape.dim])],
        [helper.make_tensor_value_info(LOGITS, TensorProto.FLOAT, ["n", shape.vocabulary])],
    )


def _embedding(w: GraphWriter, weights: Weights) -> tuple[str, str]:
    """The table's values, uint8 [vocabulary, blocks, 32], and scales, float32 [vocabulary, blocks]."""
    table = weights.table()
    values = w.constant(EMBEDDING_VALUES, (table.values.astype(np.int16) + BYTE_ZERO).astype(np.uint8))
    scale = w.constant(EMBEDDING_SCALE, table.scale)
    return values, w.as_float(scale, f"{EMBEDDING_SCALE}.float")


def _matmul_bits(
    w: GraphWriter, x: str, values: str, scales: str, output: str, bits: int, outputs: int, inputs: int
) -> str:
    sizes = {"K": inputs, "N": outputs, "bits": bits, "block_size": BLOCK}
    return w.node("MatMulNBits", [x, values, scales], output, domain="com.microsoft", **sizes)


def _norm(w: GraphWriter, weights: Weights, name: str, x: str, output: str) -> str:
    """RMSNorm; onnxruntime has it among ONNX's own operators under this older name, on both devices."""
    weight = w.constant(f"{name}.weight", weights.norm(name))
    epsilon = weights.shape.epsilon
    return w.node("SimplifiedLayerNormalization", [x, weight], output, axis=-1, epsilon=epsilon)


def _write(model: onnx.ModelProto, path: Path) -> None:
    """Unchecked: onnx's checker does not know SimplifiedLayerNormalization; build.py runs what is written."""
    path.write_bytes(model.SerializeToString(deterministic=True))
