import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { DRESSES } from '../../fixtures/dress/dresses.ts';
import { PLANTED } from '../../fixtures/dress/planted.ts';
import { unpack } from '../../src/files/unpack.ts';
import type { Return, ReturnForm } from '../../src/model/return.ts';
import { writeReturn } from '../../src/return/write.ts';
import { spec } from '../../src/spec/spec.ts';
import { unzip } from '../unit/return/unzip.ts';
import { FEW, QUARTERS, type Worn, filesIn, wear } from './dressed.ts';
import { columnsWithPlanted, plantedIn } from './planted-in.ts';

const FORMS = ['package', 'workbook', 'csv', 'json'] as const satisfies readonly ReturnForm[];

describe.each(Object.values(DRESSES))('what is personal in $title', (dress) => {
  let dressed: Worn;

  beforeAll(async () => {
    dressed = await wear(dress, FEW);
  });
  afterAll(() => dressed.database.close());

  it('is in what was given: there is something to leak', async () => {
    const found = await unpack(await filesIn(dress, FEW), () => undefined);
    const texts = await Promise.all(
      found.map((file) => (file.kind === 'table' ? file.content.text() : '')),
    );
    const holding = texts.filter((text) => text.includes(PLANTED)).length;
    expect(holding).toBeGreaterThanOrEqual(4);
  });

  it('is in no table of the engine, after all was taken in and measured', async () => {
    expect(await columnsWithPlanted(dressed.database)).toEqual([]);
  });

  it('is not in what the page is told: the report with its findings, the answer with its caveats', () => {
    const { report, answer } = dressed.worn;
    expect(plantedIn(JSON.stringify([report, answer]))).toEqual([]);
  });

  it('is in no list of records, of any figure of the latest quarter', async () => {
    const { answer, records } = dressed.worn;
    let length = 0;
    for (const { observations } of answer.results) {
      for (const { measure, figure, period, cell, outcome, origin } of observations) {
        if (cell || origin !== 'extract' || outcome.kind === 'not available') continue;
        if (period !== QUARTERS.at(-1)) continue;
        const list = await records({ measure, figure, period, part: 'denominator' });
        length += list.length;
        expect(plantedIn(JSON.stringify(list)), `${measure} ${figure} ${period}`).toEqual([]);
      }
    }
    expect(length).toBeGreaterThan(100);
  });

  it.each(FORMS)('is not in the return as a %s', async (form) => {
    const { bytes } = await writeReturn(returnOf(dressed), TERMS, form);
    const texts =
      form === 'csv' || form === 'json'
        ? [new TextDecoder().decode(bytes)]
        : [...(await unzip(bytes)).values()];
    expect(texts.join('').length).toBeGreaterThan(1000);
    expect(texts.flatMap(plantedIn)).toEqual([]);
  });
});

it('the walk finds what is planted in any column, or it would prove nothing', async () => {
  const { database } = await wear(undefined, FEW);
  await database.run(
    `create table caught as select 1 as n, ['a', 'see ${PLANTED.toLowerCase()}-1'] as said`,
  );
  await database.run('create view seen as select said from caught');
  expect(await columnsWithPlanted(database)).toEqual(['caught.said', 'seen.said']);
  await database.close();
});

const TERMS = {
  notAboutChildren: spec.disclosure.notAboutChildren,
  appVersion: version,
  measures: spec.measures,
  breakdowns: spec.breakdowns,
  standard: spec.returnStandard,
};

function returnOf({ worn }: Worn): Return {
  const { results } = worn.answer;
  return {
    authority: { code: '000', name: 'Exampleshire' },
    quarter: '2025-26 Q1',
    version: 1,
    extract: { date: '2025-07-14', from: null, to: null },
    made: '2025-07-14T09:30:00Z',
    signedOff: null,
    treatment: { kind: 'collator', agreement: 'a test' },
    observations: results.flatMap(({ observations }) => observations),
    quality: null,
    notes: [],
    revisions: [],
    caveats: results.flatMap(({ measure, caveats }) =>
      caveats.map((caveat) => ({ measure, caveat })),
    ),
    settings: [],
    earlyHelp: [],
    wordsMapped: [],
  };
}
