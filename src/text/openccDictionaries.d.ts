/** The one part of opencc-js that has no types of its own: dictionaries from its pivot to mainland Chinese. */
declare module 'opencc-js/to/cn' {
  /** One step: phrases, then characters; each "from to|from to|…". */
  const steps: [[phrases: string, characters: string]];
  export default steps;
}
