/**
 * Writes the benches' texts from the sentences and words of public/data, one text a line. Run once; the files are
 * committed, so that later changes to the data leave the bench as it is.
 *
 * `texts-<language>.txt`: 240 texts of mixed length, as people paste them: 60 words, 120 sentences, 40 short
 * paragraphs (3 sentences), 20 long ones (8 sentences), in a fixed order that mixes the kinds.
 * `words-<language>.txt`: 400 short words.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const at = (path) => new URL(path, import.meta.url);
const read = (name) => JSON.parse(readFileSync(at(`../../public/data/${name}.json`), 'utf8'));

/** Every n-th of a list, so that the choice covers it all; `count` of them. */
function spread(list, count) {
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]);
}

/** Takes from each list in proportion, so that long and short texts alternate without any randomness. */
function mix(lists) {
  const placed = lists.flatMap((list) =>
    list.map((text, index) => ({ text, place: (index + 0.5) / list.length })),
  );
  return placed.sort((a, b) => a.place - b.place).map(({ text }) => text);
}

for (const [language, joint] of [
  ['zh', ''],
  ['en', ' '],
]) {
  const contexts = read(`contexts-${language}`);
  const sentences = contexts.words.flatMap(({ senses }) => senses.flatMap((sense) => sense.sentences));
  const words = read(`words-${language}`).groups.flatMap((group) => group.words);
  const paragraphs = (count, length) =>
    spread(sentences.slice(0, -length), count).map((first) => {
      const from = sentences.indexOf(first);
      return sentences.slice(from, from + length).join(joint);
    });
  const texts = mix([spread(words, 60), spread(sentences, 120), paragraphs(40, 3), paragraphs(20, 8)]);
  writeFileSync(at(`texts-${language}.txt`), `${texts.join('\n')}\n`);
  writeFileSync(at(`words-${language}.txt`), `${spread(words, 400).join('\n')}\n`);
}
