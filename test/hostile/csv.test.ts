import { describe, expect, it } from 'vitest';
import { spec } from '../../src/spec/spec.ts';
import { opened, tables } from '../unit/files/book.ts';
import { openIntake } from '../unit/intake/intake.ts';
import { always, harmless, runs } from './harmless.ts';
import { mutatedText, textMutations } from './mutate.ts';

const CSV = [
  'cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_referral_nfa',
  '1,A,2025-05-01,1A,N',
  '2,"A",02/05/2025,"Front door, duty",Y',
  '3,B,2025-06-30,8,',
  '4,C,2025-06-31,Police,N',
].join('\n');
const intake = openIntake();

describe('an extract of any bytes', () => {
  it('is read as text in lines and columns, or says why not', async () => {
    await always(textMutations, runs(600, 0.98), async (changes) => {
      const bytes = mutatedText(CSV, changes);
      const files = (await harmless(() => opened('ssd_cin_episodes.csv', bytes))) ?? [];
      expect(files).toHaveLength(1);
      for (const file of files) if (file.kind === 'left') expect(file.reason).toMatch(/^\S.*\.$/);
      for (const table of tables(files)) {
        // What was read once is read the same again. Without the lines above its heading another line may be taken for it.
        const text = await table.content.text();
        if (table.linesAbove > 0) continue;
        const [again] = tables((await harmless(() => opened('again.csv', text))) ?? []);
        expect(await again?.content.text()).toBe(text);
      }
    });
  });

  it('is loaded into the tables that there are, every row told', async () => {
    await intake.given({ 'ssd_cin_episodes.csv': CSV });
    const before = await tablesThere();
    await always(textMutations, runs(15, 0.02), async (changes) => {
      const bytes = mutatedText(CSV, changes);
      const report = await harmless(() => intake.given({ 'ssd_cin_episodes.csv': bytes }));
      const table = report?.tables.find(({ table: name }) => name === 'ssd_cin_episodes');
      const [row] = await intake.rows('select count(*)::integer as rows from ssd_cin_episodes');
      if (table) expect(table.rows).toBe(row?.['rows']);
      expect(await tablesThere()).toEqual(before);
      for (const { says } of report?.findings ?? [])
        expect(says).not.toMatch(/[\u202A-\u202E\u200B-\u200F]/);
    });
  });
});

async function tablesThere(): Promise<readonly unknown[]> {
  const rows = await intake.rows('select table_name from duckdb_tables() order by table_name');
  expect(rows.length).toBeGreaterThanOrEqual(spec.tables.length);
  return rows.map((row) => row['table_name']);
}
