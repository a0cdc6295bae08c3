import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { bindSpec } from './bind-spec.ts';

const ID = 'virtual:spec';
/** Another root can be named, so that definitions broken on purpose can be tested without touching these. */
const ROOT = process.env['QUARTERLIGHT_SPEC_ROOT'] ?? fileURLToPath(new URL('..', import.meta.url));

/** Gives the page what spec/ says, read and checked when it is built: a definition that is wrong fails the build. */
export function specPlugin(): Plugin {
  return {
    name: 'spec',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    async load(id) {
      if (id !== `\0${ID}`) return null;
      const spec = readSpec(ROOT);
      await bindSpec(spec);
      return `export default ${JSON.stringify(spec)}`;
    },
  };
}
