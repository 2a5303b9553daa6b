"""Checks the built static models: analogies by category, homographs, coincidences, groups, probe and sizes.

Run in tools/models: `python -m static.evaluate`. Exits with 1 when a hard requirement fails.
"""

import itertools
import json
import sys
from pathlib import Path

import numpy as np

from card import sha256

from .matrix import read_vectors
from .space_zh import unit

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
QUESTIONS = HERE / "questions"
LARGEST = {"glove-6b-50d": 8_000_000, "glove-zh-cedict": 10_000_000}
SMALLEST_ROWS = {"glove-6b-50d": 60_000, "glove-zh-cedict": 50_000}
# Cosine above which two words would be one point on the map.
COINCIDENT = 0.9999
# Part of a word's 10 nearest neighbours among the group words that must be of its group.
GROUP_AGREEMENT = 0.6
MUST_BE_FIRST = ("法国 巴黎 日本 东京",)
MUST_BE_IN_THREE = ("男人 国王 女人 女王",)


class Model:
    """A built model: words and unit vectors [rows, dim], with its card."""

    def __init__(self, model_id: str):
        self.folder = ROOT / "public/models" / model_id
        self.card = json.loads((self.folder / "model.json").read_text(encoding="utf8"))
        self.words = (self.folder / "vocabulary.txt").read_text(encoding="utf8").removesuffix("\n").split("\n")
        self.row = {word: row for row, word in enumerate(self.words)}
        self.raw = read_vectors(self.folder / "vectors.bin", self.card)
        self.vectors = unit(self.raw)

    def cosine(self, a: str, b: str) -> float:
        """Cosine similarity of two words of the vocabulary."""
        return float(self.vectors[self.row[a]] @ self.vectors[self.row[b]])

    def analogy(self, questions: list[list[str]], count: int) -> np.ndarray:
        """3CosAdd: rows [questions, count] nearest to b - a + c, the three left out, best first."""
        rows = np.array([[self.row[word] for word in question[:3]] for question in questions])
        scores = (self.vectors[rows[:, 1]] - self.vectors[rows[:, 0]] + self.vectors[rows[:, 2]]) @ self.vectors.T
        np.put_along_axis(scores, rows, -np.inf, axis=1)
        return np.argsort(-scores, axis=1)[:, :count]


def read_categories(path: Path) -> dict[str, list[list[str]]]:
    """Lines of words by category, in word2vec's format: ": category", then a line a question; # is a comment."""
    categories: dict[str, list[list[str]]] = {}
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith(": "):
            mine = categories.setdefault(line[2:], [])
        elif line and not line.startswith("#"):
            mine.append(line.split())
    return categories


def check_files(model: Model) -> list[str]:
    """Faults in sizes, checksums, rows and probe."""
    faults = []
    total = sum(path.stat().st_size for path in model.folder.iterdir())
    if total > LARGEST[model.card["id"]]:
        faults.append(f"{total} bytes")
    faults += [
        f"{entry['path']} is not as its card says"
        for entry in model.card["files"].values()
        if sha256(model.folder / entry["path"]) != entry["sha256"]
    ]
    rows = model.card["vectors"]["rows"]
    if not len(model.words) == len(model.row) == rows >= SMALLEST_ROWS[model.card["id"]]:
        faults.append(f"{rows} rows, {len(model.words)} words, {len(model.row)} different")
    for probe in model.card["probe"]:
        if not np.allclose(model.raw[model.row[probe["text"]]], probe["vector"], rtol=1e-5):
            faults.append(f"probe {probe['text']}")
    print(f"{model.card['id']}: {rows} rows, {total} bytes in all")
    return faults


def report_analogies(model: Model, language: str) -> None:
    """Prints the accuracy by category; a question with an unknown word counts as wrong."""
    for part in ("dev", "held-out"):
        for category, questions in read_categories(QUESTIONS / f"{language}-{part}.txt").items():
            known = [question for question in questions if all(word in model.row for word in question)]
            right = sum(
                int(model.row[question[3]] == best[0])
                for start in range(0, len(known), 200)
                for question, best in zip(
                    known[start : start + 200], model.analogy(known[start : start + 200], 1), strict=True
                )
            )
            print(f"  {part:9}{category:15}{right:5} / {len(questions):5} = {right / len(questions):6.1%}")


def check_single_analogies(model: Model) -> list[str]:
    """Faults in the analogies that the app itself shows."""
    faults = []
    for line, places in [(line, 1) for line in MUST_BE_FIRST] + [(line, 3) for line in MUST_BE_IN_THREE]:
        question = line.split()
        best = [model.words[row] for row in model.analogy([question], 5)[0]]
        print(f"  {question[1]} - {question[0]} + {question[2]}: {' '.join(best)}")
        if question[3] not in best[:places]:
            faults.append(f"{line}: {best}")
    return faults


def check_homographs(model: Model) -> list[str]:
    """Faults among the required pairs; prints the table of all."""
    faults = []
    for kind, lines in read_categories(QUESTIONS / "synonyms-zh.txt").items():
        good = 0
        for a, b, of_a, of_b in lines:
            if missing := [word for word in (a, b, of_a, of_b) if word not in model.row]:
                print(f"  {kind}: not in the vocabulary: {' '.join(missing)}")
                faults += [f"{word} is not in the vocabulary" for word in missing if kind == "required"]
                continue
            between, left, right = model.cosine(a, b), model.cosine(a, of_a), model.cosine(b, of_b)
            merged = between >= min(left, right)
            good += not merged
            text = f"{a}/{b} {between:.2f}, {a}/{of_a} {left:.2f}, {b}/{of_b} {right:.2f}"
            print(f"  {kind}: {text}{'  MERGED' if merged else ''}")
            if merged and kind == "required":
                faults.append(text)
        print(f"  {kind}: {good} of {len(lines)} kept apart")
    return faults


def coincidences(model: Model) -> list[tuple[str, str]]:
    """Pairs of words whose cosine is above COINCIDENT."""
    pairs = []
    for start in range(0, len(model.words), 1000):
        near = model.vectors[start : start + 1000] @ model.vectors.T > COINCIDENT
        pairs += [(start + i, j) for i, j in np.argwhere(near) if j > start + i]
    return [(model.words[i], model.words[j]) for i, j in pairs]


def check_coincidences(model: Model) -> list[str]:
    """Coincident pairs that the card does not list as variants."""
    listed = {frozenset(pair) for pair in model.card["variants"]}
    found = coincidences(model)
    print(f"  coincident: {len(found)} pairs, of which {sum(frozenset(pair) in listed for pair in found)} listed")
    return [f"{a} and {b} coincide" for a, b in found if frozenset((a, b)) not in listed]


def check_groups(model: Model) -> list[str]:
    """Faults in the 10-neighbour label agreement of public/data's word groups, each word in its first group."""
    path = ROOT / "public/data" / f"words-{model.card['languages'][0]}.json"
    label: dict[str, str] = {}
    for group in json.loads(path.read_text(encoding="utf8"))["groups"]:
        for word in group["words"]:
            known = word if word in model.row else word.lower()
            if known in model.row:
                label.setdefault(known, group["id"])
    words, groups = list(label), np.array(list(label.values()))
    vectors = model.vectors[[model.row[word] for word in words]]
    similarity = vectors @ vectors.T
    np.fill_diagonal(similarity, -np.inf)
    nearest = np.argsort(-similarity, axis=1)[:, :10]
    agreement = (groups[nearest] == groups[:, None]).mean(1)
    by_group = {group: agreement[groups == group].mean() for group in dict.fromkeys(groups)}
    print("  groups: " + ", ".join(f"{group} {value:.2f}" for group, value in by_group.items()))
    print(f"  groups: {agreement.mean():.3f} over {len(words)} words in {len(by_group)} groups")
    return [] if agreement.mean() >= GROUP_AGREEMENT else [f"group agreement {agreement.mean():.3f}"]


def main() -> int:
    """Evaluates both models and returns the exit code."""
    faults = []
    english, chinese = Model("glove-6b-50d"), Model("glove-zh-cedict")
    faults += check_files(english) + check_groups(english)
    report_analogies(english, "en")
    faults += check_files(chinese) + check_groups(chinese)
    report_analogies(chinese, "zh")
    faults += itertools.chain(check_single_analogies(chinese), check_homographs(chinese), check_coincidences(chinese))
    print("\n".join(f"FAULT: {fault}" for fault in faults) or "all hard requirements hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
