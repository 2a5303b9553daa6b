"""A thin writer of ONNX graphs: nodes in order, constants by name."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
"""The first with LayerNormalization as one operator; onnxruntime-web 1.30 runs it on WASM and WebGPU."""


def scalar_name(value: float) -> str:
    """The name of the constant that GraphWriter.scalar makes of `value`."""
    return f"scalar.{value:.9g}"


class GraphWriter:
    """Collects nodes and constants; every method returns the name of the tensor it makes."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        """Stores `value` under `name` once; a second call with the name gives the first one's tensor."""
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def shape(self, *sizes: int) -> str:
        """An int64 constant for Reshape (0 keeps a size, -1 takes what is left) or for axes."""
        return self.constant("shape." + "_".join(map(str, sizes)), np.array(sizes, np.int64))

    def scalar(self, value: float) -> str:
        """A float32 constant [1]: GPU kernels broadcast it, and it never has rank 0."""
        return self.constant(scalar_name(value), np.array([value], np.float32))

    def as_float(self, tensor: str, name: str) -> str:
        """Cast to float32."""
        return self.node("Cast", [tensor], name, to=TensorProto.FLOAT)

    def node(self, op: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """One node with one output; the node is named after its output."""
        self._nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def split(self, tensor: str, sizes: list[int], axis: int, outputs: list[str]) -> list[str]:
        """Splits a tensor along an axis into parts of the given sizes."""
        inputs = [tensor, self.shape(*sizes)]
        self._nodes.append(helper.make_node("Split", inputs, outputs, name=outputs[0], axis=axis))
        return outputs

    def save(self, path: Path, name: str, inputs: list[str], outputs: dict[str, int]) -> None:
        """Checks and writes the model.

        inputs are int64 [batch, tokens]; outputs, by name with their last size, float32 [batch, tokens, size].
        """
        axes = ["batch", "tokens"]
        model = self.model(
            name,
            [helper.make_tensor_value_info(item, TensorProto.INT64, axes) for item in inputs],
            [helper.make_tensor_value_info(item, TensorProto.FLOAT, [*axes, size]) for item, size in outputs.items()],
        )
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString(deterministic=True))

    def model(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """The model so far, unchecked, with these inputs and outputs."""
        graph = helper.make_graph(self._nodes, name, inputs, outputs, list(self._constants.values()))
        domains = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=domains, ir_version=8, producer_name="embedding-explorer")
