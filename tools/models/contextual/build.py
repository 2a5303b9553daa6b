"""Builds a contextual model's folder: model.onnx, tokenizer.json, model.json, and LICENSE where the package has it."""

from pathlib import Path
from typing import Any

from card import file_entry, rounded, write_card
from contextual.bert import INPUTS, TABLE, hidden_state_names, write_bert
from contextual.encoder import GRAPH, TOKENIZER, Encoder, pooled, tidy_tokenizer
from contextual.models import MAX_TOKENS, MODELS, Model


def build(model_id: str, out_dir: Path) -> None:
    """Writes the files of `model_id`, a key of MODELS, into `out_dir`."""
    model = MODELS[model_id]
    out_dir.mkdir(parents=True, exist_ok=True)
    bert = model.load()
    write_bert(bert, out_dir / GRAPH, model_id)
    (out_dir / TOKENIZER).write_text(tidy_tokenizer(model.package.read(model.tokenizer)), encoding="utf-8")
    if model.licence_file is not None:
        (out_dir / "LICENSE").write_bytes(model.package.read(model.licence_file))
    layers = len(bert.layers)
    card = {
        "id": model_id,
        "kind": "contextual",
        "names": model.facts["names"],
        "about": model.facts["about"],
        "family": model.facts["family"],
        "year": model.facts["year"],
        "languages": model.facts["languages"],
        "source": _source(model),
        "dim": bert.dim,
        "layers": layers,
        "pooling": model.pooling,
        "normalised": True,
        "queryPrefix": model.facts["queryPrefix"],
        "maxTokens": MAX_TOKENS,
        "abilities": ["words", "contextual", "layers"],
        "files": {"graph": file_entry(out_dir, GRAPH), "tokenizer": file_entry(out_dir, TOKENIZER)},
        "graph": {"inputs": INPUTS, "table": TABLE, "hiddenStates": hidden_state_names(layers)},
        "probe": _probe(model, Encoder(out_dir, MAX_TOKENS)),
    }
    write_card(out_dir, card)


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


def _probe(model: Model, encoder: Encoder) -> list[dict[str, Any]]:
    """Vectors that the app compares with its own at load, to notice a device that computes wrongly."""
    return [
        {"text": text, "vector": rounded(pooled(encoder.hidden_states(encoder.tokens(text).ids)[-1], model.pooling))}
        for text in model.probe
    ]
