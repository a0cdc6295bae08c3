import { expect, it } from 'vitest';
import { fillWorkbook } from '../../src/files/fill-workbook.ts';
import { readGrids } from '../../src/files/grids.ts';
import { COLUMNS } from '../../src/template/layout.ts';
import { isTemplate, readTemplate } from '../../src/template/read-template.ts';
import { writeTemplate } from '../../src/template/write-template.ts';
import { takeNumbers } from '../../src/template/take.ts';
import { BY } from '../unit/template/filled.ts';
import { everyHostileText } from './texts.ts';
import { always, harmless, runs } from './harmless.ts';
import { byteMutations, mutated } from './mutate.ts';
import { mutatedZip, zipMutations } from './zips.ts';

const TEXTS = everyHostileText();
/** Of two measures and no breakdowns, so that it is small. */
const SMALL = {
  ...BY,
  measures: BY.measures.filter(({ id }) => id === 'riia-02' || id === 'riia-24'),
  breakdowns: [],
};
const FILLED = await filledSmall();

async function filledSmall(): Promise<Uint8Array<ArrayBuffer>> {
  const { measures, breakdowns, authorities } = SMALL;
  const of = { measures, breakdowns, authorities: authorities.slice(0, 30), appVersion: '1' };
  const blank = await writeTemplate({ ...of, today: '2025-07-14' });
  const grids = await readGrids(new Blob([blank]));
  if (typeof grids === 'string') throw new Error(grids);
  const numbers = grids.map(({ name, rows }) => ({
    sheet: name,
    cells: rows.flatMap((row, at) => {
      const key = row[COLUMNS.key] ?? '';
      return /^riia-\d\d /.test(key) ? [{ cell: `D${at + 1}`, value: 120 + at }] : [];
    }),
  }));
  const cover = [
    { cell: 'B5', value: 'Bedford (822)' },
    { cell: 'B6', value: '2025-26 Q1' },
  ];
  return (await fillWorkbook(blank, [{ sheet: 'Start here', cells: cover }, ...numbers])).bytes;
}

it('a template that nobody changed gives its numbers', async () => {
  const { given, byHand } = await readTemplate(new Blob([FILLED]), SMALL);
  expect([given.length, byHand.length]).toEqual([1, 1]);
});

async function holdsOf(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const content = new Blob([bytes]);
  const read = await harmless(async () =>
    (await isTemplate(content)) ? readTemplate(content, SMALL) : null,
  );
  if (!read) return;
  const again = takeNumbers(read.quarter, read.written, SMALL);
  expect({ given: again.given, byHand: again.byHand }).toEqual({
    ...{ given: read.given, byHand: read.byHand },
  });
  const texts = new Set(read.written.map(({ text }) => Number(text.replaceAll(',', ''))));
  for (const { outcome } of read.given)
    if (outcome.kind === 'count') expect(texts.has(outcome.value)).toBe(true);
}

it('a template of any parts is refused, or gives the numbers that stand in it', async () => {
  await always(zipMutations, runs(10, 0.3), async (changes) =>
    holdsOf(await mutatedZip(FILLED, changes)),
  );
});

it('a template of any bytes', async () => {
  await always(byteMutations, runs(10, 0.7), (changes) => holdsOf(mutated(FILLED, changes)));
});

it('a template with a hostile text in a cell takes it for no number', async () => {
  for (const text of TEXTS) {
    const { problems, given } = takeNumbers(
      '2025-26 Q1',
      [{ key: 'riia-02 referrals count', period: 'quarter', text, why: '', place: 'A1' }],
      BY,
    );
    const number = Number(text.trim().replaceAll(',', ''));
    const isNumber = /^\s*-?[\d,]+(\.\d+)?\s*$/.test(text) && number >= 0 && number <= 999_999;
    if (!isNumber) expect(given).toEqual([]);
    expect(problems.length + given.length).toBeLessThanOrEqual(1);
  }
});
