import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { filesIn } from './files-in.ts';

const LIST = 'SHA256SUMS';
const PAGE = 'index.html';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/**
 * Gives the plugin that lists the SHA-256 of every file that is shipped, and writes the SHA-256 of that list into the page, which
 * cannot be in a list that it names itself. `sha256sum --check` reads the list.
 */
export function digestPlugin(): Plugin {
  let publicFolder = '';
  return {
    name: 'digest-of-what-is-shipped',
    apply: 'build',
    configResolved: (config) => {
      publicFolder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const made = Object.values(bundle)
          .filter(({ fileName }) => fileName !== PAGE)
          .map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source] as const);
        const sums = [...made, ...copiedFrom(publicFolder)].map(
          ([name, content]) => `${sha256(content)}  ${name}\n`,
        );
        const list = sums.sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1)).join('');
        this.emitFile({ type: 'asset', fileName: LIST, source: list });
        const page = bundle[PAGE];
        if (page?.type !== 'asset')
          throw new Error(`There is no ${PAGE} to write the digest into.`);
        page.source = page.source.toString().replace('%BUILD%', sha256(list));
      },
    },
  };
}

/** Copied as they are, and so in no bundle. */
function copiedFrom(folder: string): (readonly [string, Uint8Array])[] {
  return filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]);
}
