import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/model/problem.ts';
import { refuseChildLevel } from '../../../src/return/read/child-level.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { KNOWN, TERMS, returnOf } from './observations.ts';
import { unzip } from './unzip.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const written = async (form: 'package' | 'csv' | 'json') =>
  (await writeReturn(returnOf(), TERMS, form)).bytes;
const text = async (form: 'csv' | 'json') => new TextDecoder().decode(await written(form));

async function zipped(
  files: Iterable<readonly [string, string]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of files) await zip.add(name, new Uint8ArrayReader(encoded(content)));
  return zip.close();
}

async function refused(bytes: Uint8Array<ArrayBuffer>, name = 'file'): Promise<string> {
  const thrown: unknown = await readReturn(bytes, name, KNOWN).catch((one: unknown) => one);
  if (!(thrown instanceof Problem)) throw new Error(`not refused: ${String(thrown)}`);
  expect(thrown.hint).not.toBe('');
  return thrown.message;
}

describe('a file that is no return', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['nothing', encoded(''), /it is empty/],
    ['a letter', encoded('Dear colleague, please find attached'), /has no column about/],
    ['a PDF', encoded('%PDF-1.7\n%\u00e2\u00e3'), /is not a return/],
    ['a packed file', Uint8Array.of(0x1f, 0x8b, 8, 0), /none of a Data Package/],
    ['a broken zip', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), /cannot be opened, or is broken/],
    ['a list', encoded('[1, 2]'), /is not an object/],
    ['JSON that is cut off', encoded('{"quarterlight": {'), /is not JSON, or is cut off/],
    ['JSON of something else', encoded('{"a": 1}'), /‘quarterlight’ is not there/],
    ['JSON without end', encoded('['.repeat(200_000)), /of more than 64 levels in one another/],
    [
      'JSON that is only deep',
      encoded(`${'['.repeat(9000)}${']'.repeat(9000)}`),
      /of more than 64 levels in one another/,
    ],
  ])('is refused with the reason: %s', async (_, bytes, why) => {
    expect(await refused(bytes)).toMatch(why);
  });

  it('is refused where it is by another version of the schema, before anything else is looked at', async () => {
    const draft = '{"quarterlight": {"version": "0.1.0", "schemaVersion": 1}, "status": "DRAFT"}';
    expect(await refused(encoded(draft))).toMatch(
      /version 1, .* a draft by an earlier Quarterlight/,
    );
    const newer = (await text('json')).replace('"schemaVersion": 2', '"schemaVersion": 3');
    expect(await refused(encoded(newer))).toMatch(/version 3, .* a newer Quarterlight wrote it/);
  });

  it('is refused where it holds what has no place, __proto__ too', async () => {
    const json = await text('json');
    for (const name of ['__proto__', 'constructor', 'children']) {
      const more = json.replace('"symbols"', `"${name}": {"polluted": true},\n "symbols"`);
      expect(await refused(encoded(more))).toContain(`“${name}” has no place in a return`);
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is refused where what it is was cut off or taken out', async () => {
    const csv = await text('csv');
    expect(await refused(encoded(csv.replace('1 of 1: ', '1 of 2: ')))).toMatch(
      /a part of it is missing/,
    );
    expect(await refused(encoded(csv.replace(' :1 of 1', '')))).toMatch(/a part of it is missing/);
    const [heading = ''] = csv.split('\r\n');
    expect(await refused(encoded(`${heading}\r\n`))).toMatch(/a part of it is missing/);
  });

  it('is refused where a column of the table is not there', async () => {
    const csv = await text('csv');
    expect(await refused(encoded(csv.replace(',outcome,', ',result,')))).toMatch(
      /no column outcome/,
    );
  });
});

describe('a package that is not whole', () => {
  it('is read with its folder, as some programs pack it', async () => {
    const files = [...(await unzip(await written('package')))];
    const bytes = await zipped(
      files.map(([name, content]) => [`return/${name}`, content] as const),
    );
    expect((await readReturn(bytes, 'return.zip', KNOWN)).asWritten).toBe(true);
  });

  it('is refused where a table is missing, or another program made it', async () => {
    const files = [...(await unzip(await written('package')))];
    const without = files.filter(([name]) => name !== 'measures.csv');
    expect(await refused(await zipped(without))).toMatch(/measures.csv is not in the package/);
    const other = [['datapackage.json', '{"name": "other", "resources": []}']] as const;
    expect(await refused(await zipped(other))).toMatch(/not one that Quarterlight wrote/);
    expect(
      await refused(
        await zipped([
          ['a.csv', 'x'],
          ['b.csv', 'y'],
        ]),
      ),
    ).toMatch(/without a datapackage/);
  });

  it('is read where a CSV alone is in a zip', async () => {
    const bytes = await zipped([['return.csv', await text('csv')]]);
    expect(await readReturn(bytes, 'return.zip', KNOWN)).toMatchObject({
      form: 'csv',
      asWritten: true,
    });
  });
});

describe('a file about single children', () => {
  it.each([
    'person_id',
    'Date of birth',
    'pers_dob',
    'UPN',
    'cine_person_id',
    'Forename',
    'NHS number',
  ])('is refused by its column %s, whatever else it holds', async (column) => {
    const csv = (await text('csv')).replace(
      ',denominator_source,',
      `,denominator_source,${column},`,
    );
    expect(await refused(encoded(csv))).toMatch(/is about single children/);
    const json = (await text('json')).replaceAll('"origin":', `"${column}": null, "origin":`);
    expect(await refused(encoded(json))).toMatch(/is about single children/);
  });

  it('is refused where it is an extract, and says what to do', async () => {
    const extract = await zipped([['ssd_contacts.csv', 'cont_contact_id\n1']]);
    expect(await refused(extract)).toMatch(/ssd_contacts.csv in it/);
    const thrown: unknown = await readReturn(extract, 'x.zip', KNOWN).catch((one: unknown) => one);
    expect(thrown).toMatchObject({ hint: expect.stringMatching(/Do not send it on/) });
  });

  it('is not taken for one by the standard’s own columns', () => {
    const { observations, measures, authorities, provenance } = TERMS.standard;
    const own = [observations, measures, authorities, provenance].flatMap(({ fields }) => fields);
    expect(own.length).toBeGreaterThan(40);
    for (const { name } of own) expect(() => refuseChildLevel([name], new Set())).not.toThrow();
  });
});
