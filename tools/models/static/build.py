"""Builds the static models' folders."""

from pathlib import Path

from .glove_en import build_glove_en
from .glove_zh import build_glove_zh

BUILDERS = {"glove-6b-50d": build_glove_en, "glove-zh-cedict": build_glove_zh}


def build(model_id: str, out_dir: Path) -> None:
    """Writes vectors.bin, vocabulary.txt, model.json (and origins.bin) of `model_id` into `out_dir`."""
    out_dir.mkdir(parents=True, exist_ok=True)
    BUILDERS[model_id](out_dir)
