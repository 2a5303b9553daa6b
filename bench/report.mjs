/** Fills docs/performance.md with the tables of the last results, and draws its charts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { embeddingChart, growthChart, mapQualityChart, mapTimeChart } from './charts.mjs';
import { environmentLines, root } from './environment.mjs';
import { growthRows, limitRows, nearnessRows } from './growthTable.mjs';
import { pageRows } from './pageFreeze.mjs';
import { PARTS } from './parts.mjs';
import { projectionRows, projectionVerdicts } from './projectionTable.mjs';
import { cache } from './wordVectors.mjs';

const DOCUMENT = join(root, 'docs', 'performance.md');

/** What stands between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`: the part it needs, and how it is written. */
const BLOCKS = {
  'umap-equal': ['umap', (part) => markdown(projectionRows(part, 'equal'))],
  'umap-defaults': ['umap', (part) => markdown(projectionRows(part, 'defaults'))],
  'umap-asked': [
    'umap',
    (part) =>
      projectionVerdicts(part)
        .map((line) => `- ${line}`)
        .join('\n'),
  ],
  page: ['page', (part) => markdown(pageRows(part))],
  growth: ['growth', (part) => markdown(growthRows(part))],
  limits: ['growth', (part) => markdown(limitRows(part))],
  nearness: ['growth', (part) => markdown(nearnessRows(part))],
  embedding: ['embedding', (part) => fenced('embedding', part)],
  texts: ['texts', (part) => fenced('texts', part)],
  drawing: ['drawing', (part) => fenced('drawing', part)],
  search: ['search', (part) => fenced('search', part)],
};

const CHARTS = {
  'umap-time.svg': ['umap', mapTimeChart],
  'umap-quality.svg': ['umap', mapQualityChart],
  'growth.svg': ['growth', growthChart],
  'embedding.svg': ['embedding', embeddingChart],
};

/** Of a cell, `ours` is set in bold. */
function markdown({ head, rows }) {
  const cell = (content) => (content === 'ours' ? '**ours**' : String(content).replaceAll('|', '\\|'));
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column < 2 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

function fenced(name, part) {
  return `\`\`\`text\n${PARTS[name].table(part)}\n\`\`\``;
}

/** Replaces what stands between a block's marks; a document without them is left as it is. */
function fill(document, name, content) {
  const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [document.indexOf(from), document.indexOf(to)];
  if (start < 0 || end < start) return document;
  return `${document.slice(0, start + from.length)}\n${content}\n${document.slice(end)}`;
}

/**
 * @param results all parts' results
 * @param options.quick a trial: document and charts are written beside the vectors under bench/.cache
 * @returns the files written
 */
export function writeReport(results, { quick }) {
  const target = quick ? join(cache, 'performance.md') : DOCUMENT;
  const charts = join(dirname(target), 'performance');
  mkdirSync(charts, { recursive: true });
  const written = [];
  for (const [file, [part, chart]] of Object.entries(CHARTS)) {
    const drawn = results[part] && chart(results[part]);
    if (!drawn) continue;
    writeFileSync(join(charts, file), `${drawn}\n`);
    written.push(join(charts, file));
  }
  let document = readFileSync(DOCUMENT, 'utf8');
  for (const [name, [part, write]] of Object.entries(BLOCKS)) {
    const result = results[part];
    if (!result) continue;
    const where = environmentLines(result).map((line) => `_${line}_`);
    document = fill(document, name, `\n${[write(result), ...where].join('\n\n')}\n`);
  }
  writeFileSync(target, document);
  return [...written, target];
}
