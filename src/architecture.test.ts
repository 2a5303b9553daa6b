import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname);
/** From the bottom up: a folder may import itself and what stands below it. */
const order = [
  'workers',
  'vectors',
  'text',
  'models',
  'projection',
  'evaluation',
  'pipeline',
  'scene',
  'stores',
  'ui',
  'views',
  'app',
];
/** Importable by all, importing none but each other. */
const shared = ['contract', 'language'];
/** Neighbours on one floor of the design: they may not import each other. */
const apart: readonly (readonly string[])[] = [
  ['ui', 'stores'],
  ['scene', 'stores'],
  ['scene', 'ui'],
];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const imports: Import[] = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|new URL\()['"]([^'"]+)['"]/g);
  return Array.from(found, (match) => ({ file, specifier: match[1] }));
});

const folderOf = (file: string) => file.split('/')[0];
const targetOf = ({ file, specifier }: Import) =>
  specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : null;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

test('there is code to check', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(50);
});

test('imports point down', () => {
  const wrong = imports.filter((entry) => {
    const target = targetOf(entry);
    if (target === null || target.startsWith('..') || !target.includes('/') || isTest(entry.file))
      return false;
    const from = folderOf(entry.file);
    const to = folderOf(target);
    if (from === to || !entry.file.includes('/')) return false;
    if (shared.includes(to)) return false;
    if (shared.includes(from)) return true;
    if (apart.some((pair) => pair.includes(from) && pair.includes(to))) return true;
    return order.indexOf(to) > order.indexOf(from) || !order.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('only models/ imports onnxruntime-web, only scene/ imports three, React stays above the pipeline', () => {
  const wrong = imports.filter(({ file, specifier }) => {
    const folder = folderOf(file);
    if (/^onnxruntime-web/.test(specifier)) return folder !== 'models';
    if (/^(three|@react-three)(\/|$)/.test(specifier)) return folder !== 'scene';
    if (/^react(-dom)?(\/|$)/.test(specifier)) {
      return !['scene', 'stores', 'ui', 'views', 'app', 'main.tsx'].includes(folder);
    }
    return false;
  });
  expect(wrong).toEqual([]);
});

test('one concept a file, and no drawers', () => {
  const long = files.filter(
    (file) => !isTest(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 330,
  );
  expect(long).toEqual([]);
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|manager|index)\.tsx?$/i.test(file))).toEqual(
    [],
  );
});
