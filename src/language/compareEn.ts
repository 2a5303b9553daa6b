import type { Words } from './words.ts';

/** The words of view compare in English; compareZh.ts has the same keys. */
export const compareEn = {
  name: 'Two models side by side',
  lead: 'The same items, seen twice. What stands elsewhere on the right, the two models see differently.',
  try: 'Try: click a dot and compare its neighbours on both sides.',
  panels: { settings: 'Models', answer: 'What changed' },
  ready: {
    title: 'Ready comparisons',
    kinds: 'Static or contextual',
    layers: 'First look-up or last layer',
    poolings: '[CLS] or mean',
    centres: 'With or without the mean',
    devices: 'WASM or WebGPU',
    devicesHint: 'The GPU comparison may be slow where the GPU is only imitated.',
  },
  settings: {
    sides: { left: 'Left', right: 'Right' },
    align: 'The right map is',
    turned: 'turned to fit the left one',
    joint: 'fitted together with it',
    alignHints: {
      turned: 'Each map is made alone. Turning and scaling the right one leaves what really differs.',
      joint: 'Both are made in one go, and each dot is drawn towards its place on the other side.',
    },
  },
  tools: {
    faces: 'Shown as',
    map: 'Maps',
    table: 'Table',
    morph: 'One map, morphing',
  },
  panes: {
    left: 'Left map: {{model}}',
    right: 'Right map: {{model}}',
    layer: 'layer {{layer}}',
    table: 'look-up table',
    centred: 'mean taken away',
    trust: 'trust {{value}}',
    canvas:
      '{{side}}, {{count, number}} points. Drag to turn: the other map turns with it. Keys: arrows turn, + and − zoom, Home resets, [ and ] go from point to point. The table lists the same items.',
    morphCanvas:
      'Map of {{count, number}} points between the left and the right map. The slider below moves them. The table lists the same items.',
    waiting: 'Working …',
  },
  morph: {
    title: 'From the left map to the right',
    left: 'Left',
    right: 'Right',
    share: '{{percent}} % of the way',
    play: 'Play',
    pause: 'Pause',
  },
  numbers: {
    title: 'How alike the two are',
    overlap: 'Neighbour overlap',
    overlapMeans:
      'share that the {{k}} nearest of an item have in common (Jaccard): 1 all, 0 none; by chance about {{chance}}.',
    cka: 'Likeness of spaces (CKA)',
    ckaMeans: 'likeness of the two spaces as wholes, however they are turned: 1 the same, 0 none.',
    pearson: 'Pearson',
    pearsonMeans: 'whether similarities rise and fall together, all pairs of {{items, number}} items.',
    spearman: 'Spearman',
    spearmanMeans: 'the same for their order alone: which pairs are more alike than others.',
    moved: 'Moved on the map',
    movedMeans:
      'mean distance of a dot from its place on the left; 1 is the left map’s mean distance from its middle. Not to be compared between the two ways of laying out.',
    trust: 'Trust in the maps',
    trustMeans: 'how far dots near each other are near in the vectors, left and right (1 is best).',
    none: 'no spread',
    shared: 'Only what both models know is compared: {{count, number}} items.',
  },
  histogram: {
    title: 'Similarities of all pairs',
    name: 'Histogram of the cosine similarities of all pairs, left and right',
    says: 'Left mostly around {{left}}, right around {{right}}.',
    table: 'The same as a table',
    from: 'Cosine from',
    to: 'to',
    left: 'Left',
    right: 'Right',
  },
  suggestions: {
    title: 'Worth a look',
    empty: 'No group stands out on one side more than on the other.',
    'split-right':
      'These {{count}} of “{{group}}” hold together on the left and less so on the right: {{left}} against {{right}} of their neighbours are “{{group}}”.',
    'split-left':
      'These {{count}} of “{{group}}” hold together on the right and less so on the left: {{left}} against {{right}} of their neighbours are “{{group}}”.',
    kept: 'These {{count}} of “{{group}}” hold together on both sides: {{left}} and {{right}} of their neighbours are “{{group}}”.',
    clear: 'Show all again',
  },
  changed: {
    title: 'What changed most and least',
    most: 'Most',
    least: 'Least',
    nothing: 'Nothing: every item has the same neighbours on both sides.',
    hint: 'The number is the neighbour overlap. The table has all items.',
  },
  inspector: {
    empty: 'Click a dot to see its neighbours on both sides.',
    overlap: 'Neighbour overlap {{overlap}} · moved {{moved}}',
    left: 'Nearest on the left',
    right: 'Nearest on the right',
    common: 'on both sides',
    commonCount: '= stands on both sides: {{count}} of {{k}}.',
    measured: 'Cosine of the vectors, not of the map.',
    fly: 'Fly to it',
  },
  table: {
    title: 'All items as a table',
    text: 'Text',
    group: 'Group',
    overlap: 'Overlap',
    moved: 'Moved',
  },
  guide: {
    title: 'Read a comparison',
    finished: 'You have walked the whole path.',
    look: {
      title: 'One word, two places',
      text: 'Point at a dot on one map. The same item lights up on the other. Does it stand among the same company?',
    },
    morph: {
      title: 'From one to the other',
      text: 'Turn on “One map, morphing” and move the slider. What glides far, the models see differently.',
    },
    item: {
      title: 'Read both lists',
      text: 'Click an item under “What changed most”. Which list would a dictionary give, which a reader?',
    },
    suggestion: {
      title: 'A whole group',
      text: 'Click a line under “Worth a look”. Does the group hold together on both sides?',
    },
    settings: {
      title: 'A table torn out',
      text: 'Choose “First look-up or last layer”. The same model twice: its bare table on the left, its last layer on the right.',
    },
    scorecard: {
      title: 'Which is better at what?',
      text: 'Maps show that models differ, not which is right. Go on to the scorecard: it measures them here and now.',
      go: 'To the scorecard',
    },
  },
} as const;

export type CompareDictionary = Words<typeof compareEn>;
