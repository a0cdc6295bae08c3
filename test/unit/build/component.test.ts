import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { componentsIn } from '../../../build/component.ts';
import { openNative } from '../../../build/native.ts';
import { textFrom } from '../../../src/engine/sql.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'quarterlight-packages-'));
afterAll(() => rmSync(made, { recursive: true }));

/** Makes a package with the files named; gives its folder. */
function packageOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(made, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe('what a package is', () => {
  it('is told by its own word, with the text of its licence and its notice', () => {
    const described = { name: '@some/thing', version: '1.2.3', license: 'Apache-2.0' };
    const folder = packageOf('@some/thing', {
      'package.json': JSON.stringify(described),
      'LICENSE.txt': 'the licence\r\n',
      NOTICE: 'the notice',
      'README.md': 'not this',
    });
    expect(componentsIn(made, folder)).toEqual([
      {
        name: '@some/thing',
        version: '1.2.3',
        purl: 'pkg:npm/%40some/thing@1.2.3',
        licence: 'Apache-2.0',
        text: 'the licence\n\nthe notice',
      },
    ]);
  });

  it('is refused where no text of a licence comes with it, and where it names none', () => {
    const named = { name: 'bare', version: '1.0.0', license: 'MIT' };
    const bare = packageOf('bare', { 'package.json': JSON.stringify(named) });
    expect(() => componentsIn(made, bare)).toThrow('bare comes without the text of its licence');
    const without = packageOf('none', {
      'package.json': JSON.stringify({ name: 'none', version: '1.0.0' }),
      LICENSE: 'some text',
    });
    expect(() => componentsIn(made, without)).toThrow('license');
  });

  it('has what is compiled into it beside it, of the version that is in it', async () => {
    const [engine, inside] = componentsIn(ROOT, 'node_modules/@duckdb/duckdb-wasm');
    expect(engine?.text).toContain('DuckDB WASM Contributors');
    const database = await openNative();
    const found = await database.rows('select version() as version');
    await database.close();
    expect(`v${inside?.version}`).toBe(textFrom(found.at(0)['version']));
    const [solver, highs] = componentsIn(ROOT, 'node_modules/highs');
    expect(solver?.version.startsWith(`${highs?.version}.`)).toBe(true);
  });
});
