import type { Words } from '../words.ts';
import { axesEn } from './axesEn.ts';
import { neighboursEn } from './neighboursEn.ts';
import { randomEn } from './randomEn.ts';
import { relationsEn } from './relationsEn.ts';

/** The words of the analogy view in English; analogyZh.ts has the same keys. */
export const analogyEn = {
  shell: {
    form: 'Question',
    answer: 'Answer',
    nothing: 'Nothing to show yet: mend the question first.',
    previous: 'This is the answer to the question before.',
    faces: 'What is shown',
    as: 'Shown as',
    map: 'As a picture',
    table: 'As a table',
    word: 'Word',
    part: 'Part',
    place: 'Place in the picture',
    canvas:
      'Picture of {{count, number}} words and {{arrows, number}} arrows. Drag to turn, wheel to zoom. Keys: arrows turn, + and − zoom, [ and ] go from point to point. The table lists the same points.',
  },
  faces: {
    question: {
      short: 'Analogies',
      name: 'Words as arrows',
      lead: 'A direction can carry a meaning: the way from man to king, taken from woman, ends near queen.',
      try: 'Try: change a word, or type any sum of words.',
    },
    relations: {
      short: 'Relations',
      name: 'One relation, many arrows',
      lead: 'If a relation is one direction, its arrows run side by side. Some do. Many do not.',
      try: 'Try: compare “Capital cities” with “Opposites”.',
    },
    axes: {
      short: 'Axes',
      name: 'Words along an axis',
      lead: 'Two words make an axis. Every other word has a place along it.',
      try: 'Try: put an axis of your own, then a second one across it.',
    },
    neighbours: {
      short: 'Neighbours',
      name: 'Who lives next door',
      lead: 'The nearest words of the whole vocabulary, and how near all the others are.',
      try: 'Try: walk from one word to another by neighbours alone.',
    },
    random: {
      short: 'Random or trained',
      name: 'From random to trained',
      lead: 'The same words three times: as bare numbers in a list, as random vectors, as trained ones.',
      try: 'Try: play it, and watch the groups come together.',
    },
  },
  kinds: {
    given: 'in the question',
    answer: 'best answer',
    near: 'near by',
    target: 'point reached',
    word: 'word',
  },
  space: {
    dictionary: 'Answers come from {{count, number}} words, {{dim}} numbers each.',
    list: 'This model has no dictionary. Answers come from the {{count, number}} words of the data, each read alone.',
    shared: 'Both languages in one space: the first 50 numbers of each vector.',
    both: 'Chinese and English together',
  },
  unknown: {
    word: '“{{word}}” is not in this model.',
    spelt: 'Spelt like it:',
    knownBy: 'Known by:',
    readBy: 'Reads any word, in pieces:',
  },
  question: {
    legend: 'a is to b as c is to ?',
    a: 'a',
    b: 'is to b',
    c: 'as c',
    flip: 'Turn the arrow round',
    formula: 'The same as a sum',
    formulaHint: 'Any sum of words: + − × ÷, brackets, avg(…), “quoted words”.',
    place: 'Character {{place}}:',
    examples: 'Examples',
    answers: '{{a}} → {{b}}, {{c}} → ?',
    ranking: 'Ranked by',
    rankings: { candidates: '3CosAdd', byProduct: '3CosMul', including: 'All words' },
    rankingHints: {
      candidates:
        'By cosine similarity with the point reached. The words of the question are left out, as is the custom.',
      byProduct: 'By a quotient of similarities: no single term can outweigh the others.',
      including:
        'Nothing left out: the point reached often lies nearest to a word of the question, since the step is short. That is why they are left out by custom.',
    },
    given: '(in the question)',
    translations:
      'The words of the question are left out, but their translations are not: these often come first.',
    onlyList: 'Only the {{count, number}} words of the data can be answers here.',
    parallel: 'The two arrows',
    parallelSays:
      'How parallel are {{a}} → {{b}} and {{c}} → {{d}}? Cosine {{cosine}} (1 parallel, 0 at right angles).',
    arrow: 'Arrow',
    length: 'Length',
    kept: 'Kept in the picture',
    keptHint:
      'All vectors have length 1. The picture is the plane of the first three words, so they and the point reached are drawn truly. The answer lies {{miss}} away from that point’s direction.',
  },
  relations: relationsEn,
  axes: axesEn,
  neighbours: neighboursEn,
  random: randomEn,
  guide: {
    title: 'Words as arrows, in seven steps',
    finished: 'All seven done',
    ask: { title: 'Ask a question', text: 'Change one of the three words. The answers are ranked at once.' },
    flip: {
      title: 'Turn the arrow round',
      text: 'Swap the first two words: the same arrow, the other way. Where does it lead?',
    },
    sum: {
      title: 'Do sums with words',
      text: 'Type a formula, such as avg(cat, dog, horse). What lies in the middle?',
    },
    relations: {
      title: 'See a whole relation',
      text: 'Open “Relations” and choose one. Twenty arrows: do they run side by side?',
    },
    axes: {
      title: 'Draw an axis',
      text: 'Open “Axes” and type two opposites. Words line up between them.',
    },
    neighbours: {
      title: 'Walk by neighbours',
      text: 'Open “Neighbours” and take a step in the game: each hop only to a near word.',
    },
    random: {
      title: 'Where does it come from?',
      text: 'Open “Random or trained” and play it: training brings the words together.',
    },
  },
} as const;

/** The analogy view's words: the same keys in each language. */
export type AnalogyDictionary = Words<typeof analogyEn>;
