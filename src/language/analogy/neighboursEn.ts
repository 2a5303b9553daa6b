/** The words of this face in English; neighboursZh.ts has the same keys. */
export const neighboursEn = {
  title: 'Neighbours',
} as const;
