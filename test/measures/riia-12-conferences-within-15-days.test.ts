import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { conference, enquiry } from './rows/social-care.ts';

const measured = inNative('riia-11', 'riia-12');
const QUARTER = '2025-26 Q1';

/** Takes a conference's date, and the enquiry it names. */
const after = (enquiryId: string, id: string, date: string, transferIn: string | null = null) =>
  conference(id, date, { icpc_s47_enquiry_id: enquiryId, icpc_icpc_transfer_in: transferIn });

it('counts 15 working days from the start of the enquiry across Easter', async () => {
  // From Monday 7 April 2025 (day 0). Good Friday is 18 April, Easter Monday 21 April.
  // 8–11 April 4; 14–17 April 8; 22–25 April 12; 28–30 April 15. The 15th is Wednesday 30 April, the 16th 1 May.
  // From Friday 6 June: 9–13 June 5; 16–20 June 10; 23–27 June 15. Sunday 29 June is still the 15th, Monday the 16th.
  const { figure, records } = await measured(
    {
      ssd_s47_enquiry: [enquiry('easter', '2025-04-07'), enquiry('june', '2025-06-06')],
      ssd_initial_cp_conference: [
        after('easter', '15th', '2025-04-30'),
        after('easter', '16th', '2025-05-01'),
        after('june', 'Sunday after the 15th', '2025-06-29'),
        after('june', 'Monday after the 15th', '2025-06-30'),
        after('june', 'the same day', '2025-06-06'),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-12', 'within_15', QUARTER)).toBe('3 of 5');
  const late = (
    await records({
      measure: 'riia-12',
      figure: 'within_15',
      period: QUARTER,
      part: 'denominator',
    })
  ).filter((record) => !record.inNumerator);
  expect(late.map((record) => record.recordId)).toEqual(['16th', 'Monday after the 15th']);
});

it('leaves out a one-off bank holiday', async () => {
  // From Monday 5 September 2022 (day 0): 6–9 → 4; 12–16 → 9; 20–23 → 13 (19 September is one off); 26, 27 → 15.
  const { figure } = await measured(
    {
      ssd_s47_enquiry: [enquiry('s', '2022-09-05')],
      ssd_initial_cp_conference: [
        after('s', '15th', '2022-09-27'),
        after('s', '16th', '2022-09-28'),
      ],
    },
    { quarters: ['2022-23 Q2'] },
  );
  expect(figure('riia-12', 'within_15', '2022-23 Q2')).toBe('1 of 2');
});

it('is of the conferences whose enquiry is held and did not start after them', async () => {
  const { figure } = await measured(
    {
      ssd_s47_enquiry: [
        enquiry('of p', '2025-05-01'),
        enquiry('of another', '2025-05-01', { s47e_person_id: 'x' }),
        enquiry('not possible', '2025-05-01', { s47e_s47_end_date: '2025-04-30' }),
        enquiry('no date', null),
        enquiry('twice', null), // the first row of this key cannot be counted: the key is left out whole
        enquiry('twice', '2025-05-01'),
      ],
      ssd_initial_cp_conference: [
        after('of p', 'in', '2025-05-08'),
        after('of p', 'no transfer in', '2025-05-08', 'N'),
        after('of another', 'another child', '2025-05-08'), // the enquiry is found by its id alone
        after('of p', 'the day before', '2025-04-30'),
        after('of p', 'transfer in', '2025-05-08', 'Y'),
        after('not possible', 'enquiry not possible', '2025-05-08'),
        after('no date', 'enquiry undated', '2025-05-08'),
        after('twice', 'enquiry twice', '2025-05-08'),
        after('elsewhere', 'enquiry not held', '2025-05-08'),
        conference('no enquiry', '2025-05-08'),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-12', 'within_15', QUARTER)).toBe('3 of 3');
  expect(figure('riia-11', 'conferences', QUARTER)).toBe(10); // seven are in neither part
});

it('goes by the day of the conference', async () => {
  const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];
  const { figure } = await measured(
    {
      ssd_s47_enquiry: [enquiry('s', '2025-03-20'), enquiry('t', '2025-06-20')],
      ssd_initial_cp_conference: [
        after('s', 'before', '2025-03-31'),
        after('s', 'first', '2025-04-01'), // the enquiry is of the quarter before
        after('t', 'last', '2025-06-30'),
        after('t', 'after', '2025-07-01'),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-12', 'within_15', quarter))).toEqual([
    'not applicable', // of no conference, there is no share
    'not applicable',
    '1 of 1',
    '2 of 2',
  ]);
  expect(figure('riia-12', 'within_15', `year to ${QUARTER}`)).toBe('3 of 3');
});

it('stands without the flag of transfers in, and says what cannot be left out', async () => {
  const { figure, answer } = await measured(
    {
      ssd_s47_enquiry: [enquiry('s', '2025-05-01')],
      ssd_initial_cp_conference: [
        {
          icpc_icpc_id: 'a',
          icpc_person_id: 'p',
          icpc_icpc_date: '2025-05-08',
          icpc_s47_enquiry_id: 's',
        },
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-12', 'within_15', QUARTER)).toBe('1 of 1');
  const caveats = answer.results.find(({ measure }) => measure === 'riia-12')?.caveats;
  expect(caveats?.map((caveat) => caveat.says).join()).toContain(
    'Conferences on a transfer in cannot be left out.',
  );
});
