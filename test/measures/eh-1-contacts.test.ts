import { expect, it } from 'vitest';
import type { Row } from './case.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

const measured = inNative('eh-1');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const YEAR = `year to ${QUARTER}`;
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

function contact(id: string | null, date: string | null, more: Row = {}): Row {
  return {
    cont_contact_id: id,
    cont_person_id: 'p',
    cont_contact_date: date,
    cont_contact_source_code: null,
    cont_contact_source_desc: null,
    ...more,
  };
}

it('counts a contact on the first and the last day of the quarter, and not on the days beside them', async () => {
  const { figure } = await measured(
    {
      ssd_contacts: [
        contact('before', '2025-03-31'),
        contact('first', '2025-04-01'),
        contact('last', '2025-06-30'),
        contact('after', '2025-07-01'),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('eh-1', 'contacts', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('eh-1', 'contacts', YEAR)).toBe(3); // July 2024 to June 2025
});

it('counts a child once in the quarter, and once in the year, by the first contact', async () => {
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', '2020-05-10'), person('q', '2010-01-01')],
      ssd_contacts: [
        contact('b', '2025-05-12'), // p is 5 by now
        contact('a', '2025-05-09'), // and was 4 at the first contact
        contact('c', '2025-05-09'), // the same day: the id decides which is the first
        contact('d', '2025-06-01', { cont_person_id: 'q' }),
        contact('e', '2024-10-01'),
      ],
    },
    { quarters },
  );
  expect(figure('eh-1', 'contacts', QUARTER)).toBe(4);
  expect(figure('eh-1', 'children', QUARTER)).toBe(2);
  expect(figure('eh-1', 'children', QUARTER, 'age 1_to_4')).toBe(1);
  expect(figure('eh-1', 'children', QUARTER, 'age 5_to_9')).toBe(0);
  expect(figure('eh-1', 'contacts', QUARTER, 'age 5_to_9')).toBe(1);
  expect(figure('eh-1', 'children', '2024-25 Q3')).toBe(1);
  expect(figure('eh-1', 'children', YEAR)).toBe(2); // p and q, though p is in two of its quarters
  const behind = await records({
    measure: 'eh-1',
    figure: 'children',
    period: '2025-26 Q1',
    part: 'numerator',
  });
  expect(behind.map(({ recordId }) => recordId)).toEqual(['a', 'd']);
});

it('counts each key once, the first row of it, and leaves out what cannot be counted', async () => {
  const { figure, answer } = await measured(
    {
      ssd_person: [person('unborn', '2026-01-01')],
      ssd_contacts: [
        contact('twice', '2025-05-02'),
        contact('twice', '2025-05-03'),
        contact('first bad', null), // the first row of this key has no date: the key is left out whole
        contact('first bad', '2025-05-04'),
        contact(null, '2025-05-05'),
        contact('nobody', '2025-05-06', { cont_person_id: null }),
        contact('after the extract', '2025-07-15'),
        contact('280 days', '2025-03-27', { cont_person_id: 'unborn' }), // 27 March 2025 + 280 days = 1 January 2026
        contact('281 days', '2025-03-26', { cont_person_id: 'unborn' }),
      ],
    },
    { quarters: [...quarters, '2025-26 Q2'] },
  );
  expect(figure('eh-1', 'contacts', QUARTER)).toBe(1);
  expect(figure('eh-1', 'contacts', '2025-26 Q2')).toBe(0);
  expect(figure('eh-1', 'contacts', '2024-25 Q4')).toBe(1);
  expect(figure('eh-1', 'contacts', '2024-25 Q4', 'age unborn')).toBe(1);
  const caveats = answer.results.find(({ measure }) => measure === 'eh-1')?.caveats;
  expect(caveats?.find(({ kind }) => kind === 'rows left out')?.says).toMatch(/^7 contacts/);
});

it('reads the source from the code, else from the description', async () => {
  const from = (code: string | null, description: string | null) => ({
    cont_contact_source_code: code,
    cont_contact_source_desc: description,
  });
  const { figure } = await measured(
    {
      ssd_contacts: [
        contact('code', '2025-05-01', from('1A', 'School')),
        contact('description', '2025-05-01', from('77', 'Police')),
        contact('none', '2025-05-01'),
        contact('local word', '2025-05-01', from(null, 'The front desk')),
      ],
    },
    { quarters },
  );
  const source = (cell: string) => figure('eh-1', 'contacts', QUARTER, `contact_source ${cell}`);
  expect(source('individual')).toBe(1);
  expect(source('police')).toBe(1);
  expect(source('schools')).toBe(0);
  expect(source('unknown')).toBe(2); // none, and a word that nobody has mapped
});

it('is not available without contacts', async () => {
  const { figure } = await measured({ ssd_person: [person('p', '2020-01-01')] }, { quarters });
  expect(figure('eh-1', 'contacts', QUARTER)).toBe('not available');
  expect(figure('eh-1', 'children', QUARTER)).toBe('not available');
});

it('counts contacts from early help alone where the local authority sets it so', async () => {
  const tables = {
    ssd_contacts: [
      contact('by code', '2025-04-01', { cont_contact_source_code: '5D' }),
      contact('by words', '2025-04-02', { cont_contact_source_desc: 'Early Help' }),
      contact('police', '2025-04-03', { cont_contact_source_code: '6' }),
      contact('no source', '2025-04-04'),
    ],
  };
  const every = await measured(tables, { quarters });
  expect(every.figure('eh-1', 'contacts', QUARTER)).toBe(4);
  const settings = { early_help_contacts_only: 1 };
  const early = await measured(tables, { quarters, settings });
  expect(early.figure('eh-1', 'contacts', QUARTER)).toBe(2);
  expect(early.figure('eh-1', 'children', QUARTER)).toBe(1); // one child, both contacts
});

it('takes what came of a contact for early help too, and does not read it where it is no word', async () => {
  const led = (id: string, outcome: string, more: Row = {}) =>
    contact(id, '2025-05-01', { cont_contact_outcome_json: outcome, ...more });
  const flags = '{"NEW_REFERRAL_FLAG": "N", "NFA_FLAG": "N"}';
  const tables = {
    ssd_contacts: [
      led('a', 'EH Referral'),
      led('b', ' step down to  Early Help'),
      led('c', 'CIN Referral'),
      led('d', 'The front desk'), // a word that no list knows
      led('e', flags),
      led('f', flags, { cont_contact_source_code: '5D' }), // the source alone decides
    ],
  };
  const settings = { early_help_contacts_only: 1 };
  const { figure, answer } = await measured(tables, { quarters, settings });
  expect(figure('eh-1', 'contacts', QUARTER)).toBe(3); // a, b and f
  const without = await measured({ ssd_contacts: [contact('a', '2025-05-01')] }, { quarters });
  const lost = 'Which contacts led to early help is not known.';
  const beside = (of: typeof answer) =>
    of.results.find(({ measure }) => measure === 'eh-1')?.caveats.map((caveat) => caveat.says);
  expect(beside(without.answer)?.join()).toContain(lost);
  expect(beside(answer)?.join()).not.toContain(lost);
  expect(beside(answer)?.join()).not.toContain('no national group');
});
