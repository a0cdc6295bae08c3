import { bookOf, bytesOf } from '../unit/files/book.ts';
import { mutatedParts, zipFrom, zipOfNames } from '../hostile/zips.ts';
import { expect, expectAccessible, test } from './page.ts';

const MB = 1_000_000;
const encoded = (text: string) => new TextEncoder().encode(text);
const PERSONS = 'pers_person_id,pers_dob,pers_sex\nA,2015-01-01,F\n';

/** Of noughts that pack to next to nothing, though its list says that it holds a hundred bytes. */
async function bomb(): Promise<Uint8Array> {
  const zip = await zipFrom([['ssd_contacts.csv', new Uint8Array(60 * MB)]]);
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 46 < zip.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  return zip;
}

/** Ten texts, each of ten of the one before: a thousand million letters where someone puts them in. */
async function entities(): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  );
  const type = `<!DOCTYPE sst [<!ENTITY l0 "ha"><!ENTITY out SYSTEM "file:///etc/passwd">${lines.join('')}]>`;
  const book = bookOf({
    ssd_s47_enquiry: [
      ['s47e_s47_enquiry_id', 's47e_person_id', 's47e_s47_start_date'],
      ['1', 'A', '2025-05-01'],
    ],
  });
  return mutatedParts(bytesOf(book, 'xlsx'), (path, text) =>
    path.endsWith('.xml') && text.startsWith('<?xml')
      ? text.replace('?>', `?>${type}`).replace('<t>A</t>', '<t>&l9;</t>')
      : text,
  );
}

/** A sheet whose one far cell makes it of seventeen thousand million cells. */
async function farCell(): Promise<Uint8Array> {
  const rows = [
    ['cpp_plan_id', 'cpp_person_id'],
    ['1', 'A'],
  ];
  const book = bytesOf(bookOf({ ssd_cp_plans: rows }), 'xlsx');
  return mutatedParts(book, (path, text) =>
    path.includes('sheet1.xml')
      ? text
          .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
          .replace(
            '</sheetData>',
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
          )
      : text,
  );
}

test('files that were made to fill the memory are told, and the good one is read', async ({
  page,
}) => {
  const many = Array.from({ length: 10_000 }, (_, at) => `${at}.csv`);
  const given: readonly (readonly [name: string, content: Uint8Array])[] = [
    ['ssd_person.csv', encoded(PERSONS)],
    ['bomb.zip', await bomb()],
    ['many.zip', zipOfNames(many)],
    ['wide.csv', encoded(`${'a,'.repeat(1_000_000)}b\n`)],
    [
      'ssd_cin_episodes_20250714.csv',
      encoded(
        `cine_referral_id,cine_person_id,cine_referral_date\n1,A,2025-05-01\n2,"${'x'.repeat(5 * MB)}",2025-05-02\n3,A,2025-05-03\n`,
      ),
    ],
    ['entities.xlsx', await entities()],
    ['far.xlsx', await farCell()],
    ['ssd_\u202Evsc.nrehto.csv', encoded('a,b\n1,2\n')],
  ];
  await page.goto('./');
  await page
    .getByLabel('Files of the extract')
    .setInputFiles(
      given.map(([name, content]) => ({ name, mimeType: '', buffer: Buffer.from(content) })),
    );
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible({
    timeout: 90_000,
  });
  for (const sentence of [
    /bomb\.zip\/ssd_contacts\.csv is broken in its zip\./,
    /many\.zip is a zip of more than 5,000 files, which is more than the page opens at once\./,
    /wide\.csv has more than 2,000 columns, which no table of an extract has\./,
    /We could not read 1 line of ssd_cin_episodes_20250714\.csv/,
    /far\.xlsx\S* has more than 2,000 columns/,
    /ssd_\[U\+202E\]vsc\.nrehto\.csv/,
  ])
    await expect(page.getByText(sentence).first()).toBeVisible();
  expect(await page.locator('body').innerText()).not.toMatch(/[\u202A-\u202E]|hahaha|root:/);
  await expectAccessible(page);
  // It goes on: what could be read is measured.
  await page.getByRole('combobox', { name: 'Local authority' }).selectOption({ label: 'Camden' });
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
  await expect(page.getByRole('row', { name: /^Referrals 2/ })).toBeVisible();
});
