"""Strings that a byte-level tokenizer easily gets wrong: what fixtures/smollm2/tokens.json holds."""

import random

BY_HAND = [
    "", " ", "  ", "   ", "\t", "\n", "\n\n", "\r\n", "\r", "a", " a", "a ", "  a", "a  ", "  a  b  ",
    "hello", "Hello world", "Hello  world", "Hello   world", " leading", "trailing ", "trailing   ", "\tindented",
    "a\tb\t\tc", "line one\nline two", "line one\n\nline two", "line one\r\nline two\r\n", "a \n b", "a\n  b", "a  \n\n  b",
    "no\u00a0break space", "\u3000全角空格\u3000", "thin\u2009space \u2003em", "zero\u200bwidth", "\ufeffbyte order mark", "\u0085next line", "a\u2028b\u2029c",
    "The quick brown fox jumps over the lazy dog.", "The weather today is really", "The capital of France is",
    "I'm you're he'll we've they'd it's don't", "I'M YOU'RE HE'LL WE'VE", "'s 're 've 'll 'd 'm 't", "''s '''re", "l’été n’est-ce pas", "rock ’n’ roll 'tis",
    "0", "7", "10", "2024", " 2024", "1,000,000", "3.14", "-5", "1e-10", "0x1F", "v2.0.1", "12:30", "2024-01-31", "a1b2c3", "5kg", "№5", "50%",
    "٣", "٣٫١٤", "१२३", "１２３", "৭", "²", "x²+y³", "½", "1½", "e=mc² ½ ﬁ", "m² ½ kg", "Ⅷ Ⅻ ⅷ", "①②③", "㊀㊁", "𝟘𝟙𝟚", "一二三 〇", "H₂O CO₂", "10⁻³", "੩ ੪", "𐄇",
    "ﬁ ﬂ ﬀ", "Ǆ ǅ ǆ", "ß ẞ", "İ ı I i", "Å Å Å", "é e\u0301", "n\u0303o", "a\u0300\u0301\u0302\u0303", "\u0301alone", "क्षत्रिय", "กำลัง", "한국어 문장", "각 각",
    "苹果", "苹果很甜", "苹果发布新手机。", "发布新产品苹果公司", "狗咬人，人咬狗。", "他坐在河岸边，看着杜鹃花开。", "國王與女王", "龘𠮷𪚥", "我用iPhone拍照", "GPT-4和BERT都是Transformer模型", "今天气温是-5℃，PM2.5为35μg/m³", "日本語のテキスト、カタカナ", "《红楼梦》第120回", "「引号」『双』【括】",
    "😀", "😀😀", "👍🏽", "👨\u200d👩\u200d👧", "🏳️\u200d🌈", "🇨🇳🇺🇸", "❤️ ❤", "☃", "a😀b", "😀 text 😀", "1️⃣2️⃣", "👩🏻\u200d🔬 works",
    "مرحبا بالعالم", "שלום עולם", "\u202eright to left\u202c", "مرحبا123world", "ف\u064eت\u064fح", "\u200fمرحبا\u200f",
    "def add(a, b):\n    return a + b\n", "for (let i = 0; i < n; i++) {\n\tsum += x[i];\n}", "if x == 1 and y != 2:", "snake_case kebab-case camelCase SCREAMING_SNAKE", "a->b a=>b a::b a//b a/*b*/", "{{{}}}[[[]]]((()))", "<html><body class=\"x\">&nbsp;</body></html>", "SELECT * FROM t WHERE id=10;", "\\n\\t\\u00e9", "`code` ```block```", "C++ C# F# .NET", "#include <stdio.h>",
    "https://example.com/a/b?c=d&e=f#g", "user@example.org", "www.example.co.uk:8080/~home", "C:\\Users\\name\\file.txt", "/usr/local/bin",
    "antidisestablishmentarianism", "x" * 300, "ab" * 150, "Donaudampfschifffahrtsgesellschaftskapitän", "supercalifragilisticexpialidocious" * 3, "哈" * 60, "." * 70, "=" * 33, "-" * 100, " " * 40, "\n" * 20, "!" * 9,
    "!?.,;:", "...", "…", "—em– –en—", "“quotes” ‘single’ «guillemets»", "$5.00 €3 £2 ¥7 ₿1", "©®™§¶", "a+b=c; x<y>z; p|q; ~w^", "∑∫√∞≠≤", "←→↑↓", "αβγ ΔΩ", "Привет, мир!", "Ελληνικά", "Tiếng Việt", "Ünïcödé",
    "<|endoftext|>", "<|im_start|>user\nHi<|im_end|>\n", "a<|endoftext|>b", " <|im_end|> ", "<|endoftext", "<repo_name>x<file_sep>", "<|IM_START|>",
    "\x00", "a\x00b", "\x7f\x1b[31mred\x1b[0m", "\ufffd", "\ue000private", "\uffff", "𝕳𝖊𝖑𝖑𝖔", "ｆｕｌｌ ｗｉｄｔｈ", "ᚠᛇᚻ", "𓀀𓂀", "ꙮ", "ʰˢ ˈaɪ",
]  # fmt: skip
PIECES = [
    " ", "  ", "\n", "\t", "\u3000", "the", " bank", "Bank", "苹果", "。", "😀", "👍🏽", "é", "e\u0301", "²", "½", "٣", "3.14", "2024", "'s", "'", "n't",
    "—", "#", "_", "ﬁ", "ß", "नि", "ไทย", "مر", "𠮷", "\u200d", "\ufe0f", "<|im_end|>", "()", "==", "C++", "X", "\u00a0", "\x00", "Ⅷ", "🇨🇳",
]  # fmt: skip
COUNT = 260
SEED = 7


def awkward_strings() -> list[str]:
    """The strings by hand and, up to COUNT, mixtures of two to eight pieces by a seeded generator."""
    generator = random.Random(SEED)
    strings = list(dict.fromkeys(BY_HAND))
    while len(strings) < COUNT:
        strings.append("".join(generator.choices(PIECES, k=generator.randint(2, 8))))
    return strings
