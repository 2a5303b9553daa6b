/** The words of this face in English; axesZh.ts has the same keys. */
export const axesEn = {
  title: 'Axes',
} as const;
