import { Gate, runPaced } from '../../projection/pacing.ts';
import { hasHan } from '../../text/segment.ts';
import { loadSimplifier } from '../../text/simplify.ts';
import { nearestSpellings } from '../../text/spellings.ts';
import { serve, Transfer } from '../../workers/rpc.ts';
import { neighbourhood } from './neighbours/neighbourhood.ts';
import { playGame } from './neighbours/playGame.ts';
import { compareWords, knownHubs } from './neighbours/wordGraph.ts';
import { wordStageSteps } from './random/wordStages.ts';
import { answerRelation } from './relations/answerRelation.ts';
import type { FoundWord, SpaceMethods } from './spaceMethods.ts';
import { WordSpace } from './wordSpace.ts';

let opened: WordSpace | null = null;

function space(): WordSpace {
  if (!opened) throw new Error('the word space is asked before it is opened');
  return opened;
}

/** A word as it stands, or its simplified form. */
async function find(word: string): Promise<FoundWord> {
  const { words } = space();
  let row = space().find(word);
  if (row < 0 && hasHan(word)) row = space().find((await loadSimplifier()).text(word));
  return row < 0
    ? { row, word, spellings: nearestSpellings(word, words) }
    : { row, word: words[row], spellings: [] };
}

serve<SpaceMethods>(self as DedicatedWorkerGlobalScope, {
  async open({ tables, dim }, { signal, progress }) {
    opened = new WordSpace(tables, dim);
    await runPaced(opened.indexSteps(), new Gate(), signal, progress);
    return null;
  },
  find: ({ words }) => Promise.all(words.map(find)),
  rows: ({ words }) => words.map((word) => space().find(word)),
  complete: ({ beginning, k }) => space().complete(beginning, k),
  vectors({ rows }) {
    const data = space().raw(rows);
    return new Transfer(data, [data.buffer]);
  },
  combine: ({ terms, asked, k }) => space().combine(terms, k, asked),
  neighbourhood: (question) => neighbourhood(space(), question),
  game: (question) => playGame(space(), question),
  compareWords: (_, context) => compareWords(space(), context),
  knownHubs: () => knownHubs(space()),
  relation: ({ pairs }, { signal, progress }) =>
    runPaced(answerRelation(space(), pairs), new Gate(), signal, progress),
  async stages(question, { signal, progress }) {
    const stages = await runPaced(wordStageSteps(question), new Gate(), signal, progress);
    return new Transfer(
      stages,
      stages.flatMap(({ vectors, coordinates }) => [vectors.buffer, coordinates.buffer]),
    );
  },
});
