import type { Words } from '../words.ts';
import { futureEn } from './futureEn.ts';
import { insideEn } from './insideEn.ts';
import { nextEn } from './nextEn.ts';

/** The words of view llm in English; llmZh.ts has the same keys. */
export const llmEn = {
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
    title: 'What a language model knows',
    finished: 'That was the path: you have seen a model think one token ahead.',
    type: {
      title: 'Type a beginning',
      text: 'Type the beginning of a sentence and read the likeliest next tokens.',
    },
    step: {
      title: 'Step on',
      text: 'Click one of the tokens: the text grows, and so does the path of the last state.',
    },
    lens: {
      title: 'Where the answer appears',
      text: 'Read the table of layers from top to bottom: at which layer does the answer come first?',
    },
    layers: {
      title: 'From table to meaning',
      text: 'Open “Layer by layer”, choose a token, and see how far it has come from its row of the table.',
    },
    attention: {
      title: 'Who looks at whom',
      text: 'Choose a layer and a head, and point at a token: the arcs show where it looks.',
    },
    future: {
      title: 'Said, and to come',
      text: 'Open “Many beginnings” and compare the two numbers: what was said against what comes next.',
    },
  },
  faces: {
    next: {
      short: 'What comes next',
      name: 'What comes next',
      lead: 'Type a text. The model gives every token of its vocabulary a probability; layer by layer you see when the answer appears.',
      try: 'Try: click one of the likely tokens to step on with it.',
    },
    inside: {
      short: 'Layer by layer',
      name: 'Layer by layer',
      lead: 'Each token starts as a row of a table and takes in its surroundings, layer by layer. Arcs show who looks at whom.',
      try: 'Try: choose a token and follow it from the table to the last layer.',
    },
    future: {
      short: 'Many beginnings',
      name: 'What was said, and what comes next',
      lead: 'The same beginnings, seen by a language model and by a sentence model. One groups them by what comes next, the other by what they say.',
      try: 'Try: change the colouring between the two labels.',
    },
  },
  next: nextEn,
  inside: insideEn,
  future: futureEn,
} as const;

export type LlmDictionary = Words<typeof llmEn>;
