import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { conference } from './rows/social-care.ts';

const measured = inNative('riia-11', 'riia-12');
const QUARTER = '2025-26 Q1';

it('counts a conference on the first and the last day of the quarter, and not on the days beside them', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_initial_cp_conference: [
        conference('before', '2025-03-31'),
        conference('first', '2025-04-01'),
        conference('last', '2025-06-30'),
        conference('after', '2025-07-01'),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-11', 'conferences', quarter))).toEqual([
    0, 0, 1, 2,
  ]);
  expect(figure('riia-11', 'conferences', `year to ${QUARTER}`)).toBe(3); // July 2024 to June 2025
  expect(figure('riia-11', 'rate', QUARTER)).toBe('2 of 12000');
  expect(figure('riia-11', 'rate_annualised', QUARTER)).toBe('2 of 12000');
});

it('counts transfers in, two conferences about one child twice, and one key once', async () => {
  const { figure } = await measured(
    {
      ssd_initial_cp_conference: [
        conference('a', '2025-05-01', { icpc_icpc_transfer_in: 'Y' }),
        conference('b', '2025-05-01', { icpc_icpc_transfer_in: 'N' }),
        conference('c', '2025-05-20', { icpc_s47_enquiry_id: 'not held' }),
        conference('c', '2025-05-21'),
        conference(null, '2025-05-01'),
        conference('no date', null),
        conference('nobody', '2025-05-01', { icpc_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-11', 'conferences', QUARTER)).toBe(3);
});

it('leaves out what cannot have happened, and counts an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_initial_cp_conference: [
        conference('280 days before birth', '2025-03-27'), // 27 March 2025 + 280 days = 1 January 2026
        conference('281 days before birth', '2025-03-26'),
        conference('on the day of the extract', '2025-07-14'),
        conference('after the extract', '2025-07-15'),
      ],
    },
    { quarters: ['2024-25 Q4', '2025-26 Q2'] },
  );
  expect(figure('riia-11', 'conferences', '2024-25 Q4')).toBe(1);
  expect(figure('riia-11', 'conferences', '2024-25 Q4', 'age unborn')).toBe(1);
  expect(figure('riia-11', 'conferences', '2025-26 Q2')).toBe(1);
});

it('stands without the flag of transfers in and without the enquiry, which it does not ask for', async () => {
  const { figure } = await measured(
    {
      ssd_initial_cp_conference: [
        { icpc_icpc_id: 'a', icpc_person_id: 'p', icpc_icpc_date: '2025-05-01' },
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-11', 'conferences', QUARTER)).toBe(1);
  expect(figure('riia-12', 'within_15', QUARTER)).toBe('not available');
});
