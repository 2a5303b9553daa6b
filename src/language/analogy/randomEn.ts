/** The words of this face in English; randomZh.ts has the same keys. */
export const randomEn = {
  stage: 'Stage',
  play: 'Play from random to trained',
  pause: 'Pause',
  step: 'Next stage',
  names: {
    'one-hot': 'One-hot',
    random: 'Random',
    training: 'Training, step {{step}}',
    trained: 'Trained',
  },
  says: {
    'one-hot':
      'Each word is a place in a list: {{dim}} numbers, one of them 1, the others 0. All words are equally far apart (distance √2, cosine 0): none is like another. No picture can show that. This one keeps {{kept}} of the variance.',
    random:
      'Each word gets {{dim}} numbers by chance (seed {{seed}}). Nearly all pairs are nearly at right angles. Words side by side are so by accident.',
    training:
      'After {{step}} of {{last}} steps. Each step moves every word a little, so that the cosines come nearer to those of the trained model.',
    trained: 'The vectors of the model itself. It was never told of these groups.',
  },
  about:
    'The model’s own training took a vast amount of text and cannot be rerun here. Instead, a small training runs in your browser: it starts from the random vectors and learns, from the trained model’s similarities, which of these {{words}} words belong together. Its numbers are measured, not drawn. Each picture is turned to fit the next.',
  words: 'The first {{groups}} groups of the data with 20 words that the model knows.',
  nearest: 'of the {{count}} nearest words belong to the same group',
  noneNearer: 'No word is nearer than any other.',
  byChance: 'By chance it would be {{chance}}.',
  expected:
    'Expected of random vectors of {{dim}} numbers: mean 0, standard deviation 1/\u2060√{{dim}} = {{sd}}.',
  groups: 'Groups',
  numbers: 'In numbers',
  number: 'Number',
  share: 'Nearest {{count}} in the same group',
  same: 'Mean cosine, same group',
  other: 'Mean cosine, other group',
  spread: 'Standard deviation of all cosines',
  kept: 'Variance that the picture keeps',
  pairs: 'How alike are two words?',
  pairsHint: 'Share of pairs by their cosine. {{same}} pairs within a group, {{other}} across groups.',
  sameLine: 'same group',
  otherLine: 'other group',
  pairsSay: '{{stage}}: pairs of the same group have a mean cosine of {{same}}, others {{other}}.',
  cosine: 'Cosine',
  asTable: 'As a table',
  course: 'The small training',
  courseSays:
    'From {{from}} to {{to}} of the nearest words in the same group; loss from {{lossFrom}} to {{lossTo}}.',
  stepsTaken: 'Steps',
  shareLine: 'Nearest in the same group',
  lossLine: 'Loss',
  chanceLine: 'by chance: {{chance}}',
  lossHint: 'Loss: mean squared difference between the cosines and those of the trained model.',
} as const;
