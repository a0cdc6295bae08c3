import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { assessment } from './rows/social-care.ts';

const measured = inNative('riia-06');
const QUARTER = '2025-26 Q1';

it('counts an assessment by its authorisation, on the first and the last day of the quarter', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_cin_assessments: [
        assessment('before', '2025-03-01', '2025-03-31'),
        assessment('first', '2025-03-01', '2025-04-01'), // started in the quarter before: not asked
        assessment('last', '2025-06-30', '2025-06-30'), // on one day
        assessment('after', '2025-06-30', '2025-07-01'),
        assessment('not authorised', '2025-05-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-06', 'completed', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-06', 'completed', `year to ${QUARTER}`)).toBe(3); // July 2024 to June 2025
  expect(figure('riia-06', 'rate', QUARTER)).toBe('2 of 12000');
});

it('counts an assessment with no start, two of one child twice, and one key once', async () => {
  const { figure } = await measured(
    {
      ssd_cin_assessments: [
        assessment('no start', null, '2025-05-01'),
        assessment('a', '2025-04-20', '2025-05-01'),
        assessment('a', '2025-04-20', '2025-05-02'),
        assessment('nobody', '2025-04-20', '2025-05-01', { cina_person_id: null }),
        assessment('no dates', null, null),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-06', 'completed', QUARTER)).toBe(2);
});

it('leaves out what cannot have happened, and counts an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_cin_assessments: [
        assessment('from 280 days before birth', '2025-03-27', '2025-05-01'), // 27 March 2025 + 280 days = 1 January 2026
        assessment('from 281 days before birth', '2025-03-26', '2025-05-01'), // held against birth by its start
        assessment('no start, 281 days before birth', null, '2025-03-26'), // and without one by its authorisation
        assessment('authorised before it started', '2025-05-02', '2025-05-01'),
        assessment('authorised after the extract', '2025-05-02', '2025-07-15'),
        assessment('no start, authorised after the extract', null, '2025-07-15'),
      ],
    },
    { quarters: ['2024-25 Q4', QUARTER, '2025-26 Q2'] },
  );
  expect(figure('riia-06', 'completed', '2024-25 Q4')).toBe(0);
  expect(figure('riia-06', 'completed', QUARTER)).toBe(1);
  expect(figure('riia-06', 'completed', QUARTER, 'age unborn')).toBe(1);
  expect(figure('riia-06', 'completed', '2025-26 Q2')).toBe(0);
});
