"""The model card, `public/models/<model-id>/model.json`, that the app reads.

Shared by the contextual and the static builders: each puts together its own
fields and calls `write_card`, so that paths, sizes, checksums and rounding are
written in one way.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

CARD_NAME = "model.json"


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_entry(out_dir: Path, name: str) -> dict[str, Any]:
    """One entry of the card's `files`: path (relative to the card), bytes, sha256."""
    path = out_dir / name
    return {"path": name, "bytes": path.stat().st_size, "sha256": sha256(path)}


def rounded(vector: Iterable[float]) -> list[float]:
    """The numbers of one vector at 6 significant digits, as the card's `probe` holds them."""
    return [float(f"{value:.6g}") for value in vector]


def write_card(out_dir: Path, card: Mapping[str, Any]) -> None:
    """Writes `card` as `model.json` in `out_dir`.

    Readable UTF-8 with two-space indents; lists of plain numbers stay on one line,
    so that a probe vector takes one line and not one a number.
    """
    (out_dir / CARD_NAME).write_text(_json(card, "") + "\n", encoding="utf-8")


def _json(value: Any, indent: str) -> str:
    inner = indent + "  "
    if isinstance(value, Mapping) and value:
        items = (f"{inner}{json.dumps(k, ensure_ascii=False)}: {_json(v, inner)}" for k, v in value.items())
        return "{\n" + ",\n".join(items) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(item, (Mapping, list)) for item in value):
        return "[\n" + ",\n".join(inner + _json(item, inner) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)
