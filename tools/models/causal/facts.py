"""What the card of SmolLM2-135M says that nothing computes."""

from typing import Any

MODEL_ID = "smollm2-135m"
TEXT_PREFIX = "<|endoftext|> "
"""Put before what is embedded, space included: measured in tools/models/README.md."""
PROBES = ["king", "The café sold 28 cups."]

FACTS: dict[str, Any] = {
    "names": {"zh": "SmolLM2 1.35 亿参数语言模型", "en": "SmolLM2, a language model of 135 million parameters"},
    "about": {
        "zh": "一个三十层的英文小语言模型，学的是根据前文猜下一个词元。它每一层的状态也能当作向量，但它并不是为比较意思而训练的。",
        "en": "A small English language model of thirty layers, trained to guess the next token from those before it. "
        "Its states at every layer serve as vectors too, though it was not trained to compare meanings.",
    },
    "family": "Llama",
    "year": 2024,
    "languages": ["en"],
    "memory": 400_000_000,
}
ORIGIN = "HuggingFaceTB/SmolLM2-135M-Instruct"
SOURCE_LICENCE = "Apache-2.0"
MADE = {
    "zh": "权重原样取自该软件包中的 GGUF 文件（矩阵为 4 位的 Q4_1，词表为 8 位的 Q8_0），写成两张图：一张给出各层的状态，"
    "一张由状态给出下一个词元的分数。旋转位置编码的表是现算的。计算用 float32，所以在 WASM 和 WebGPU 上结果相同。",
    "en": "The weights are those of the package's GGUF file, unchanged (matrices in 4-bit Q4_1, the token table in 8-bit "
    "Q8_0), in two graphs: one gives the states of every layer, the other turns a state into scores of the next token. "
    "The tables of rotary positions are computed. All arithmetic is float32, so that WASM and WebGPU agree.",
}
