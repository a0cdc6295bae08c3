import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { returnFiles } from './return-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

for (const [path, content] of await returnFiles(readSpec(ROOT))) {
  mkdirSync(dirname(ROOT + path), { recursive: true });
  writeFileSync(ROOT + path, content);
}
