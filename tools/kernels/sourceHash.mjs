import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sha256 of a module's kernel sources and of the compiler's version, in hex: what the module was made from. */
export function sourceHash(module = '.') {
  const folder = join(import.meta.dirname, 'assembly', module);
  const hash = createHash('sha256');
  hash.update(readFileSync(join(import.meta.dirname, 'package.json')));
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}
