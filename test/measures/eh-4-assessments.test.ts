import { expect, it } from 'vitest';
import { quarterFrom } from './case.ts';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

const measured = inNative('eh-4');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

function assessed(
  id: string | null,
  started: string | null,
  completed: string | null,
  more: Row = {},
): Row {
  return {
    assessment_id: id,
    person_id: 'p',
    start_date: started,
    completed_date: completed,
    ...more,
  };
}

it('counts an assessment by its completion, on the first and the last day of the quarter', async () => {
  const { figure } = await measured(
    {
      eh_assessments: [
        assessed('before', '2025-01-01', '2025-03-31'),
        assessed('first', '2025-01-01', '2025-04-01'),
        assessed('last', '2025-06-30', '2025-06-30'),
        assessed('after', '2025-05-01', '2025-07-01'), // started in the quarter: not asked
        assessed('under way', '2025-05-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-4', 'assessments', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('eh-4', 'assessments', `year to ${QUARTER}`)).toBe(3);
});

it('counts one without a start, each key once, and leaves out what cannot be counted', async () => {
  const { figure, answer } = await measured(
    {
      ssd_person: [person('unborn', '2026-01-20')],
      eh_assessments: [
        assessed('no start', null, '2025-05-01'),
        assessed('twice', '2025-05-01', '2025-05-02'),
        assessed('twice', '2025-05-01', '2025-05-03'),
        assessed(null, '2025-05-01', '2025-05-02'),
        assessed('nobody', '2025-05-01', '2025-05-02', { person_id: null }),
        assessed('no dates', null, null),
        assessed('completed before it started', '2025-05-02', '2025-05-01'),
        assessed('completed after the extract', '2025-05-02', '2025-07-15'),
        assessed('280 days', null, '2025-04-15', { person_id: 'unborn' }), // + 280 days = 20 January 2026
        assessed('281 days', '2025-04-14', '2025-05-15', { person_id: 'unborn' }),
      ],
    },
    { quarters: [QUARTER, '2025-26 Q2'] },
  );
  expect(figure('eh-4', 'assessments', QUARTER)).toBe(3); // no start, twice, 280 days
  expect(figure('eh-4', 'assessments', '2025-26 Q2')).toBe(0);
  expect(figure('eh-4', 'assessments', QUARTER, 'age unborn')).toBe(1);
  const caveats = answer.results.find(({ measure }) => measure === 'eh-4')?.caveats;
  expect(caveats?.find(({ kind }) => kind === 'rows left out')?.says).toMatch(
    /^6 early help assessments/,
  );
});

it('stands without the start dates', async () => {
  const { figure } = await measured(
    {
      eh_assessments: [{ assessment_id: 'a', person_id: 'p', completed_date: '2025-05-01' }],
    },
    { quarters },
  );
  expect(figure('eh-4', 'assessments', QUARTER)).toBe(1);
});

it('is missing, never 0, without the table or without rows in it, until it is entered by hand', async () => {
  const entry = { measure: 'eh-4', quarter: quarterFrom(QUARTER), parts: { assessments: 34 } };
  for (const held of [{}, { eh_assessments: [] }]) {
    const tables = { ...held, ssd_person: [person('p', '2015-01-01')] };
    const before = await measured(tables, { quarters });
    expect(before.figure('eh-4', 'assessments', QUARTER)).toBe('missing');
    const { figure, answer } = await measured(tables, { quarters, handEntered: [entry] });
    expect(quarters.map((quarter) => figure('eh-4', 'assessments', quarter))).toEqual([
      'missing',
      'missing',
      'missing',
      34,
    ]);
    const origins = answer.results
      .find(({ measure }) => measure === 'eh-4')
      ?.observations.map(({ origin }) => origin);
    expect(new Set(origins)).toEqual(new Set(['entered by hand']));
  }
});

it('goes by the table where there is one, and not by what was entered', async () => {
  const entry = { measure: 'eh-4', quarter: quarterFrom(QUARTER), parts: { assessments: 34 } };
  const { figure } = await measured(
    { eh_assessments: [assessed('long ago', '2025-01-01', '2025-01-02')] },
    { quarters, handEntered: [entry] },
  );
  expect(figure('eh-4', 'assessments', QUARTER)).toBe(0); // the table has rows, and none in the quarter
  expect(figure('eh-4', 'assessments', '2024-25 Q4')).toBe(1);
});
