"""The vectors of glove-zh-cedict: CC-CEDICT's glosses in GloVe's space, checked against bge.

An English gloss may mean something else than the Chinese word ("bank" for both 银行 and 岸). So a ridge
regression from bge's word vectors into GloVe's space, cross-fitted so that no word predicts itself, says
where each word should lie; glosses that agree with it weigh more, and where they all disagree the
prediction itself takes over. Principal dimensions of bge's word vectors keep words with one gloss apart;
those of their characters, linear as fastText's subwords are, make 男人 : 女人 parallel to 男孩 : 女孩; one more
dimension holds the frequency, which vectors trained on text hold too, so that rare synonyms stand aside.
docs/decisions/glove-zh-cedict.md says what each number was measured against.
"""

from dataclasses import dataclass

import numpy as np

from .glosses import Gloss

SHARPNESS = 5.0
ROUNDS = 2
RIDGE = 1.0
FOLDS = 10
# How far the glosses are believed: from LEAST where they disagree with the prediction (cosine well below
# DOUBT) to LEAST + GAIN where they agree; names at least NAME_SHARE.
LEAST, GAIN, DOUBT, SLOPE = 0.5, 0.25, 0.75, 0.05
NAME_SHARE = 0.9
BGE_DIMS, CHARACTER_DIMS = 49, 50
BGE_WEIGHT, CHARACTER_WEIGHT = 0.31, 0.25
# The characters of a foreign name are there for their sound, so bge and they say little about it.
NAME_BGE_WEIGHT, NAME_CHARACTER_WEIGHT = 0.13, 0.1
# Of one standard deviation of the logarithm of frequency.
FREQUENCY_WEIGHT = 0.1


@dataclass(frozen=True)
class Space:
    """Chinese words in GloVe's space and bge's, with what made them."""

    vectors: np.ndarray
    """float32 [words, 150]: a unit vector in GloVe's space; one of bge's and one of characters, each times its
    weight; frequency."""
    gloss_share: np.ndarray
    """float64 [words]: how much of the first 50 dimensions is gloss; the rest is regression."""
    gloss_weights: list[np.ndarray]
    """For each word the weights of its glosses, which sum to 1 (or an empty array)."""


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows scaled to length 1; rows of zeros stay."""
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


def principal(rows: np.ndarray, dims: int) -> np.ndarray:
    """Unit vectors [n, dims] of the rows in their principal directions, found on every third row."""
    centred = rows - rows.mean(0)
    directions = np.linalg.eigh(centred[::3].T @ centred[::3])[1][:, ::-1][:, :dims]
    return unit(centred @ directions)


def predict(features: np.ndarray, targets: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Cross-fitted ridge regression: unit predictions [n, 50] of each row from models that have not seen it.

    features [n, f], targets [n, 50] (used only where known [n]); rows without target fall to a fold all the same.
    """
    rows = np.flatnonzero(known)
    fold = np.random.default_rng(0).integers(0, FOLDS, len(features))
    gram, moment = features[rows].T @ features[rows], features[rows].T @ targets[rows]
    out = np.zeros((len(features), targets.shape[1]))
    for f in range(FOLDS):
        mine = rows[fold[rows] == f]
        left = gram - features[mine].T @ features[mine] + RIDGE * np.eye(features.shape[1])
        out[fold == f] = features[fold == f] @ np.linalg.solve(left, moment - features[mine].T @ targets[mine])
    return unit(out)


class GlossTable:
    """All glosses of all words, flat: row of the word, prior, unit vector in GloVe's space."""

    def __init__(self, glosses: list[list[Gloss]], known: dict[str, int], vectors: np.ndarray):
        self.words = len(glosses)
        flat = [(row, gloss) for row, found in enumerate(glosses) for gloss in found]
        self.row = np.array([row for row, _ in flat])
        self.prior = np.array([gloss.prior for _, gloss in flat])
        self.vector = unit(
            np.array([sum(weight * vectors[known[word]] for word, weight in gloss.words) for _, gloss in flat])
        )

    def mix(self, predicted: np.ndarray | None, sharpness: float) -> tuple[np.ndarray, np.ndarray]:
        """Each word's glosses in one unit vector [words, 50], and the weight of each gloss (sum 1 a word)."""
        weight = self.prior.copy()
        if predicted is not None:
            agreement = np.einsum("gd,gd->g", self.vector, predicted[self.row])
            best = np.full(self.words, -1.0)
            np.maximum.at(best, self.row, agreement)
            weight *= np.exp(sharpness * (agreement - best[self.row]))
        total = np.zeros(self.words)
        np.add.at(total, self.row, weight)
        weight /= total[self.row]
        mixed = np.zeros((self.words, self.vector.shape[1]))
        np.add.at(mixed, self.row, weight[:, None] * self.vector)
        return unit(mixed), weight


def place(
    glosses: list[list[Gloss]],
    names: np.ndarray,
    bge: np.ndarray,
    characters: np.ndarray,
    frequency: np.ndarray,
    known: dict[str, int],
    glove: np.ndarray,
) -> Space:
    """Vectors of Chinese words.

    glosses: of each word, names bool [n]: whether it is a proper name, bge [n, 512],
    characters [n, 1024], frequency [n]: counts, known: GloVe's rows, glove [g, 50].
    """
    has = np.array([bool(found) for found in glosses])
    table = GlossTable(glosses, known, unit(glove))
    centred = bge - bge.mean(0)
    features = np.c_[unit(centred), np.ones(len(bge))]
    mixed, weight = table.mix(None, 0)
    for _ in range(ROUNDS):
        predicted = predict(features, mixed, has)
        mixed, weight = table.mix(predicted, SHARPNESS)
    agreement = np.einsum("nd,nd->n", mixed, predicted)
    share = LEAST + GAIN / (1 + np.exp(-(agreement - DOUBT) / SLOPE))
    share = np.where(names, np.maximum(share, NAME_SHARE), share)
    share[~has] = 0
    meaning = unit(share[:, None] * mixed + (1 - share[:, None]) * predicted)
    own = np.where(names, NAME_BGE_WEIGHT, BGE_WEIGHT)[:, None] * principal(bge, BGE_DIMS)
    spelt = np.where(names, NAME_CHARACTER_WEIGHT, CHARACTER_WEIGHT)[:, None] * principal(characters, CHARACTER_DIMS)
    common = np.log10(frequency + 1.0)
    common = FREQUENCY_WEIGHT * (common - common.mean()) / common.std()
    ends = np.cumsum(np.bincount(table.row, minlength=table.words))[:-1]
    return Space(np.c_[meaning, own, spelt, common].astype(np.float32), share, np.split(weight, ends))
