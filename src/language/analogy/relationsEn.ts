/** The words of this face in English; relationsZh.ts has the same keys. */
export const relationsEn = {
  title: 'Relations',
} as const;
