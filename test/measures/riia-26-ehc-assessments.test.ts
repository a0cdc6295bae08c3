import { expect, it } from 'vitest';
import { quarterFrom } from './case.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-26');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

const assessed = (id: string | null, day: string | null) => ({
  ehca_ehcp_assessment_id: id,
  ehca_ehcp_assessment_outcome_date: day,
});

it('counts an outcome on the first and the last day of the quarter, and not on the days beside them', async () => {
  const { figure } = await measured(
    {
      ssd_ehcp_assessment: [
        assessed('before', '2025-03-31'),
        assessed('first', '2025-04-01'),
        assessed('last', '2025-06-30'),
        assessed('after', '2025-07-01'),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-26', 'assessments', quarter))).toEqual([
    0, 0, 1, 2,
  ]);
  expect(figure('riia-26', 'assessments', `year to ${QUARTER}`)).toBe(3);
});

it('counts each key once, the first row of it, and takes one with no outcome for still under way', async () => {
  const { figure, answer } = await measured(
    {
      ssd_ehcp_assessment: [
        assessed('twice', '2025-05-01'),
        assessed('twice', '2025-05-02'),
        assessed('under way', null), // not counted, and nothing is wrong with it
        assessed('first under way', null),
        assessed('first under way', '2025-05-02'),
        assessed(null, '2025-05-02'),
        assessed('after the extract', '2025-07-15'),
      ],
    },
    { quarters: [QUARTER, '2025-26 Q2'] },
  );
  expect(figure('riia-26', 'assessments', QUARTER)).toBe(1);
  expect(figure('riia-26', 'assessments', '2025-26 Q2')).toBe(0);
  const caveats = answer.results[0]?.caveats.filter(({ kind }) => kind === 'rows left out');
  expect(caveats?.map(({ says }) => says)).toEqual([
    '4 EHC assessments in the extract are not counted in any period: 2 with an identifier met before; 1 with a date after the extract; 1 with no identifier.',
  ]);
});

it('is missing without the table or without rows in it, until it is entered by hand', async () => {
  const entry = { measure: 'riia-26', quarter: quarterFrom(QUARTER), parts: { assessments: 21 } };
  for (const held of [{}, { ssd_ehcp_assessment: [] }]) {
    const tables = { ...held, ssd_person: [person('p', '2015-01-01')] };
    const before = await measured(tables, { quarters });
    expect(before.figure('riia-26', 'assessments', QUARTER)).toBe('missing');
    const { figure } = await measured(tables, { quarters, handEntered: [entry] });
    expect(figure('riia-26', 'assessments', QUARTER)).toBe(21);
  }
});

it('is entered by hand too where the table has no outcome dates', async () => {
  const { figure } = await measured(
    { ssd_ehcp_assessment: [{ ehca_ehcp_assessment_id: 'a' }] },
    { quarters },
  );
  expect(figure('riia-26', 'assessments', QUARTER)).toBe('missing');
});
