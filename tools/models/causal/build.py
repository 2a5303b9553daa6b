"""Builds the folder of SmolLM2-135M: two graphs, their weights, tokenizer.json, model.json, LICENSE."""

from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFReader
from tokenizers import Tokenizer

from card import file_entry, rounded, write_card
from causal import llama
from causal.facts import FACTS, MADE, ORIGIN, PROBES, SOURCE_LICENCE, TEXT_PREFIX
from causal.reference import LAYERS, Reference
from causal.runner import Runner
from causal.source import LICENCE, PACKAGE, Weights, open_gguf
from causal.vocabulary import tokenizer_json

TOKENIZER = "tokenizer.json"
PROBE_AGREES = 0.99999
"""Least cosine of the graph's vector with the reference's: the app wants .999 of each device."""


def build(model_id: str, out_dir: Path) -> None:
    """Writes the model's files into `out_dir`. Raises ValueError if what was written computes another vector."""
    out_dir.mkdir(parents=True, exist_ok=True)
    reader = open_gguf()
    weights = Weights(reader)
    weight_files = llama.write_llama(weights, out_dir, model_id)
    (out_dir / TOKENIZER).write_text(tokenizer_json(reader), encoding="utf-8")
    (out_dir / "LICENSE").write_bytes(PACKAGE.read(LICENCE))
    shape = weights.shape
    layers = shape.layers
    card = {
        "id": model_id,
        "kind": "contextual",
        **FACTS,
        "source": _source(),
        "dim": shape.dim,
        "layers": layers,
        "pooling": "last",
        "normalised": True,
        "queryPrefix": "",
        "textPrefix": TEXT_PREFIX,
        "poolPrefix": False,
        "maxTokens": llama.MAX_TOKENS,
        "tokens": shape.vocabulary,
        "abilities": ["words", "contextual", "layers", "next-token"],
        "files": {
            "graph": file_entry(out_dir, llama.BODY_FILE),
            "tokenizer": file_entry(out_dir, TOKENIZER),
            "weights": [file_entry(out_dir, name) for name in weight_files],
            "head": file_entry(out_dir, llama.HEAD_FILE),
        },
        "graph": {
            "inputs": llama.INPUTS,
            "table": llama.TABLE,
            "hiddenStates": llama.hidden_state_names(layers),
            "residual": llama.RESIDUAL,
            "heads": shape.heads,
            "attention": llama.attention_names(layers),
            "queries": llama.query_names(layers),
            "keys": llama.key_names(layers),
            "position": {
                "kind": "rotary",
                "cos": llama.COSINES,
                "sin": llama.SINES,
                "base": int(shape.rotary_base),
                "size": shape.head_size,
            },
            "tableRows": {
                "values": llama.EMBEDDING_VALUES,
                "scale": llama.EMBEDDING_SCALE,
                "zero": llama.BYTE_ZERO,
                "bits": 8,
            },
        },
        "probe": _probe(reader, out_dir),
    }
    write_card(out_dir, card)


def _source() -> dict[str, Any]:
    return {
        "package": PACKAGE.name,
        "version": PACKAGE.version,
        "registry": PACKAGE.registry,
        "origin": ORIGIN,
        "licence": SOURCE_LICENCE,
        "made": MADE,
    }


def _probe(reader: GGUFReader, folder: Path) -> list[dict[str, Any]]:
    """Vectors of the numpy reference, that the app compares with its own at load; the graph must give them here."""
    reference, runner = Reference(reader), Runner(folder)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    output = llama.hidden_state_names(LAYERS)[-1]
    probes = []
    for text in PROBES:
        ids = tokenizer.encode(TEXT_PREFIX + text).ids
        vector, graph = _unit(reference.states(ids).last[-1]), _unit(runner.states(ids)[output][-1])
        if vector @ graph < PROBE_AGREES:
            raise ValueError(f"{text!r}: the graph's vector has a cosine of {vector @ graph} with the reference's")
        probes.append({"text": text, "vector": rounded(vector)})
    return probes


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)
