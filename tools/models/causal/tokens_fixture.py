"""Writes fixtures/smollm2/tokens.json: `python tools/models/causal/tokens_fixture.py`.

The awkward strings with the ids and offsets that the Python `tokenizers` package gives, in UTF-16 units. A token's
offsets take in the space before the word, and a token that is a part of a character's bytes has the whole character.
"""

import json
import sys
from pathlib import Path

from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools" / "models"))

from causal.awkward import awkward_strings  # noqa: E402

OUT = ROOT / "fixtures" / "smollm2" / "tokens.json"


def utf16_offsets(text: str, offsets: list[tuple[int, int]]) -> list[list[int]]:
    """Offsets in code points turned into UTF-16 units."""
    starts = [0]
    for character in text:
        starts.append(starts[-1] + (2 if ord(character) > 0xFFFF else 1))
    return [[starts[start], starts[end]] for start, end in offsets]


def main() -> None:
    """One line a string: text, ids, offsets."""
    tokenizer = Tokenizer.from_file(str(ROOT / "public" / "models" / "smollm2-135m" / "tokenizer.json"))
    lines = []
    for text in awkward_strings():
        encoding = tokenizer.encode(text)
        case = {"text": text, "ids": encoding.ids, "offsets": utf16_offsets(text, encoding.offsets)}
        lines.append(json.dumps(case, ensure_ascii=False, separators=(",", ":")))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{len(lines)} strings")


if __name__ == "__main__":
    main()
