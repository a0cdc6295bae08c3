import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { enquiry } from './rows/social-care.ts';

const measured = inNative('riia-10');
const QUARTER = '2025-26 Q1';

it('counts an enquiry by its start, on the first and the last day of the quarter', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_s47_enquiry: [
        enquiry('before', '2025-03-31', { s47e_s47_end_date: '2025-04-10' }), // ended in the quarter: not asked
        enquiry('first', '2025-04-01'),
        enquiry('last', '2025-06-30', { s47e_s47_end_date: '2025-07-10' }),
        enquiry('after', '2025-07-01'),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-10', 'enquiries', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-10', 'enquiries', `year to ${QUARTER}`)).toBe(3); // July 2024 to June 2025
});

it('counts two enquiries about one child twice, and one key once', async () => {
  const { figure } = await measured(
    {
      ssd_s47_enquiry: [
        enquiry('a', '2025-05-01'),
        enquiry('b', '2025-05-01'),
        enquiry('b', '2025-05-02'),
        enquiry(null, '2025-05-01'),
        enquiry('c', null),
        enquiry('d', '2025-05-01', { s47e_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-10', 'enquiries', QUARTER)).toBe(2);
});

it('leaves out what cannot have happened, and counts an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_s47_enquiry: [
        enquiry('280 days before birth', '2025-03-27'), // 27 March 2025 + 280 days = 1 January 2026
        enquiry('281 days before birth', '2025-03-26'),
        enquiry('ended before it started', '2025-03-28', { s47e_s47_end_date: '2025-03-27' }),
        enquiry('ended the day it started', '2025-03-28', { s47e_s47_end_date: '2025-03-28' }),
        enquiry('started after the extract', '2025-07-15'),
      ],
    },
    { quarters: ['2024-25 Q4', '2025-26 Q2'] },
  );
  expect(figure('riia-10', 'enquiries', '2024-25 Q4')).toBe(2);
  expect(figure('riia-10', 'enquiries', '2024-25 Q4', 'age unborn')).toBe(2);
  expect(figure('riia-10', 'enquiries', '2025-26 Q2')).toBe(0);
});
