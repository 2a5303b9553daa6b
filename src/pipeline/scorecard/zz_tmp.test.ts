import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { test } from 'vitest';
import { contextsSchema, evaluationSchema, relationsSchema, wordListSchema } from '/work/main/src/text/corpus.ts';
import { scoreSets } from '/work/main/src/pipeline/scorecard/scoreSets.ts';
import { analogyMeasure, clustersMeasure } from '/work/main/src/pipeline/scorecard/measures.ts';
test('t', () => {
  for (const l of ['zh', 'en']) {
    const j = (p: string) => JSON.parse(readFileSync(`/work/main/public/data/${p}-${l}.json`, 'utf8'));
    const time = (n: string, f: () => any) => { const a = process.cpuUsage(); const t = performance.now(); const r = f(); const c = process.cpuUsage(a); console.log(l, n, Math.round(performance.now() - t), 'cpu', Math.round((c.user + c.system) / 1000)); return r; };
    const e = time('eval', () => v.parse(evaluationSchema, j('evaluation')));
    const r = time('rel', () => v.parse(relationsSchema, j('relations')));
    const w = time('words', () => v.parse(wordListSchema, j('words')));
    const c = time('ctx', () => v.parse(contextsSchema, j('contexts')));
    const s = time('sets', () => scoreSets(e, r, w, c));
    const vec = { dim: 384, data: new Float32Array(s.words.length * 384).map((_: number, i: number) => Math.sin(i * i)), missing: new Uint8Array(s.words.length), coverage: null };
    time('clone', () => structuredClone(vec));
    time('analogy', () => analogyMeasure(vec, s.relations, 42));
    time('clusters', () => clustersMeasure(vec, s.groups, 42));
  }
});
