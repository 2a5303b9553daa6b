/** The words of face permutations of view order in English; permutationsZh.ts has the same keys. */
export const permutationsEn = {
  form: {
    switch: 'Position encoding',
    on: 'On: the model knows where each token stands.',
    off: 'Off: the model’s own position numbers are wiped out, and it reads everything again.',
    sets: 'Words to put in order',
    all: 'All sets',
    own: 'Your own orders, one a line',
    placeholder: 'the dog sees the cat\nthe cat sees the dog',
    hint: 'The first line decides; the others should be the same words in another order.',
    back: 'Back to the ready sets',
    settings: 'Layer and pooling',
  },
  senses: {
    first: 'the first order',
    same: 'same meaning',
    other: 'another meaning',
    none: 'no meaning',
    own: 'your order',
    words: 'other words',
    tokens: 'other tokens',
  },
  stage: {
    matrix: 'Cosine similarity of the orders, position {{position}}',
    matrixNone: 'No order to compare yet',
    order: 'Order',
    positions: { on: 'on', off: 'off' },
    map_one: 'Map of {{count, number}} order; arrows lead from the first order to the others',
    map_other: 'Map of {{count, number}} orders; arrows lead from the first order to the others',
    stacked: '{{count}} orders in one place',
    stackedShort: '{{text}} (× {{count}})',
    allSets: 'All sets, position {{position}}',
    set: 'Words',
    difference: 'Largest difference',
    least: 'Lowest cosine',
    table: 'Where the orders stand',
    place: 'Place',
    meaning: 'Meaning',
  },
  panel: {
    title: 'One place, or apart?',
    measure: 'Measure',
    on: 'Position on',
    off: 'Position off',
    difference: 'Largest difference of a number',
    least: 'Lowest cosine',
    thisSet: 'This set',
    allSets: 'All sets',
    equal:
      'Without position, every order of the same tokens has the same vector: no number differs by more than {{off}}, which is rounding. With position, numbers differ by up to {{on}}.',
    unequal: 'Without position, numbers differ by up to {{off}}; with it, by up to {{on}}.',
    causal:
      'Even without its rotary position this model tells the orders apart: numbers differ by up to {{off}} (with it {{on}}). Each token sees only those before it, and that alone gives the order away (Haviv et al. 2022).',
    last: 'The vector is that of the last token, and in another order another word stands last.',
    table:
      'This is the bare token table: nobody has told these vectors a position yet, so that order makes no difference, on or off.',
    one: 'One line has no other order beside it. Type the same words in another order.',
    otherWords_one:
      '{{count, number}} line is left out of these numbers: it has other words than the first line.',
    otherWords_other:
      '{{count, number}} lines are left out of these numbers: they have other words than the first line.',
    otherTokens_one:
      '{{count, number}} order is left out of these numbers: it has the same words, but the model reads other tokens in it.',
    otherTokens_other:
      '{{count, number}} orders are left out of these numbers: they have the same words, but the model reads other tokens in them.',
    farthest: 'Farthest apart',
    farthestIn: 'In this set, position {{position}}:',
    lesson: 'Another meaning, nearly the same vector',
    lessonText:
      'With position on, {{near, number}} of {{all, number}} orders that mean something else still have a cosine above 0.9 with their first order. The nearest:',
    unrelated: 'For comparison: sentences of different sets have {{cosine}} on average in this model.',
    lessonNone: 'No order in these sets is marked as meaning something else.',
    bag: 'A bag of words',
    bagText_one:
      'A static model ({{models}}) takes the mean of its words: in {{count, number}} pair of orders no number differs by more than {{difference}}. To it order never matters.',
    bagText_other:
      'A static model ({{models}}) takes the mean of its words: over {{count, number}} pairs of orders no number differs by more than {{difference}}. To it order never matters.',
    bagEqual_one:
      'A static model ({{models}}) takes the mean of its words: in {{count, number}} pair of orders no number differs at all (0). To it order never matters.',
    bagEqual_other:
      'A static model ({{models}}) takes the mean of its words: over {{count, number}} pairs of orders no number differs at all (0). To it order never matters.',
    bagNone: 'The static model finds no two of these orders with the same words.',
    bagOther_one: 'For it, {{count, number}} more line has other words.',
    bagOther_other: 'For it, {{count, number}} more lines have other words.',
    read: 'Layer {{layer}}, {{pooling}}',
    note: 'About these words',
  },
} as const;
