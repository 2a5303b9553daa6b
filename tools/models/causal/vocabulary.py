"""The tokenizer.json of SmolLM2, put together from the GGUF's vocabulary, merges and token types.

The GGUF names its pre-tokenizer: `tokenizer.ggml.pre` is `smollm`, which in the original tokenizer.json is Digits one
by one and then ByteLevel with GPT-2's regular expression. Digits means every numeric character of Unicode (categories
Nd, Nl and No: also ² and ½), as Rust's `char::is_numeric` and llama.cpp's `\\p{N}` have it.
"""

import json
from typing import Any

from gguf import GGUFReader

CONTROL = 3
"""The token type of a special token in GGUF."""


def tokenizer_json(reader: GGUFReader) -> str:
    """The file's text, compact. Raises ValueError if the GGUF has a tokenizer of another kind."""
    field = {name: reader.fields[f"tokenizer.ggml.{name}"].contents() for name in FIELDS}
    if (field["model"], field["pre"]) != ("gpt2", "smollm"):
        raise ValueError(f"a tokenizer of kind {field['model']}, {field['pre']} is not known here")
    byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    digits = {"type": "Digits", "individual_digits": True}
    tokens = field["tokens"]
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            _special(index, tokens[index]) for index, kind in enumerate(field["token_type"]) if kind == CONTROL
        ],
        "normalizer": None,
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [digits, byte_level]},
        "post_processor": None,
        "decoder": byte_level | {"add_prefix_space": True},
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": False,
            "vocab": {token: index for index, token in enumerate(tokens)},
            "merges": field["merges"],
        },
    }
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


FIELDS = ["model", "pre", "tokens", "token_type", "merges"]


def _special(index: int, content: str) -> dict[str, Any]:
    flags = dict.fromkeys(["single_word", "lstrip", "rstrip", "normalized"], False)
    return {"id": index, "content": content, **flags, "special": True}
