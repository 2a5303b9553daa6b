/** The words of this face in English; randomZh.ts has the same keys. */
export const randomEn = {
  title: 'Random or trained',
} as const;
