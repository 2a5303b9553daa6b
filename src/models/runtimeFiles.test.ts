import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runtimeFiles } from './runtimeFiles.ts';

test.each(Object.values(runtimeFiles))(
  '$path is that of the installed onnxruntime-web',
  ({ path, bytes, sha256 }) => {
    const file = readFileSync(resolve(import.meta.dirname, '../../node_modules/onnxruntime-web/dist', path));
    expect(file.byteLength).toBe(bytes);
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
  },
);
