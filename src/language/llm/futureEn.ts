/** The words of face future of view llm in English; futureZh.ts has the same keys. */
export const futureEn = {
  colour: { by: 'Colour by', next: 'what comes next', says: 'what was said' },
  legend: {
    title: 'What the marks mean',
    next: 'The model’s first guess',
    says: 'The topic',
    alone: { next: 'rarer tokens', says: 'your own' },
  },
  own: {
    label: 'Your own beginnings, one a line',
    placeholder: 'She opened the door and',
    hint: 'They are put beside the ready ones, as larger dots. The numbers stay those of the ready ones, since yours have no labels.',
    back: 'Without my own',
  },
  form: {
    language: 'Language model',
    sentence: 'Sentence model',
    settings: 'Settings',
    first:
      'The language model is {{size}}. It reads 240 beginnings, which takes one to three minutes on a weak computer; after that all is there at once.',
  },
  layer: {
    label: 'Layer of the language model',
    shown: '{{layer}} of {{last}}',
    last: '{{layer}}, the last',
  },
  panes: {
    language: 'Language model, layer {{layer}}',
    sentence: 'Sentence model, last layer',
    trust: 'trustworthiness {{value}}',
    canvas: '{{name}}: a map of {{count}} beginnings. Arrow keys go from dot to dot.',
  },
  table: {
    title: 'All beginnings',
    text: 'Beginning',
    says: 'What it says',
    next: 'Word written for it',
    guess: 'First guess',
    own: 'your own',
  },
  labels: {
    next: 'goes on the same',
    predicted: 'same first guess',
    says: 'says the same',
  },
  chart: {
    title: 'Layer by layer',
    axis: 'layer of the language model',
    beside: 'sentence',
    chance: 'by chance',
    label:
      'Neighbours that go on the same: {{first}} at layer 0, {{end}} at layer {{last}}, where {{says}} say the same. The table below has all numbers. A click chooses a layer.',
  },
  numbers: {
    title: 'What neighbours share',
    first:
      'Of the {{k}} nearest beginnings in layer {{layer}} of the language model, {{next}} go on the same way and {{says}} say the same.',
    second: 'In the sentence model ({{model}}), {{next}} go on the same way and {{says}} say the same.',
    third: 'By chance it would be {{next}} and {{says}}.',
    baseline:
      'Already at layer 0, {{next}} go on the same: there the state is no more than the last word, which gives much away. The most is {{most}}, at layer {{layer}}.',
    label: 'Neighbours that share',
    language: 'layer {{layer}}',
    sentence: 'sentence model',
    chance: 'chance',
    all: 'All layers as numbers',
    languageLayers: 'Language model',
    sentenceLayers: 'Sentence model',
    layer: 'Layer',
    lens: 'lens says the word',
  },
  how: {
    title: 'How this is measured',
    measured:
      'For each of {{count}} beginnings its {{k}} nearest by cosine in the full space, not on the map: as many as a topic has others. Every topic calls for each word once, so nobody shares both. “Goes on the same” goes by the word that was written for a beginning; “same first guess” by the model’s own, which its last state determines, so it is no fair test. Small numbers: the 95% interval, beginnings drawn anew 1,000 times. Chance: the labels shuffled.',
    chosen:
      'For {{guessed}} of {{count}} the first guess is the word written for them. They were chosen so: that is no finding. How the states lie to each other is.',
  },
  inspector: {
    empty: 'Choose a dot: its likeliest next tokens, and its neighbours in both models, appear here.',
    labels: 'Says: {{says}} · written to go on with “{{next}}”',
    own: 'Your own: without labels',
    top: 'Likeliest next tokens',
    language: 'Nearest in the language model, layer {{layer}}',
    sentence: 'Nearest in the sentence model',
    signs: '→ same first guess, = says the same. Cosines in the full space.',
    sameNext: 'same first guess',
    sameSays: 'says the same',
  },
} as const;
