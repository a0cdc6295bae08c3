import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { correctionsMade, rowsMade } from '../../src/quality/made.ts';
import { spec } from '../../src/spec/spec.ts';
import { layCases } from '../measures/case.ts';
import { person } from '../measures/rows/person.ts';
import { contact } from '../measures/rows/social-care.ts';
import { openWasm } from '../measures/wasm.ts';
import { type Checked, checkedOf } from './checked.ts';

const child = person('p', '2015-01-01');
const CONTACTS = [
  contact('=1+2', '2025-04-10', { cont_person_id: 'gone' }),
  contact('@x', '2025-04-11', { cont_person_id: '+44' }),
  contact('a "quoted", one', '2025-04-12', { cont_person_id: '-1' }),
  contact('-3', '2025-04-13', { cont_person_id: "'=x" }),
  contact('plain-1', null),
];

let native: Database;
let wasm: Database;
beforeAll(async () => {
  [native, wasm] = [await openNative(), await openWasm()];
  await layCases(native, spec);
  await layCases(wasm, spec);
});
afterAll(async () => {
  await native.close();
  await wasm.close();
});

async function written(checked: Checked, ...ids: readonly string[]): Promise<string[]> {
  const { name, content } = await correctionsMade(checked.loaded, checked.made, ids);
  expect(name).toBe('child-level-do-not-send.csv');
  const bytes = new Uint8Array(await content.arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  expect(text.startsWith('\uFEFFChild-level. Do not send.')).toBe(true);
  return text.split('\r\n');
}

it('lists what the checks found, marked as child-level, with no cell that starts a formula', async () => {
  for (const database of [native, wasm]) {
    const checked = await checkedOf(database, spec, {
      ssd_person: [child],
      ssd_contacts: CONTACTS,
    });
    const lines = await written(checked, 'no-date', 'no-person-row');
    const orphan = (cells: string) =>
      `Children with no row in ssd_person,ssd_contacts,${cells},,"Look whether the child was merged or removed. If not, ask whoever runs the extract to take in every person that another table names."`;
    expect(lines).toEqual([
      '\uFEFFChild-level. Do not send. For putting records right in the system only.',
      'check,table,id,person_id,day,detail,how_to_put_right',
      'Rows with no date,ssd_contacts,plain-1,p,,,Enter the date in the system.',
      orphan("'=1+2,gone,2025-04-10"),
      orphan("'@x,'+44,2025-04-11"),
      orphan(`"a ""quoted"", one",'-1,2025-04-12`),
      orphan("'-3,''=x,2025-04-13"),
      '',
    ]);
  }
});

it('lists long finds whole and in order', async () => {
  const many = Array.from({ length: 12_345 }, (_, i) =>
    contact(`c${String(i).padStart(6, '0')}`, '2025-04-10', { cont_person_id: 'gone' }),
  );
  const checked = await checkedOf(native, spec, { ssd_person: [child], ssd_contacts: many });
  const ids = (await written(checked, 'no-person-row'))
    .slice(2, -1)
    .map((line) => line.split(',')[2]);
  expect(ids).toEqual(many.map((row) => row['cont_contact_id']));
});

it('writes the marking and the heading alone where nothing was found, and lists nothing', async () => {
  const checked = await checkedOf(native, spec, { ssd_person: [child] });
  expect((await written(checked, 'no-date')).length).toBe(3);
  const rows = await rowsMade(checked.loaded, checked.made, 'no-date');
  expect(rows.length).toBe(0);
  expect(() => rows.at(0)).toThrow('there is no row 0');
});

it('says that it must be checked again where nothing was checked', async () => {
  const { loaded } = await checkedOf(native, spec, { ssd_person: [child] });
  await expect(rowsMade(loaded, null, 'no-date')).rejects.toThrow('no longer there');
});
