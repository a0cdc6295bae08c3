import type { Spec } from '../src/spec/types.ts';
import { makePack } from '../fixtures/pack.ts';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { writePack } from '../src/return/pack.ts';
import { writeDocument } from '../src/return/write.ts';
import { returnPage } from './return-page.ts';
import { warehouseTables } from './warehouse-tables.ts';

const SEED = 1;

/** Takes the spec; gives what is published of the return as a standard, by path: its page, schemas, an example, a made-up pack. */
export async function returnFiles(spec: Spec): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { returnStandard: standard, disclosure } = spec;
  const { pack, example } = await makePack(spec, SEED);
  const terms = { standard, notAboutChildren: disclosure.notAboutChildren };
  const written = await writeDocument(example, terms, 'package');
  return new Map<string, string | Uint8Array>([
    ['docs/return.md', returnPage(spec)],
    ['docs/warehouse-tables.sql', warehouseTables(standard)],
    ...Object.values(standard).map(
      (schema) =>
        [`docs/return/${schema.name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`] as const,
    ),
    ...(await textsIn(written.bytes)).map(
      ([name, text]) => [`docs/return/example/${name}`, text] as const,
    ),
    ['public/benchmark-pack/made-up.zip', await writePack(pack, standard)],
  ]);
}

async function textsIn(bytes: Uint8Array<ArrayBuffer>): Promise<[string, string][]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const texts: [string, string][] = [];
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) texts.push([entry.filename, await entry.getData(new TextWriter())]);
  }
  await reader.close();
  return texts;
}
