"""The weights of a BERT encoder as our graphs store them: values of 8 or 4 bits and their scales."""

from dataclasses import dataclass

import numpy as np

GROUP = 32
"""Input dimensions that share one scale. Of all-MiniLM-L6-v2's sentence vectors, 32 keeps a
cosine of .9996 with fp32 at the least, one scale a column .998 (tools/models/README.md)."""


@dataclass(frozen=True)
class Matrix:
    """A linear map y = x W + bias, with W [K, N] = values * scale.

    values: int8 [groups, K / groups, N], from -8 to 7 where bits is 4; scale: float16 or float32 [groups, 1, N];
    bias: float32 [N]. bits: how many the file spends on a value, 8 or 4.
    """

    values: np.ndarray
    scale: np.ndarray
    bias: np.ndarray
    bits: int = 8


@dataclass(frozen=True)
class Table:
    """An embedding table [rows, dim] = values * scale.

    values: int8 [rows, groups, dim / groups], from -8 to 7 where bits is 4;
    scale: float16 or float32 [rows, groups, 1], or float32 [] where one scale serves the whole table.
    bits: how many the file spends on a value, 8 or 4.
    """

    values: np.ndarray
    scale: np.ndarray
    bits: int = 8

    def dequantised(self) -> np.ndarray:
        """The table as float32 [rows, dim]."""
        return (self.values * self.scale.astype(np.float32)).reshape(len(self.values), -1)


@dataclass(frozen=True)
class Norm:
    """Layer normalisation over the last axis: weight and bias, float32 [dim]."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Layer:
    """One encoder layer; `qkv` maps dim to queries, keys and values side by side [dim, 3 * dim]."""

    qkv: Matrix
    attention_out: Matrix
    attention_norm: Norm
    intermediate: Matrix
    out: Matrix
    out_norm: Norm


@dataclass(frozen=True)
class Bert:
    """A whole encoder. `positions` and `types` are small and stay float32: [512, dim], [2, dim].

    Where `types` has one row, the model knows a single type and its graph has no input for it.
    """

    words: Table
    positions: np.ndarray
    types: np.ndarray
    norm: Norm
    layers: list[Layer]
    heads: int

    @property
    def dim(self) -> int:
        """Length of every vector that the encoder gives."""
        return self.positions.shape[1]


def quantise_matrix(weight: np.ndarray, bias: np.ndarray) -> Matrix:
    """Rounds weight, float32 [K, N], to int8 in groups of 32 along K; K must be a multiple of 32."""
    rows, columns = weight.shape
    values, scale = _quantise(weight.reshape(rows // GROUP, GROUP, columns), axis=1)
    return Matrix(values, scale, bias)


def quantise_table(table: np.ndarray) -> Table:
    """Rounds table, float32 [rows, dim], to int8 in groups of 32 along dim; dim must be a multiple of 32."""
    rows, dim = table.shape
    values, scale = _quantise(table.reshape(rows, dim // GROUP, GROUP), axis=2)
    return Table(values, scale)


def _quantise(groups: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with one float16 scale a group; the values are rounded against the stored scale."""
    scale = (np.abs(groups).max(axis=axis, keepdims=True) / 127).astype(np.float16)
    scale[scale == 0] = 1
    values = np.clip(np.rint(groups / scale.astype(np.float32)), -127, 127)
    return values.astype(np.int8), scale
