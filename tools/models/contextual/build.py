"""Builds a contextual model's folder: model.onnx, tokenizer.json, model.json, and LICENSE where the package has it."""

from pathlib import Path
from typing import Any

from card import file_entry, rounded, write_card
from contextual import bert
from contextual.encoder import GRAPH, TOKENIZER, Encoder, pooled
from contextual.graph import scalar_name
from contextual.models import MAX_TOKENS, MODELS, Model
from contextual.original import ORIGINALS
from contextual.weights import Bert

LICENCE = "LICENSE"
OPTIONAL = ["textPrefix", "passagePrefix", "scripts", "memory"]
"""Facts that only some cards have."""


def build(model_id: str, out_dir: Path) -> None:
    """Writes the files of `model_id`, a key of MODELS, into `out_dir`."""
    model = MODELS[model_id]
    out_dir.mkdir(parents=True, exist_ok=True)
    encoder = model.load()
    bert.write_bert(encoder, out_dir / GRAPH, model_id)
    source = (model.tokenizer_package or model.package).read(model.tokenizer)
    (out_dir / TOKENIZER).write_text(model.prepare(source), encoding="utf-8")
    if model.licence_file is not None:
        (out_dir / LICENCE).write_bytes(model.package.read(model.licence_file))
    if model.licence_path is not None:
        (out_dir / LICENCE).write_bytes(model.licence_path.read_bytes())
    describe(model_id, encoder, out_dir)


def describe(model_id: str, encoder: Bert, out_dir: Path) -> None:
    """Writes the card of a model whose other files are in `out_dir`."""
    model = MODELS[model_id]
    card = {
        "id": model_id,
        "kind": "contextual",
        "names": model.facts["names"],
        "about": model.facts["about"],
        "family": model.facts["family"],
        "year": model.facts["year"],
        "languages": model.facts["languages"],
        "source": _source(model),
        "dim": encoder.dim,
        "layers": len(encoder.layers),
        "pooling": model.pooling,
        "normalised": True,
        "queryPrefix": model.facts["queryPrefix"],
        **{key: model.facts[key] for key in OPTIONAL if key in model.facts},
        "tokens": len(encoder.words.values),
        "maxTokens": MAX_TOKENS,
        "abilities": ["words", "contextual", "layers"],
        "files": {"graph": file_entry(out_dir, GRAPH), "tokenizer": file_entry(out_dir, TOKENIZER)},
        "graph": _graph(encoder),
        "probe": _probe(model_id, out_dir),
    }
    write_card(out_dir, card)


def _graph(encoder: Bert) -> dict[str, Any]:
    """Names of the graph's inputs, outputs, and of what the app reads or changes inside it."""
    layers = len(encoder.layers)
    return {
        "inputs": bert.input_names(encoder),
        "table": bert.TABLE,
        "hiddenStates": bert.hidden_state_names(layers),
        "heads": encoder.heads,
        "attention": bert.attention_names(layers),
        "position": {"kind": "learned", "table": bert.POSITIONS},
        "tableRows": {
            "values": bert.WORDS,
            "scale": bert.WORDS_SCALE if encoder.words.scale.ndim else scalar_name(float(encoder.words.scale)),
            "zero": bert.NIBBLE_ZERO if encoder.words.bits == 4 else 0,
            "bits": encoder.words.bits,
        },
    }


def _source(model: Model) -> dict[str, Any]:
    package = model.package
    return {
        "package": package.name,
        "version": package.version,
        "registry": package.registry,
        "origin": model.origin,
        "licence": model.licence,
        "made": model.made,
    }


def _probe(model_id: str, out_dir: Path) -> list[dict[str, Any]]:
    """Vectors that the app compares with its own at load, to notice a device that computes wrongly.

    The prefix of the model's texts is put before them, as the app does.
    """
    model = MODELS[model_id]
    encoder = Encoder(out_dir, MAX_TOKENS)
    last = ORIGINALS[model_id]() if model.exact else lambda ids: encoder.hidden_states(ids)[-1]
    prefix = model.facts.get("textPrefix", "")
    return [
        {"text": text, "vector": rounded(pooled(last(encoder.tokens(prefix + text).ids), model.pooling))}
        for text in model.probe
    ]
