"""Moves a graph's large weights into files of their own (ONNX external data).

Files of a web app are kept below 48 MB each, and two graphs can share one: weights are laid out in the order of their
names, so that every graph that puts the same weights into a file agrees on where they are. (Graphs that disagreed
would give NaN without an error.)
"""

from collections.abc import Mapping
from pathlib import Path

import onnx

ALIGNMENT = 64
"""Bytes: each weight starts at a multiple of it."""


def move_weights(model: onnx.ModelProto, folder: Path, file_of: Mapping[str, str]) -> list[str]:
    """Moves the initialisers named in `file_of` (name to file name) out of `model`; gives the files it wrote."""
    blobs: dict[str, bytearray] = {}
    initializers = {tensor.name: tensor for tensor in model.graph.initializer}
    for name in sorted(file_of):
        tensor = initializers[name]
        blob = blobs.setdefault(file_of[name], bytearray())
        blob.extend(bytes(-len(blob) % ALIGNMENT))
        place = {"location": file_of[name], "offset": len(blob), "length": len(tensor.raw_data)}
        blob.extend(tensor.raw_data)
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
    for file, blob in blobs.items():
        (folder / file).write_bytes(blob)
    return sorted(blobs)
