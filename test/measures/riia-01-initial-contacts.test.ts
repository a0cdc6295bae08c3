import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { contact } from './rows/social-care.ts';

const measured = inNative('riia-01');
const QUARTER = '2025-26 Q1';
const YEAR = 'year to 2025-26 Q1';
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

it('counts a contact on the first and the last day of the quarter, and not on the days beside them', async () => {
  const { figure } = await measured(
    {
      ssd_contacts: [
        contact('before', '2025-03-31'), // the last day of the quarter before
        contact('first', '2025-04-01'),
        contact('last', '2025-06-30'),
        contact('after', '2025-07-01'), // in the extract, and in a quarter that has not ended
        contact('a year before', '2024-06-30'), // the day before the year begins
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-01', 'contacts', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-01', 'contacts', YEAR)).toBe(3);
});

it('counts a child once in the quarter and once in the year, by the first contact in it', async () => {
  const { figure, records } = await measured(
    {
      ssd_person: [person('p', '2015-05-10'), person('other', '2012-01-01')],
      ssd_contacts: [
        contact('d', '2025-06-01'),
        contact('g', '2025-05-09'), // the first in the quarter: the child is 9 until the day after
        contact('h', '2025-05-09'), // the same day: a second contact, not a second child
        contact('i', '2024-11-01'), // the first in the year
        contact('j', '2024-06-01'), // before the year
        contact('f', '2025-06-01', { cont_person_id: 'other' }),
      ],
    },
    { quarters },
  );
  expect(figure('riia-01', 'contacts', QUARTER)).toBe(4);
  expect(figure('riia-01', 'children', QUARTER)).toBe(2);
  expect(figure('riia-01', 'children', QUARTER, 'age 5_to_9')).toBe(1);
  expect(figure('riia-01', 'children', QUARTER, 'age 10_to_15')).toBe(1);
  expect(figure('riia-01', 'children', '2024-25 Q3')).toBe(1);
  expect(figure('riia-01', 'contacts', YEAR)).toBe(5);
  expect(figure('riia-01', 'children', YEAR)).toBe(2);
  const behind = await records({
    measure: 'riia-01',
    figure: 'children',
    period: QUARTER,
    part: 'numerator',
  });
  expect(behind.map((record) => record.recordId)).toEqual(['g', 'f']);
});

it('counts each key once, the first row of it, and says what it leaves out', async () => {
  const { figure, answer } = await measured(
    {
      ssd_contacts: [
        contact('twice', '2025-05-02'),
        contact('twice', '2025-05-03'),
        contact('first bad', null), // the first row of this key has no date: the key is left out whole
        contact('first bad', '2025-05-04'),
        contact(null, '2025-05-05'), // no key
        contact('nobody', '2025-05-06', { cont_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-01', 'contacts', QUARTER)).toBe(1);
  const caveats = answer.results.find(({ measure }) => measure === 'riia-01')?.caveats;
  expect(caveats?.find((one) => one.kind === 'rows left out')?.says).toBe(
    '5 contacts in the extract are not counted in any period: 2 with an identifier met before; 1 with no child named; 1 with no date; 1 with no identifier.',
  );
});

it('leaves out what cannot have happened, and counts an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_contacts: [
        contact('280 days before birth', '2025-03-27'), // 27 March 2025 + 280 days = 1 January 2026
        contact('281 days before birth', '2025-03-26'),
        contact('on the day of the extract', '2025-07-14'),
        contact('after the extract', '2025-07-15'),
      ],
    },
    { quarters: ['2024-25 Q4', '2025-26 Q2'] },
  );
  expect(figure('riia-01', 'contacts', '2024-25 Q4')).toBe(1);
  expect(figure('riia-01', 'contacts', '2024-25 Q4', 'age unborn')).toBe(1);
  expect(figure('riia-01', 'contacts', '2025-26 Q2')).toBe(1);
});

it('puts every contact in one of the eleven sources', async () => {
  const { figure, answer } = await measured(
    {
      ssd_contacts: [
        contact('by code', '2025-05-01', { cont_contact_source_code: ' 1d ' }),
        contact('by description', '2025-05-01', {
          cont_contact_source_code: '40213', // a local number: the description tells
          cont_contact_source_desc: 'Health  Visitor',
        }),
        contact('code before description', '2025-05-01', {
          cont_contact_source_code: '3B',
          cont_contact_source_desc: 'School',
        }),
        // Bare digits may be a number of the system's own: what describes them comes first.
        contact('description before a number', '2025-05-01', {
          cont_contact_source_code: '7',
          cont_contact_source_desc: 'Police',
        }),
        contact('a number that is described by a local word', '2025-05-01', {
          cont_contact_source_code: '4',
          cont_contact_source_desc: 'The front desk',
        }),
        contact('a number alone', '2025-05-01', { cont_contact_source_code: '4' }),
        contact('no source', '2025-05-01'),
        contact('local word', '2025-05-01', { cont_contact_source_desc: 'The front desk' }),
      ],
    },
    { quarters: [QUARTER] },
  );
  const source = (cell: string) => figure('riia-01', 'contacts', QUARTER, `contact_source ${cell}`);
  expect(source('individual')).toBe(1);
  expect(source('health')).toBe(2);
  expect(source('police')).toBe(1);
  expect(source('other-legal')).toBe(0);
  expect(source('housing')).toBe(1);
  expect(source('schools')).toBe(0);
  expect(source('unknown')).toBe(3); // no source, and the word that is not mapped, alone and beside a number
  const caveats = answer.results.find(({ measure }) => measure === 'riia-01')?.caveats;
  expect(caveats?.find((one) => one.kind === 'words not mapped')?.says).toBe(
    '2 contacts in the extract have a word in ssd_contacts.cont_contact_source_code or ssd_contacts.cont_contact_source_desc that belongs to no national group, and count as not known.',
  );
});

it('gives its rates, and is not available without the table', async () => {
  const { figure } = await measured(
    { ssd_contacts: [contact('a', '2025-05-01'), contact('b', '2025-05-01')] },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-01', 'rate', QUARTER)).toBe('2 of 12000');
  expect(figure('riia-01', 'rate_annualised', QUARTER)).toBe('2 of 12000');
  const none = await measured({ ssd_person: [person('p', '2020-01-01')] }, { quarters: [QUARTER] });
  expect(none.figure('riia-01', 'contacts', QUARTER)).toBe('not available');
});
