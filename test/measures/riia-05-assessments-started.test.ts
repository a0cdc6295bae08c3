import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { assessment } from './rows/social-care.ts';

const measured = inNative('riia-05');
const QUARTER = '2025-26 Q1';

it('counts an assessment by its start, on the first and the last day of the quarter', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_cin_assessments: [
        assessment('before', '2025-03-31', '2025-04-10'), // authorised in the quarter: not asked
        assessment('first', '2025-04-01', '2025-04-01'), // on one day
        assessment('last', '2025-06-30', null), // not yet authorised
        assessment('after', '2025-07-01', null),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-05', 'started', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-05', 'started', `year to ${QUARTER}`)).toBe(3); // July 2024 to June 2025
  expect(figure('riia-05', 'rate', QUARTER)).toBe('2 of 12000');
});

it('counts two assessments of one child twice, one key once, and none without a start', async () => {
  const { figure } = await measured(
    {
      ssd_cin_assessments: [
        assessment('a', '2025-05-01', null),
        assessment('b', '2025-05-01', null),
        assessment('b', '2025-05-02', null),
        assessment('no start', null, '2025-05-01'),
        assessment('nobody', '2025-05-01', null, { cina_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-05', 'started', QUARTER)).toBe(2);
});

it('leaves out what cannot have happened, and counts an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_cin_assessments: [
        assessment('280 days before birth', '2025-03-27', null), // 27 March 2025 + 280 days = 1 January 2026
        assessment('281 days before birth', '2025-03-26', null),
        assessment('authorised before it started', '2025-03-28', '2025-03-27'),
        assessment('authorised after the extract', '2025-03-28', '2025-12-01'), // counts, as not yet authorised
        assessment('started after the extract', '2025-07-15', null),
      ],
    },
    { quarters: ['2024-25 Q4', '2025-26 Q2'] },
  );
  expect(figure('riia-05', 'started', '2024-25 Q4')).toBe(2);
  expect(figure('riia-05', 'started', '2024-25 Q4', 'age unborn')).toBe(2);
  expect(figure('riia-05', 'started', '2025-26 Q2')).toBe(0);
});
