import { describe, expect, it } from 'vitest';
import { letterAbout } from '../../../src/collate/letter.ts';
import { observationAt } from '../../../src/collate/figure-table.ts';
import { readFiles } from '../../../src/collate/read-files.ts';
import { sha256 } from '../../../src/files/sha256.ts';
import { writeZip } from '../../../src/files/write-zip.ts';
import type { CollectedFile } from '../../../src/model/collation.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Quarter } from '../../../src/model/period.ts';
import type { Return, ReturnForm } from '../../../src/model/return.ts';
import type { TableSchema } from '../../../src/model/table-schema.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { unzip } from '../return/unzip.ts';
import { KNOWN, Q1, observed, share } from './made.ts';

const FORMS: readonly ReturnForm[] = ['package', 'workbook', 'csv', 'json'];

function returnOf(area: string, name: string, quarter: Quarter, own?: Observation[]): Return {
  const observations =
    own ??
    observed(area, quarter, [
      ['riia-02.referrals', 40],
      ['riia-04.repeat', share(7, 40)],
    ]);
  return {
    authority: { code: area, name },
    ...{ quarter, version: 1, made: '2025-07-14T09:30:00Z', signedOff: null },
    extract: { date: '2025-07-14', from: null, to: null },
    ...{ caveats: [], settings: [], earlyHelp: [], wordsMapped: [], quality: null },
    ...{ notes: [], revisions: [] },
    treatment: { kind: 'collator', agreement: 'London sharing agreement' },
    observations,
  };
}

const BARNET = returnOf('302', 'Barnet', Q1);
const written = (form: ReturnForm, one = BARNET) => writeReturn(one, KNOWN.terms, form);
const bytesOf = (text: string) => new TextEncoder().encode(text);

type Files = readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[];

async function read(given: Files): Promise<CollectedFile[]> {
  const files = given.map(([path, bytes]) => ({ path, content: async () => new Blob([bytes]) }));
  const found: CollectedFile[] = [];
  for await (const one of readFiles(files, KNOWN, () => undefined)) found.push(one);
  return found;
}

describe('files that are given', () => {
  it.each(FORMS)('are taken in as a %s, with what they say', async (form) => {
    const { name, bytes } = await written(form);
    const [file] = await read([[name, bytes]]);
    expect(file).toMatchObject({
      ...{ kind: 'accepted', path: name, holds: form, asWritten: true, remarks: [] },
      sha256: await sha256(bytes),
    });
    if (file?.kind !== 'accepted') throw new RangeError('not accepted');
    const [one] = file.returns;
    expect(one).toMatchObject({ area: '302', quarter: Q1, treatment: { kind: 'collator' } });
    const table = one?.figures;
    if (!table) throw new RangeError('no figures');
    const back = table.series.map((_, row) => observationAt(table, row, '302'));
    expect(back).toEqual(expect.arrayContaining([...BARNET.observations]));
    expect(back).toHaveLength(2);
    expect(letterAbout(file)).toBeNull();
  });

  it('are found in zips, in zips of zips, and as packages in folders', async () => {
    const [zip, csv] = [await written('package'), await written('csv')];
    const other = await written('json', returnOf('303', 'Bexley', Q1));
    const inner = await writeZip([['deep/bexley.json', other.bytes]], '2025-07-14T00:00:00Z');
    const outer = await writeZip(
      [
        ['a.zip', zip.bytes],
        ['inner.zip', inner],
        ['__MACOSX/._a.zip', bytesOf('x')],
      ],
      '2025-07-14T00:00:00Z',
    );
    const parts = [...(await unzip(zip.bytes))].map(
      ([path, text]) => [`Barnet Q1/${path}`, bytesOf(text)] as const,
    );
    const files = await read([['outer.zip', outer], ...parts, ['b.csv', csv.bytes]]);
    expect(files.map(({ kind, path }) => [kind, path])).toEqual([
      ['accepted', 'Barnet Q1'],
      ['accepted', 'outer.zip/a.zip'],
      ['accepted', 'outer.zip/inner.zip/deep/bexley.json'],
      ['accepted', 'b.csv'],
    ]);
    // Put together again it is the very package: the same file is known whichever way it came.
    expect(files[0]?.sha256).toBe(files[1]?.sha256);
  });

  it('are refused with the reason, and the rest is read', async () => {
    const { bytes } = await written('package');
    const files = await read([
      ['broken.zip', bytes.slice(0, 900)],
      ['empty.csv', bytesOf('')],
      ['notes.txt', bytesOf('Dear all,\nhere it is.')],
      ['empty.zip', await writeZip([], '2025-07-14T00:00:00Z')],
      ['good.zip', bytes],
    ]);
    expect(files.map(({ kind }) => kind)).toEqual([
      ...Array<string>(4).fill('refused'),
      'accepted',
    ]);
    const [broken] = files;
    expect(broken && letterAbout(broken)).toBe(
      [
        'We could not take in the file broken.zip.',
        '',
        'broken.zip is not a return: it is a zip that cannot be opened, or is broken.',
        'Give a file that Quarterlight wrote: a package (.zip), a workbook, CSV or JSON.',
      ].join('\n'),
    );
  });

  it('tell what to ask, in words for an e-mail', async () => {
    const { bytes } = await written('json');
    const text = new TextDecoder().decode(bytes).replace('"value": 40,', '"value": 400,');
    const [file] = await read([['hand-edited.json', bytesOf(text)]]);
    expect(file?.kind).toBe('accepted');
    const letter = file ? letterAbout(file) : null;
    expect(letter).toContain('hand-edited.json (Barnet, 2025-26 Q1), and have to ask about it.');
    expect(letter).toContain('- The figures are not those that were written.');
  });
});

describe('files about single children', () => {
  const rows = 'person_id,dob,ethnicity\n1,2012-01-02,WBRI';

  it.each([
    ['a table of the extract', 'children.csv', rows],
    ['a name alone', 'ssd_person.csv', 'a,b\n1,2'],
    ['a heading further down', 'list.csv', `Our children\n\n${rows}`],
    ['a date of birth', 'list.csv', 'Setting,Date of birth\nx,2012-01-02'],
    ['semicolons', 'list.csv', 'Setting;UPN\nx;A123'],
    ['JSON', 'list.json', '[{"setting": "x", "nhs_number": "123"}]'],
  ])('are refused at once by %s, and forgotten', async (_, path, text) => {
    const [file] = await read([[path, bytesOf(text)]]);
    expect(file).toMatchObject({
      ...{ kind: 'refused', because: 'about single children', sha256: null },
      says: expect.stringContaining('about single children'),
      todo: expect.stringContaining('data protection officer'),
    });
    expect(JSON.stringify(file)).not.toMatch(/WBRI|2012|A123/);
  });

  it('are refused in a workbook, and in a zip with a return beside them', async () => {
    const { utils, write } = await import('@e965/xlsx');
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([['Our list'], ['Setting', 'Surname'], ['x', 'y']]),
    );
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
    const { bytes: good } = await written('package');
    const zip = await writeZip(
      [
        ['good.zip', good],
        ['ssd_contacts.csv', bytesOf('a\n1')],
      ],
      '2025-07-14T00:00:00Z',
    );
    const files = await read([
      ['book.xlsx', bytes],
      ['both.zip', zip],
    ]);
    expect(files).toMatchObject([
      { kind: 'refused', because: 'about single children' },
      { kind: 'refused', because: 'about single children', path: 'both.zip' },
    ]);
  });

  it('are none where the columns are the standard’s own', async () => {
    const schemas: TableSchema[] = Object.values(KNOWN.terms.standard);
    for (const { name, fields } of schemas) {
      const text = `${fields.map((one) => one.name).join()}\n1`;
      const [file] = await read([[`${name}.csv`, bytesOf(text)]]);
      expect(file).toMatchObject({ kind: 'refused', because: 'no return' });
    }
  });
});

describe('whose a return is, and when', () => {
  const remarksOf = async (one: Return, path = 'file.json') => {
    const [file] = await read([[path, (await written('json', one)).bytes]]);
    return file?.kind === 'accepted' ? file.remarks.map(({ says }) => says) : null;
  };

  it('is remarked on where the authority is not known, or another', async () => {
    expect(await remarksOf(returnOf('777', 'Nowhere', Q1))).toEqual([
      'Nowhere (777) is no local authority that is known here. Its figures are in no total of a region or of England.',
    ]);
    expect(await remarksOf(returnOf('303', 'Barnet', Q1))).toEqual([
      'The return is of Barnet, and the code 303 is that of Bexley.',
    ]);
  });

  it('is remarked on where the authority had ended', async () => {
    expect(await remarksOf(returnOf('909', 'Cumbria', '2023-24 Q1'))).toEqual([
      'The return is of 2023-24 Q1, and Cumbria ended on 31 March 2023.',
    ]);
    expect(await remarksOf(returnOf('909', 'Cumbria', '2022-23 Q4'))).toEqual([]);
  });

  it('is remarked on where the name of the file says another quarter', async () => {
    expect(await remarksOf(BARNET, 'quarterlight_Barnet_302_2025-26-Q2_v1.json')).toEqual([
      'The file’s name says 2025-26 Q2, and it is a return of 2025-26 Q1.',
    ]);
    expect(await remarksOf(BARNET, 'quarterlight_Barnet_302_2025-26-Q1_v1.json')).toEqual([]);
  });
});
