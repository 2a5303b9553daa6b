import type { Words } from './words.ts';

/** The words of view guide in English; guideZh.ts has the same keys. */
export const guideEn = {
  name: 'Which model fits',
  lead: 'A few questions, then a model, with its reason and its numbers from this device.',
  try: 'Try: begin with what you have. Every answer can be changed later.',
  trail: 'Your answers',
  back: 'Back',
  restart: 'Begin again',
  change: 'Change: {{name}}',
  toScorecard: 'To the scorecard',
  questions: {
    have: 'What do you have?',
    need: 'What do you want to do with it?',
    language: 'In which language?',
    device: 'On what will it run?',
  },
  options: {
    words: { title: 'Words', text: 'cat, democracy, tiptoe' },
    sentences: { title: 'Sentences', text: 'messages, questions, titles' },
    documents: { title: 'Documents', text: 'articles, reports, whole pages' },
    items: { title: 'Products or other things', text: 'what people buy, play or read' },
    similarity: { title: 'See what is alike', text: 'how near are two of them?' },
    retrieval: { title: 'Find answers', text: 'a question in, the fitting texts out' },
    clustering: { title: 'Sort into groups', text: 'which belong together?' },
    senses: { title: 'Tell meanings apart', text: 'the bank of a river, the bank with money' },
    generation: { title: 'Write new text', text: 'answers, summaries, stories' },
    zh: { title: 'Chinese', text: 'texts in Chinese' },
    en: { title: 'English', text: 'texts in English' },
    both: { title: 'Both', text: 'Chinese and English' },
    laptop: { title: 'Any laptop', text: 'processor only, maybe an old one' },
    gpu: { title: 'A computer with a GPU', text: 'time is hardly a matter' },
    phone: { title: 'A phone', text: 'slow, and every megabyte counts' },
  },
  for: { zh: 'Chinese', en: 'English' },
  kinds: {
    static: 'a dictionary',
    contextual: 'a model that reads the context',
    table: 'a torn-out table',
    layer: 'a layer inside a language model',
    'two-stage': 'two stages',
    bm25: 'counting words',
  },
  answer: {
    take: 'For {{language}}, take',
    notMeasured: 'There is no number for this yet: not everything was measured on this device.',
    measure: 'Measure it here',
    how: 'How it was chosen',
    among: 'Chosen among',
    chosen: 'Chosen:',
    question: 'One question',
    wait: '400 new passages and a question',
  },
  reasons: {
    surprise: 'By its kind one would have taken {{expected}}; the numbers measured here say otherwise.',
    senses:
      'A dictionary has one vector a word, so “bank” is the same point in every sentence. Only a model that reads the sentence can tell its meanings apart.',
    words: 'Single words have no context that could be read. A dictionary looks their vectors up at once.',
    wordsContextual: 'It places single words, too, by what it learned from whole sentences.',
    quick: 'It looks words up and takes their mean: word order is lost, but nothing is quicker.',
    texts:
      'A sentence is more than the mean of its words: order and “not” count, and a dictionary sees neither.',
    retrieval:
      'Questions and answers often say the same thing in other words. A model that reads the context brings them together.',
    twoStage:
      'For many new documents: a dictionary finds candidates at once, and the model that reads the context looks only at those.',
  },
  rule: {
    kind: 'By its kind, not by numbers. Once the models are measured, the best in the column “{{column}}” that is quick enough is chosen instead.',
    text: 'One text may take {{limit, number}} ms, since up to then (on a laptop 100 ms) nobody feels a wait.',
    question:
      'One question may take {{limit, number}} ms; on a laptop that is one second, after which a thought is lost.',
    passages:
      'Making vectors for 400 new passages and answering a question may take {{limit, number}} ms; on a laptop that is one second.',
    gpu: 'With a GPU, time does not decide.',
    phone: 'A phone is taken to be four times as slow as the device that measured.',
    tooSlow: '{{count}} of those below took too long.',
    none: 'None was quick enough, so the quickest is named.',
    best: 'Of the others, the best in “{{column}}” counts.',
    equals:
      'The 95 % intervals of {{count}} overlap, so they count as equally good, and the quickest of them is named.',
    clear: 'Its 95 % interval overlaps with none of theirs.',
  },
  when: {
    static: 'Take it where speed and size count most.',
    contextual: 'Take it where meaning depends on the sentence.',
    table: 'A part of a model, for comparison only.',
    layer: 'A look inside a language model, for comparison only.',
    'two-stage': 'Take it where there are many texts, and new ones all the time.',
    bm25: 'No model: finds only the very same words. For comparison.',
  },
  notes: {
    items:
      'Things that are bought together are like words in one sentence: trained on shopping baskets instead of text, word2vec becomes item2vec. No baskets are bundled here, so embed what is written about the things: their titles and descriptions.',
    documents:
      'Cut long documents into passages first: a model reads only the beginning of a long text. The passages measured here have up to 128 tokens.',
    clusters:
      'Sorting is measured with single words in known groups; texts of your own may sort better or worse.',
  },
  oneSpace: {
    take: 'For both languages in one space, take',
    text: 'It reads Chinese and English into the same space: texts of both can be compared, searched and sorted together. Of the others only the two dictionaries share a space, and that for single words.',
    measured: 'In “{{column}}”:',
    apart: 'If the two languages stay apart',
    across:
      'The scorecard measures each language by itself; a Chinese question to English texts is not measured.',
  },
  languageModel: {
    text: '{{model}} is no candidate. It was trained to guess the next word, not to compare meanings, and it is far larger and slower.',
    measured:
      'Measured here in “{{column}}”: the best of its rows ({{row}}) has {{value}}, the model above {{chosen}}.',
    notMeasured: 'The scorecard measures it too when asked, so that you can see the difference.',
  },
  generation: {
    title: 'Not an embedding model',
    text: 'An embedding model turns text into a vector and stops there: it can compare and find, but writes nothing.',
    instead:
      'What writes is a large language model (LLM), which predicts one token after another. The view “{{view}}” looks into one. The two work together: embeddings find the fitting passages, and the LLM writes from them.',
  },
  twoStage: {
    title: 'Two stages: quick recall, careful rerank',
    text: 'The cheap model looks at everything, the expensive one only at what is left.',
    all: { title: 'All passages', text: '400 here, millions elsewhere' },
    recall: { title: 'Dictionary: recall', text: 'one look-up a word; keeps the 50 nearest' },
    rerank: { title: 'In context: rerank', text: 'reads these 50 and puts the best first' },
    gain: 'Measured here, nDCG@10: the dictionary alone {{quick}}, the contextual model alone {{dear}}, both in two stages {{both}}. Against the dictionary alone: {{overQuick}}. Against the contextual model alone: {{overDear}}.',
    more: '{{amount}} more',
    less: '{{amount}} less',
    same: 'no difference that the intervals would show',
    time: 'From 400 new passages to the first answer: two stages {{here}}, the contextual model alone {{alone}} (worked out from the measured speeds).',
    notMeasured: 'What it gains is shown here once retrieval has been measured.',
  },
} as const;

export type GuideDictionary = Words<typeof guideEn>;
