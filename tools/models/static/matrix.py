"""How vectors lie in `vectors.bin`; little-endian, row-major.

- float16, layout "rows": [rows, dim].
- int8, layout "scales-then-rows": float32 scales [rows], then int8 [rows, dim]; vector = scale × integers.
"""

from pathlib import Path

import numpy as np


def as_int8(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(scales float32 [rows], integers int8 [rows, dim]); the scale takes a row's largest value to 127."""
    scales = (np.abs(vectors).max(1) / 127).astype("<f4")
    return scales, np.rint(vectors / scales[:, None]).astype(np.int8)


def write_vectors(path: Path, vectors: np.ndarray, dtype: str) -> dict[str, object]:
    """Writes float32 `vectors` [rows, dim] and returns the card's `vectors` entry."""
    if dtype == "int8":
        scales, integers = as_int8(vectors)
        path.write_bytes(scales.tobytes() + integers.tobytes())
        layout = "scales-then-rows"
    else:
        path.write_bytes(vectors.astype("<f2").tobytes())
        layout = "rows"
    return {"dtype": dtype, "rows": len(vectors), "layout": layout}


def read_vectors(path: Path, card: dict) -> np.ndarray:
    """The float32 vectors [rows, dim] that an app reads from `path` by its card."""
    rows, data = card["vectors"]["rows"], path.read_bytes()
    if card["vectors"]["dtype"] == "int8":
        scales = np.frombuffer(data, "<f4", rows)
        return scales[:, None] * np.frombuffer(data, np.int8, offset=4 * rows).reshape(rows, -1).astype(np.float32)
    return np.frombuffer(data, "<f2").reshape(rows, -1).astype(np.float32)
