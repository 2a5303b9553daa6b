/** The words of this face in English; relationsZh.ts has the same keys. */
export const relationsEn = {
  choose: 'Relation',
  option: '{{name}} · {{count, number}} pairs',
  percent: '{{percent}} %',
  waiting: 'not yet',
  pairs: 'Its pairs',
  pairsHint:
    '17/19: asked from each of the other 19 pairs, the second word came first 17 times. The cosine is that of the arrow with the mean of the others.',
  own: 'cosine {{cosine}}',
  wrong: 'commonest miss: {{word}} (×{{count, number}})',
  odd: 'off the pattern',
  asked: 'right {{right}} of {{count}}',
  unknown: 'Left out, since the model does not have them as two words: {{count, number}}.',
  unknownPairs: 'Left out: {{pairs}}',
  parallel: 'Do the arrows run side by side?',
  given: 'as they are',
  shuffled: 'shuffled',
  parallelSays: 'The mean cosine of two arrows is {{mean}}; with the pairs shuffled, {{shuffled}}.',
  baseline:
    'Compare with the shuffled arrows, not with 0: even a wrong pair still leads from the one kind of word to the other.',
  oddSays:
    '{{count, number}} of {{arrows, number}} arrows are off the pattern: their cosine with the mean of the others is below {{limit}}, what shuffled arrows have on average. They are marked ≠ in the picture and in the list.',
  noneOdd:
    'No arrow is off the pattern: none has a lower cosine with the mean of the others than shuffled arrows have on average ({{limit}}).',
  kept: 'The mean arrow lies along the first axis. On average the picture keeps {{kept}} % of an arrow’s length.',
  tooFew: 'The model has fewer than two of these pairs: there is nothing to compare.',
  accuracy: 'Does the arrow find the answer?',
  method: 'Way',
  right: 'Right',
  methods: {
    add: 'Add (3CosAdd)',
    mul: 'Multiply (3CosMul)',
    withInputs: 'Add, nothing left out',
  },
  accuracyHint:
    'b − a + c for every two pairs: is d the first answer? The words of the question are left out by custom. The last line shows what that custom adds.',
  onlyList:
    'Only the {{count, number}} words of the data and the words of the relation itself can be answers here: that is far easier than a whole dictionary.',
  all: 'All relations on this model',
  allHint:
    'Share of questions answered right, and how parallel the arrows are (the mark: shuffled). “All in”: nothing left out.',
  name: 'Relation',
  columns: { add: 'Add', mul: 'Mult.', withInputs: 'All in', parallel: 'Parallel' },
  sortBy: 'Sort by: {{column}}',
  cell: '{{mean}}, shuffled {{shuffled}}',
  show: 'Show the arrows of {{name}}',
} as const;
