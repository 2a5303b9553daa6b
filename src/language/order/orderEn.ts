import type { Words } from '../words.ts';
import { permutationsEn } from './permutationsEn.ts';
import { positionEn } from './positionEn.ts';
import { sentencesEn } from './sentencesEn.ts';

/** The words of view order in English; orderZh.ts has the same keys. */
export const orderEn = {
  shell: {
    form: 'Question',
    answer: 'Answer',
    nothing: 'Nothing to show yet: mend the question first.',
    previous: 'This is the answer to the question before.',
    faces: 'What is shown',
    as: 'Shown as',
    map: 'As a picture',
    table: 'As a table',
  },
  guide: {
    title: 'Why position matters',
    finished: 'That was the path: without position, a sentence is a bag of words.',
    off: {
      title: 'Switch position off',
      text: 'Switch position encoding off: all orders of the same words fall on one point.',
    },
    on: { title: 'Switch it on again', text: 'Switch it on: the orders part. Which pair stays close?' },
    own: { title: 'Your own sentence', text: 'Type a sentence and the same words in another order.' },
    encodings: { title: 'Four ways', text: 'Open “Position encodings”: which of them does each model use?' },
    rotary: {
      title: 'Turning pairs',
      text: 'Choose SmolLM2: its queries and keys meet at an angle that depends on the distance alone.',
    },
    sentences: {
      title: 'Whole sentences',
      text: 'Open “Sentences”: which model keeps paraphrases together and near misses apart?',
    },
  },
  faces: {
    order: {
      short: 'Word order',
      name: 'Why order matters',
      lead: 'The same words in another order. With position encoding the vectors part; without it they fall together.',
      try: 'Try: switch position off and on.',
    },
    position: {
      short: 'Position encodings',
      name: 'How a model knows the place',
      lead: 'Four ways to tell a model where a token stands, drawn from real numbers where a model here has them.',
      try: 'Try: choose another model.',
    },
    sentences: {
      short: 'Sentences',
      name: 'Same meaning, other words',
      lead: 'Paraphrases and near misses, one model beside another: who keeps the meaning together?',
      try: 'Try: click a cell of a matrix.',
    },
  },
  permutations: permutationsEn,
  position: positionEn,
  sentences: sentencesEn,
} as const;

export type OrderDictionary = Words<typeof orderEn>;
