/** The words of face position of view order in English; positionZh.ts has the same keys. */
export const positionEn = {
  form: {
    model: 'Model whose own numbers are shown',
    layer: 'Layer of its queries and keys',
    head: 'Attention head',
    headOf: 'Head {{head}}',
    load: 'Load SmolLM2 ({{size}})',
    loadPlain: 'Load SmolLM2',
    use: 'Show {{model}}',
  },
  cards: {
    sinusoidal: {
      name: 'Sinusoidal',
      what: 'A formula: every place gets a row of sines and cosines, from fast waves to slow ones. It is added to the token’s vector.',
      map: 'The rows of the formula: {{rows}} places by {{dim}} numbers, from −1 to 1. At the left the waves are fast, at the right slow.',
      curve:
        'How alike two rows are by how far apart they stand: cosine 1 at distance 0, {{near}} at 8, {{far}} at 63.',
      says: 'The cosine falls on the whole with the distance, and depends on it alone: within one distance it varies by at most {{spread}}.',
      used: 'The first Transformer (2017); no model here.',
    },
    learned: {
      name: 'Learned table',
      what: 'A vector for each place, found in training like any other weight, and added to the token’s vector.',
      map: 'Cosine of each of the first {{places}} rows of the model’s table with each other.',
      curve:
        'Cosine by distance over all {{rows}} rows, with its spread: {{one}} at distance 1, {{near}} at 8, {{far}} at 63.',
      says: '{{model}}: {{rows}} rows of {{dim}} numbers. Neighbouring places have a cosine of {{one}} on average, places 63 apart {{far}} (standard deviation {{sd}}).',
      path: 'Every fourth row of the table, joined into a path',
      none: 'The model chosen has no table of places.',
      used: 'The BERT family: bge, MiniLM, E5.',
      limit: 'A table ends: a place beyond its last row has no vector.',
    },
    relative: {
      name: 'Relative bias',
      what: 'Nothing is added to the vectors. The score of a pair of tokens gets a number that depends on their distance.',
      map: 'What ALiBi adds to a score, for eight heads with slopes from 1/2 to 1/256: the farther, the less.',
      curve:
        'Looking back, as its decoder does, T5 learns a number for each of 32 buckets of distance: {{exact}} distances have one of their own, those farther off share.',
      says: 'ALiBi: −slope × distance; T5: bias[bucket(distance)]. At distance 63 the steepest head adds {{steep}}, the flattest {{flat}}.',
      used: 'T5, BLOOM, MPT. No model here uses it: this card shows the formula, not measured numbers.',
      bucket: 'Bucket',
    },
    rotary: {
      name: 'Rotary',
      what: 'Queries and keys are turned, pair by pair of numbers, by an angle that grows with the place. When two meet, only the difference of their angles counts.',
      map: 'The query of “{{query}}” put at place m (down), the key of “{{key}}” at place n (across): their product, head {{head}}. It is the same along every diagonal.',
      curve: 'The same product by distance m − n, from {{low}} to {{high}}.',
      says: 'Taken from layer {{layer}} of {{model}}, reading “{{text}}”. Along the diagonals the product strays by at most {{spread}} of its largest size: it depends on the distance alone.',
      proof:
        'The proof that these are the model’s own: turned for their real places and put through a softmax, they give its own attention to within {{difference}} (all heads of the layer).',
      none: 'The model chosen turns nothing.',
      used: 'SmolLM2, and most language models of today (Llama, Qwen, Mistral). Base {{base, number}}, {{pairs}} pairs of numbers a head.',
      usedPlain: 'SmolLM2, and most language models of today (Llama, Qwen, Mistral).',
    },
  },
  chart: {
    distance: 'distance',
    cosine: 'cosine',
    product: 'q·k / √size',
    added: 'added to the score',
    spread: 'standard deviation',
    numbers: 'In numbers',
    mean: 'Mean',
    sd: 'Deviation',
    head: 'Slope {{slope}}',
    low: 'low',
    high: 'high',
  },
  table: {
    word: 'Place',
    part: 'Kind',
    place: 'Coordinates',
    kind: 'row of the table',
    name: 'Rows of the table',
  },
  panel: {
    title: 'Who uses what',
    model: 'Model',
    way: 'How it knows the place',
    ways: {
      learned: 'learned table',
      rotary: 'rotary',
      none: 'not at all: order never matters',
      unknown: 'not told yet',
    },
    why: 'Why it is needed',
    whyText:
      'Attention looks at all tokens at once and would treat a sentence as a bag of words, unless it only looks back, as a language model does. Something has to say who stands where.',
    four: 'The four ways',
    added: 'Added to the vector: sinusoidal and learned. Place and meaning share the same numbers.',
    scored:
      'Put into the score: relative bias and rotary. Nothing is added to the vectors, and only distance counts. A model that only looks back can still tell the order from what each token sees.',
  },
} as const;
