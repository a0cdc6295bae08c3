import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readPublished } from '../src/spec/reading/published.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { bindSpec } from './bind-spec.ts';

const ID = 'virtual:spec';
/** Published figures: large beside the rest, and loaded when something is compared. */
const PUBLISHED = 'virtual:published';
/** Another root can be named, so that definitions broken on purpose can be tested without touching these. */
const ROOT = process.env['QUARTERLIGHT_SPEC_ROOT'] ?? fileURLToPath(new URL('..', import.meta.url));

/** Gives the page what spec/ says, read and checked when it is built: a definition that is wrong fails the build. */
export function specPlugin(): Plugin {
  return {
    name: 'spec',
    resolveId: (id) => (id === ID || id === PUBLISHED ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${PUBLISHED}`) {
        const { measures, reference } = readSpec(ROOT);
        return `export default ${inText(readPublished(ROOT, measures, reference.authorities))}`;
      }
      if (id !== `\0${ID}`) return null;
      const spec = readSpec(ROOT);
      await bindSpec(spec);
      return `export default ${JSON.stringify(spec)}`;
    },
  };
}

/** A text that is parsed is read several times faster than the same written as a program. */
function inText(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
