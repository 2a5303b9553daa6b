/** The shape of a dictionary: the same keys in every language, whatever the words. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
