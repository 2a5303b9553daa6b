/** The words of this face in English; axesZh.ts has the same keys. */
export const axesEn = {
  axis: 'Axis',
  axis1: 'Axis across ↔',
  axis2: 'Axis up ↕',
  add: 'Add a second axis',
  remove: 'Remove this axis',
  look: 'Find a word along it',
  which: 'Which axis is read',
  betweenFar: 'The two axes are nearly at right angles (cosine {{cosine}}): each says something of its own.',
  betweenNear: 'The two axes share a direction (cosine {{cosine}}): what one says, the other partly repeats.',
  along: 'From {{a}} to {{b}}',
  towards: 'Farthest towards {{pole}}',
  middle: 'Words in the middle',
  middleHint: 'A place near 0: the word is no nearer to one end than to the other.',
  place: 'Place',
  numbers:
    'A place is the cosine with the axis. {{count, number}} words drawn at random have mean {{mean}} and spread {{sd}}, so places from {{low}} to {{high}} are what chance gives.',
  stands: 'stands at {{place}} (z {{z}}).',
  oneGroup: 'One group, word by word',
  group: 'Group',
  carePeople:
    'The model learned this from texts; it says how words were used, not what people are or should be.',
  careThings: 'The model learned this from texts; it says how words were used, not how things are.',
  beyond:
    '{{beyond}} of {{count}} lie outside the shaded band, where about 95 of 100 random words stand. z counts the distance from their mean in steps of their spread: between −2 and +2 a place says little.',
  zero: 'A place near 0 means no association with either end. It does not mean that the model is fair.',
  groups: 'All groups, by mean place',
  mean: 'Mean',
  sd: '± sd',
  groupsHint:
    'The dot is a group’s mean, the bar one standard deviation either way, the shaded band what chance gives a single word.',
  worth: 'How good is the axis?',
  poleWord: 'Its own words',
  gap: 'Its two ends are {{gap}} apart.',
  overlap: 'The words of its two ends overlap by {{gap}}: the axis does not tell them apart.',
  polesCosine: 'Cosine of {{a}} and {{b}}: {{cosine}}. The nearer to 1, the more of the axis is chance.',
  heldOut: 'Placed by an axis made without them, {{right}} of {{total}} words fall on their own side.',
  oneEach:
    'One word at each end: everything else that these two words differ in is in the axis too. Add words to each end to steady it.',
  onlyList: 'This model has no dictionary: the random words are drawn from those of the data.',
} as const;
